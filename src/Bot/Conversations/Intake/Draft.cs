using System.Text.Json.Serialization;
using Kentongan.Bot.Conversations.Blanking;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>
/// A report in the making: each answer that is known. Any of them can be there before its question was asked (a text that says the
/// place fills in the place), and any can be changed without losing the rest; so it is one record, not one a step.
/// </summary>
public sealed record Draft
{
    /// <summary>Longest story, in characters, over all its messages.</summary>
    public const int LongestStory = 16_000;

    public const int MostFiles = 20;

    /// <summary>First half of a category code.</summary>
    public string? Category { get; init; }

    /// <summary>Whole category code.</summary>
    public string? Subcategory { get; init; }

    /// <summary>The kind of report may stand under more than one election regime, so it is asked which (policy 5.6).</summary>
    public bool AsksRegime { get; init; }

    public ElectionRegime? Regime { get; init; }

    public PlaceAnswer? Place { get; init; }

    /// <summary>Whether this kind of report asks for the place of supply too.</summary>
    public bool AsksSupply { get; init; }

    /// <summary>Where the drink came from; declined where nobody knows.</summary>
    public PlaceAnswer? Supply { get; init; }

    public Happening? Happening { get; init; }

    public IReadOnlyList<string> Story { get; init; } = [];

    public IReadOnlyList<EvidenceRef> Evidence { get; init; } = [];

    public bool StoryDone { get; init; }

    public AccusedOffice? Accused { get; init; }

    /// <summary>What nobody was asked, since a report of victims goes out first (<see cref="Rescue"/>).</summary>
    public IReadOnlyList<Question> Assumed
    {
        get => field ?? []; // a draft that was stored before there was a short way
        init;
    }

    public bool EmergencyShown { get; init; }

    /// <summary>The kind of report whose own emergency text was shown.</summary>
    public string? AdviceShown { get; init; }

    public bool VoiceAllowed { get; init; }

    public string? LastAlbum { get; init; }

    /// <summary>Words of the story that look like the writer's own and stay all the same, since the writer said so.</summary>
    public IReadOnlyList<string> Kept
    {
        get => field ?? []; // a draft that was stored before there was such a question has none
        init;
    }

    public string StoryText => string.Join('\n', Story);

    /// <summary>What the story tells about its writer and nobody has decided on.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> Undecided => Findings.In(Story, Kept);

    /// <summary>Where lives are at risk a pin says enough: it is kept, and no desa is asked for.</summary>
    private bool IsPinnedRescue => AsksSupply && Place?.Pin is not null;

    /// <summary>The first question that has no answer yet; the preview where all have one.</summary>
    public Question Missing => this switch
    {
        { Category: null } => Question.Category,
        { Subcategory: null } => Question.Subcategory,
        { AsksRegime: true, Regime: null } => Question.Regime,
        { Place: null } => Question.Place,
        { Place: { Kecamatan: not null, Desa: null, DesaDeclined: false } } when !IsPinnedRescue => Question.Desa,
        { AsksSupply: true, Supply: null } => Question.Supply,
        { AsksSupply: true, Supply: { Kecamatan: not null, Desa: null, DesaDeclined: false } } => Question.SupplyDesa,
        { Happening: null } => Question.When,
        { StoryDone: false } => Question.Story,
        { Accused: null } => Question.Official,
        { Undecided.Count: > 0 } => Question.Blanking,
        _ => Question.Review,
    };
}

/// <summary>What the resident said about the place. All null: they would rather not say.</summary>
/// <param name="Pin">Kept until the report is filed; stored beyond that only at P0 (design 6).</param>
public sealed record PlaceAnswer(KecamatanCode? Kecamatan, DesaCode? Desa, bool DesaDeclined, Coordinates? Pin)
{
    public static PlaceAnswer Declined { get; } = new(null, null, true, null);

    public Place? Place => Kecamatan is { } kecamatan ? new Place(kecamatan, Desa) : null;
}

/// <summary>What can be asked. A file format with the state: never rename one.</summary>
public enum Question
{
    Category,
    Subcategory,
    Place,
    Desa,
    When,
    Story,
    Official,
    Review,
    Change,
    Blanking,

    /// <summary>Which election: each has rules and an office of its own.</summary>
    Regime,
    Supply,
    SupplyDesa,
}

/// <summary>What the intake may look up.</summary>
public sealed record IntakeContext(ProgrammeCatalogue Programmes, RegionIndex Regions, Kabupaten Kabupaten);
