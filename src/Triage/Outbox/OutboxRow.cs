using Kentongan.Domain;

namespace Kentongan.Triage.Outbox;

/// <summary>What the sender has to do with an outbox row. Stored by name: never rename one.</summary>
public enum OutboxKind
{
    /// <summary>A sealed answer in a running conversation.</summary>
    Reply,

    /// <summary>Send or refresh an officer's card; rendered when it leaves, so it is never stale.</summary>
    Card,

    /// <summary>A sentence to an officer about a report or about the work.</summary>
    Notice,
    Evidence,
    Digest,

    /// <summary>Empty a card in the chat of somebody who holds no seat any more; chat and message are sealed in the row.</summary>
    Recall,

    /// <summary>"There is news" to a resident who asked to be told; the chat is opened when it leaves.</summary>
    Nudge,

    /// <summary>A counsellor's card of a help request; its number is in the body (policy 5.7).</summary>
    HelpCard,

    /// <summary>A sentence to a counsellor.</summary>
    HelpNotice,

    /// <summary>"There is news" to somebody who asked for help and wants to be told.</summary>
    HelpNudge,

    /// <summary>Set the command menu of an officer's chat as their seats ask.</summary>
    Commands,

    /// <summary>A picture of a digest; drawn when it leaves, and left out where no tool is there to make it (policy 6).</summary>
    DigestPicture,
}

/// <summary>Who goes first when Telegram's limits bite. Stored as a number.</summary>
public static class OutboxPriority
{
    public const int Emergency = 0, Reply = 1, High = 2, Normal = 3, Edit = 4, Low = 5;
}

/// <summary>Something to tell a person, committed with the decision behind it and gone once delivered.</summary>
public sealed class OutboxRow
{
    public long Id { get; set; }

    public int Priority { get; set; }

    /// <summary>Unix milliseconds; not sent before.</summary>
    public long DueAt { get; set; }

    public OutboxKind Kind { get; set; }

    /// <summary>The sealed answer of a <see cref="OutboxKind.Reply"/>, else null.</summary>
    public byte[]? Sealed { get; set; }

    public OfficerId? Officer { get; set; }

    public ReportId? Report { get; set; }

    public long? Card { get; set; }

    /// <summary>Machine-readable notice, without a word that anybody wrote; null for other kinds.</summary>
    public string? Body { get; set; }

    /// <summary>Without sound (policy 3, quiet hours).</summary>
    public bool Silent { get; set; }
}
