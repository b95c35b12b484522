using Kentongan.Domain.Help;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>The chats of residents who asked for news of a help conversation: beside <see cref="ContactBook"/>, under a key of its own.</summary>
public sealed class HelpContacts(KeyFiles files)
{
    private readonly SealedContacts _seal = new(files, "help-contacts", "help_contacts", longest: TimeSpan.FromDays(90));

    public async Task KeepAsync(Unit unit, HelpId request, Contact contact)
    {
        await EraseAsync(unit, request);
        unit.Db.Set<HelpContactRow>().Add(new HelpContactRow { Request = request, Sealed = _seal.Seal(request.Value, contact), ExpiresAt = _seal.EndFrom(unit.Now) });
    }

    public static Task EraseAsync(Unit unit, HelpId request) => unit.Db.Set<HelpContactRow>().Where(row => row.Request == request).ExecuteDeleteAsync();

    /// <summary>The conversations whose news a chat gets. Found by opening each: the store has no other way from a chat to them.</summary>
    public async Task<IReadOnlyList<HelpId>> OfChatAsync(Unit unit, long chat)
    {
        var rows = await unit.Db.Set<HelpContactRow>().AsNoTracking().ToListAsync();
        return [.. rows.Where(row => _seal.Open(row.Request.Value, row.Sealed)?.Chat == chat).Select(row => row.Request)];
    }

    /// <returns>Null where nobody asked, or the contact was erased meanwhile.</returns>
    public async Task<Contact?> FindAsync(TriageDb db, HelpId request, CancellationToken ct) =>
        await db.Set<HelpContactRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Request == request, ct) is { } row ? _seal.Open(request.Value, row.Sealed) : null;
}
