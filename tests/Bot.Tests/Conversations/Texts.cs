using Kentongan.Bot.Conversations.Blanking;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Help;
using Kentongan.Domain.Privacy;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Help;
using Kentongan.Triage.Reports;

namespace Kentongan.Bot.Tests.Conversations;

/// <summary>One or more samples of everything the bot says: each value of each list, and what people write at its longest.</summary>
internal static class Texts
{
    /// <summary>Signs of HTML, which escaping makes longer, and characters of two halves.</summary>
    public static readonly string Long = string.Concat(Enumerable.Repeat("<b>&\"😀", Draft.LongestStory / 7));

    private static readonly string Message = string.Concat(Enumerable.Repeat("<b>&\"😀", 200));

    private static readonly Words Kind = new("Hoaks & <fitnah>", "Hoaks & <pitenah>", "Hoax & <slander>");

    private static readonly Words Special = Jepara.Context.Intake.Programmes.Find("miras.korban_oplosan")!.Emergency!;

    private static readonly IReadOnlyList<Finding> Found =
        [.. Enum.GetValues<DisclosureKind>().Select(kind => new Finding(kind, Long, "…<saya> ", " &…"))];

    /// <summary>A page at its longest: long words of each kind.</summary>
    private static readonly HelpPage Talked = HelpPage.Of([new HelpWord(true, true, Long), new HelpWord(false, false, Long), new HelpWord(true, false, Long)], 0);

    public static IReadOnlyList<BotText.HelpOption> HelpOptions { get; } =
    [
        .. Enum.GetValues<HelpFor>().Select(value => new BotText.HelpOption(value)),
        .. Enum.GetValues<AgeBand>().Select(value => new BotText.HelpOption(value)),
        .. Enum.GetValues<SubstanceGroup>().Select(value => new BotText.HelpOption(value)),
        .. Enum.GetValues<HelpUrgency>().Select(value => new BotText.HelpOption(value)),
    ];

