using Kentongan.Bot.Conversations;
using Kentongan.Triage.Outbox;

namespace Kentongan.Bot.Delivery;

/// <summary>An outbox row that knows its chat and waits to be sent.</summary>
internal sealed class Letter(OutboxRow row, long chat, Reply? reply)
{
    public OutboxRow Row { get; } = row;

    public long Chat { get; } = chat;

    /// <summary>Opened already where the row is a sealed reply; everything else is drawn when it leaves.</summary>
    public Reply? Reply { get; } = reply;

    public int Attempts { get; set; }

    /// <summary>Telegram asked us to wait before it took this (policy 1.6).</summary>
    public bool Delayed { get; set; }

    /// <summary>About a report that accuses an office: not counted where numbers are told (policy 5.4).</summary>
    public bool Accuses { get; set; }

    /// <summary>Rows that this letter says too: they asked for the same card, and it is drawn as things stand when it leaves.</summary>
    public List<OutboxRow> Along { get; } = [];

    /// <summary>All rows that are done with once it is taken.</summary>
    public IEnumerable<OutboxRow> Rows => Along.Prepend(Row);

    /// <summary>Without sound, unless one of its rows was to be heard.</summary>
    public bool Silent => Row.Silent && Along.TrueForAll(row => row.Silent);

    /// <summary>Takes in what waits in the same queue for the same card. Must come before the card is drawn (ADR 0005).</summary>
    public void TakeAlong(SendQueue<Letter> queue)
    {
        if (Row is { Kind: OutboxKind.Card, Card: { } card })
        {
            foreach (var other in queue.TakeAlong(Chat, other => other.Row.Kind == OutboxKind.Card && other.Row.Card == card))
            {
                Along.Add(other.Row);
                Along.AddRange(other.Along);
            }
        }
    }

    /// <summary>The message in which a card now stands, and the hash of what it shows; null where no card was sent.</summary>
    public (int? Message, byte[] Shown)? Card { get; set; }

    /// <summary>The same of a card of help, and whether what it was about is erased.</summary>
    public (long Card, int? Message, byte[] Shown, bool Gone)? HelpCard { get; set; }
}
