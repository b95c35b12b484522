using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Help;
using Kentongan.Domain.Reports;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;
using Language = Kentongan.Domain.Programmes.Language;

namespace Kentongan.Bot.Conversations;

/// <summary>Picks the conversation a resident is in, and owns what works everywhere.</summary>
public static class ResidentConversation
{
    private static readonly (string Label, Language Language)[] Languages =
        [("Bahasa Indonesia", Language.Indonesian), ("Basa Jawa", Language.Javanese), ("English", Language.English)];

    private static readonly IReadOnlyList<IReadOnlyList<Choice>> Starts =
        [[new Choice(new BotText.Label(Button.Report), "m:report"), new Choice(new BotText.Label(Button.CheckReport), "m:status")]];

    /// <summary>Data of the two buttons below the question of <c>/hapus</c>.</summary>
    public const string EraseTraces = "t:erase", KeepTraces = "t:keep";

    public static Turn Step(ChatState state, ChatInput input, ConversationContext context)
    {
        var turn = Answer(state, input, context);
        return IsLost(state, turn) ? turn with { Effects = [new Effect.Say(new BotText.UnsentDropped(), [], InPlace: false), .. turn.Effects] } : turn;
    }

    private static IReadOnlyList<EvidenceRef> EvidenceOf(ChatState state) => state.Step switch
    {
        Reporting at => at.Draft.Evidence,
        Following { Parked: { } parked } => parked.Draft.Evidence,
        _ => [],
    };

    /// <summary>Whether a file is wanted now, and whether the sender has been warned about voices.</summary>
    public static FileWish Wants(ChatState state, bool voice) => state.Step switch
    {
        Reporting { Draft.VoiceAllowed: false } or Adding { VoiceAllowed: false } when voice => FileWish.WarnFirst,
        Reporting or Adding => FileWish.Take,
        OfficerResolves when !voice => FileWish.Take, // evidence of what was done
        Idle when voice => FileWish.WarnFirst,
        Idle => FileWish.Take,
        _ => FileWish.NotNow,
    };

    /// <summary>What a follow-up goes back to: the report that was being written, or nothing.</summary>
    internal static Step After(Step step) => step switch
    {
        Following { Parked: { } parked } => parked,
        Reporting => step,
        _ => new Idle(),
    };

    /// <summary>The greeting with its buttons; a report that is being written is then asked on.</summary>
    internal static Turn Menu(ChatState state, ConversationContext context, BotText? first = null)
    {
        var next = state with { Step = After(state.Step) };
        Effect greeting = new Effect.Say(
            new BotText.Greeting(context.Intake.Kabupaten.Name),
            [
                [new Choice(new BotText.Label(Button.Report), "m:report")],
                [new Choice(new BotText.Label(Button.CheckReport), "m:status")],
                [new Choice(new BotText.Label(Button.NeedHelp), "m:help"), new Choice(new BotText.Label(Button.Privacy), "m:privacy")],
            ],
            InPlace: false);
        return new Turn(next, [.. first is null ? Array.Empty<Effect>() : [new Effect.Say(first, [])], greeting, .. AskedOn(next, context)]);
    }

    /// <summary>The question of a report that waited, so that nobody is left without one.</summary>
    internal static IEnumerable<Effect> AskedOn(ChatState state, ConversationContext context) => state.Step is Reporting at
        ? IntakeConversation.Repeat(state, at, context.Intake, new BotText.StillWriting()).Effects
        : [];

