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
    [InlineData(true)]
    public async Task Whoever_says_it_twice_is_erased_and_no_code_stays(bool restarted)
    {
        await using var office = await Office.OpenAsync();
        office.Get<ChatTraces>();
        office.Clock.Now += TimeSpan.FromDays(3); // in memory since, so that nothing that can still be deleted was said before
        await ReportAsync(office, Siti, news: true);
        await ReportAsync(office, Joko, news: true);
        await office.SayAsync(Siti, "/hapus");
        if (restarted)
        {
            Restart(office);
        }

        await office.PressAsync(Siti, "🧹 Ya");
        await DrainAllAsync(office);

        Assert.Equal(1, await office.ReadAsync(db => db.Contacts.CountAsync())); // Joko's
        var said = Assert.Single(office.Telegram.Of(Siti)).Html;
        Assert.Contains("sudah kami hapus", said, StringComparison.Ordinal);
        Assert.Contains("Hapus riwayat", said, StringComparison.Ordinal);
    }

    /// <summary>A restart between the tap and the answer: the letter is in the store, what stood in the chat is in nobody's memory.</summary>
    [Fact]
    public async Task A_kill_after_the_tap_leaves_nothing_either()
    {
        await using var office = await Office.OpenAsync();
        await ReportAsync(office, Siti, news: true);
        await office.SayAsync(Siti, "/hapus");
        office.Telegram.Refuse = (method, _) => method is "deleteMessages" or "deleteMessage" or "editMessageText" or "sendMessage" ? (502, "Bad Gateway") : null; // as good as dead
        await office.PressAsync(Siti, "🧹 Ya");
        Restart(office);
        office.Telegram.Refuse = null;

        await DrainAllAsync(office);

        Assert.Contains("sudah kami hapus", Assert.Single(office.Telegram.Of(Siti)).Html, StringComparison.Ordinal);
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

        await DrainAllAsync(office);

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
        office.Telegram.OneSpoilsAll = manyRefused;
        await ReportAsync(office, Siti, news: true);
        var old = office.Telegram.Of(Siti).Select(bubble => bubble.Id).ToList();
        office.Clock.Now += TimeSpan.FromDays(3);
        await ReportAsync(office, Siti, news: true);
        await office.SayAsync(Siti, "/hapus");

        await office.PressAsync(Siti, "🧹 Ya");

        Assert.Empty(office.Telegram.Codes(Siti));
        Assert.All(office.Telegram.Of(Siti).Where(bubble => old.Contains(bubble.Id)), bubble => Assert.Equal(("🧹", 0), (bubble.Html, bubble.Buttons.Count)));
        Assert.Equal(old.Count + 1, office.Telegram.Of(Siti).Count); // what was younger is gone
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
    internal static void Restart(Office office, params IEnumerable<long> others)
    {
        foreach (var chat in others.Prepend(Siti))
        {
            office.Get<ChatTraces>().Take(chat);
        }

        office.Get<ChatTraces>().TookOver();
    }

    /// <summary>Until nothing waits.</summary>
    internal static async Task DrainAllAsync(Office office)
    {
        do
        {
            await office.DrainAsync();
        }
        while (await office.ReadAsync(db => db.Outbox.AnyAsync()));
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
