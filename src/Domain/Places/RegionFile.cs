namespace Kentongan.Domain.Places;

/// <summary>A region file as it is written, before anything in it is believed.</summary>
internal sealed record RegionFile
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? TimeZone { get; init; }

    public string? VillageHeadTitle { get; init; }

    public IReadOnlyList<EmergencyNumberEntry> EmergencyNumbers { get; init; } = [];

    public IReadOnlyList<string> OrdinaryWords { get; init; } = [];

    public IReadOnlyList<string> NotPlaces { get; init; } = [];

    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    public IReadOnlyList<KecamatanEntry> Kecamatan { get; init; } = [];

    public IReadOnlyList<ReferralBodyEntry> ReferralBodies { get; init; } = [];

    public string? PopulationSource { get; init; }
}

internal sealed record ReferralBodyEntry
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Seat { get; init; }

    public string? Fallback { get; init; }

    public bool Empty { get; init; }

    public bool AdHoc { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}

internal sealed record EmergencyNumberEntry
{
    public string? Number { get; init; }

    public string? Label { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}

internal sealed record KecamatanEntry
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public CentreEntry? Centre { get; init; }

    public IReadOnlyList<string> Neighbours { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string? Parent { get; init; }

    public int? Population { get; init; }

    public IReadOnlyList<DesaEntry> Desa { get; init; } = [];
}

internal sealed record CentreEntry
{
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }
}

internal sealed record DesaEntry
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Kind { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public int? Population { get; init; }
}