    private static Turn Answer(ChatState state, ChatInput input, ConversationContext context) => input switch
    {
        Command("start", "") or Command("menu", _) or Command("help", _) => Menu(state, context),
        Command("start", _) => Menu(state, context, new BotText.InvitationInvalid()),
        Command("lapor", _) or Tap("m:report") => Report(state, context),
        Command("privasi", _) or Tap("m:privacy") => Remark(state, new BotText.Privacy(), context),
        Command("tolong", _) or Command("bantuan", _) or Tap("m:help") => Help(state, context),
        Tap("s:help") => HelpInstead(state, context),
        Tap("hs:noreport") => new Turn(state, [new Effect.Say(new BotText.Cancelled(Draft: false), [])]),
        Command("hapus", _) => new Turn(state, [new Effect.AskErasure(InHand(state))]),
        Tap(EraseTraces) => new Turn(ChatState.Fresh with { Language = state.Language }, [.. HelpOf(state), new Effect.EraseTraces(EvidenceOf(state))]),
        Tap(KeepTraces) => new Turn(state, [new Effect.Say(new BotText.Cancelled(Draft: false), state.Step is Idle ? Starts : []), .. Prompts(state, context)]),
        Command("bahasa", _) or Command("language", _) => new Turn(state, [AskLanguage]),
        Tap(var data) when LanguageOf(data) is { } language => Remark(state with { Language = language }, new BotText.LanguageChosen(), context),
        Command("batal", _) or Command("cancel", _) or Tap("cancel") => Cancel(state, context),
        Command("status", _) or Tap("m:status") => FollowUpConversation.AskReceipt(state),
        ReceiptShown shown => FollowUpConversation.Show(state, shown, context),
        TooManyGuesses => Remark(state, new BotText.TooManyGuesses(), context),
        HelpShown shown => HelpTalk.Show(state, shown, context),
        NoReceipt => FollowUpConversation.Unknown(state),
        Command => Remark(state, new BotText.NotUnderstood(), context),
        _ => InStep(state, input, context),
    };

    /// <summary>Whether words that waited to be passed on were left behind without a word.</summary>
    private static bool IsLost(ChatState before, Turn turn) =>
        before.Step is Following { Unsent: not null } && turn.Next.Step is not Following { Unsent: not null }
        && !turn.Effects.Any(effect => effect is Effect.AddToReport or Effect.Object or HelpEffect or Effect.Say { Text: BotText.Cancelled })
        && turn.Next.Step is not AskingForHelp; // there the words stay in the draft

    private static Effect AskLanguage => new Effect.Say(
        new BotText.AskLanguage(),
        [.. Languages.Select(language => (IReadOnlyList<Choice>)[new Choice(new BotText.Name(language.Label), $"l:{language.Language}")])]);

    private static Language? LanguageOf(string data) => Languages.Select(language => (Language?)language.Language)
        .FirstOrDefault(language => data == $"l:{language}");

    private static Turn Report(ChatState state, ConversationContext context)
    {
        var next = state with { Step = After(state.Step) };
        return next.Step is Reporting at
            ? IntakeConversation.Repeat(next, at, context.Intake, new BotText.StillWriting())
            : IntakeConversation.Start(next, new Draft(), context.Intake);
    }

    /// <summary>Where nobody would read it, that is said before anybody writes (policy 5.7).</summary>
    private static Turn Help(ChatState state, ConversationContext context) =>
        !context.HelpIsAttended ? Remark(state, new BotText.HelpUnattended(context.Help), context)
        : state.Step is AskingForHelp ? Remark(state, new BotText.NeedHelp(), context)
        : HelpConversation.Start(state, [], context);

    /// <summary>It is about themselves or their family: what was written goes to a counsellor, and no report remains (policy 5.7).</summary>
    private static Turn HelpInstead(ChatState state, ConversationContext context) => state.Step is Reporting { Draft.Category: { } category } at
        && context.HelpIsAttended && context.Intake.Programmes.FindCategory(category)!.Subcategories.Any(kind => kind.IsHelp)
        ? HelpConversation.Start(state with { Step = new Idle() }, at.Draft.Story, context)
        : Help(state, context);

    /// <summary>The conversation that is open in this chat.</summary>
    private static IEnumerable<Effect> HelpOf(ChatState state) =>
        state.Step is WritingToCounsellor(var token) && HelpReceipt.FromToken(token) is { } receipt ? [new HelpEffect.Erase(receipt, Silent: true)] : [];

    private static Turn InStep(ChatState state, ChatInput input, ConversationContext context) => state.Step switch
    {
        Reporting at => IntakeConversation.Step(state, at, input, context.Intake),
        AskingForHelp at => HelpConversation.Step(state, at, input, context),
        WritingToCounsellor at => HelpTalk.Step(state, at, input, context),
        Following at => FollowUpConversation.Step(state, at, input, context),
        _ => Unasked(state, input, context),
    };

