using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Bot.Delivery;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Microsoft.Extensions.Options;

namespace Kentongan.Bot.Tests.Officers;

/// <summary>What officers read about what they owe, and the buttons under it (policy 3).</summary>
public sealed class DutyWordsTests : IDisposable
{
    private static readonly Notice[] All =
    [
        new Notice.FirstActionPlease("K7Q-4ZM", 10), new Notice.WordPlease("K7Q-4ZM", 120), new Notice.WordMissed("K7Q-4ZM", "camat", 240),
        new Notice.CallPlease("K7Q-4ZM", "kapolsek", "Pakis <Aji>", "Sari <&>"), new Notice.WaitAsked("K7Q-4ZM", "camat", 7),
        new Notice.ReceiptPlease("K7Q-4ZM", "Bawaslu", 0), new Notice.AnswerDue("K7Q-4ZM", "BKSDA"), new Notice.ReferredHere("K7Q-4ZM", "camat"),
        new Notice.ForwardPlease("K7Q-4ZM", ""), new Notice.LegalLimit("K7Q-4ZM", 1), new Notice.LegalLimit("K7Q-4ZM", 0),
        new Notice.NobodyThere(["Kedung", "<Keling>"]), new Notice.SeatAbsent("camat", "Kedung", "<Sari>", 3), new Notice.Succeeded("K7Q-4ZM", "camat"),
        new Notice.Found("K7Q-4ZM"), new Notice.VictimsGrave("K7Q-4ZM"),
        new Notice.JobFails("BackUp"), new Notice.JobWorks("BackUp"), new Notice.TokenElsewhere(),
    ];

    private readonly string _directory = Directory.CreateTempSubdirectory("kentongan-notices").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Every_notice_has_words_and_escapes_what_is_data()
    {
        Assert.All(All, notice =>
        {
            var said = OfficerWords.Say(notice);
            Assert.InRange(said.Length, 20, 400);
            Assert.DoesNotContain("<Keling>", said, StringComparison.Ordinal);
            Assert.DoesNotContain("<&>", said, StringComparison.Ordinal);
            Assert.DoesNotContain("<Sari>", said, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Buttons_under_a_notice_do_what_they_say_to_the_card_they_were_made_for()
    {
        var tokens = new CardTokens(new MasterKey(new KeyFiles(Options.Create(new KeysOptions { Directory = _directory }))), TimeProvider.System);
        var drawing = new NoticeDrawing(tokens);

        Assert.Equal("FirstActionPlease: OnSite 0, StillWorking 0; WordPlease: StillWorking 0, Ask 0; WordMissed: ; CallPlease: CallLogged 0, CallLogged 1, CallLogged 2; "
            + "WaitAsked: PostponeFor 168; ReceiptPlease: Receipt 0; AnswerDue: ; ReferredHere: ; ForwardPlease: Refer 0; LegalLimit: ; LegalLimit: ; NobodyThere: ; "
            + "SeatAbsent: ; Succeeded: ; Found: ; VictimsGrave: ; JobFails: ; JobWorks: ; TokenElsewhere: ", string.Join("; ", All.Select(notice => $"{notice.GetType().Name}: {string.Join(", ", Taps(notice).Select(tap => $"{tap.Action} {tap.Argument}"))}")));
        Assert.All(All.SelectMany(Taps), tap => Assert.Equal(42, tap.Card));
        Assert.All(All, notice => Assert.Empty(drawing.Draw(1, Cards.Sari, notice, card: null).Buttons));

        IEnumerable<CardTap> Taps(Notice notice) => drawing.Draw(1, Cards.Sari, notice, 42).Buttons.SelectMany(row => row).Select(button => tokens.Open(Cards.Sari, button.Data)!);
    }

    [Fact]
    public void The_digest_says_what_is_owed_and_nothing_where_nothing_is()
    {
        Assert.Equal("", DutyWords.Digest(new DutyFigures(0, 0, 0, 0, 0, 0, [], [], [])));
        Assert.Equal(
            """
            ⚖️ Batas hukum dalam 2 hari: 1 · kasus pemilu belum dirujuk: 2
            🧾 Rujukan tanpa tanda terima: 3
            ☎️ Telepon dicatat: 4, terhubung 1
            🩺 Temuan pemeriksa: 5
            🏖 Cuti: Camat Kedung
            🎯 Operasi Cipta Kondisi: masuk 6, ditutup 7, masih terbuka 8

            """,
            DutyWords.Digest(new DutyFigures(1, 2, 3, 4, 1, 5, [new MissingSeat("Kedung", "camat", "absent")], [], [new OperationFigures("Cipta Kondisi", 6, 7, 8)])));
    }

    [Fact]
    public void A_button_that_works_is_answered_in_words()
    {
        Assert.All(
            (CardAction[])[CardAction.StillWorking, CardAction.ReferWithin, CardAction.CallLogged, CardAction.BackOnDuty, CardAction.OperationStart, CardAction.Proof],
            action => Assert.NotEmpty(OfficerWords.Done(action)));
        Assert.All(Enum.GetValues<CallResult>(), result => Assert.NotEmpty(DutyWords.CallLabel(result)));
    }
}
