using System.Text.Json;
using Kentongan.Domain.Help;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>
/// The chats of residents who asked for news of a help conversation: like <see cref="ContactBook"/>, sealed with the key that only the role
/// <c>bot</c> reads and bound to that conversation (threat-model 3).
/// </summary>
public sealed class HelpContacts(KeyFiles files)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private readonly Lazy<byte[]> _key = new(() => MasterKey.Derive(files.ReadOrCreate(ContactBook.KeyName), "help-contacts"));

    public async Task KeepAsync(Unit unit, HelpId request, Contact contact)
    {
        await EraseAsync(unit, request);
        unit.Db.Set<HelpContactRow>().Add(new HelpContactRow
        {
            Request = request,
            Sealed = Envelope.Seal(_key.Value, 1, JsonSerializer.SerializeToUtf8Bytes(contact, ContactJson.Default.Contact), Context(request)),
            ExpiresAt = unit.Now + Longest,
        });
    }

    public static Task EraseAsync(Unit unit, HelpId request) => unit.Db.Set<HelpContactRow>().Where(row => row.Request == request).ExecuteDeleteAsync();

    /// <summary>The conversations whose news a chat gets. Found by opening each: the store has no other way from a chat to them.</summary>
    public async Task<IReadOnlyList<HelpId>> OfChatAsync(Unit unit, long chat)
    {
        var rows = await unit.Db.Set<HelpContactRow>().AsNoTracking().ToListAsync();
        return [.. rows.Where(row => Open(row)?.Chat == chat).Select(row => row.Request)];
    }

    /// <returns>Null where nobody asked, or the contact was erased meanwhile.</returns>
    public async Task<Contact?> FindAsync(TriageDb db, HelpId request, CancellationToken ct) =>
        await db.Set<HelpContactRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Request == request, ct) is { } row ? Open(row) : null;

    private Contact? Open(HelpContactRow row) => Envelope.Open(_key.Value, row.Sealed, Context(row.Request)) is { } json
        ? JsonSerializer.Deserialize(json, ContactJson.Default.Contact)
        : null;

    private static string Context(HelpId request) => $"help_contacts.sealed.{request.Value:N}";
}
