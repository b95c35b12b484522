namespace Kentongan.Domain.Programmes;

/// <summary>A programme file as it is written, before anything in it is believed.</summary>
internal sealed record ProgrammeFile
{
    public string? Code { get; init; }

    public WordsEntry? Name { get; init; }

    public OperationEntry? Operation { get; init; }

    public IReadOnlyList<CategoryEntry> Categories { get; init; } = [];

    public IReadOnlyList<string> DigestIndicators { get; init; } = [];

    public IReadOnlyList<string> Regimes { get; init; } = [];
}

internal sealed record WordsEntry
{
    public string? Id { get; init; }

    public string? Jv { get; init; }

    public string? En { get; init; }
}

internal sealed record OperationEntry
{
    public string? Kind { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public int DaysBefore { get; init; }

    public int DaysAfter { get; init; }
}

internal sealed record CategoryEntry
{
    public string? Code { get; init; }

    public WordsEntry? Label { get; init; }

    public string? Icon { get; init; }

    public int MenuOrder { get; init; }

    public IReadOnlyList<SubcategoryEntry> Subcategories { get; init; } = [];
}

internal sealed record SubcategoryEntry
{
    public string? Code { get; init; }

    public WordsEntry? Label { get; init; }

    public string? Priority { get; init; }

    public IReadOnlyList<string> Lead { get; init; } = [];

    public IReadOnlyList<string> Support { get; init; } = [];

    public IReadOnlyList<string> Copies { get; init; } = [];

    public IReadOnlyList<string> CountsOnly { get; init; } = [];

    public string? SupportSees { get; init; }

    public string? VillageHeadSees { get; init; }

    public IReadOnlyList<UpliftEntry> Uplifts { get; init; } = [];

    public WordsEntry? Emergency { get; init; }

    public WordsEntry? Advice { get; init; }

    public IReadOnlyList<string> LegalReferences { get; init; } = [];

    public bool EvidenceToClose { get; init; }

    public int? LegalDeadlineDays { get; init; }

    public bool IsHelp { get; init; }

    /// <summary>See <see cref="Subcategory.CountsVictims"/>.</summary>
    public bool CountsVictims { get; init; }

    /// <summary>See <see cref="Subcategory.Signs"/>.</summary>
    public SignsEntry? Signs { get; init; }

    public bool ConcernsOfficialByNature { get; init; }
}

internal sealed record UpliftEntry
{
    public IReadOnlyList<string> Words { get; init; } = [];

    public string? To { get; init; }

    public bool OnlyHappeningNow { get; init; }
}

internal sealed record SignsEntry
{
    public IReadOnlyList<string> Harm { get; init; } = [];

    public IReadOnlyList<string> Cause { get; init; } = [];
}
