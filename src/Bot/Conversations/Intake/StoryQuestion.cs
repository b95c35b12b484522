using Kentongan.Bot.Conversations.Phrases;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>The story, in any number of messages. It is taken at any time: what somebody tells early is not asked again.</summary>
internal static class StoryQuestion
{
    public static Turn Take(ChatState state, Reporting at, ChatInput input, IntakeContext context) => input switch
    {
        Words(var text) => Told(at.Draft, text) is { } draft
            ? Taken(state, at, draft with { LastAlbum = null }, context)
            : IntakeConversation.Repeat(state, at, context, new BotText.StoryFull()),
        Evidence evidence => AddEvidence(state, at, evidence, context),
        EvidenceRefused(var why, var caption) => IntakeConversation.Repeat(
            state, at with { Draft = Told(at.Draft, caption) ?? at.Draft }, context, new BotText.FileRefused(why)),
        _ => new Turn(state with { Step = at }, [new Effect.Say(
            new BotText.VoiceWarning(),
            [[new Choice(new BotText.Label(Button.AcceptVoice), "st:voice")]],
            InPlace: false)]),
    };

    private static Turn AddEvidence(ChatState state, Reporting at, Evidence evidence, IntakeContext context)
    {
        var inAlbum = evidence.Album is not null && evidence.Album == at.Draft.LastAlbum;
        if (at.Draft.Evidence.Count >= Draft.MostFiles)
        {
            return IntakeConversation.Repeat(state, at, context, new BotText.FilesFull(Draft.MostFiles));
        }

        var shown = at.Draft with { Evidence = [.. at.Draft.Evidence, evidence.Stored], LastAlbum = evidence.Album };
        var draft = Told(shown, evidence.Caption);
        if (draft is null)
        {
            return IntakeConversation.Repeat(state, at with { Draft = shown }, context, new BotText.StoryFull());
        }

        // The rest of an album comes in silence: ten photos deserve one answer, not ten.
        return inAlbum && Danger.In(draft, context) is null
            ? new Turn(state with { Step = at with { Draft = draft } }, [])
            : Taken(state, at, draft, context);
    }

    /// <returns>Null where the story would get too long.</returns>
    private static Draft? Told(Draft draft, string? text) =>
        text is null ? draft
        : draft.StoryText.Length + text.Length > Draft.LongestStory ? null
        : draft with { Story = [.. draft.Story, text] };

    private static Turn Taken(ChatState state, Reporting at, Draft draft, IntakeContext context)
    {
        if (at.Asking == Question.Story)
        {
            return Counted(state, at, draft, context);
        }

        var known = Rescue.Recognised(draft, context);
        var (asking, page) = known == draft ? (at.Asking, at.Page) : (known.Missing, 0);
        return IntakeConversation.Ask(state, known, asking, context, at.Revising, new BotText.StoryNoted(draft.Story.Count, draft.Evidence.Count), page);
    }

    private static Turn Counted(ChatState state, Reporting at, Draft draft, IntakeContext context)
    {
        var alarm = Danger.In(draft, context);
        return new Turn(
            state with { Step = at with { Draft = alarm is null ? draft : Danger.Said(draft, alarm) } },
            [
                .. alarm is null ? Array.Empty<Effect>() : [new Effect.Say(alarm, [], InPlace: false)],
                new Effect.Say(
                    new BotText.StoryTaken(draft.Story.Count, draft.Evidence.Count),
                    [[new Choice(new BotText.Label(Button.Done), "st:done")]],
                    InPlace: false),
            ]);
    }
}
