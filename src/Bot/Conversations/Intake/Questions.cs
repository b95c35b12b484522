using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Reports;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>The words and buttons of each question. Nobody else writes prompts of the intake.</summary>
internal static class Questions
{
    private static readonly Question[] Changeable =
        [Question.Category, Question.Subcategory, Question.Regime, Question.Place, Question.Desa, Question.Supply, Question.When, Question.Story, Question.Official];

    /// <param name="thanks">Whether a story that came first is still to be thanked for.</param>
    public static Effect.Say For(Reporting at, IntakeContext context, bool thanks)
    {
        var asked = Asked(at, context, thanks && !at.Revising);
        return at.Asking is Question.Review or Question.Change
            ? asked
            : asked with { Choices = [.. asked.Choices, at.Revising ? Row(Button.BackToReview, "to:review") : Row(Button.Cancel, "cancel")] };
    }

    public static bool IsOffered(Draft draft, AccusedOffice office, IntakeContext context) =>
        office != AccusedOffice.None || !context.Programmes.Find(draft.Subcategory!)!.ConcernsOfficialByNature;

    public static bool IsChangeable(Draft draft, Question question) =>
        Changeable.Contains(question) && (question != Question.Regime || draft.AsksRegime) && (question != Question.Desa || draft.Place?.Kecamatan is not null)
        && (question != Question.Supply || draft.AsksSupply);

    /// <summary>Whether the preview itself offers it.</summary>
    public static bool IsAddition(Draft draft, Question question) => draft.AsksSupply && Rescue.Additions.Contains(question);

    /// <summary>Those of the programme; a draft that changed its kind meanwhile is asked all.</summary>
    public static IReadOnlyList<ElectionRegime> Regimes(Draft draft, IntakeContext context) =>
        draft.Subcategory is { } code && context.Programmes.ProgrammeOf(code) is { Regimes: { Count: > 0 } regimes } ? regimes : Enum.GetValues<ElectionRegime>();

    private static Effect.Say Asked(Reporting at, IntakeContext context, bool thanks) => at.Asking switch
    {
        Question.Category => new(new BotText.AskCategory(thanks && at.Draft.Story.Count + at.Draft.Evidence.Count > 0), Categories(context)),
        Question.Subcategory => new(
            new BotText.AskSubcategory(context.Programmes.FindCategory(at.Draft.Category!)!.Label),
            Subcategories(at.Draft, context)),
        Question.Regime => new(new BotText.AskRegime(), [.. Regimes(at.Draft, context).Select(regime => Row(new BotText.Election(regime, context.Kabupaten.VillageHeadTitle), $"e:{regime}"))]),
        Question.Place or Question.Desa => Place(at, context),
        Question.Supply or Question.SupplyDesa => SupplyQuestion.Asked(at, context),
        Question.When => new(new BotText.AskWhen(), [.. Enum.GetValues<Happening>().Select(when => Row(new BotText.When(when), $"w:{when}"))]),
        Question.Story => new(new BotText.AskStory(at.Draft.Story.Count, at.Draft.Evidence.Count), Story(at)),
        Question.Official => Official(at.Draft, context),
        Question.Blanking => BlankingQuestion.Asked(at.Draft),
        Question.Change => new(new BotText.AskChange(), Changes(at.Draft)),
        _ => Review(at.Draft, context),
    };

    internal static Effect.Say Place(Reporting at, IntakeContext context) => at.Asking == Question.Place
        ? new(new BotText.AskPlace(at.Draft.AsksSupply), Kecamatan(at.Page, context))
        : new(new BotText.AskDesa(KecamatanOf(at.Draft, context).Name), Desa(at, context));

    private static IReadOnlyList<IReadOnlyList<Choice>> Story(Reporting at) => (at.Draft.Story.Count + at.Draft.Evidence.Count, at.Revising) switch
    {
        (0, _) => [Row(Button.Skip, "st:done")],
        (_, false) => [Row(Button.Done, "st:done")],
        _ => [Row(Button.ClearStory, "st:clear")],
    };

    private static IReadOnlyList<IReadOnlyList<Choice>> Categories(IntakeContext context) =>
    [
        .. context.Programmes.Categories.Select(category =>
            Row(new BotText.FromData(category.Label, category.Icon + " "), $"c:{category.Code}")),
    ];

    private static IReadOnlyList<IReadOnlyList<Choice>> Subcategories(Draft draft, IntakeContext context) =>
    [
        .. context.Programmes.FindCategory(draft.Category!)!.Subcategories
            .Where(subcategory => !subcategory.IsHelp)
            .OrderBy(subcategory => subcategory.Priority)
            .Select(subcategory => Row(new BotText.FromData(subcategory.Label), $"s:{subcategory.Code}")),
        .. context.Programmes.FindCategory(draft.Category!)!.Subcategories
            .Where(subcategory => subcategory.IsHelp)
            .Select(subcategory => Row(new BotText.FromData(subcategory.Label, "🤝 "), "s:help")),
        Row(Button.Back, "s:back"),
    ];

