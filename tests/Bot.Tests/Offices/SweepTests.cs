using Kentongan.Bot.Conversations;
using Kentongan.Triage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>
/// What a restart has forgotten is searched for in the chat itself (threat-model 4, row 20): whoever fears for their phone need not know when we
/// were last started, and nothing about anybody is stored for it.
/// </summary>
public sealed class SweepTests
{
    private const long Siti = 7_000_000_001, Joko = 7_000_000_002, Camat = 7_000_000_003;

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // one that is too old spoils the block that it is in
    public async Task After_a_restart_everything_of_two_days_goes_from_that_chat_and_from_no_other(bool spoils)
    {
        await using var office = await Office.OpenAsync();
        office.Telegram.OneSpoilsAll = spoils;
        await office.ReportAsync(Siti);
        var old = Standing(office, Siti);
        office.Clock.Now += TimeSpan.FromHours(49);
        await office.ReportAsync(Siti);
        office.Telegram.Pass(1_234);
        await office.ReportAsync(Joko);
        await office.ReportAsync(Siti);
        await office.SayAsync(Siti, "/hapus");
        var others = Standing(office, Joko);
        ErasureTests.Restart(office, Joko);

        await EraseAsync(office);

        var farewell = office.Telegram.Of(Siti)[^1];
        Assert.Equal([.. old, farewell.Id], Standing(office, Siti));
        Assert.Equal(others, Standing(office, Joko));
        Assert.Contains("sudah kami hapus", farewell.Html, StringComparison.Ordinal);
        Assert.Contains("terlalu lama untuk kami", farewell.Html, StringComparison.Ordinal); // what still stands above
        Assert.InRange(Deletions(office), 14, spoils ? 100 : 20);
    }

    /// <summary>A question that was sent twice, once before and once after a crash: the codes of both go, whichever was tapped.</summary>
    [Fact]
    public async Task What_was_said_after_the_question_goes_too()
    {
        await using var office = await Office.OpenAsync();
        await office.ReportAsync(Siti);
        await office.SayAsync(Siti, "/hapus");
        var (question, data) = office.Telegram.Find(Siti, "🧹 Ya")!.Value;
        await office.SayAsync(Siti, "/hapus");
        ErasureTests.Restart(office);

        await office.TapAsync(Siti, data, question);
        await ErasureTests.DrainAllAsync(office);

        Assert.Equal([office.Telegram.Of(Siti)[^1].Id], Standing(office, Siti));
    }

    /// <summary>Whoever waits for the police at the door hears at once what is going on, and how to be faster.</summary>
    [Fact]
    public async Task It_is_said_at_once_that_it_goes_on_and_what_is_quicker()
    {
        await using var office = await Office.OpenAsync();
        await office.ReportAsync(Siti);
        await office.SayAsync(Siti, "/hapus");
        ErasureTests.Restart(office);

        await office.PressAsync(Siti, "🧹 Ya");

        var farewell = office.Telegram.Of(Siti)[^1];
        Assert.Contains("sedang kami hapus", farewell.Html, StringComparison.Ordinal);
        Assert.Contains("Tidak bisa menunggu?</b> Hapus sendiri sekarang", farewell.Html, StringComparison.Ordinal);
        await ErasureTests.DrainAllAsync(office);
        Assert.Equal(farewell.Id, office.Telegram.Of(Siti)[^1].Id); // the same message says later that it is done, and nothing rings
    }

