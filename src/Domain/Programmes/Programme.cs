using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;

namespace Kentongan.Domain.Programmes;

/// <summary>A programme file: what one campaign lets residents report, who answers for it, and when it weighs more (design 5).</summary>
/// <param name="Code">File name without its ending, such as <c>cipta-kondisi-ramadhan</c>.</param>
/// <param name="Regimes">Election rules its reports may stand under; where there is more than one the resident is asked (policy 5.6).</param>
/// <param name="Operation">When it is in force as a dated operation (policy 3.1); null for never.</param>
public sealed record Programme(
    string Code,
    Words Name,
    OperationPeriod? Operation,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<string> DigestIndicators,
    IReadOnlyList<ElectionRegime>? Regimes = null)
{
    public IReadOnlyList<ElectionRegime> Regimes { get; init; } = Regimes ?? [];
}

/// <summary>One text in the three languages of the residents. Indonesian is always there; the others fall back to it.</summary>
public sealed record Words(string Id, string? Jv = null, string? En = null)
{
    public string In(Language language) => language switch
    {
        Language.Javanese => Jv ?? Id,
        Language.English => En ?? Id,
        _ => Id,
    };
}

public enum Language
{
    Indonesian,
    Javanese,
    English,
}

/// <summary>When a programme counts as an operation in force, in local dates of the kabupaten.</summary>
/// <param name="Kind"><c>Dates</c> reads From and To; <c>Ramadhan</c> reads the two numbers of days around the month.</param>
public sealed record OperationPeriod(PeriodKind Kind, DateOnly? From, DateOnly? To, int DaysBefore, int DaysAfter);

public enum PeriodKind
{
    Always,
    Dates,
    Ramadhan,
}

/// <param name="Code">First half of a category code: <c>miras</c>. Programmes may share a category; its label must then agree.</param>
/// <param name="MenuOrder">Lower comes first in the menu of the residents.</param>
public sealed record Category(string Code, Words Label, string Icon, IReadOnlyList<Subcategory> Subcategories, int MenuOrder = 0);

/// <summary>One kind of report. domain.md 3 is the table that the shipped files reproduce.</summary>
/// <param name="Code">Whole code: <c>miras.penjualan</c>.</param>
/// <param name="Lead">Seats in order of preference: the first that the kabupaten has connected leads (domain.md, head).</param>
/// <param name="Support">Seats that support and may accept in the lead's stead (policy 1.1, 1.2).</param>
/// <param name="Copies">Seats that see the report and answer for nothing.</param>
/// <param name="SupportSees">How much of the report the support seats see.</param>
/// <param name="VillageHeadSees">Whether the village head may see the narrative.</param>
/// <param name="Uplifts">Words or answers that raise the priority.</param>
/// <param name="Emergency">Texts shown before any further question where life may be in danger; null where there are none.</param>
/// <param name="Advice">One sentence shown with the receipt; null for none.</param>
/// <param name="LegalReferences">Titles an officer may cite. Never shown as a charge.</param>
/// <param name="EvidenceToClose">Whether a resolution must carry evidence.</param>
/// <param name="LegalDeadlineDays">Days until a legal limit runs out for the resident, such as 7 for Bawaslu; null for none.</param>
/// <param name="IsHelp">A request for help: goes to counsellors only and never becomes a report (policy 5.7).</param>
/// <param name="ConcernsOfficialByNature">Conflict of interest by definition, such as neutrality of officials.</param>
/// <param name="CountsOnly">Seats that learn of it in counts only, never by a card (domain.md 3: danramil and camat in narcotics).</param>
public sealed record Subcategory(
    string Code,
    Words Label,
    Priority Priority,
    IReadOnlyList<Seat> Lead,
    IReadOnlyList<Seat> Support,
    IReadOnlyList<Seat> Copies,
    AudienceTier SupportSees,
    VillageHeadSees VillageHeadSees,
    IReadOnlyList<Uplift> Uplifts,
    Words? Emergency,
    Words? Advice,
    IReadOnlyList<string> LegalReferences,
    bool EvidenceToClose,
    int? LegalDeadlineDays,
    bool IsHelp,
    bool ConcernsOfficialByNature,
    IReadOnlyList<Seat>? CountsOnly = null)
{
    public IReadOnlyList<Seat> CountsOnly { get; init; } = CountsOnly ?? [];

    /// <summary>Tells of people who were poisoned: goes out once its place is known, offers to say where the drink came from, keeps a count and a 72-hour watch (policy 5.5).</summary>
    public bool CountsVictims { get; init; }

    /// <summary>By which a story tells of this kind before anybody was asked; null where only the resident can say it.</summary>
    public Signs? Signs { get; init; }

    public string CategoryCode => Code[..Code.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>Words that tell of a kind of report together: at least one of each (whole words, any case).</summary>
public sealed record Signs(IReadOnlyList<string> Harm, IReadOnlyList<string> Cause);

/// <summary>Raises the priority to <paramref name="To"/> when the story holds one of the words (whole words, any case).</summary>
/// <param name="OnlyHappeningNow">Counts only while the resident says that it is going on now.</param>
public sealed record Uplift(IReadOnlyList<string> Words, Priority To, bool OnlyHappeningNow);

/// <summary>How much of a report a seat sees (domain.md 3, leak rule).</summary>
public enum AudienceTier
{
    /// <summary>Category and counts only.</summary>
    Agregat,

    /// <summary>Category, desa, time and what is asked of the seat.</summary>
    Ringkas,

    /// <summary>The narrative and the evidence.</summary>
    Full,
}

public enum VillageHeadSees
{
    No,
    AfterAction,
    LocationOnly,
    Yes,
}
