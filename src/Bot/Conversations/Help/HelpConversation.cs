using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Help;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>Asking for help: danger first, then a tap each, then words; every question may be skipped (policy 5.7, domain.md 8).</summary>
public static class HelpConversation
{
    /// <param name="words">What was written already for a report that was never one.</param>
    public static Turn Start(ChatState state, IReadOnlyList<string> words, ConversationContext context)
    {
        var danger = words.Any(text => Danger.Sounds(text, context.Intake));
        var draft = new HelpDraft { Words = words, Urgency = danger ? HelpUrgency.Danger : null };
        var at = new AskingForHelp(draft, HelpQuestion.For) { Parked = ResidentConversation.After(state.Step) as Reporting };
        return new(state with { Step = at }, [Say(danger ? new BotText.HelpDanger() : new BotText.NeedHelp()), HelpQuestions.For(at, context)]);
    }

    public static Turn Step(ChatState state, AskingForHelp at, ChatInput input, ConversationContext context) => input switch
    {
        Tap(var data) when at.Unsent?.Decided(data) is { } parts => Send(state, at, [.. parts.Select(part => part.Text).OfType<string>()], context),
        Tap("hs:skip") when at.Unsent is null => at.Asking == HelpQuestion.Words ? Check(state, at, context) : Ask(state, at, at.Draft, context),
        Tap("hs:send") when at.Unsent is null => Check(state, at, context),
        Tap(var data) when at.Unsent is null && HelpQuestions.Answered(at, data, context) is { } draft =>
            Ask(state, at, draft, context, draft.Urgency == HelpUrgency.Danger && at.Draft.Urgency != HelpUrgency.Danger),
        Words(var text) => Told(state, at, text, context),
        Tap => Again(state, at, context) with { Toast = new BotText.ButtonIsOld() },
        Contact => Again(state, at, context, new BotText.ContactRefused()),
        Edited => Again(state, at, context, new BotText.EditNotRead()),
        SomethingElse => Again(state, at, context, new BotText.NotUnderstood()),
        _ => Again(state, at, context, new BotText.HelpOnlyWords()),
    };

    /// <summary>What the step asks for.</summary>
    internal static Effect.Say Prompt(AskingForHelp at, ConversationContext context) => at.Unsent?.Asked() ?? HelpQuestions.For(at, context) with { InPlace = false };

    private static Turn Ask(ChatState state, AskingForHelp at, HelpDraft draft, ConversationContext context, bool danger = false)
    {
        var next = at with { Draft = draft, Asking = at.Asking == HelpQuestion.Words ? HelpQuestion.Words : at.Asking + 1 };
        return new(
            state with { Step = next },
            [.. danger ? [new Effect.Say(new BotText.HelpDanger(), [])] : Array.Empty<Effect>(), HelpQuestions.For(next, context) with { InPlace = !danger }]);
    }

    private static Turn Told(ChatState state, AskingForHelp at, string text, ConversationContext context)
    {
        if (at.Draft.Words.Sum(word => word.Length) + text.Length > Draft.LongestStory || at.Draft.Words.Count >= HelpQuestions.MostWords)
        {
            return Again(state, at, context, new BotText.StoryFull());
        }

        var danger = Danger.Sounds(text, context.Intake);
        var draft = at.Draft with { Words = [.. at.Draft.Words, text], Urgency = danger ? HelpUrgency.Danger : at.Draft.Urgency };

        // Whoever goes on writing has not decided about what is added now.
        var next = at with { Draft = draft, Unsent = null };
        return new(
            state with { Step = next },
            [
                .. danger ? [Say(new BotText.HelpDanger())] : Array.Empty<Effect>(),
                .. at.Asking == HelpQuestion.Words ? Array.Empty<Effect>() : [Say(new BotText.HelpNoted())],
                HelpQuestions.For(next, context) with { InPlace = false },
            ]);
    }

    /// <summary>Nothing leaves before it is decided what it may tell about its writer.</summary>
    private static Turn Check(ChatState state, AskingForHelp at, ConversationContext context)
    {
        var unsent = new Unsent([.. at.Draft.Words.Select(word => new UnsentPart(word, null))]);
        if (unsent.Findings.Count == 0)
        {
            return Send(state, at, at.Draft.Words, context);
        }

        var next = at with { Unsent = unsent };
        return new(state with { Step = next }, [Prompt(next, context)]);
    }

    private static Turn Send(ChatState state, AskingForHelp at, IReadOnlyList<string> words, ConversationContext context)
    {
        var next = state with { Step = ResidentConversation.After(at) };
        return new(next, [new HelpEffect.Ask(at.Draft.Need, words), .. SeparateReport(words), .. ResidentConversation.AskedOn(next, context)]);
    }

    /// <summary>Somebody is named who sells: a report of its own, without a word of this conversation, and only if they want it (domain.md 8).</summary>
    internal static IEnumerable<Effect> SeparateReport(IEnumerable<string> words) => words.Any(DealerWords.Sound)
        ? [new Effect.Say(
            new BotText.OfferSeparateReport(),
            [[new Choice(new BotText.Label(Button.SeparateReport), "m:report"), new Choice(new BotText.Label(Button.NoReport), "hs:noreport")]],
            InPlace: false)]
        : [];

    private static Turn Again(ChatState state, AskingForHelp at, ConversationContext context, BotText? remark = null) =>
        new(state, [.. remark is null ? Array.Empty<Effect>() : [Say(remark)], Prompt(at, context)]);

    private static Effect.Say Say(BotText text) => new(text, [], InPlace: false);
}
