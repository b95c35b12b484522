using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Help;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;

namespace Kentongan.Bot.Tests.Conversations;

/// <summary>A sample of each step a chat can be in, and of each thing a person can do in it.</summary>
internal static class Steps
{
    public static readonly Draft Complete = new()
    {
        Category = "miras",
        Subcategory = "miras.penjualan",
        Place = new PlaceAnswer(new KecamatanCode("33.20.07"), new DesaCode("33.20.07.2011"), false, Jepara.InMlonggo),
        Happening = Happening.Now,
        Story = ["Ada yang jual ciu", "di <warung> pojok 😀"],
        Evidence = [Jepara.Photo(1), Jepara.Photo(2)],
        StoryDone = true,
        Accused = AccusedOffice.Desa,
        EmergencyShown = true,
        AdviceShown = "miras.konsumsi",
        VoiceAllowed = true,
        LastAlbum = "7",
    };

    /// <summary>A story that says who wrote it, twice.</summary>
    public static readonly Draft Telling = Complete with { Story = ["Saya ketua RT 04, HP 0812-0000-3344", "saya bidan desa <Jambu>"], Kept = ["bidan desa"] };

    private static readonly Unsent Waiting = new([new UnsentPart("NIK 3320010101900000", null), new UnsentPart(null, Jepara.Photo(4))]);

    private static readonly HelpDraft Help = new()
    {
        For = HelpFor.Family,
        Age = AgeBand.From18To25,
        Substance = SubstanceGroup.Pills,
        Urgency = HelpUrgency.Soon,
        Kecamatan = new KecamatanCode("33.20.07"),
        Words = ["anak saya <kecanduan>"],
    };

    public static IReadOnlyList<(string Name, Step Step)> All { get; } =
    [
        ("idle", new Step.Idle()),
        .. Enum.GetValues<Question>().Select(question => ($"asking {question}", (Step)new Step.Reporting(DraftAt(question), question))),
        .. Enum.GetValues<Question>().Where(Texts.IsChanged)
            .Select(question => ($"changing {question}", (Step)new Step.Reporting(Complete, question, Page: 1, Revising: true))),
        ("typing a receipt", new Step.TypingReceipt()),
        ("typing a receipt, a report waits", new Step.TypingReceipt { Parked = new Step.Reporting(Complete, Question.Review) }),
        ("adding", new Step.Adding(Jepara.Receipt().Token)),
        ("adding, a report waits", new Step.Adding(Jepara.Receipt().Token, "7", true) { Parked = new Step.Reporting(new Draft(), Question.Category) }),
        ("adding with a broken token", new Step.Adding("?")),
        ("telling where the victims are", new Step.Adding(Jepara.Receipt().Token) { AsksWhere = true, Victims = Kentongan.Domain.Casualties.VictimState.Unconscious }),
        ("objecting", new Step.Objecting(Jepara.Receipt().Token)),
        ("adding, unsent", new Step.Adding(Jepara.Receipt().Token, "7") { Unsent = Waiting }),
        ("objecting, unsent", new Step.Objecting(Jepara.Receipt().Token) { Unsent = Waiting, Parked = new Step.Reporting(Telling, Question.Blanking) }),
        .. Enum.GetValues<HelpQuestion>().Select(question => ($"help: {question}", (Step)new Step.AskingForHelp(Help, question))),
        ("help, unsent", new Step.AskingForHelp(Help with { Words = ["NIK 3320010101900000"] }, HelpQuestion.Words) { Unsent = Waiting }),
        ("help, a report waits", new Step.AskingForHelp(new HelpDraft(), HelpQuestion.For) { Parked = new Step.Reporting(Complete, Question.Review) }),
        ("writing to a counsellor", new Step.WritingToCounsellor(Jepara.HelpReceipt().Token)),
        ("writing to a counsellor, unsent", new Step.WritingToCounsellor(Jepara.HelpReceipt().Token) { Unsent = Waiting }),
        ("writing to a counsellor with a broken token", new Step.WritingToCounsellor("?")),
        ("counsellor answers", new Step.CounsellorAnswers(1)),
        ("officer asks", new Step.OfficerAsks(1)),
        ("officer resolves", new Step.OfficerResolves(1, ReportOutcome.ActedUpon)),
        ("officer dismisses", new Step.OfficerDismisses(1, ReportOutcome.Hoax)),
        ("officer quarantines", new Step.OfficerDismisses(1, null)),
        ("officer resolves, the proof came first", new Step.OfficerResolves(1, ReportOutcome.Prevented) { Told = "Sudah <ditutup>.", Proof = [Jepara.Photo(5)] }),
        ("officer notes", new Step.OfficerNotes(1)),
        ("officer enters a receipt number", new Step.OfficerReceipts(1)),
        ("officer counts", new Step.OfficerCounts(1)),
        ("officer reviews", new Step.OfficerReviews(1)),
    ];