    /// <summary>A busy bot: it ends, newest first, in pieces behind which no card has to wait.</summary>
    [Fact]
    public async Task It_goes_on_in_small_pieces_behind_everything_else_and_has_an_end()
    {
        await using var office = await Office.OpenAsync();
        await office.ReportAsync(Siti);
        office.Telegram.Pass(2 * Sweep.Reach);
        await office.ReportAsync(Siti);
        var (old, _) = (Standing(office, Siti)[0], await office.SayAsync(Siti, "/hapus"));
        ErasureTests.Restart(office);
        await office.PressAsync(Siti, "🧹 Ya");

        var (pieces, before) = (0, Deletions(office));
        for (; await office.ReadAsync(db => db.Outbox.AsNoTracking().SingleOrDefaultAsync()) is { } row; pieces++)
        {
            Assert.Equal(pieces == 0 ? OutboxPriority.Reply : OutboxPriority.Low, row.Priority);
            await office.DrainAsync();
            Assert.InRange(Deletions(office) - before, 0, 5);
            before = Deletions(office);
        }

        Assert.Equal(Sweep.Reach / Sweep.Block / 5, pieces);
        Assert.Contains(old, Standing(office, Siti)); // out of reach
        Assert.Contains("Masih ada pesan di atas?", office.Telegram.Of(Siti)[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_in_between_loses_nothing_of_it()
    {
        await using var office = await Office.OpenAsync();
        await office.ReportAsync(Siti);
        office.Telegram.Pass(1_500);
        await office.SayAsync(Siti, "/hapus");
        ErasureTests.Restart(office);
        await office.PressAsync(Siti, "🧹 Ya");
        await office.DrainAsync();
        Assert.True(Standing(office, Siti).Count > 5); // the report is still there
        ErasureTests.Restart(office);

        await ErasureTests.DrainAllAsync(office);

        Assert.Equal([office.Telegram.Of(Siti)[^1].Id], Standing(office, Siti));
    }

    [Theory]
    [InlineData(429, "Too Many Requests: retry after 3")]
    [InlineData(502, "Bad Gateway")]
    public async Task However_often_Telegram_says_later_it_comes_to_an_end(int code, string words)
    {
        await using var office = await Office.OpenAsync();
        await office.ReportAsync(Siti);
        office.Telegram.Pass(1_500);
        await office.SayAsync(Siti, "/hapus");
        ErasureTests.Restart(office);
        var calls = 0;
        office.Telegram.Refuse = (method, _) => method == "deleteMessages" && ++calls % 3 != 0 ? (code, words) : null;

        await EraseAsync(office);

        Assert.Equal([office.Telegram.Of(Siti)[^1].Id], Standing(office, Siti));
        Assert.Contains("sudah kami hapus", office.Telegram.Of(Siti)[^1].Html, StringComparison.Ordinal);
    }

    /// <summary>A thrown die may not be deleted on its first day: it is left, and what is below it is not.</summary>
    [Fact]
    public async Task One_message_that_cannot_go_keeps_no_other()
    {
        await using var office = await Office.OpenAsync();
        office.Telegram.OneSpoilsAll = true;
        await office.ReportAsync(Siti);
        await office.SayAsync(Siti, "/privasi");
        var die = office.Telegram.Of(Siti)[^1].Id;
        office.Telegram.Pass(30);
        await office.SayAsync(Siti, "/hapus");
        ErasureTests.Restart(office);
        office.Telegram.Refuse = (method, body) => method.StartsWith("delete", StringComparison.Ordinal) && System.Text.RegularExpressions.Regex.IsMatch(body, $@"\b{die}\b")
            ? (400, "Bad Request: message can't be deleted for everyone")
            : null;

        await EraseAsync(office);

        Assert.Equal([die, office.Telegram.Of(Siti)[^1].Id], Standing(office, Siti));
    }

    /// <summary>The resident deletes it themselves between two calls: what was refused is nowhere to be found, and whole blocks go again.</summary>
    [Fact]
    public async Task A_refusal_that_passes_by_itself_does_not_slow_the_rest_down()
    {
        await using var office = await Office.OpenAsync();
        await office.ReportAsync(Siti);
        office.Telegram.Pass(5_000);
        await office.SayAsync(Siti, "/hapus");
        ErasureTests.Restart(office);
        var refused = 0;
        office.Telegram.Refuse = (method, _) => method == "deleteMessages" && refused++ < 4 ? (400, "Bad Request: message can't be deleted for everyone") : null;

        await EraseAsync(office);

        Assert.Equal([office.Telegram.Of(Siti)[^1].Id], Standing(office, Siti));
        Assert.InRange(Deletions(office), 50, 70);
    }

    /// <summary>Who cleared the chat meanwhile has nothing there that rings or could be read.</summary>
    [Fact]
    public async Task Nothing_new_is_said_where_the_farewell_is_gone()
    {
        await using var office = await Office.OpenAsync();
        await office.ReportAsync(Siti);
        await office.SayAsync(Siti, "/hapus");
        ErasureTests.Restart(office);
        await office.PressAsync(Siti, "🧹 Ya");
        office.Telegram.Refuse = (method, _) => method == "editMessageText" ? (400, "Bad Request: message to edit not found") : null;
        var sent = office.Telegram.Calls.Count(call => call.Method == "sendMessage");

        await ErasureTests.DrainAllAsync(office);

        Assert.Equal(sent, office.Telegram.Calls.Count(call => call.Method == "sendMessage"));
    }

    /// <summary>An officer who reports too: their cards stay where they are, to be changed as cases go on.</summary>
    [Fact]
    public async Task The_chat_of_an_officer_is_not_searched()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("camat", Camat);
        await office.ReportAsync(Siti);
        var cards = office.Telegram.Of(Camat).Where(bubble => bubble.Buttons.Count > 0).Select(bubble => bubble.Id).ToList();
        Assert.NotEmpty(cards);
        await office.SayAsync(Camat, "/hapus");
        ErasureTests.Restart(office, Camat);

        await office.PressAsync(Camat, "🧹 Ya");
        await ErasureTests.DrainAllAsync(office);

        Assert.All(cards, card => Assert.Contains(card, Standing(office, Camat)));
        Assert.Contains("Mohon hapus sendiri riwayat chat ini", office.Telegram.Of(Camat)[^1].Html, StringComparison.Ordinal);
    }

    private static async Task EraseAsync(Office office)
    {
        await office.PressAsync(Siti, "🧹 Ya");
        await ErasureTests.DrainAllAsync(office);
    }

    private static int Deletions(Office office) => office.Telegram.Calls.Count(call => call.Method == "deleteMessages");

    private static List<int> Standing(Office office, long chat) => [.. office.Telegram.Of(chat).Select(bubble => bubble.Id).Concat(office.Telegram.Own(chat)).Order()];
}
