using System.Text.Json;
using System.Text.Json.Serialization;
using Kentongan.Domain.Programmes;
using Kentongan.Triage.Keys;

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
/// Seals chats for one purpose, with a key that only the role <c>bot</c> reads, bound to what they want news of, each with an end
/// (threat-model 3). Nothing else in the store points at a person.
/// </summary>
/// <param name="purpose">Parts the key from that of reports, which is the key itself; a file format.</param>
/// <param name="table">What the seal is bound to; a file format.</param>
/// <param name="longest">No contact lives longer, whatever becomes of its matter.</param>
internal sealed class SealedContacts(KeyFiles files, string? purpose, string table, TimeSpan longest)
{
    /// <summary>The file of the key that only the role <c>bot</c> reads.</summary>
    private const string KeyName = "contact-1";

    private const int KeyNumber = 1, Block = 256;

    private readonly Lazy<byte[]> _key = new(() => files.ReadOrCreate(KeyName) is var key && purpose is null ? key : MasterKey.Derive(key, purpose));

    public byte[] Seal(Guid of, Contact contact) => Envelope.Seal(
        _key.Value, KeyNumber, Envelope.Padded(JsonSerializer.SerializeToUtf8Bytes(contact, ContactJson.Default.Contact), Block), Context(of));

    public Contact? Open(Guid of, byte[] sealedContact) => Envelope.Open(_key.Value, sealedContact, Context(of)) is { } json
        ? JsonSerializer.Deserialize(json, ContactJson.Default.Contact)
        : null;

    /// <summary>A day, not the second of a tap.</summary>
    public DateTimeOffset EndFrom(DateTimeOffset now) => new((now + longest).UtcDateTime.Date, TimeSpan.Zero);

    private string Context(Guid of) => $"{table}.sealed.{of:N}";
}

[JsonSerializable(typeof(Contact))]
internal sealed partial class ContactJson : JsonSerializerContext;
