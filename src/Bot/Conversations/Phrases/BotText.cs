using Kentongan.Bot.Conversations.Blanking;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Help;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Reports;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Everything the bot says to residents, without the words. A phrasebook a language has the words; a test finds what is missing.</summary>
public abstract record BotText
{
    /// <summary>A label or text from a programme file.</summary>
    public sealed record FromData(Words Words, string Prefix = "") : BotText;

    /// <summary>A name, the same in every language.</summary>
    public sealed record Name(string Text) : BotText;

    public sealed record Greeting(string Kabupaten) : BotText;

    public sealed record Privacy : BotText;

    public sealed record NeedHelp : BotText;

    /// <summary>The same where no counsellor would read: said before anybody writes (policy 5.7).</summary>
    public sealed record HelpUnattended(HelpDirectory Directory) : BotText;

    /// <param name="Texts">What was written before the question.</param>
    public sealed record AskHelp(HelpQuestion Question, int Texts) : BotText;

    /// <summary>An answer to choose.</summary>
    public sealed record HelpOption(Enum Value) : BotText;

    /// <summary>Words that came before their question.</summary>
    public sealed record HelpNoted : BotText;

    /// <summary>Life may be in danger (domain.md 5.3).</summary>
    public sealed record HelpDanger : BotText;

    public sealed record HelpOnlyWords : BotText;

    public sealed record HelpGiven(string ReceiptWords, bool Danger) : BotText;

    public sealed record HelpSeen(HelpStatus Standing, bool Answered, HelpPage Page) : BotText;

    public sealed record AskHelpWords : BotText;

    public sealed record HelpSent : BotText;

    /// <summary>Nothing can be written there any more.</summary>
    public sealed record HelpEnded : BotText;

    public sealed record HelpClosed : BotText;

    public sealed record AskHelpErasure : BotText;

    public sealed record HelpErased : BotText;

    public sealed record HelpGone : BotText;

    public sealed record HelpNewsOn : BotText;

    public sealed record OfferSeparateReport : BotText;

    public sealed record AskLanguage : BotText;

    public sealed record LanguageChosen : BotText;

    /// <param name="Draft">A report that was being written is gone with it.</param>
    public sealed record Cancelled(bool Draft = true) : BotText;

    public sealed record NothingRunning : BotText;

    /// <summary>Somebody starts anew while a report is being written: it goes on.</summary>
    public sealed record StillWriting : BotText;

    public sealed record AskCategory(bool HasStory) : BotText;

    public sealed record AskSubcategory(Words Category) : BotText;

    /// <param name="Drunk">About people who drank: asks where they drank, since where it came from is asked next.</param>
    public sealed record AskPlace(bool Drunk = false) : BotText;

    public sealed record AskSupply : BotText;

    /// <summary>One report a day (policy 5.3); with the numbers for an emergency.</summary>
    public sealed record OneReportADay : BotText;

    public sealed record WhichPlace(string Typed) : BotText;

    public sealed record PlaceUnknown(string Typed) : BotText;

    public sealed record OutsideKabupaten(string Kabupaten) : BotText;

    /// <summary>A pin that came outside the question of the place.</summary>
    public sealed record PinTaken(string Kecamatan) : BotText;

    /// <summary>A pin that contradicts the answer that was given.</summary>
    public sealed record PinElsewhere(string Kecamatan) : BotText;

    public sealed record AskDesa(string Kecamatan) : BotText;

    public sealed record AskWhen : BotText;

    public sealed record When(Happening Happening) : BotText;

    /// <param name="Texts">What was told before the question.</param>
    public sealed record AskStory(int Texts = 0, int Files = 0) : BotText;

    public sealed record StoryTaken(int Texts, int Files) : BotText;

    /// <summary>A part of the story that came while something else was asked.</summary>
    public sealed record StoryNoted(int Texts, int Files) : BotText;

    public sealed record StoryFull : BotText;

    public sealed record FilesFull(int Most) : BotText;

    public sealed record FileRefused(CleaningRefusal Why) : BotText;

