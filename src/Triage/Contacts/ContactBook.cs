using System.Text.Json;
using System.Text.Json.Serialization;
using Kentongan.Domain;
using Kentongan.Domain.Programmes;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Contacts;

/// <summary>How to reach a resident who asked to be told. A class, so that nothing prints it.</summary>
/// <remarks>The receipt travels with it, since the server itself has only its hash and the message needs a button.</remarks>
public sealed class Contact(long chat, string receiptToken, Language language)
{
    public long Chat { get; } = chat;

    public string ReceiptToken { get; } = receiptToken;

    public Language Language { get; } = language;
}

/// <summary>
/// The chats of residents who asked for news of one report, sealed with a key that only the role <c>bot</c> reads, bound to that
/// report, each with an end (threat-model 3). Nothing else in the store points at a person.
/// </summary>
public sealed class ContactBook(KeyFiles files)
{
    /// <summary>After the report is closed, news may still come for so long.</summary>
    public static readonly TimeSpan AfterClosing = TimeSpan.FromDays(7);

    /// <summary>The file of the key that only the role <c>bot</c> reads.</summary>
    internal const string KeyName = "contact-1";

    private const int KeyNumber = 1, Block = 256;

    /// <summary>No contact lives longer, whatever becomes of the report.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    private readonly Lazy<byte[]> _key = new(() => files.ReadOrCreate(KeyName));

    public async Task KeepAsync(Unit unit, ReportId report, Contact contact)
    {
        await EraseAsync(unit, report);
        unit.Db.Contacts.Add(new ContactRow
        {
            Report = report,
            Sealed = Envelope.Seal(_key.Value, KeyNumber, Envelope.Padded(JsonSerializer.SerializeToUtf8Bytes(contact, ContactJson.Default.Contact), Block), Context(report)),
            ExpiresAt = new DateTimeOffset((unit.Now + Longest).UtcDateTime.Date, TimeSpan.Zero), // a day, not the second of a tap
        });
    }

    public static Task EraseAsync(Unit unit, ReportId report) => unit.Db.Contacts.Where(row => row.Report == report).ExecuteDeleteAsync();

    /// <summary>Erases every contact of a chat. They are found by opening each: the store has no other way from a chat to a report.</summary>
    public async Task<int> EraseChatAsync(Unit unit, long chat)
    {
        var rows = await unit.Db.Contacts.AsNoTracking().ToListAsync();
        var mine = rows.Where(row => Open(row)?.Chat == chat).Select(row => row.Report).ToList();
        return mine.Count == 0 ? 0 : await unit.Db.Contacts.Where(row => mine.Contains(row.Report)).ExecuteDeleteAsync();
    }

    /// <returns>Null where nobody asked, or the contact was erased meanwhile.</returns>
    public async Task<Contact?> FindAsync(TriageDb db, ReportId report, CancellationToken ct) =>
        await db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.Report == report, ct) is { } row ? Open(row) : null;

    private Contact? Open(ContactRow row) => Envelope.Open(_key.Value, row.Sealed, Context(row.Report)) is { } json
        ? JsonSerializer.Deserialize(json, ContactJson.Default.Contact)
        : null;

    private static string Context(ReportId report) => $"contacts.sealed.{report.Value:N}";
}

[JsonSerializable(typeof(Contact))]
internal sealed partial class ContactJson : JsonSerializerContext;
