using System.Buffers.Binary;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Routing;

namespace Kentongan.Triage.Store;

/// <summary>A report's story and evidence, sealed with the report's own key.</summary>
public sealed class ContentRow
{
    public ReportId Report { get; set; }

    public byte[] Sealed { get; set; } = [];
}

/// <summary>A question from an officer or an answer or addition from the resident (policy 5.8). The text is sealed.</summary>
public sealed class MessageRow
{
    public Guid Id { get; set; }

    public ReportId Report { get; set; }

    /// <summary>Null where the resident wrote.</summary>
    public OfficerId? Officer { get; set; }

    public string? Seat { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>A question of an officer that waits for an answer.</summary>
    public bool Open { get; set; }

    public byte[] SealedText { get; set; } = [];
}

public sealed class DeadlineRow
{
    public long Id { get; set; }

    public ReportId Report { get; set; }

    public DeadlineKind Kind { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public int Step { get; set; }
}

/// <summary>What one officer has of one report: one message in their chat, edited in place.</summary>
public sealed class CardRow
{
    /// <summary>Random, so that a button tells nothing.</summary>
    public long Id { get; set; }

    public ReportId Report { get; set; }

    public OfficerId Officer { get; set; }

    public string Seat { get; set; } = "";

    public KecamatanCode? Kecamatan { get; set; }

    public Part Part { get; set; }

    public AudienceTier Tier { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the card was sent for the first time; null for a deputy whose turn has not come.</summary>
    public DateTimeOffset? OfferedAt { get; set; }

    /// <summary>Only a tap counts as reached (policy 1.6).</summary>
    public DateTimeOffset? ReachedAt { get; set; }

    /// <summary>The seat said that it is not theirs, or the report went elsewhere: the card shows that and nothing more.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public int? MessageId { get; set; }

    /// <summary>Hash of what the message shows, to spare an edit that changes nothing.</summary>
    public byte[]? Shown { get; set; }

    /// <summary>Number of the button whose choices stand under the card instead of its buttons; null where none were opened.</summary>
    public int? Menu { get; set; }

    public int MenuArgument { get; set; }

    public DateTimeOffset? MenuAt { get; set; }

    /// <summary>A number that tells neither order nor time.</summary>
    public static long NewId(Randomness random) => BinaryPrimitives.ReadInt64BigEndian(random.Bytes(8)) & long.MaxValue;
}

/// <summary>Cleaned and encrypted evidence. Its key is in the draft or in the report's content, never here.</summary>
public sealed class EvidenceRow
{
    public EvidenceId Id { get; set; }

    /// <summary>Null while it belongs to a draft; swept after a day if that never becomes a report.</summary>
    public ReportId? Report { get; set; }

    public DateTimeOffset StoredAt { get; set; }
}
