using Kentongan.Domain.Places;

namespace Kentongan.Domain.Help;

/// <summary>Names a help request inside the system. It has nothing to do with any report.</summary>
public readonly record struct HelpId(Guid Value);

/// <summary>Who the help is for. Stored by name: never rename one.</summary>
public enum HelpFor
{
    Myself,
    Family,
    Friend,
}

/// <summary>Bands so wide that they point at nobody. Stored by name.</summary>
public enum AgeBand
{
    Under18,
    From18To25,
    From26To45,
    Over45,
}

/// <summary>What it is about, coarsely. Stored by name.</summary>
public enum SubstanceGroup
{
    Liquor,
    Pills,
    Narcotics,
    Solvents,
    Several,
}

/// <summary>How soon somebody has to answer. Stored by name.</summary>
public enum HelpUrgency
{
    /// <summary>Life may be in danger: 119 first, a counsellor within ten minutes (domain.md 5.3).</summary>
    Danger,
    Soon,
    CanWait,
}

/// <summary>Everything that is asked, each of it optional, and nothing that names anybody (domain.md 8).</summary>
public sealed record HelpNeed(HelpFor? For, AgeBand? Age, SubstanceGroup? Substance, HelpUrgency? Urgency, KecamatanCode? Kecamatan);

/// <summary>Where a request stands. Stored by name.</summary>
public enum HelpStatus
{
    /// <summary>Nobody has it.</summary>
    Waiting,
    Taken,
    Closed,
}

/// <summary>A figure about people who asked for help: it holds five or more, or nothing at all (domain.md 8, policy 5.7).</summary>
public readonly record struct SuppressedCount
{
    public const int Smallest = 5;

    [System.Text.Json.Serialization.JsonConstructor]
    public SuppressedCount(int? shown) => Shown = shown >= Smallest ? shown : null;

    /// <summary>Null for every figure under five, zero included.</summary>
    public int? Shown { get; }
}
