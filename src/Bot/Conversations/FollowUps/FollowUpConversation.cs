using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.FollowUps;

/// <summary>
/// What a resident does with a receipt. Every button carries the receipt itself, so nothing has to be remembered: whoever holds it
/// may act, from any account, and the server needs to know nobody (threat-model 3).
/// </summary>
public static class FollowUpConversation
{
    /// <summary>Data of a button that acts on a report: <c>r:</c>, one letter for the action, the receipt.</summary>
    public static string Data(string action, Receipt receipt) => $"r:{action}:{receipt.Token}";

    public static Turn AskReceipt(ChatState state) =>
        new(state with { Step = new TypingReceipt() }, [new Effect.Say(new BotText.AskReceipt(), [Row(Button.Cancel, "cancel")], InPlace: false)]);

    public static Turn Show(ChatState state, ReceiptShown shown, ConversationContext context)
    {
        if (shown.View is not { } view)
        {
            return new(state, [new Effect.Say(new BotText.ReceiptUnknown(), [Row(Button.Cancel, "cancel")], InPlace: false)]);
        }

        // Looking at a report must not lose a new one that is being written.
        var idle = state with { Step = state.Step is Reporting ? state.Step : new Idle() };
        return shown.Action switch
        {
            "a" when view.IsOpen => new(
                state with { Step = new Adding(shown.Receipt.Token) },
                [new Effect.Say(new BotText.AskAddition(view.Messages.Any(message => message.Open)), [Row(Button.Cancel, "cancel")], InPlace: false)]),
            "n" when CanObject(view) => new(
                state with { Step = new Objecting(shown.Receipt.Token) },
                [new Effect.Say(new BotText.AskObjection(), [Row(Button.Cancel, "cancel")], InPlace: false)]),
            "w" when view.CanWithdraw => new(idle, [new Effect.Say(
                new BotText.AskWithdrawal(),
                [[new Choice(new BotText.Label(Button.WithdrawYes), Data("W", shown.Receipt)), new Choice(new BotText.Label(Button.Keep), Data("", shown.Receipt))]])]),
            "W" => new(idle, [new Effect.Withdraw(shown.Receipt)]),
            "y" when view.Status == ReportStatus.ResolutionProposed => new(idle, [new Effect.Confirm(shown.Receipt)]),
            _ => new(idle, [Status(view, shown.Receipt, context)]),
        };
    }

    public static Turn Step(ChatState state, ChatInput input, ConversationContext context) => (state.Step, input) switch
    {
        (TypingReceipt, _) => new(state, [new Effect.Say(new BotText.ReceiptUnknown(), [Row(Button.Cancel, "cancel")], InPlace: false)]),
        (Objecting(var token), Words(var reason)) when Receipt.FromToken(token) is { } receipt =>
            new(state with { Step = new Idle() }, [new Effect.Object(receipt, reason)]),
        (Adding at, Words(var text)) when Receipt.FromToken(at.Token) is { } receipt => Added(state, at, receipt, text, null),
        (Adding at, Evidence file) when Receipt.FromToken(at.Token) is { } receipt => AddedFile(state, at, receipt, file),
        (Adding at, VoiceUnwarned) => new(state, [new Effect.Say(
            new BotText.VoiceWarning(), [Row(Button.AcceptVoice, "st:voice")], InPlace: false)])
            { Next = state with { Step = at } },
        (Adding at, Tap("st:voice")) => new(state with { Step = at with { VoiceAllowed = true } }, [new Effect.Say(new BotText.VoiceWelcome(), [])]),
        (Adding, EvidenceRefused(var why, _)) => new(state, [new Effect.Say(new BotText.FileRefused(why), [], InPlace: false)]),
        (_, Contact) => new(state, [new Effect.Say(new BotText.ContactRefused(), [], InPlace: false)]),
        (_, Edited) => new(state, [new Effect.Say(new BotText.EditNotRead(), [], InPlace: false)]),
        (_, Tap) => ResidentConversation.Menu(state with { Step = new Idle() }, context) with { Toast = new BotText.ButtonIsOld() },
        _ => new(state, [new Effect.Say(new BotText.NotUnderstood(), [Row(Button.Cancel, "cancel")], InPlace: false)]),
    };

    /// <summary>The status of a report with what may be done about it.</summary>
    public static Effect.Say Status(ReporterView view, Receipt receipt, ConversationContext context)
    {
        var rows = new List<IReadOnlyList<Choice>>();
        if (view.Status == ReportStatus.ResolutionProposed)
        {
            rows.Add([Choice(Button.IsRight, "y"), Choice(Button.NotYet, "n")]);
        }
        else if (view.CanReopen)
        {
            rows.Add([Choice(Button.NotYet, "n")]);
        }

        if (view.IsOpen)
        {
            rows.Add([Choice(view.Messages.Any(message => message.Open) ? Button.Answer : Button.Add, "a")]);
        }

        rows.Add([Choice(Button.Refresh, ""), .. view.CanWithdraw ? [Choice(Button.Withdraw, "w")] : Array.Empty<Choice>()]);
        var kind = context.Intake.Programmes.Find(view.Category)!.Label;
        return new Effect.Say(new BotText.Status(view, kind, context.Zone), rows);

        Choice Choice(Button button, string action) => new(new BotText.Label(button), Data(action, receipt));
    }

    private static bool CanObject(ReporterView view) => view.CanReopen || view.Status == ReportStatus.ResolutionProposed;

    private static Turn Added(ChatState state, Adding at, Receipt receipt, string? text, EvidenceRef? evidence) => new(
        state with { Step = at },
        [
            new Effect.AddToReport(receipt, text, evidence),
            new Effect.Say(new BotText.AdditionTaken(), [[new Choice(new BotText.Label(Button.Done), Data("", receipt))]], InPlace: false),
        ]);

    private static Turn AddedFile(ChatState state, Adding at, Receipt receipt, Evidence file)
    {
        var next = at with { LastAlbum = file.Album };
        return file.Album is not null && file.Album == at.LastAlbum
            ? new Turn(state with { Step = next }, [new Effect.AddToReport(receipt, file.Caption, file.Stored)])
            : Added(state, next, receipt, file.Caption, file.Stored);
    }

    private static IReadOnlyList<Choice> Row(Button button, string data) => [new Choice(new BotText.Label(button), data)];
}