    /// <summary>Somebody simply writes: the words are the story, and only what is missing is asked.</summary>
    private static Turn Unasked(ChatState state, ChatInput input, ConversationContext context) => input switch
    {
        Words(var text) when Greetings.IsOnly(text) => Menu(state, context),
        Words(var text) => IntakeConversation.Start(state, new Draft { Story = [text], StoryDone = true }, context.Intake),
        Evidence(var stored, var caption, var album) => IntakeConversation.Start(
            state,
            new Draft { Evidence = [stored], Story = caption is null ? [] : [caption], LastAlbum = album },
            context.Intake),
        EvidenceRefused(var why, { } caption) => IntakeConversation.Start(
            state, new Draft { Story = [caption] }, context.Intake, new BotText.FileRefused(why)),
        EvidenceRefused(var why, _) => Remark(state, new BotText.FileRefused(why), context),
        Pin(var point) when context.Intake.Regions.Locate(point) is null =>
            Remark(state, new BotText.OutsideKabupaten(context.Intake.Kabupaten.Name), context),
        Pin(var point) => IntakeConversation.Step(state, new Reporting(new Draft(), Question.Category), new Pin(point), context.Intake),
        VoiceUnwarned => IntakeConversation.Step(state, new Reporting(new Draft(), Question.Category), input, context.Intake),
        FileUnasked => Remark(state, new BotText.FileNotNow(), context),
        Contact => Remark(state, new BotText.ContactRefused(), context),
        Edited => Remark(state, new BotText.EditNotRead(), context),
        Tap => Menu(state, context) with { Toast = new BotText.ButtonIsOld() },
        _ => Menu(state, context, new BotText.NotUnderstood()),
    };

    /// <summary>Says something that changes nothing; what was being asked is then asked again.</summary>
    private static Turn Remark(ChatState state, BotText text, ConversationContext context) => state.Step switch
    {
        Reporting at => IntakeConversation.Repeat(state, at, context.Intake, text),
        Following => new Turn(state, [new Effect.Say(text, [], InPlace: false), .. Prompts(state, context)]),
        _ => new Turn(state, [new Effect.Say(text, Starts, InPlace: false)]),
    };

    /// <summary>What was being asked, once more; nothing where nothing was.</summary>
    private static IEnumerable<Effect> Prompts(ChatState state, ConversationContext context) => state.Step switch
    {
        Reporting at => IntakeConversation.Repeat(state, at, context.Intake).Effects,
        AskingForHelp at => [HelpConversation.Prompt(at, context)],
        WritingToCounsellor at => [HelpTalk.Prompt(at)],
        Following at => [FollowUpConversation.Prompt(at)],
        _ => [],
    };

    private static Receipt? InHand(ChatState state) => state.Step switch
    {
        Adding(var token, _, _) => Receipt.FromToken(token),
        Objecting(var token) => Receipt.FromToken(token),
        _ => null,
    };

    private static Turn Cancel(ChatState state, ConversationContext context)
    {
        if (state.Step is Idle)
        {
            return Menu(state, context, new BotText.NothingRunning());
        }

        var next = state with { Step = state.Step is Reporting ? new Idle() : After(state.Step) };
        var cancelled = new Effect.Say(new BotText.Cancelled(Draft: state.Step is Reporting), next.Step is Reporting ? [] : Starts);
        return new Turn(next, [cancelled, .. AskedOn(next, context)]);
    }
}

/// <summary>What a conversation may look up, fetched before the turn.</summary>
public sealed record ConversationContext(IntakeContext Intake, TimeZoneInfo Zone)
{
    /// <summary>Whether a counsellor would read a request for help; looked up for the turns that ask.</summary>
    public bool HelpIsAttended { get; init; }

    /// <summary>Where help is found besides.</summary>
    public HelpDirectory Help { get; init; } = HelpDirectory.Empty;
}

public enum FileWish
{
    Take,
    WarnFirst,
    NotNow,
}