    public sealed record FileNotNow : BotText;

    public sealed record VoiceWarning : BotText;

    public sealed record VoiceWelcome : BotText;

    public sealed record AskOfficial(bool ByNature) : BotText;

    public sealed record Official(AccusedOffice Office, string VillageHead) : BotText;

    /// <summary>What the story tells about its writer.</summary>
    /// <param name="More">What is asked after these.</param>
    public sealed record AskBlanking(IReadOnlyList<Finding> Found, int More) : BotText;

    /// <summary>The same for an addition or an objection, which is not passed on before.</summary>
    public sealed record AskUnsent(IReadOnlyList<Finding> Found, int More) : BotText;

    /// <summary>Somebody went elsewhere while their words waited.</summary>
    public sealed record UnsentDropped : BotText;

    public sealed record Review(Words Kind, string? Kecamatan, string? Desa, Happening Happening, string Story, int Files, AccusedOffice Accused, string VillageHead, string? Supply = null) : BotText;

    public sealed record AskRegime : BotText;

    public sealed record Election(ElectionRegime Value, string VillageHead) : BotText;

    public sealed record AskChange : BotText;

    public sealed record ChangeOf(Question Question) : BotText;

    public sealed record Emergency(Words? Special) : BotText;

    /// <param name="Regime">Under whose rules an election report stands: where a formal one goes.</param>
    public sealed record ReceiptGiven(string ReceiptWords, Words? Advice, int? LegalDeadlineDays, ElectionRegime? Regime = null) : BotText;

    /// <summary>Of the three questions of an emergency the first (policy 5.5).</summary>
    /// <param name="JustFiled">Right below the receipt: the report has gone its way already.</param>
    public sealed record AskVictims(bool JustFiled) : BotText;

    public sealed record AskVictimState : BotText;

    /// <param name="State">What was told just before: the worst needs a word at once.</param>
    public sealed record AskVictimPlace(VictimState? State) : BotText;

    public sealed record VictimsThanks : BotText;

    public sealed record NewsOn : BotText;

    public sealed record NewsOff : BotText;

    /// <summary>Neutral: it may light up on a screen that others see (threat-model 4, row 20).</summary>
    public sealed record ThereIsNews : BotText;

    /// <summary>Before anything is erased, since the codes of the reports go with it.</summary>
    /// <param name="Codes">Receipts that we can still read; the others only the resident has.</param>
    public sealed record AskErasure(IReadOnlyList<string> Codes) : BotText;

    public sealed record TracesErased(Erasure Far) : BotText;

    public sealed record AskReceipt : BotText;

    public sealed record ReceiptUnknown : BotText;

    public sealed record TooManyGuesses : BotText;

    public sealed record Status(ReporterView View, Words Kind, TimeZoneInfo Zone) : BotText;

    public sealed record AskAddition(bool Answering) : BotText;

    public sealed record AdditionTaken : BotText;

    public sealed record AskObjection : BotText;

    public sealed record ObjectionTaken : BotText;

    public sealed record ObjectionRefused : BotText;

    public sealed record AskWithdrawal : BotText;

    public sealed record Withdrawn : BotText;

    public sealed record WithdrawalRefused : BotText;

    public sealed record ThanksForConfirming : BotText;

    public sealed record ContactRefused : BotText;

    public sealed record EditNotRead : BotText;

    public sealed record NotUnderstood : BotText;

    public sealed record ButtonIsOld : BotText;

    public sealed record OnlyPrivateChats : BotText;

    public sealed record InvitationInvalid : BotText;

    /// <summary>The words on a button.</summary>
    public sealed record Label(Button Button) : BotText;
}

/// <summary>How far the messages of a chat are erased.</summary>
public enum Erasure
{
    /// <summary>All of the last two days.</summary>
    All,

    /// <summary>Those the bot remembers: a restart forgets the others, on purpose.</summary>
    Known,

    /// <summary>The chat is being searched for the others, newest first.</summary>
    Going,

    /// <summary>It was searched, as far down as the bot goes.</summary>
    Swept,
}
