using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Contacts;

/// <summary>The chats of residents who asked for news of one report.</summary>
public sealed class ContactBook(KeyFiles files)
{
    /// <summary>After the report is closed, news may still come for so long.</summary>
    public static readonly TimeSpan AfterClosing = TimeSpan.FromDays(7);

    private readonly SealedContacts _seal = new(files, purpose: null, "contacts", longest: TimeSpan.FromDays(180));

    public async Task KeepAsync(Unit unit, ReportId report, Contact contact)
    {
        await EraseAsync(unit, report);
        unit.Db.Contacts.Add(new ContactRow { Report = report, Sealed = _seal.Seal(report.Value, contact), ExpiresAt = _seal.EndFrom(unit.Now) });
    }

    public static Task EraseAsync(Unit unit, ReportId report) => unit.Db.Contacts.Where(row => row.Report == report).ExecuteDeleteAsync();

    /// <summary>Erases every contact of a chat.</summary>
    public async Task<int> EraseChatAsync(Unit unit, long chat)
    {
        var mine = (await OfChatAsync(unit, chat)).Select(one => one.Report).ToList();
        return mine.Count == 0 ? 0 : await unit.Db.Contacts.Where(row => mine.Contains(row.Report)).ExecuteDeleteAsync();
    }

    /// <summary>The receipts of the reports of which a chat gets news, to be shown to that chat once more before they are erased.</summary>
    public async Task<IReadOnlyList<Receipt>> ReceiptsOfAsync(Unit unit, long chat) =>
        [.. (await OfChatAsync(unit, chat)).Select(one => Receipt.FromToken(one.Contact.ReceiptToken)).OfType<Receipt>()];

    /// <summary>They are found by opening each: the store has no other way from a chat to a report.</summary>
    private async Task<IEnumerable<(ReportId Report, Contact Contact)>> OfChatAsync(Unit unit, long chat) =>
        from row in await unit.Db.Contacts.AsNoTracking().ToListAsync()
        let contact = _seal.Open(row.Report.Value, row.Sealed)
        where contact?.Chat == chat
        select (row.Report, contact);

    /// <returns>Null where nobody asked, or the contact was erased meanwhile.</returns>
    public async Task<Contact?> FindAsync(TriageDb db, ReportId report, CancellationToken ct) =>
        await db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.Report == report, ct) is { } row ? _seal.Open(report.Value, row.Sealed) : null;
}
