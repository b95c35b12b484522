using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;
using Language = Kentongan.Domain.Programmes.Language;

namespace Kentongan.Bot.Conversations;

/// <summary>Picks the conversation a resident is in, and owns what works everywhere.</summary>
public static class ResidentConversation
{
    private static readonly (string Label, Language Language)[] Languages =
        [("Bahasa Indonesia", Language.Indonesian), ("Basa Jawa", Language.Javanese), ("English", Language.English)];

    public static Turn Step(ChatState state, ChatInput input, ConversationContext context) => input switch
    {
        Command("start", "") or Command("menu", _) or Command("bantuan", _) or Command("help", _) => Menu(state, context),
        Command("start", _) => Menu(state, context, new BotText.InvitationInvalid()),
        Command("lapor", _) or Tap("m:report") => IntakeConversation.Start(state, new Draft(), context.Intake),
        Command("privasi", _) or Tap("m:privacy") => Remark(state, new BotText.Privacy(), context),
        Command("tolong", _) or Tap("m:help") => Remark(state, new BotText.NeedHelp(), context),
        Command("bahasa", _) or Command("language", _) => new Turn(state, [AskLanguage]),
        Tap(var data) when data.StartsWith("l:", StringComparison.Ordinal) && Enum.TryParse<Language>(data[2..], out var language) =>
            Menu(state with { Language = language }, context, new BotText.LanguageChosen()),
        Command("batal", _) or Command("cancel", _) or Tap("cancel") => Cancel(state, context),
        Command("status", _) or Tap("m:status") => FollowUpConversation.AskReceipt(state),
        ReceiptShown shown => FollowUpConversation.Show(state, shown, context),
        Command => Remark(state, new BotText.NotUnderstood(), context),
        _ => InStep(state, input, context),
    };

    /// <summary>Whether a file is wanted now, and whether the sender has been warned about voices.</summary>
    public static FileWish Wants(ChatState state, bool voice) => state.Step switch
    {
        Reporting { Draft.VoiceAllowed: false } or Adding { VoiceAllowed: false } when voice => FileWish.WarnFirst,
        Reporting or Adding => FileWish.Take,
        Idle when voice => FileWish.WarnFirst,
        Idle => FileWish.Take,
        _ => FileWish.NotNow,
    };

    internal static Turn Menu(ChatState state, ConversationContext context, BotText? first = null) => new(
        state with { Step = state.Step is Reporting ? state.Step : new Idle() },
        [
            .. first is null ? Array.Empty<Effect>() : [new Effect.Say(first, [])],
            new Effect.Say(
                new BotText.Greeting(context.Intake.Kabupaten.Name),
                [
                    [new Choice(new BotText.Label(Button.Report), "m:report")],
                    [new Choice(new BotText.Label(Button.CheckReport), "m:status")],
                    [new Choice(new BotText.Label(Button.NeedHelp), "m:help"), new Choice(new BotText.Label(Button.Privacy), "m:privacy")],
                ],
                InPlace: false),
        ]);

    private static Effect AskLanguage => new Effect.Say(
        new BotText.AskLanguage(),
        [.. Languages.Select(language => (IReadOnlyList<Choice>)[new Choice(new BotText.Name(language.Label), $"l:{language.Language}")])]);

    private static Turn InStep(ChatState state, ChatInput input, ConversationContext context) => state.Step switch
    {
        Reporting at => IntakeConversation.Step(state, at, input, context.Intake),
        TypingReceipt or Adding or Objecting => FollowUpConversation.Step(state, input, context),
        _ => Unasked(state, input, context),
    };

    /// <summary>Somebody simply writes: the words are the story, and only what is missing is asked.</summary>
    private static Turn Unasked(ChatState state, ChatInput input, ConversationContext context) => input switch
    {
        Words(var text) => IntakeConversation.Start(state, new Draft { Story = [text], StoryDone = true }, context.Intake),
        Evidence(var stored, var caption, var album) => IntakeConversation.Start(
            state,
            new Draft { Evidence = [stored], Story = caption is null ? [] : [caption], LastAlbum = album },
            context.Intake),
        Pin(var point) when context.Intake.Regions.Locate(point) is { } found => IntakeConversation.Start(
            state,
            new Draft { Place = new PlaceAnswer(found.Place.Kecamatan, found.Approximate ? null : found.Place.Desa, false, point) },
            context.Intake),
        EvidenceRefused(var why, _) => Remark(state, new BotText.FileRefused(why), context),
        VoiceUnwarned => IntakeConversation.Step(state, new Reporting(new Draft(), Question.Category), input, context.Intake) with
        {
            Next = state with { Step = new Reporting(new Draft(), Question.Category) },
        },
        Contact => Remark(state, new BotText.ContactRefused(), context),
        Edited => new Turn(state, []),
        Tap => Menu(state, context) with { Toast = new BotText.ButtonIsOld() },
        _ => Menu(state, context, new BotText.NotUnderstood()),
    };

    /// <summary>Says something that changes nothing; a running report is then asked on.</summary>
    private static Turn Remark(ChatState state, BotText text, ConversationContext context) => state.Step is Reporting at
        ? IntakeConversation.Repeat(state, at, context.Intake, text)
        : new Turn(state, [new Effect.Say(text, [[new Choice(new BotText.Label(Button.Report), "m:report"), new Choice(new BotText.Label(Button.CheckReport), "m:status")]], InPlace: false)]);

    private static Turn Cancel(ChatState state, ConversationContext context) => state.Step is Idle
        ? Menu(state, context, new BotText.NothingRunning())
        : new Turn(state with { Step = new Idle() }, [new Effect.Say(
            new BotText.Cancelled(),
            [[new Choice(new BotText.Label(Button.Report), "m:report"), new Choice(new BotText.Label(Button.CheckReport), "m:status")]])]);
}

/// <summary>What a conversation may look up, fetched before the turn.</summary>
public sealed record ConversationContext(IntakeContext Intake, TimeZoneInfo Zone);

public enum FileWish
{
    Take,
    WarnFirst,
    NotNow,
}