    private static IReadOnlyList<IReadOnlyList<Choice>> Kecamatan(int page, IntakeContext context) =>
    [
        .. Paged(context.Kabupaten.Kecamatan.Select(kecamatan => new Choice(new BotText.Name(kecamatan.Name), $"k:{kecamatan.Code}")), page),
        Row(Button.RatherNotSay, "k:x"),
    ];

    private static IReadOnlyList<IReadOnlyList<Choice>> Desa(Reporting at, IntakeContext context) =>
    [
        .. Paged(KecamatanOf(at.Draft, context).Desa.Select(desa => new Choice(new BotText.Name(desa.Name), $"d:{desa.Code}")), at.Page),
        [new Choice(new BotText.Label(Button.DontKnow), "d:x"), new Choice(new BotText.Label(Button.Back), "d:back")],
    ];

    private static Effect.Say Official(Draft draft, IntakeContext context)
    {
        var byNature = context.Programmes.Find(draft.Subcategory!)!.ConcernsOfficialByNature;
        return new(
            new BotText.AskOfficial(byNature),
            [
                .. Enum.GetValues<AccusedOffice>()
                    .Where(office => IsOffered(draft, office, context))
                    .Select(office => Row(new BotText.Official(office, context.Kabupaten.VillageHeadTitle), $"o:{office}")),
            ]);
    }

    private static IReadOnlyList<IReadOnlyList<Choice>> Changes(Draft draft) =>
    [
        .. Changeable
            .Where(question => IsChangeable(draft, question))
            .Select(question => new Choice(new BotText.ChangeOf(question), $"u:{question}"))
            .Chunk(2),
        Row(Button.BackToReview, "to:review"),
    ];

    private static Effect.Say Review(Draft draft, IntakeContext context)
    {
        var place = draft.Place!.Place;
        return new(
            new BotText.Review(
                context.Programmes.Find(draft.Subcategory!)!.Label,
                place is null ? null : context.Regions.Find(place.Kecamatan)!.Name,
                place?.Desa is { } desa ? context.Regions.Find(desa)!.Name : null,
                draft.Happening!.Value,
                draft.StoryText,
                draft.Evidence.Count,
                draft.Accused!.Value,
                context.Kabupaten.VillageHeadTitle,
                draft.Supply?.Place is { } supply
                    ? string.Join(", ", new[] { supply.Desa is { } from ? context.Regions.Find(from)!.Name : null, context.Regions.Find(supply.Kecamatan)!.Name }.OfType<string>())
                    : null),
            [
                Row(Button.Send, "send"),
                .. draft.AsksSupply
                    ? [[.. Rescue.Additions.Select(question => new Choice(new BotText.ChangeOf(question), $"u:{question}"))]]
                    : Array.Empty<IReadOnlyList<Choice>>(),
                .. context.Programmes.FindCategory(draft.Category!)!.Subcategories.Any(kind => kind.IsHelp) // policy 5.7
                    ? [Row(Button.AskHelpInstead, "s:help")]
                    : Array.Empty<IReadOnlyList<Choice>>(),
                [new Choice(new BotText.Label(Button.Change), "to:change"), new Choice(new BotText.Label(Button.Cancel), "cancel")],
            ]);
    }

    private static IEnumerable<IReadOnlyList<Choice>> Paged(IEnumerable<Choice> all, int page)
    {
        var choices = all.ToList();
        var last = (choices.Count - 1) / PlaceQuestion.PageSize;
        page = Math.Min(page, last);
        foreach (var row in choices.Skip(page * PlaceQuestion.PageSize).Take(PlaceQuestion.PageSize).Chunk(2))
        {
            yield return row;
        }

        if (last > 0)
        {
            yield return
            [
                .. page > 0 ? [new Choice(new BotText.Label(Button.Previous), $"pg:{page - 1}")] : Array.Empty<Choice>(),
                .. page < last ? [new Choice(new BotText.Label(Button.Next), $"pg:{page + 1}")] : Array.Empty<Choice>(),
            ];
        }
    }

    private static Domain.Places.Kecamatan KecamatanOf(Draft draft, IntakeContext context) => context.Regions.Find(draft.Place!.Kecamatan!.Value)!;

    private static IReadOnlyList<Choice> Row(Button button, string data) => Row(new BotText.Label(button), data);

    private static IReadOnlyList<Choice> Row(BotText label, string data) => [new Choice(label, data)];
}