    public static IReadOnlyList<(string Name, ChatInput Input)> Inputs { get; } =
    [
        .. ((string[])["start", "menu", "help", "bantuan", "lapor", "privasi", "hapus", "tolong", "bahasa", "language", "batal", "cancel", "status", "apaini"])
            .Select(name => ($"/{name}", (ChatInput)new ChatInput.Command(name, ""))),
        ("/start with a code", new ChatInput.Command("start", "abc")),
        .. Data.Select(data => ($"tap {data}", (ChatInput)new ChatInput.Tap(data))),
        ("words", new ChatInput.Words("Ada yang jual ciu di warung pojok")),
        ("a greeting", new ChatInput.Words("Halo")),
        ("danger", new ChatInput.Words("ada yang pingsan")),
        ("a place", new ChatInput.Words("Bangsri")),
        ("4,096 letters", new ChatInput.Words(new string('x', 4_096))),
        ("signs", new ChatInput.Words("<b>&*_[]()~`>#+-=|{}.!\\\"'")),
        ("who writes", new ChatInput.Words("Saya Wagiman, HP 0812-0000-5566")),
        ("a photo that says who took it", new ChatInput.Evidence(Jepara.Photo(3), "NIK saya 3320010101900000", null)),
        ("a photo of an album that says it", new ChatInput.Evidence(Jepara.Photo(3), "saya ibu korban", "7")),
        ("a pin", new ChatInput.Pin(Jepara.InMlonggo)),
        ("a pin in another kecamatan", new ChatInput.Pin(Jepara.InKeling)),
        ("a pin outside", new ChatInput.Pin(Jepara.InSemarang)),
        ("a photo", new ChatInput.Evidence(Jepara.Photo(3), null, null)),
        ("a photo with a caption", new ChatInput.Evidence(Jepara.Photo(3), "warungnya", null)),
        ("a photo of an album", new ChatInput.Evidence(Jepara.Photo(3), null, "7")),
        .. Enum.GetValues<CleaningRefusal>().Select(why => ($"refused: {why}", (ChatInput)new ChatInput.EvidenceRefused(why, "warungnya"))),
        ("a voice", new ChatInput.VoiceUnwarned()),
        ("a file unasked", new ChatInput.FileUnasked()),
        .. ((string[])["", "a", "n", "w", "W", "y", "?"])
            .Select(action => ($"receipt {action}", (ChatInput)new ChatInput.ReceiptShown(Jepara.Receipt(), action, Jepara.View(question: "Di mana?")))),
        ("receipt y, proposed", new ChatInput.ReceiptShown(Jepara.Receipt(), "y", Jepara.View(ReportStatus.ResolutionProposed))),
        ("receipt n, proposed", new ChatInput.ReceiptShown(Jepara.Receipt(), "n", Jepara.View(ReportStatus.ResolutionProposed))),
        ("receipt of nothing", new ChatInput.ReceiptShown(Jepara.Receipt(), "", null)),
        .. ((string[])["", "c", "1", "99", "-1", "w", "p", "q", "x", "e", "E", "?"])
            .Select(action => ($"help receipt {action}", (ChatInput)new ChatInput.HelpShown(Jepara.HelpReceipt(), action, Jepara.Talk()))),
        ("help receipt w, closed", new ChatInput.HelpShown(Jepara.HelpReceipt(), "w", Jepara.Talk(HelpStatus.Closed))),
        ("help receipt of nothing", new ChatInput.HelpShown(Jepara.HelpReceipt(), "", null)),
        ("somebody who sells", new ChatInput.Words("saya beli dari bandar dekat pasar")),
        ("no receipt", new ChatInput.NoReceipt()),
        ("too many guesses", new ChatInput.TooManyGuesses()),
        ("a contact", new ChatInput.Contact()),
        ("an edit", new ChatInput.Edited()),
        ("a sticker", new ChatInput.SomethingElse()),
    ];

