using System.Buffers.Binary;
using Kentongan.Domain;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Officers;

/// <summary>
/// Empties the cards of whoever leaves: what they may not know any more goes from their phone as well (threat-model 4, row 11). The
/// account is forgotten at once, so each row carries its address, sealed with the day's key.
/// </summary>
public sealed class CardRecall(DayKeys keys, OutboxWriter outbox)
{
    private const string Context = "outbox.recall";

    public async Task OfAsync(Unit unit, OfficerId officer, long chat)
    {
        await outbox.QueueAsync(unit, new OutboxRow { Priority = OutboxPriority.Low, Kind = OutboxKind.Commands, Sealed = Address(chat, 0) }); // of the menu too
        foreach (var card in await unit.Db.Cards.Where(card => card.Officer == officer && card.MessageId != null).ToListAsync())
        {
            await outbox.QueueAsync(unit, new OutboxRow
            {
                Priority = OutboxPriority.Edit,
                Kind = OutboxKind.Recall,
                Sealed = Address(chat, card.MessageId!.Value),
            });
            (card.MessageId, card.Shown) = (null, null);
        }
    }

    private byte[] Address(long chat, int message)
    {
        var address = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(address, chat);
        BinaryPrimitives.WriteInt32BigEndian(address.AsSpan(8), message);
        return keys.Today.Seal(address, Context);
    }

    /// <returns>Null once the key of that day is destroyed.</returns>
    public (long Chat, int Message)? Open(byte[] sealedAddress) =>
        keys.ByNumber(Envelope.KeyNumber(sealedAddress))?.Open(sealedAddress, Context) is { Length: 12 } address
            ? (BinaryPrimitives.ReadInt64BigEndian(address), BinaryPrimitives.ReadInt32BigEndian(address.AsSpan(8)))
            : null;
}
