using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Help;
using Kentongan.Domain.Places;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>The buttons of each question about help, and what a tap on one answers.</summary>
internal static class HelpQuestions
{
    public const int MostWords = 20;

    public static Effect.Say For(AskingForHelp at, ConversationContext context) => new(
        new BotText.AskHelp(at.Asking, at.Draft.Words.Count),
        [
            .. at.Asking switch
            {
                HelpQuestion.For => Options<HelpFor>("hf:", 3),
                HelpQuestion.Age => Options<AgeBand>("ha:", 2),
                HelpQuestion.Substance => Options<SubstanceGroup>("hg:", 1),
                HelpQuestion.Urgency => Options<HelpUrgency>("hu:", 1),
                HelpQuestion.Place => context.Intake.Kabupaten.Kecamatan.Select(one => new Choice(new BotText.Name(one.Name), $"hk:{one.Code}")).Chunk(2),
                _ => [],
            },
            at.Asking == HelpQuestion.Words && at.Draft.Words.Count > 0 ? Row(Button.SendHelp, "hs:send") : Row(Button.Skip, "hs:skip"),
            Row(Button.Cancel, "cancel"),
        ]);

    /// <returns>Null for a button that is none of this question.</returns>
    public static HelpDraft? Answered(AskingForHelp at, string data, ConversationContext context) => at.Asking switch
    {
        HelpQuestion.For when Chosen<HelpFor>(data, "hf:") is { } who => at.Draft with { For = who },
        HelpQuestion.Age when Chosen<AgeBand>(data, "ha:") is { } age => at.Draft with { Age = age },
        HelpQuestion.Substance when Chosen<SubstanceGroup>(data, "hg:") is { } group => at.Draft with { Substance = group },
        HelpQuestion.Urgency when Chosen<HelpUrgency>(data, "hu:") is { } urgency => at.Draft with
        {
            Urgency = at.Draft.Urgency == HelpUrgency.Danger ? HelpUrgency.Danger : urgency, // what was written outweighs the tap
        },
        HelpQuestion.Place when data.StartsWith("hk:", StringComparison.Ordinal) && context.Intake.Regions.Find(new KecamatanCode(data[3..])) is { } kecamatan =>
            at.Draft with { Kecamatan = kecamatan.Code },
        _ => null,
    };

    private static IEnumerable<IReadOnlyList<Choice>> Options<T>(string prefix, int inRow)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => new Choice(new BotText.HelpOption(value), $"{prefix}{value}")).Chunk(inRow);

    private static T? Chosen<T>(string data, string prefix)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => data == $"{prefix}{value}");

    private static IReadOnlyList<Choice> Row(Button button, string data) => [new Choice(new BotText.Label(button), data)];
}
