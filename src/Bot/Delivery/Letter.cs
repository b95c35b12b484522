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

    /// <summary>About a report that accuses an office: not counted where numbers are told (policy 5.4).</summary>
    public bool Accuses { get; set; }

    /// <summary>The message in which a card now stands, and the hash of what it shows; null where no card was sent.</summary>
    public (int? Message, byte[] Shown)? Card { get; set; }

    /// <summary>The same of a card of help, and whether what it was about is erased.</summary>
    public (long Card, int? Message, byte[] Shown, bool Gone)? HelpCard { get; set; }
}
