using Kentongan.Domain;
using Kentongan.Domain.Help;

namespace Kentongan.Triage.Help;

/// <summary>What a sealed word of a conversation is. Stored by name: never rename one.</summary>
internal enum HelpWordKind
{
    /// <summary>The answers of the first questions.</summary>
    Need,
    Resident,
    Counsellor,
    Referral,
}

/// <summary>Something that was said, sealed with the key of its request.</summary>
internal sealed class HelpWordRow
{
    public Guid Id { get; set; }

    public HelpId Request { get; set; }

    public HelpWordKind Kind { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Order within one moment.</summary>
    public int Sequence { get; set; }

    public byte[] SealedText { get; set; } = [];
}

internal sealed class HelpDeadlineRow
{
    public long Id { get; set; }

    public HelpId Request { get; set; }

    public HelpDeadlineKind Kind { get; set; }

    public DateTimeOffset DueAt { get; set; }
}

/// <summary>The sealed chat of a resident who asked to be told. See <see cref="HelpContacts"/>.</summary>
internal sealed class HelpContactRow
{
    public HelpId Request { get; set; }

    public byte[] Sealed { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>What one counsellor has of one request: one message in their chat, edited in place.</summary>
internal sealed class HelpCardRow
{
    /// <summary>Random, so that a button tells nothing.</summary>
    public long Id { get; set; }

    public HelpId Request { get; set; }

    public OfficerId Counsellor { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Which page of the conversation the card shows, from the newest; null while it is folded.</summary>
    public int? Page { get; set; }

    public int? MessageId { get; set; }

    /// <summary>Where the card stood before it was sent anew: emptied when that happens, so that no old copy keeps the story.</summary>
    public int? FormerMessageId { get; set; }

    /// <summary>Hash of what the message shows, to spare an edit that changes nothing.</summary>
    public byte[]? Shown { get; set; }
}

/// <summary>How many asked in a month. Erasing a request does not take it back, or the figure would tell of it.</summary>
internal sealed class HelpMonthRow
{
    /// <summary>Local, ISO 8601: 2026-11.</summary>
    public string Month { get; set; } = "";

    public int Requests { get; set; }
}