    public static IReadOnlyList<BotText> All { get; } =
    [
        new BotText.FromData(Kind, "🍶 "), new BotText.Name("Jambu <Timur>"), new BotText.Greeting("Jepara"), new BotText.Privacy(),
        new BotText.NeedHelp(), new BotText.AskLanguage(), new BotText.LanguageChosen(), new BotText.Cancelled(true),
        new BotText.Cancelled(false), new BotText.NothingRunning(), new BotText.StillWriting(), new BotText.AskCategory(true),
        new BotText.AskCategory(false), new BotText.AskSubcategory(Kind), new BotText.AskPlace(), new BotText.AskPlace(true), new BotText.AskSupply(), new BotText.OneReportADay(), new BotText.WhichPlace(Long),
        new BotText.PlaceUnknown(Long), new BotText.OutsideKabupaten("Jepara"), new BotText.PinTaken("Mlonggo"),
        new BotText.PinElsewhere("Mlonggo"), new BotText.AskDesa("Mlonggo"), new BotText.AskWhen(), new BotText.AskStory(),
        .. Counts((texts, files) => new BotText.AskStory(texts, files)),
        .. Counts((texts, files) => new BotText.StoryTaken(texts, files)),
        .. Counts((texts, files) => new BotText.StoryNoted(texts, files)),
        new BotText.StoryFull(), new BotText.FilesFull(20), new BotText.FileNotNow(), new BotText.VoiceWarning(),
        new BotText.VoiceWelcome(), new BotText.AskOfficial(true), new BotText.AskOfficial(false), new BotText.AskChange(),
        new BotText.Emergency(null), new BotText.Emergency(Special), new BotText.AskReceipt(), new BotText.NewsOn(), new BotText.NewsOff(),
        new BotText.ThereIsNews(), new BotText.AskErasure([]), new BotText.AskErasure([.. Enumerable.Range(0, 20).Select(number => Jepara.Receipt(number).Words)]), 
        .. Enum.GetValues<Erasure>().Select(far => new BotText.TracesErased(far)),
        new BotText.ReceiptUnknown(), new BotText.TooManyGuesses(),
        new BotText.ReceiptGiven(Jepara.Receipt().Words, null, null), new BotText.ReceiptGiven(Jepara.Receipt().Words, Kind, 7),
        new BotText.AskAddition(true), new BotText.AskAddition(false), new BotText.AdditionTaken(), new BotText.AskObjection(),
        new BotText.ObjectionTaken(), new BotText.ObjectionRefused(), new BotText.AskWithdrawal(), new BotText.Withdrawn(),
        new BotText.WithdrawalRefused(), new BotText.ThanksForConfirming(), new BotText.ContactRefused(), new BotText.EditNotRead(),
        new BotText.NotUnderstood(), new BotText.ButtonIsOld(), new BotText.OnlyPrivateChats(), new BotText.InvitationInvalid(),
        new BotText.AskBlanking(Found, 0), new BotText.AskBlanking(Found, 2), new BotText.AskUnsent(Found, 0), new BotText.AskUnsent(Found, 2),
        new BotText.UnsentDropped(), new BotText.AskRegime(),
        .. Enum.GetValues<ElectionRegime>().Select(regime => new BotText.Election(regime, "petinggi")),
        .. Enum.GetValues<ElectionRegime>().Select(regime => new BotText.ReceiptGiven(Jepara.Receipt().Words, Kind, 7, regime)),
        new BotText.HelpUnattended(HelpDirectory.Empty), new BotText.HelpUnattended(Jepara.Context.Help), new BotText.HelpNoted(), new BotText.HelpDanger(),
        .. Enum.GetValues<HelpQuestion>().Select(question => new BotText.AskHelp(question, 0)), new BotText.AskHelp(HelpQuestion.Words, 1),
        new BotText.AskHelp(HelpQuestion.Words, 3), .. HelpOptions, new BotText.HelpOnlyWords(),
        new BotText.HelpGiven(Jepara.HelpReceipt().Words, false), new BotText.HelpGiven(Jepara.HelpReceipt().Words, true),
        .. from status in Enum.GetValues<HelpStatus>() from answered in (bool[])[false, true] select new BotText.HelpSeen(status, answered, Talked),
        new BotText.HelpSeen(HelpStatus.Waiting, false, HelpPage.Of([], 0)), new BotText.AskHelpWords(), new BotText.HelpSent(), new BotText.HelpEnded(),
        new BotText.HelpClosed(), new BotText.AskHelpErasure(), new BotText.HelpErased(), new BotText.HelpGone(), new BotText.HelpNewsOn(),
        new BotText.OfferSeparateReport(),
        new BotText.AskVictims(true), new BotText.AskVictims(false), new BotText.AskVictimState(), new BotText.AskVictimPlace(null),
        .. Enum.GetValues<VictimState>().Select(state => new BotText.AskVictimPlace(state)), new BotText.VictimsThanks(),
        .. Enum.GetValues<Button>().Select(button => new BotText.Label(button)),
        .. Enum.GetValues<Happening>().Select(when => new BotText.When(when)),
        .. Enum.GetValues<AccusedOffice>().Select(office => new BotText.Official(office, "petinggi")),
        .. Enum.GetValues<CleaningRefusal>().Select(why => new BotText.FileRefused(why)),
        .. Enum.GetValues<Question>().Where(IsChanged).Select(question => new BotText.ChangeOf(question)),
        .. Enum.GetValues<AccusedOffice>().Select(office =>
            new BotText.Review(Kind, "Pakis Aji", "Suwawal Timur", Happening.Often, Long, 20, office, "petinggi")),
        new BotText.Review(Kind, "Pakis Aji", null, Happening.Now, "", 0, AccusedOffice.None, "petinggi"),
        new BotText.Review(Kind, "Pakis Aji", null, Happening.Now, "", 0, AccusedOffice.None, "petinggi", "Mambak, Pakis Aji"),
        new BotText.Review(Kind, null, null, Happening.Now, "x", 1, AccusedOffice.None, "petinggi"),
        .. Statuses(),
    ];

    /// <summary>The preview, the list of what can be changed and what is asked of the story are not answers.</summary>
    public static bool IsChanged(Question question) => question is not (Question.Review or Question.Change or Question.Blanking or Question.SupplyDesa);

    private static IEnumerable<BotText> Counts(Func<int, int, BotText> text) => [text(1, 0), text(2, 0), text(0, 1), text(3, 20)];

    private static IEnumerable<BotText> Statuses() =>
        from word in Enum.GetValues<ResidentWord>()
        from outcome in Enum.GetValues<ReportOutcome>().Select(outcome => (ReportOutcome?)outcome).Append(null)
        from status in Enum.GetValues<ReportStatus>()
        select new BotText.Status(Seen(word, outcome, status), Kind, Jepara.Wib);

    private static ReporterView Seen(ResidentWord word, ReportOutcome? outcome, ReportStatus status) =>
        Jepara.View(status, word, outcome) with
        {
            Happened = [.. Enum.GetValues<ReportAction>().Select(action => (action, Jepara.Noon))],
            Messages = [.. Enumerable.Range(0, 12).Select(i => (i % 2 == 0, i == 10, Message))],
            Resolution = Message,
        };
}
