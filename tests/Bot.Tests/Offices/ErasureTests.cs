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
        var code = await ReportAsync(office, Siti, news: true);
        await ReportAsync(office, Joko, news: true);
        await office.SayAsync(Siti, "/hapus");
        var (standing, question) = (office.Telegram.Of(Siti).Select(bubble => bubble.Id).ToList(), office.Telegram.Of(Siti)[^1].Id);
        if (restarted)
        {
            office.Get<ChatTraces>().Take(Siti);
        }

        await office.PressAsync(Siti, "🧹 Ya");

        Assert.Equal(1, await office.ReadAsync(db => db.Contacts.CountAsync())); // Joko's
        Assert.DoesNotContain(code, office.Telegram.Of(Siti).Single(bubble => bubble.Id == question).Html, StringComparison.Ordinal);
        Assert.Contains("sudah kami hapus", office.Telegram.Of(Siti)[^1].Html, StringComparison.Ordinal);
        if (!restarted)
        {
            var deleted = office.Telegram.Calls.Last(call => call.Method == "deleteMessages").Body;
            Assert.All(standing, id => Assert.Contains($"{id}", deleted, StringComparison.Ordinal));
        }
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
