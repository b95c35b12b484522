using Kentongan.Bot.Conversations.Phrases;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>
/// Where the drink came from, which is seldom where it was drunk (domain.md 1). Asked like the place, answered by the same taps, names
/// and pins; one tap skips it, and no more than the desa is kept.
/// </summary>
internal static class SupplyQuestion
{
    /// <summary>Parts its buttons from those of the place, which look the same.</summary>
    private const string Mark = "q";
    private const string Same = Mark + ":same";

    /// <returns>Null where the input has nothing to do with it.</returns>
    public static Turn? Answer(ChatState state, Reporting at, ChatInput input, IntakeContext context)
    {
        if (input is Tap(Same))
        {
            return IntakeConversation.Answer(state, at, Rescue.Answered(at.Draft, Question.Supply) with { Supply = at.Draft.Place }, context);
        }

        return Unmarked(input) is { } inner && PlaceQuestion.Answer(AsPlace(at), inner, context) is { } answered
            ? Answered(state, at, answered, context)
            : null;
    }

    public static Effect.Say Asked(Reporting at, IntakeContext context)
    {
        var asked = Questions.Place(AsPlace(at), context);
        return at.Asking == Question.Supply
            ? new Effect.Say(
                new BotText.AskSupply(),
                [
                    [new Choice(new BotText.Label(Button.SamePlace), Same), new Choice(new BotText.Label(Button.DontKnow), Mark + "k:x")],
                    .. Marked(asked.Choices.SkipLast(1)), // "rather not say" is "I don't know" here
                ])
            : new Effect.Say(asked.Text, Marked(asked.Choices));
    }

    private static Turn Answered(ChatState state, Reporting at, PlaceQuestion.Answered answered, IntakeContext context) => answered switch
    {
        { Place: { } place } => IntakeConversation.Answer(state, at, Rescue.Answered(at.Draft, Question.Supply) with { Supply = place with { Pin = null } }, context),
        { Page: { } page } => IntakeConversation.Ask(state, at.Draft, answered.Back ? Question.Supply : at.Asking, context, at.Revising, page: page),
        { Candidates: { Count: > 0 } candidates } => new Turn(
            state with { Step = at },
            [new Effect.Say(new BotText.WhichPlace(answered.Typed), Marked(PlaceQuestion.CandidateChoices(candidates, context)), InPlace: false)]),
        _ => IntakeConversation.Repeat(state, at, context, answered.Remark),
    };

    private static Reporting AsPlace(Reporting at) => at with
    {
        Draft = at.Draft with { Place = at.Draft.Supply },
        Asking = at.Asking == Question.SupplyDesa ? Question.Desa : Question.Place,
    };

    private static ChatInput? Unmarked(ChatInput input) => input is Tap(var data)
        ? data.StartsWith(Mark, StringComparison.Ordinal) ? new Tap(data[Mark.Length..]) : null
        : input;

    private static IReadOnlyList<IReadOnlyList<Choice>> Marked(IEnumerable<IReadOnlyList<Choice>> rows) =>
        [.. rows.Select(row => (IReadOnlyList<Choice>)[.. row.Select(choice => choice with { Data = Mark + choice.Data })])];
}
