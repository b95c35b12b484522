using Kentongan.Domain.Help;
using Kentongan.Domain.Places;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>A request for help in the making (policy 5.7): nothing in it names anybody, and nothing in it has to be answered.</summary>
public sealed record HelpDraft
{
    public HelpFor? For { get; init; }

    public AgeBand? Age { get; init; }

    public SubstanceGroup? Substance { get; init; }

    public HelpUrgency? Urgency { get; init; }

    public KecamatanCode? Kecamatan { get; init; }

    public IReadOnlyList<string> Words
    {
        get => field ?? [];
        init;
    }

    internal HelpNeed Need => new(For, Age, Substance, Urgency, Kecamatan);
}

/// <summary>What is asked, in this order. A file format with the state: never rename one.</summary>
public enum HelpQuestion
{
    For,
    Age,
    Substance,
    Urgency,
    Place,
    Words,
}
