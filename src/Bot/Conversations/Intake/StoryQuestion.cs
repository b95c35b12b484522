using Kentongan.Bot.Conversations.Phrases;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>The story, in any number of messages. It is taken at any time: what somebody tells early is not asked again.</summary>
internal static class StoryQuestion
{
    public static Turn Take(ChatState state, Reporting at, ChatInput input, IntakeContext context) => input switch
    {
        Words(var text) => Add(state, at, text, null, context),
        Evidence evidence => AddEvidence(state, at, evidence, context),
        EvidenceRefused refused => Refuse(state, at, refused, context),
        _ => new Turn(state, [new Effect.Say(
            new BotText.VoiceWarning(),
            [[new Choice(new BotText.Label(Button.AcceptVoice), "st:voice")]],
            InPlace: false)]),
    };

    private static Turn Add(ChatState state, Reporting at, string text, string? album, IntakeContext context)
    {
        if (at.Draft.StoryText.Length + text.Length > Draft.LongestStory)
        {
            return IntakeConversation.Repeat(state, at, context, new BotText.StoryFull());
        }

        return Taken(state, at, at.Draft with { Story = [.. at.Draft.Story, text], LastAlbum = album }, context);
    }

    private static Turn AddEvidence(ChatState state, Reporting at, Evidence evidence, IntakeContext context)
    {
        if (at.Draft.Evidence.Count >= Draft.MostFiles)
        {
            return IntakeConversation.Repeat(state, at, context, new BotText.FilesFull(Draft.MostFiles));
        }

        var draft = at.Draft with
        {
            Evidence = [.. at.Draft.Evidence, evidence.Stored],
            Story = evidence.Caption is { } caption && at.Draft.StoryText.Length + caption.Length <= Draft.LongestStory
                ? [.. at.Draft.Story, caption]
                : at.Draft.Story,
        };

        // The rest of an album comes in silence: ten photos deserve one answer, not ten.
        return evidence.Album is not null && evidence.Album == at.Draft.LastAlbum
            ? new Turn(state with { Step = at with { Draft = draft } }, [])
            : Taken(state, at, draft with { LastAlbum = evidence.Album }, context);
    }

    private static Turn Refuse(ChatState state, Reporting at, EvidenceRefused refused, IntakeContext context)
    {
        var kept = refused.Caption is { } caption && at.Draft.StoryText.Length + caption.Length <= Draft.LongestStory
            ? at with { Draft = at.Draft with { Story = [.. at.Draft.Story, caption] } }
            : at;
        return IntakeConversation.Repeat(state, kept, context, new BotText.FileRefused(refused.Why));
    }

    private static Turn Taken(ChatState state, Reporting at, Draft draft, IntakeContext context)
    {
        var alarm = IntakeConversation.Alarm(at.Draft, draft, context);
        return at.Asking == Question.Story
            ? Counted(state, at, draft, alarm)
            : IntakeConversation.Ask(state, draft, at.Asking, context, alarm, at.Revising, new BotText.StoryTaken(draft.Story.Count, draft.Evidence.Count), at.Page);
    }

    private static Turn Counted(ChatState state, Reporting at, Draft draft, BotText? alarm)
    {
        var next = draft with { EmergencyShown = draft.EmergencyShown || alarm is not null };
        var effects = new List<Effect>();
        if (alarm is not null)
        {
            effects.Add(new Effect.Say(alarm, [], InPlace: false));
        }

        effects.Add(new Effect.Say(
            new BotText.StoryTaken(next.Story.Count, next.Evidence.Count),
            [[new Choice(new BotText.Label(Button.Done), "st:done")]],
            InPlace: false));
        return new Turn(state with { Step = at with { Draft = next } }, effects);
    }
}
