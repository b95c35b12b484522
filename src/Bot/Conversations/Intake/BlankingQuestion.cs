using Kentongan.Bot.Conversations.Blanking;
using Kentongan.Bot.Conversations.Phrases;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>
/// What the story tells about its writer, shown before the preview with one tap to blank it. It may stay, since it can be the
/// number of the one who is reported.
/// </summary>
internal static class BlankingQuestion
{
    public static Effect.Say Asked(Draft draft)
    {
        var undecided = draft.Undecided;
        var shown = undecided.Take(Findings.MostShown).ToList();
        return new(
            new BotText.AskBlanking(shown, undecided.Count - shown.Count),
            [
                [new Choice(new BotText.Label(Button.BlankAll), "b:all")],
                .. shown.Count == 1 && undecided.Count == 1 ? [] : shown.Select(finding => (IReadOnlyList<Choice>)[new Choice(Findings.Label(finding), $"b:{finding.Key}")]),
                [new Choice(new BotText.Label(Button.NotAboutMe), $"b:keep:{Findings.KeyOf(shown)}")],
            ]);
    }

    /// <returns>Null for a button that is none of this question, or of an older one.</returns>
    public static Draft? Answer(Draft draft, string data)
    {
        if (IntakeConversation.Value(data, "b:") is not { } choice || draft.Undecided is not { Count: > 0 } undecided)
        {
            return null;
        }

        var shown = undecided.Take(Findings.MostShown).ToList();
        return choice == "all" ? Blanked(draft, undecided)
            : choice == $"keep:{Findings.KeyOf(shown)}" ? draft with { Kept = [.. draft.Kept, .. shown.Select(finding => finding.Words)] }
            : shown.Find(finding => finding.Key == choice) is { } one ? Blanked(draft, [one])
            : null;
    }

    private static Draft Blanked(Draft draft, IReadOnlyList<Finding> findings) =>
        draft with { Story = [.. draft.Story.Select(part => Findings.Blank(part, findings))] };
}
