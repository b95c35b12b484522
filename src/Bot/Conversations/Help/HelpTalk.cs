using System.Globalization;
using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Help;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>What a resident does with the receipt of a help conversation: read, write, be told, close, erase (policy 5.7, threat-model 3).</summary>
public static class HelpTalk
{
    /// <summary>Data of a button that acts on a conversation: <c>h:</c>, an action or a page, the receipt.</summary>
    public static string Data(string action, HelpReceipt receipt) => $"h:{action}:{receipt.Token}";

    public static Turn Show(ChatState state, HelpShown shown, ConversationContext context)
    {
        if (shown.View is not { } view)
        {
            return GoOn(state, context, new Effect.Say(new BotText.HelpGone(), []));
        }

        var receipt = shown.Receipt;
        return shown.Action switch
        {
            "w" when view.IsOpen => Enter(state, receipt),
            "p" => GoOn(state, context, new HelpEffect.Tell(receipt, On: true)),
            "q" => GoOn(state, context, new HelpEffect.Tell(receipt, On: false)),
            "x" when view.IsOpen => GoOn(state, context, new HelpEffect.Close(receipt)),
            "e" => GoOn(state, context, new Effect.Say(
                new BotText.AskHelpErasure(),
                [[Choice(Button.EraseHelpYes, "E", receipt), Choice(Button.KeepHelp, "", receipt)]])),
            "E" => GoOn(state, context, new HelpEffect.Erase(receipt)),
            FollowUpConversation.Below => GoOn(state, context, Seen(view, receipt, 0) with { InPlace = false }),
            var page => GoOn(state, context, Seen(view, receipt, int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)),
        };
    }

    public static Turn Step(ChatState state, WritingToCounsellor at, ChatInput input, ConversationContext context) => input switch
    {
        Tap(var data) when at.Unsent?.Decided(data) is { } parts && HelpReceipt.FromToken(at.Token) is { } receipt =>
            Pass(state, at with { Unsent = null }, receipt, [.. parts.Select(part => part.Text).OfType<string>()], context),
        Words(var text) when HelpReceipt.FromToken(at.Token) is { } receipt => Written(state, at, receipt, text, context),
        Tap => Again(state, at) with { Toast = new BotText.ButtonIsOld() },
        Contact => Again(state, at, new BotText.ContactRefused()),
        Edited => Again(state, at, new BotText.EditNotRead()),
        Words or SomethingElse => Again(state, at, new BotText.NotUnderstood()),
        _ => Again(state, at, new BotText.HelpOnlyWords()),
    };

    /// <summary>What the step asks for.</summary>
    internal static Effect.Say Prompt(WritingToCounsellor at) => at.Unsent?.Asked() ?? new Effect.Say(new BotText.AskHelpWords(), [BackTo(at)], InPlace: false);

    internal static Choice Choice(Button button, string action, HelpReceipt receipt) => new(new BotText.Label(button), Data(action, receipt));

    private static Effect.Say Seen(Triage.Help.HelpView view, HelpReceipt receipt, int page)
    {
        var shown = HelpPage.Of(view.Words, page);
        List<IReadOnlyList<Choice>> rows =
        [
            [
                .. shown.HasOlder ? [Choice(Button.Previous, Number(shown.Number + 1), receipt)] : Array.Empty<Choice>(),
                .. shown.Number > 0 ? [Choice(Button.Next, Number(shown.Number - 1), receipt)] : Array.Empty<Choice>(),
            ],
            view.IsOpen ? [Choice(Button.WriteToCounsellor, "w", receipt)] : [],
            view.IsOpen ? [view.IsFollowed ? Choice(Button.DontTellMe, "q", receipt) : Choice(Button.TellMe, "p", receipt)] : [],
            [Choice(Button.Refresh, "", receipt), .. view.IsOpen ? [Choice(Button.EndHelp, "x", receipt)] : Array.Empty<Choice>()],
            [Choice(Button.EraseHelp, "e", receipt)],
        ];
        return new(new BotText.HelpSeen(view.Status, view.IsAnswered, shown), [.. rows.Where(row => row.Count > 0)]);
    }

    private static string Number(int page) => page.ToString(CultureInfo.InvariantCulture);

    private static Turn Written(ChatState state, WritingToCounsellor at, HelpReceipt receipt, string text, ConversationContext context)
    {
        if (!Unsent.Holds(at.Unsent, text))
        {
            return Pass(state, at, receipt, [text], context);
        }

        if (Unsent.With(at.Unsent, new UnsentPart(text, null)) is not { } unsent)
        {
            return Again(state, at, new BotText.StoryFull());
        }

        var next = at with { Unsent = unsent };
        return new(state with { Step = next }, [.. Alarm([text], context), Prompt(next)]);
    }

    private static Turn Pass(ChatState state, WritingToCounsellor at, HelpReceipt receipt, IReadOnlyList<string> words, ConversationContext context)
    {
        var alarm = Alarm(words, context).ToList();
        return new(
            state with { Step = at },
            [.. at.Unsent is null ? alarm : [], new HelpEffect.Write(receipt, words, alarm.Count > 0), .. HelpConversation.SeparateReport(words)]);
    }

    private static IEnumerable<Effect> Alarm(IReadOnlyList<string> words, ConversationContext context) =>
        words.Any(text => Danger.Sounds(text, context.Intake)) ? [new Effect.Say(new BotText.HelpDanger(), [], InPlace: false)] : [];

    private static Turn Enter(ChatState state, HelpReceipt receipt)
    {
        var at = new WritingToCounsellor(receipt.Token) { Parked = ResidentConversation.After(state.Step) as Reporting };
        return new(state with { Step = at }, [Prompt(at)]);
    }

    private static Turn GoOn(ChatState state, ConversationContext context, Effect effect)
    {
        var next = state with { Step = ResidentConversation.After(state.Step) };
        return new(next, [effect, .. ResidentConversation.AskedOn(next, context)]);
    }

    private static Turn Again(ChatState state, WritingToCounsellor at, BotText? remark = null) =>
        new(state, [.. remark is null ? Array.Empty<Effect>() : [new Effect.Say(remark, [], InPlace: false)], Prompt(at)]);

    private static IReadOnlyList<Choice> BackTo(WritingToCounsellor at) => HelpReceipt.FromToken(at.Token) is { } receipt
        ? [Choice(Button.Back, "", receipt)]
        : [new Choice(new BotText.Label(Button.Cancel), "cancel")];
}
