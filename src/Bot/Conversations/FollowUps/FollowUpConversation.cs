using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Casualties;
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
    /// <summary>Shows the report below, so that the message with the code stays as it is.</summary>
    public const string Below = "c";

    /// <summary>Data of a button that acts on a report: <c>r:</c>, one letter for the action, the receipt.</summary>
    public static string Data(string action, Receipt receipt) => $"r:{action}:{receipt.Token}";

    public static Turn AskReceipt(ChatState state) => Enter(state, new TypingReceipt());

    /// <summary>Words that are no receipt; the next try is read as one again.</summary>
    public static Turn Unknown(ChatState state) =>
        new(state with { Step = new TypingReceipt { Parked = Parked(state) } }, [Say(new BotText.ReceiptUnknown(), Row(Button.Cancel, "cancel"))]);

    public static Turn Show(ChatState state, ReceiptShown shown, ConversationContext context)
    {
        if (shown.View is not { } view)
        {
            return Unknown(state);
        }

        return shown.Action switch
        {
            "a" when view.IsOpen => Enter(state, new Adding(shown.Receipt.Token), new BotText.AskAddition(IsAsked(view))),
            "n" when CanObject(view) => Enter(state, new Objecting(shown.Receipt.Token)),
            "w" when view.CanWithdraw => GoOn(state, context, new Effect.Say(
                new BotText.AskWithdrawal(),
                [[new Choice(new BotText.Label(Button.WithdrawYes), Data("W", shown.Receipt)), new Choice(new BotText.Label(Button.Keep), Data("", shown.Receipt))]])),
            "W" => GoOn(state, context, new Effect.Withdraw(shown.Receipt)),
            Below => GoOn(state, context, Status(view, shown.Receipt, context) with { InPlace = false }),
            "p" => GoOn(state, context, new Effect.Follow(shown.Receipt, On: true)),
            "q" => GoOn(state, context, new Effect.Follow(shown.Receipt, On: false)),
            "y" when view.Status == ReportStatus.ResolutionProposed => GoOn(state, context, new Effect.Confirm(shown.Receipt)),
            var action when view.IsOpen && VictimQuestions.Read(action, shown.Receipt) is { } victims => OfVictims(state, shown.Receipt, victims, context),
            _ => GoOn(state, context, Status(view, shown.Receipt, context)),
        };
    }

    public static Turn Step(ChatState state, Following at, ChatInput input, ConversationContext context) => (at, input) switch
    {
        (_, Contact) => Again(state, at, new BotText.ContactRefused()),
        (_, Edited) => Again(state, at, new BotText.EditNotRead()),
        (_, Tap(var data)) when at.Unsent?.Decided(data) is { } parts => Pass(state, at, parts, context),
        (Adding adding, Tap("st:voice")) =>
            new(state with { Step = adding with { VoiceAllowed = true } }, [new Effect.Say(new BotText.VoiceWelcome(), [])]),
        (_, Tap) => Again(state, at) with { Toast = new BotText.ButtonIsOld() },
        (_, FileUnasked) => Again(state, at, new BotText.FileNotNow()),
        (Objecting objecting, Words(var reason)) when Receipt.FromToken(objecting.Token) is { } receipt =>
            Unsent.Holds(at.Unsent, reason)
                ? Hold(state, at, new UnsentPart(reason, null), context)
                : GoOn(state, context, [.. Alarms(reason, context), new Effect.Object(receipt, reason)]),
        (Adding { AsksWhere: true }, Pin(var point)) when context.Intake.Regions.Locate(point) is null =>
            Again(state, at, new BotText.OutsideKabupaten(context.Intake.Kabupaten.Name)),
        (Adding { AsksWhere: true } adding, Pin(var point)) when Receipt.FromToken(adding.Token) is { } receipt =>
            GoOn(state, context, new Effect.TellOfVictims(receipt, new VictimsTold(Place: VictimPlace.Point), point), VictimQuestions.Thanks(receipt)),
        (Adding adding, _) when Receipt.FromToken(adding.Token) is { } receipt => Add(state, adding, receipt, input, context),
        (TypingReceipt, Words) => Unknown(state),
        _ => Again(state, at, new BotText.NotUnderstood()),
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
            rows.Add([Choice(IsAsked(view) ? Button.Answer : Button.Add, "a")]);
        }

        if (view.IsEmergency)
        {
            rows.Add([Choice(Button.TellOfVictims, VictimQuestions.Again)]);
        }

        if (view.IsOpen)
        {
            rows.Add([view.IsFollowed ? Choice(Button.DontTellMe, "q") : Choice(Button.TellMe, "p")]);
        }

        rows.Add([Choice(Button.Refresh, ""), .. view.CanWithdraw ? [Choice(Button.Withdraw, "w")] : Array.Empty<Choice>()]);
        var kind = context.Intake.Programmes.Find(view.Category)!.Label;
        return new Effect.Say(new BotText.Status(view, kind, context.Zone), rows);

        Choice Choice(Button button, string action) => new(new BotText.Label(button), Data(action, receipt));
    }

    /// <summary>What a step of the follow-up asks for.</summary>
    internal static Effect.Say Prompt(Following at) => at switch
    {
        { Unsent: { } unsent } => unsent.Asked(),
        Adding { AsksWhere: true } adding when Receipt.FromToken(adding.Token) is { } receipt => VictimQuestions.Where(receipt, adding.Victims) with { InPlace = false },
        Adding adding => Say(new BotText.AskAddition(false), DoneOrCancel(adding)),
        Objecting => Say(new BotText.AskObjection(), Row(Button.Cancel, "cancel")),
        _ => Say(new BotText.AskReceipt(), Row(Button.Cancel, "cancel")),
    };

    private static Turn OfVictims(
        ChatState state, Receipt receipt, (VictimsTold? Told, Effect.Say Next, bool AsksWhere) victims, ConversationContext context)
    {
        Effect[] effects = victims.Told is { } told ? [new Effect.TellOfVictims(receipt, told), victims.Next] : [victims.Next];
        return victims.AsksWhere
            ? new(state with { Step = new Adding(receipt.Token) { AsksWhere = true, Victims = victims.Told?.State, Parked = Parked(state) } }, effects)
            : GoOn(state, context, effects);
    }

    private static Turn Add(ChatState state, Adding at, Receipt receipt, ChatInput input, ConversationContext context) => input switch
    {
        Words(var text) => Added(state, at, receipt, new UnsentPart(text, null), context),
        Evidence { Caption: null, Album: { } album } file when album == at.LastAlbum && at.Unsent is { } before =>
            Unsent.With(before, new UnsentPart(null, file.Stored)) is { } more // in silence: ten photos deserve one answer
                ? new(state with { Step = at with { Unsent = more } }, [])
                : Again(state, at, new BotText.StoryFull()),
        Evidence file when file.Album is not null && file.Album == at.LastAlbum && !Unsent.Holds(at.Unsent, file.Caption) =>
            new(state, [new Effect.AddToReport(receipt, file.Caption, file.Stored)]),
        Evidence file => Added(state, at with { LastAlbum = file.Album }, receipt, new UnsentPart(file.Caption, file.Stored), context),
        EvidenceRefused(var why, { } caption) when Unsent.Holds(at.Unsent, caption) =>
            Hold(state, at, new UnsentPart(caption, null), context, new BotText.FileRefused(why)),
        EvidenceRefused(var why, null) when at.Unsent is not null => Again(state, at, new BotText.FileRefused(why)),
        EvidenceRefused(var why, var caption) => new(
            state,
            [
                .. caption is null ? Array.Empty<Effect>() : [.. Alarms(caption, context), new Effect.AddToReport(receipt, caption, null)],
                Say(new BotText.FileRefused(why), DoneOrCancel(at)),
            ]),
        VoiceUnwarned => new(state, [Say(new BotText.VoiceWarning(), Row(Button.AcceptVoice, "st:voice"))]),
        _ => Again(state, at, new BotText.NotUnderstood()),
    };

    private static Turn Added(ChatState state, Adding at, Receipt receipt, UnsentPart part, ConversationContext context) => Unsent.Holds(at.Unsent, part.Text)
        ? Hold(state, at, part, context)
        : new(state with { Step = at }, [.. Alarms(part.Text, context), new Effect.AddToReport(receipt, part.Text, part.File), Taken(receipt)]);

    /// <summary>Nothing is passed on before it is decided what it may tell about its writer.</summary>
    private static Turn Hold(ChatState state, Following at, UnsentPart part, ConversationContext context, BotText? remark = null)
    {
        if (Unsent.With(at.Unsent, part) is not { } unsent)
        {
            return Again(state, at, new BotText.StoryFull());
        }

        var next = at with { Unsent = unsent };
        return new(
            state with { Step = next },
            [.. Alarms(part.Text, context), .. remark is null ? Array.Empty<Effect>() : [Say(remark, [])], Prompt(next)]);
    }

    private static Turn Pass(ChatState state, Following at, IReadOnlyList<UnsentPart> parts, ConversationContext context) => at switch
    {
        Adding adding when Receipt.FromToken(adding.Token) is { } receipt => new(
            state with { Step = adding with { Unsent = null } },
            [.. parts.Select(part => new Effect.AddToReport(receipt, part.Text, part.File)), Taken(receipt)]),
        Objecting objecting when Receipt.FromToken(objecting.Token) is { } receipt =>
            GoOn(state, context, new Effect.Object(receipt, string.Join('\n', parts.Select(part => part.Text)))),
        _ => Again(state, at),
    };

    private static Effect.Say Taken(Receipt receipt) =>
        Say(new BotText.AdditionTaken(), [new Choice(new BotText.Label(Button.Done), Data("", receipt))]);

    private static IEnumerable<Effect> Alarms(string? text, ConversationContext context) =>
        text is not null && Danger.Sounds(text, context.Intake) ? [new Effect.Say(new BotText.Emergency(null), [], InPlace: false)] : [];

    /// <summary>Looking at a report must not lose a new one that is being written: that one is asked on.</summary>
    private static Turn GoOn(ChatState state, ConversationContext context, params IEnumerable<Effect> effects)
    {
        var next = state with { Step = ResidentConversation.After(state.Step) };
        return new(next, [.. effects, .. ResidentConversation.AskedOn(next, context)]);
    }

    private static Turn Enter(ChatState state, Following step, BotText? prompt = null)
    {
        var asked = Prompt(step);
        return new(state with { Step = step with { Parked = Parked(state) } }, [prompt is null ? asked : asked with { Text = prompt }]);
    }

    private static Turn Again(ChatState state, Following at, BotText? remark = null) =>
        new(state, [.. remark is null ? Array.Empty<Effect>() : [Say(remark, [])], Prompt(at)]);

    private static Reporting? Parked(ChatState state) => ResidentConversation.After(state.Step) as Reporting;

    private static bool IsAsked(ReporterView view) => view.Messages.Any(message => message.Open);

    private static bool CanObject(ReporterView view) => view.CanReopen || view.Status == ReportStatus.ResolutionProposed;

    /// <summary>Leads back to the report that is added to.</summary>
    private static IReadOnlyList<Choice> DoneOrCancel(Adding at) =>
        Receipt.FromToken(at.Token) is { } receipt ? Row(Button.Back, Data("", receipt)) : Row(Button.Cancel, "cancel");

    private static Effect.Say Say(BotText text, IReadOnlyList<Choice> row) => new(text, row.Count == 0 ? [] : [row], InPlace: false);

    private static IReadOnlyList<Choice> Row(Button button, string data) => [new Choice(new BotText.Label(button), data)];
}
