using Kentongan.Bot.Telegram;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>Erasing one's traces (threat-model 4, row 20): the codes go with the chat, so this is told before, and nothing is erased until it is said twice.</summary>
public sealed class ErasureTests
{
    private const long Siti = 7_000_000_001, Joko = 7_000_000_002;

    [Fact]
    public async Task Whoever_asks_is_shown_the_codes_we_can_still_read_and_nothing_is_erased_yet()
    {
        await using var office = await Office.OpenAsync();
        var (followed, others) = (await ReportAsync(office, Siti, news: true), await ReportAsync(office, Joko, news: true));
        var unfollowed = await ReportAsync(office, Siti, news: false);

        await office.SayAsync(Siti, "/hapus");

        var asked = office.Telegram.Of(Siti)[^1].Html;
        Assert.Contains($"<code>{followed}</code>", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(others, asked, StringComparison.Ordinal);
        Assert.DoesNotContain(unfollowed, asked, StringComparison.Ordinal); // nobody but Siti has that one
        Assert.Contains("cari pesannya di atas", asked, StringComparison.Ordinal);
        Assert.Equal(2, await office.ReadAsync(db => db.Contacts.CountAsync()));
        Assert.DoesNotContain(office.Telegram.Calls, call => call.Method.StartsWith("delete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asked_for_no_news_is_told_that_they_alone_have_the_code()
    {
        await using var office = await Office.OpenAsync();
        await ReportAsync(office, Siti, news: false);

        await office.SayAsync(Siti, "/hapus");

        var asked = office.Telegram.Of(Siti)[^1].Html;
        Assert.DoesNotContain("<code>", asked, StringComparison.Ordinal);
        Assert.Contains("Kodenya sudah dicatat?", asked, StringComparison.Ordinal);
        Assert.Contains("hanya kode yang sudah Anda catat yang bisa membukanya", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_thinks_again_keeps_everything_and_the_code_stands_there_once_less()
    {
        await using var office = await Office.OpenAsync();
        var code = await ReportAsync(office, Siti, news: true);
        await office.SayAsync(Siti, "/hapus");

        await office.PressAsync(Siti, "Belum");

        Assert.Equal([code], office.Telegram.Codes(Siti));
        Assert.Equal(1, await office.ReadAsync(db => db.Contacts.CountAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // whatever stood in the chat before is out of our reach then, but for the question itself
    public async Task Whoever_says_it_twice_is_erased_and_no_code_stays(bool restarted)
    {
        await using var office = await Office.OpenAsync();
        office.Get<ChatTraces>();
        office.Clock.Now += TimeSpan.FromDays(3); // in memory since, so that nothing that can still be deleted was said before
        var code = await ReportAsync(office, Siti, news: true);
        await ReportAsync(office, Joko, news: true);
        await office.SayAsync(Siti, "/hapus");
        var (standing, question) = (office.Telegram.Of(Siti).Select(bubble => bubble.Id).ToList(), office.Telegram.Of(Siti)[^1].Id);
        if (restarted)
        {
            Restart(office);
        }

        await office.PressAsync(Siti, "🧹 Ya");

        Assert.Equal(1, await office.ReadAsync(db => db.Contacts.CountAsync())); // Joko's
        Assert.DoesNotContain(office.Telegram.Of(Siti), bubble => bubble.Id == question && bubble.Html.Contains(code, StringComparison.Ordinal));
        var said = office.Telegram.Of(Siti)[^1].Html;
        Assert.Contains("sudah kami hapus", said, StringComparison.Ordinal);
        if (restarted)
        {
            Assert.Contains("Mohon hapus sendiri riwayat chat ini", said, StringComparison.Ordinal); // and how, and that codes may still stand there
            Assert.Contains("Hapus riwayat", said, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(said, Assert.Single(office.Telegram.Of(Siti)).Html);
            Assert.DoesNotContain("tidak kami kenali", said, StringComparison.Ordinal);
            Assert.DoesNotContain(standing, id => office.Telegram.Of(Siti).Any(bubble => bubble.Id == id));
        }
    }

    /// <summary>A restart between the tap and the answer: the letter is in the store, what stood in the chat is in nobody's memory.</summary>
    [Fact]
    public async Task A_kill_after_the_tap_leaves_no_question_with_codes_either()
    {
        await using var office = await Office.OpenAsync();
        var code = await ReportAsync(office, Siti, news: true);
        await office.SayAsync(Siti, "/hapus");
        office.Telegram.Refuse = (method, _) => method is "deleteMessages" or "deleteMessage" or "editMessageText" or "sendMessage" ? (502, "Bad Gateway") : null; // as good as dead
        await office.PressAsync(Siti, "🧹 Ya");
        Restart(office);
        office.Telegram.Refuse = null;

        await office.DrainAsync();

        Assert.DoesNotContain(code, office.Telegram.Of(Siti)[^1].Html, StringComparison.Ordinal);
        Assert.Contains("Mohon hapus sendiri riwayat chat ini", office.Telegram.Of(Siti)[^1].Html, StringComparison.Ordinal);
    }

    /// <summary>Nobody is told that it is gone before it is.</summary>
    [Theory]
    [InlineData(502, "Bad Gateway")]
    [InlineData(429, "Too Many Requests: retry after 3")]
    public async Task What_cannot_be_deleted_because_Telegram_is_away_is_deleted_later(int code, string words)
    {
        await using var office = await Office.OpenAsync();
        var receipt = await ReportAsync(office, Siti, news: true);
        await office.SayAsync(Siti, "/hapus");
        office.Telegram.Refuse = (method, _) => method.StartsWith("delete", StringComparison.Ordinal) ? (code, words) : null;
        await office.PressAsync(Siti, "🧹 Ya");
        Assert.DoesNotContain(office.Telegram.Of(Siti), bubble => bubble.Html.Contains("sudah kami hapus", StringComparison.Ordinal));
        office.Telegram.Refuse = null;

        await office.DrainAsync();

        var said = Assert.Single(office.Telegram.Of(Siti)).Html;
        Assert.Contains("sudah kami hapus", said, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt, said, StringComparison.Ordinal);
    }

    /// <summary>Telegram refuses to delete what is older than two days, and passes over it in silence where many are deleted at once.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_may_no_longer_be_deleted_is_overwritten(bool manyRefused)
    {
        await using var office = await Office.OpenAsync();
        await ReportAsync(office, Siti, news: true);
        var old = office.Telegram.Of(Siti).Select(bubble => bubble.Id).ToList();
        office.Clock.Now += TimeSpan.FromDays(3);
        await ReportAsync(office, Siti, news: true);
        await office.SayAsync(Siti, "/hapus");
        office.Telegram.Refuse = (method, body) =>
            (method == "deleteMessage" && old.Exists(id => body.Contains($"\"message_id\":{id}}}", StringComparison.Ordinal))) || (method == "deleteMessages" && manyRefused)
                ? (400, "Bad Request: message can't be deleted for everyone")
                : null;

        await office.PressAsync(Siti, "🧹 Ya");

        Assert.Empty(office.Telegram.Codes(Siti));
        Assert.All(office.Telegram.Of(Siti).Where(bubble => old.Contains(bubble.Id)), bubble => Assert.Equal(("🧹", 0), (bubble.Html, bubble.Buttons.Count)));
        Assert.Equal(old.Count + 1, office.Telegram.Of(Siti).Count); // what was younger is gone
    }

    /// <summary>The question may not be changed any more: it is deleted, and the farewell comes below.</summary>
    [Fact]
    public async Task A_question_that_can_no_longer_be_changed_does_not_stay()
    {
        await using var office = await Office.OpenAsync();
        var code = await ReportAsync(office, Siti, news: true);
        await office.SayAsync(Siti, "/hapus");
        Restart(office);
        office.Telegram.Refuse = (method, _) => method == "editMessageText" ? (400, "Bad Request: message can't be edited") : null;

        await office.PressAsync(Siti, "🧹 Ya");

        Assert.DoesNotContain(office.Telegram.Of(Siti), bubble => bubble.Html.Contains("Hapus jejak di chat ini?", StringComparison.Ordinal));
        Assert.Contains("sudah kami hapus", office.Telegram.Of(Siti)[^1].Html, StringComparison.Ordinal);
        Assert.DoesNotContain(code, office.Telegram.Of(Siti)[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_code_still_opens_the_report_from_the_paper()
    {
        await using var office = await Office.OpenAsync();
        var code = await ReportAsync(office, Siti, news: false);
        await office.SayAsync(Siti, "/hapus");
        await office.PressAsync(Siti, "🧹 Ya");

        await office.SayAsync(Siti, code);

        Assert.Contains("Diterima", office.Telegram.Of(Siti)[^1].Html, StringComparison.Ordinal);
    }

    /// <summary>The process dies and starts again: its memory is empty.</summary>
    private static void Restart(Office office)
    {
        office.Get<ChatTraces>().Take(Siti);
        office.Get<ChatTraces>().TookOver();
    }

    private static async Task<string> ReportAsync(Office office, long resident, bool news)
    {
        var code = await office.ReportAsync(resident);
        if (news)
        {
            await office.PressAsync(resident, "🔔 Kabari saya");
        }

        return code;
    }
}
