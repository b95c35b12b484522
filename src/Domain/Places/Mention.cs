namespace Kentongan.Domain.Places;

internal enum MentionKind
{
    Local,
    Kabupaten,
    Elsewhere,
}

/// <summary>What the word before a name says that it names.</summary>
internal enum NameLevel
{
    Unmarked,
    Desa,
    Kecamatan,
    Dukuh,
}

/// <summary>A stretch of words that names a place.</summary>
internal sealed record Mention(int Start, int End, MentionKind Kind, NameLevel Level, string Key, IReadOnlyList<NameTarget> Targets)
{
    /// <summary>An everyday word that needs company to count as a place.</summary>
    public bool NeedsSupport { get; init; }

    /// <summary>Only a word such as <c>desa</c> or the own kecamatan can save it: the phrase around it means something else.</summary>
    public bool InPhrase { get; init; }

    /// <summary>True where what was meant is likely but must be confirmed, such as <c>kota</c> and the name of the kabupaten.</summary>
    public bool Confirm { get; init; }

    public bool CanBeKecamatan => Level is NameLevel.Unmarked or NameLevel.Kecamatan && Targets.Any(target => target.Desa is null);

    public bool CanBeDesa => Level is not NameLevel.Kecamatan && Targets.Any(target => target.Desa is not null);
}