    /// <summary>Data of buttons: ours, ours with values that do not exist, and nobody's.</summary>
    private static string[] Data =>
    [
        "m:report", "m:status", "m:help", "m:privacy", "l:Javanese", "l:English", "l:7", "l:", "cancel", "to:change", "to:review", "send",
        "c:miras", "c:pemilu", "c:x", "s:miras.penjualan", "s:miras.korban_oplosan", "s:pemilu.netralitas", "s:narkoba.rehabilitasi", "s:x", "s:back",
        "k:33.20.08", "k:99.99.99", "k:", "k:x", "d:33.20.08.2001", "d:33", "d:", "d:x", "d:back", "pg:0", "pg:1", "pg:99", "pg:-1", "pg:x",
        "w:Now", "w:7", "w:", "e:Pilkada", "e:9", "e:", "u:Regime", "st:done", "st:clear", "st:voice", "o:None", "o:Polsek", "o:99", "u:Category", "u:Desa", "u:Review", "u:99", "", "?",
        "q:same", "qk:33.20.08", "qk:x", "qd:33.20.15.2001", "qd:x", "qd:back", "qpg:0", "q", "qq",
        "s:help", "hf:Myself", "hf:7", "ha:Under18", "hg:Pills", "hu:Danger", "hu:CanWait", "hk:33.20.08", "hk:x", "hs:skip", "hs:send", "hs:noreport", "hs:",
        "b:all", "b:keep", "b:keep:", "b:0", "b:", "p:blank", "p:keep", "p:keep:", "p:", "t:erase", "t:keep", "t:",
    ];

    private static Draft DraftAt(Question question) => question switch
    {
        Question.Category => new Draft(),
        Question.Subcategory => new Draft { Category = "miras" },
        Question.Regime => new Draft { Category = "pemilu", Subcategory = "pemilu.politik_uang", AsksRegime = true },
        Question.Place => new Draft { Category = "miras", Subcategory = "miras.penjualan" },
        Question.Desa => Complete with { Place = new PlaceAnswer(new KecamatanCode("33.20.07"), null, false, null), Happening = null, Accused = null, StoryDone = false },
        Question.Supply => Complete with { Subcategory = "miras.korban_oplosan", AdviceShown = "miras.korban_oplosan", AsksSupply = true, Happening = null, Accused = null, StoryDone = false },
        Question.SupplyDesa => Complete with
        {
            Subcategory = "miras.korban_oplosan", AdviceShown = "miras.korban_oplosan", AsksSupply = true, Happening = null, Accused = null, StoryDone = false,
            Supply = new PlaceAnswer(new KecamatanCode("33.20.07"), null, false, null),
        },
        Question.When => Complete with { Place = PlaceAnswer.Declined, Happening = null, Accused = null, StoryDone = false },
        Question.Story => Complete with { Story = [], Evidence = [], Accused = null, StoryDone = false },
        Question.Blanking => Telling,
        Question.Official => Complete with { Accused = null },
        _ => Complete,
    };
}
