using System.Text;
using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Officers;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>What was used, found, bought, guessed or kept too long opens nothing, is answered with courtesy and leaves no word in a log (threat-model 4, row 12).</summary>
public sealed class ReplayTests
{
    private const long Siti = 7_000_000_001, Stranger = 7_000_000_002, Camat = 11, Kapolsek = 12, Danramil = 13;

    private const string Stale = "Tombol itu sudah tidak berlaku.";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Every_button_that_is_not_its_holders_own_and_fresh_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var (kapolsek, camat) = (await office.BindAsync("kapolsek", Kapolsek), await office.BindAsync("camat", Camat));
        var danramil = await office.BindAsync("danramil", Danramil);
        var receipt = await office.ReportAsync(Siti, "Cerita yang tidak boleh tercatat.");
        var (report, before) = (await office.ReadAsync(db => db.Reports.AsNoTracking().SingleAsync()), await FactsAsync(office));
        var accept = office.Telegram.Find(Kapolsek, "✅ Terima")!.Value.Data;
        var forged = "!" + string.Concat(accept[1..].Reverse());
        var cards = await office.ReadAsync(db => db.Cards.AsNoTracking().ToDictionaryAsync(card => card.Officer, card => card.Id));
        string Sealed(OfficerId officer, OfficerId cardOf, CardAction action = CardAction.Accept, int argument = 0) =>
            office.Get<CardTokens>().Seal(officer, new CardTap(cards.GetValueOrDefault(cardOf, 999), action, argument));

        Assert.Equal(Stale, await ToastAsync(office, Camat, accept)); // another officer's button
        Assert.Equal(Stale, await ToastAsync(office, Stranger, accept)); // nobody's
        Assert.Equal(Stale, await ToastAsync(office, Kapolsek, forged));
        Assert.Equal(Stale, await ToastAsync(office, Kapolsek, accept[..^2]));
        Assert.Equal(Stale, await ToastAsync(office, Camat, Sealed(camat, kapolsek))); // sealed for oneself, of another's card
        Assert.Equal(Stale, await ToastAsync(office, Danramil, Sealed(danramil, new OfficerId(Guid.Empty)))); // of no card
        Assert.Equal(Stale, await ToastAsync(office, Kapolsek, Sealed(kapolsek, kapolsek, (CardAction)250))); // of no action
        Assert.Equal(Stale, await ToastAsync(office, Kapolsek, Sealed(kapolsek, kapolsek, CardAction.PassTo, int.MaxValue)));
        Assert.Equal(Stale, await ToastAsync(office, Kapolsek, Sealed(kapolsek, kapolsek, CardAction.PostponeFor, 999)));
        Assert.Equal(before, await FactsAsync(office));

        Assert.StartsWith("Anda penanggung jawabnya", await ToastAsync(office, Kapolsek, accept), StringComparison.Ordinal);
        Assert.Equal("Sudah diterima Kapolsek.", await ToastAsync(office, Kapolsek, accept)); // the same once more
        Assert.Equal("Sudah diterima Kapolsek.", await ToastAsync(office, Camat, office.Get<CardTokens>().Seal(camat, new CardTap(cards[camat], CardAction.Accept, 0))));
        var resolve = Sealed(kapolsek, kapolsek, CardAction.ResolveAs);
        await office.TapAsync(Kapolsek, Sealed(kapolsek, kapolsek, CardAction.HandOverTo, 0)); // to the camat
        Assert.StartsWith("Anda penanggung jawabnya", await ToastAsync(office, Camat, Sealed(camat, camat, CardAction.AcceptHandOver)), StringComparison.Ordinal);
        Assert.Equal("Itu bukan bagian Anda.", await ToastAsync(office, Kapolsek, resolve)); // an old card after the hand-over
        Assert.Equal(Stale, await ToastAsync(office, Camat, Sealed(camat, camat, CardAction.AcceptHandOver)));

