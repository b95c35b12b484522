using Kentongan.Domain;
using Kentongan.Domain.Places;

namespace Kentongan.Triage.Store;

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

    /// <summary>Days and hours of duty as <c>1-5 07:00-16:00</c>, local; null for always.</summary>
    public string? Duty { get; set; }
}

/// <summary>A unit that answers for more than the kecamatan it sits in: one polsek for three of them (domain.md 2.1).</summary>
public sealed class UnitAreaRow
{
    public string Seat { get; set; } = "";

    /// <summary>Where the unit sits; its holders are posted there.</summary>
    public KecamatanCode Home { get; set; }

    public KecamatanCode Covers { get; set; }
}

/// <summary>A person in office who is away, and who stands in (policy 4.2).</summary>
public sealed class AbsenceRow
{
    public Guid Id { get; set; }

    public OfficerId Officer { get; set; }

    /// <summary>Null where the deputies of the seat are enough, or there is nobody.</summary>
    public OfficerId? Substitute { get; set; }

    public DateTimeOffset From { get; set; }

    public DateTimeOffset To { get; set; }

    /// <summary>When offers that lay with this person were hastened and the coordinator was told.</summary>
    public DateTimeOffset? BegunAt { get; set; }
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

/// <summary>The sealed chat of a resident who asked for news (threat-model 3). See <see cref="Contacts.ContactBook"/>.</summary>
public sealed class ContactRow
{
    public ReportId Report { get; set; }

    public byte[] Sealed { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }
}
