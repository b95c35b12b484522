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
}

public sealed class OfficerRow
{
    public OfficerId Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The bound Telegram account; null until the invitation is used. Officers are not anonymous (design 4).</summary>
    public long? Chat { get; set; }

    public DateTimeOffset? BoundAt { get; set; }

    /// <summary>Since when Telegram says that the bot is blocked (policy 4.1).</summary>
    public DateTimeOffset? UnreachableSince { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }
}

public sealed class PostingRow
{
    public Guid Id { get; set; }

    public OfficerId Officer { get; set; }

    public string Seat { get; set; } = "";

    public KecamatanCode? Kecamatan { get; set; }

    public bool IsDeputy { get; set; }

    public DateTimeOffset From { get; set; }

    public DateTimeOffset? To { get; set; }
}

/// <summary>A one-time link that binds a Telegram account to an officer. Only its hash is kept.</summary>
public sealed class InvitationRow
{
    public byte[] TokenHash { get; set; } = [];

    public OfficerId Officer { get; set; }

    /// <summary>Who is told when it is used; null where the command line invited.</summary>
    public OfficerId? InvitedBy { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>
/// A running conversation, found by a keyed pseudonym whose key is destroyed after two days and sealed with the same key
/// (threat-model 3). Times are Unix milliseconds: the table is on the hot path and is written by hand.
/// </summary>
public sealed class ConversationRow
{
    public byte[] Pseudonym { get; set; } = [];

    public byte[] Sealed { get; set; } = [];

    public int Version { get; set; }

    public long ExpiresAt { get; set; }
}

/// <summary>An update that has acted; a second delivery changes nothing.</summary>
public sealed class SeenUpdateRow
{
    public long Id { get; set; }

    public long At { get; set; }
}

/// <summary>An update that could not be handled. Its content is not kept.</summary>
public sealed class PoisonRow
{
    public long UpdateId { get; set; }

    public string Kind { get; set; } = "";

    /// <summary>Type name of the last error. Its message might quote the content.</summary>
    public string Error { get; set; } = "";

    public int Attempts { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>Something that may only run in one process at a time.</summary>
public sealed class LeaseRow
{
    public string Name { get; set; } = "";

    public string Holder { get; set; } = "";

    public DateTimeOffset Until { get; set; }
}

/// <summary>Cleaned and encrypted evidence. Its key is in the draft or in the report's content, never here.</summary>
public sealed class EvidenceRow
{
    public EvidenceId Id { get; set; }

    /// <summary>Null while it belongs to a draft; swept after a day if that never becomes a report.</summary>
    public ReportId? Report { get; set; }

    public DateTimeOffset StoredAt { get; set; }
}

/// <summary>The sealed chat of a resident who asked for news (threat-model 3). See <see cref="Contacts.ContactBook"/>.</summary>
public sealed class ContactRow
{
    public ReportId Report { get; set; }

    public byte[] Sealed { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>What became of something we told an officer (policy 1.6).</summary>
public sealed class NotificationRow
{
    public long Id { get; set; }

    public ReportId? Report { get; set; }

    public OfficerId Officer { get; set; }

    public string Kind { get; set; } = "";

    public string Outcome { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

/// <summary>One morning digest for one reader.</summary>
public sealed class DigestRow
{
    public OfficerId Officer { get; set; }

    /// <summary>Local date, ISO 8601.</summary>
    public string Date { get; set; } = "";

    /// <summary>Code of the kabupaten for the coordinator's digest, of the kecamatan for the triad's.</summary>
    public string Scope { get; set; } = "";

    public DateTimeOffset MadeAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The figures, as JSON: what was said can be proved later.</summary>
    public string Figures { get; set; } = "";
}

/// <summary>What a job did last, for the jobs page and <c>doctor</c>.</summary>
public sealed class JobRunRow
{
    public string Name { get; set; } = "";

    public DateTimeOffset LastStart { get; set; }

    public DateTimeOffset? LastSuccess { get; set; }

    public int LastCount { get; set; }

    public int FailuresInARow { get; set; }

    public string? LastError { get; set; }
}

/// <summary>Facts about this installation, such as the proof that the keys fit the data.</summary>
public sealed class SettingRow
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}