        await office.CommitAsync(unit => office.Get<Invitations>().RemoveAsync(unit, camat));
        Assert.Equal(Stale, await ToastAsync(office, Camat, Sealed(camat, camat, CardAction.Ask))); // removed
        var (facts, late) = (await FactsAsync(office), Sealed(kapolsek, kapolsek, CardAction.TakeOver));
        office.Clock.Now += TimeSpan.FromDays(70);
        Assert.Equal(Stale, await ToastAsync(office, Kapolsek, late)); // expired
        Assert.Equal(facts, await FactsAsync(office));
        Quiet(office, "Cerita", receipt, accept[1..], report.CaseNumber);
    }

    [Fact]
    public async Task Every_invitation_works_once_for_a_while_and_for_nobody_else()
    {
        await using var office = await Office.OpenAsync();
        var (used, _) = await office.InviteAsync("camat");
        var (expired, _) = await office.InviteAsync("kapolsek");
        var (revoked, danramil) = await office.InviteAsync("danramil");
        await using var other = await Office.OpenAsync(seed: 2);
        var (foreign, _) = await other.InviteAsync("camat");

        await office.SayAsync(Camat, "/start " + used);
        await office.CommitAsync(unit => office.Get<Invitations>().RemoveAsync(unit, danramil));
        var bound = await BoundAsync(office);
        foreach (var token in (string[])[used, revoked, foreign, used[..^1] + (used[^1] == 'A' ? 'B' : 'A'), new string('A', 32)])
        {
            await office.SayAsync(Stranger, "/start " + token);
            Assert.Contains("tidak berlaku", office.Telegram.Of(Stranger)[^1].Html, StringComparison.Ordinal);
        }

        office.Clock.Now += Invitations.Validity;
        await office.SayAsync(Stranger, "/start " + expired);
        Assert.Contains("tidak berlaku", office.Telegram.Of(Stranger)[^1].Html, StringComparison.Ordinal);

        Assert.Equal((1, bound), (bound, await BoundAsync(office)));
        Quiet(office, used, expired, revoked, foreign);
    }

    [Fact]
    public async Task A_receipt_that_was_guessed_opens_nothing_and_guessing_is_slowed_down_for_that_chat_alone()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        var receipt = await office.ReportAsync(Siti);
        var guesses = Enumerable.Range(0, ReceiptGuesses.Most).Select(number => Receipt.New(new Dice(number + 900))).ToList();

        foreach (var guess in guesses)
        {
            await office.SayAsync(Stranger, guess.Words);
            Assert.Contains("tidak kami temukan", office.Telegram.Of(Stranger)[^1].Html, StringComparison.Ordinal);
        }

        await office.SayAsync(Stranger, receipt); // right at last, and too late
        Assert.Contains("Mohon tunggu satu jam", Said(office, Stranger), StringComparison.Ordinal);
        await office.TapAsync(Stranger, FollowUpConversation.Data("", Receipt.FromWords(receipt)!));
        Assert.DoesNotContain("Diterima", Said(office, Stranger), StringComparison.Ordinal);
        await office.SayAsync(Siti, receipt);
        Assert.Contains("Diterima", Said(office, Siti), StringComparison.Ordinal);

        office.Clock.Now += TimeSpan.FromHours(1);
        await office.SayAsync(Stranger, receipt);
        Assert.Contains("Diterima", Said(office, Stranger), StringComparison.Ordinal);
        Quiet(office, [receipt, .. guesses.Select(guess => guess.Words)]);
    }

    [Fact]
    public async Task A_guessed_code_of_help_opens_nothing_and_is_counted_with_those_of_reports()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("konselor", Kapolsek);
        await office.SayAsync(Siti, "/tolong");
        foreach (var _ in Enum.GetValues<HelpQuestion>().SkipLast(1))
        {
            await office.PressAsync(Siti, "Lewati");
        }

        await office.SayAsync(Siti, "Cerita untuk konselor.");
        await office.PressAsync(Siti, "✅ Kirim ke konselor");
        var right = office.Telegram.Find(Siti, "💬 Buka percakapan")!.Value.Data;
        var words = office.Telegram.Codes(Siti).Last();

        for (var number = 0; number < ReceiptGuesses.Most; number++)
        {
            switch (number % 3)
            {
                case 0:
                    await office.SayAsync(Stranger, HelpReceipt.New(new Dice(number + 900)).Words);
                    Assert.Contains("sudah tidak ada", Said(office, Stranger), StringComparison.Ordinal);
                    break;
                case 1:
                    await office.TapAsync(Stranger, HelpTalk.Data("", HelpReceipt.New(new Dice(number + 900))));
                    break;
                default:
                    await office.SayAsync(Stranger, Receipt.New(new Dice(number + 900)).Words);
                    break;
            }
        }

        await office.SayAsync(Stranger, words);
        await office.TapAsync(Stranger, right);
        Assert.Contains("Mohon tunggu satu jam", Said(office, Stranger), StringComparison.Ordinal);
        Assert.DoesNotContain("Cerita untuk konselor", Said(office, Stranger), StringComparison.Ordinal);
        await office.SayAsync(Siti, words);
        Assert.Contains("Cerita untuk konselor", Said(office, Siti), StringComparison.Ordinal);

        office.Clock.Now += TimeSpan.FromHours(1);
        await office.SayAsync(Stranger, words);
        Assert.Contains("Cerita untuk konselor", Said(office, Stranger), StringComparison.Ordinal);
        Quiet(office, "Cerita", words);
    }

    [Theory]
    [InlineData("r:x:AAAA")]
    [InlineData("r::")]
    [InlineData("r:W:" + "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("r:W:AAAAAAAAAAAAAAAAAAAAAA:more")]
    [InlineData("r:a:'; DROP TABLE reports; --")]
    public async Task Forged_data_of_a_residents_button_changes_nothing(string data)
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Siti);
        var before = await FactsAsync(office);

        await office.TapAsync(Stranger, data);

        Assert.NotEmpty(office.Telegram.Of(Stranger)); // answered all the same
        Assert.Equal(before, await FactsAsync(office));
    }

    [Fact]
    public async Task A_receipt_used_after_closing_shows_how_it_ended_and_withdraws_nothing()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        var receipt = Receipt.FromWords(await office.ReportAsync(Siti))!;
        await office.TapAsync(Siti, FollowUpConversation.Data("W", receipt));
        var before = await FactsAsync(office);

        foreach (var action in (string[])["W", "w", "y", "n", "a"])
        {
            await office.TapAsync(Stranger, FollowUpConversation.Data(action, receipt));
        }

        Assert.Equal(before, await FactsAsync(office));
        Assert.Contains("Selesai", Said(office, Stranger), StringComparison.Ordinal);
    }

    private static async Task<string?> ToastAsync(Office office, long chat, string data)
    {
        var answer = await office.TapAsync(chat, data);
        return answer.Toast;
    }

    private static string Said(Office office, long chat) => string.Join('\n', office.Telegram.Of(chat).TakeLast(2).Select(bubble => bubble.Html));

    private static Task<int> FactsAsync(Office office) => office.ReadAsync(db => db.Facts.CountAsync(None));

    private static Task<int> BoundAsync(Office office) => office.ReadAsync(db => db.Officers.CountAsync(row => row.Chat != null, None));

    private static void Quiet(Office office, params IEnumerable<string> secrets)
    {
        var lines = new StringBuilder().AppendJoin('\n', office.Log.Lines).ToString();
        Assert.All(secrets.Append(Siti.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(Stranger.ToString(System.Globalization.CultureInfo.InvariantCulture)), secret =>
            Assert.DoesNotContain(secret, lines, StringComparison.Ordinal));
    }
}
