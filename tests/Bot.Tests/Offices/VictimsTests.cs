using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>An emergency from its receipt to the officers' cards (policy 5.5).</summary>
public sealed class VictimsTests
{
    private const long Resident = 900, Kapolsek = 101;

    [Fact]
    public async Task An_emergency_is_on_the_officers_phones_before_anybody_is_asked_about_victims()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);

        await office.ReportAsync(Resident, "Tiga orang pingsan habis minum.", "miras.korban_oplosan");

        Assert.Contains("DARURAT", office.Telegram.Screen(Kapolsek), StringComparison.Ordinal);
        Assert.StartsWith("<b>Laporan Anda sudah kami teruskan.</b>", office.Telegram.Of(Resident)[^1].Html, StringComparison.Ordinal);
        Assert.Single(office.Telegram.Codes(Resident)); // the receipt stays where it is
    }

    [Fact]
    public async Task Three_taps_change_one_message_and_stand_in_the_first_lines_of_the_card()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Resident, "Tiga orang pingsan habis minum.", "miras.korban_oplosan");
        var messages = office.Telegram.Of(Resident).Count;

        await office.PressAsync(Resident, "3");
        await office.PressAsync(Resident, "Ada yang tidak sadar");
        await office.PressAsync(Resident, "Di rumah");

        Assert.Equal(messages, office.Telegram.Of(Resident).Count);
        var card = office.Telegram.Of(Kapolsek).Last(bubble => bubble.Html.Contains("Kasus <code>", StringComparison.Ordinal) && bubble.Buttons.Count > 0);
        Assert.Equal("🚑 Kata pelapor: 3 korban · <b>ada yang tidak sadar</b> · di rumah (16-09 10.00)", card.Html.Split('\n')[3]);
        Assert.Contains("Ada korban gawat", office.Telegram.Screen(Kapolsek), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_no_emergency_asks_nothing_more()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);

        await office.ReportAsync(Resident);

        Assert.Single(office.Telegram.Codes(Resident));
        Assert.DoesNotContain("korban", office.Telegram.Screen(Resident), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_danger_ask_about_victims_whatever_kind_was_chosen_and_a_victim_makes_it_an_emergency()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("camat", Kapolsek);
        await office.ReportAsync(Resident, "Anak tetangga kejang dan mulutnya berbusa.", "lainnya.layanan_publik");

        Assert.DoesNotContain("DARURAT", office.Telegram.Screen(Kapolsek), StringComparison.Ordinal);
        await office.PressAsync(Resident, "2");

        Assert.Contains("DARURAT", office.Telegram.Screen(Kapolsek), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_on_which_only_the_age_has_changed_is_not_sent_again()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Resident, "Tiga orang pingsan habis minum.", "miras.korban_oplosan");
        var report = await office.ReadAsync(db => db.Reports.AsNoTracking().SingleAsync());

        Assert.Equal(0, await EditsAsync(office, unit => office.Get<CaseWork>().RefreshCardsAsync(unit, report)));
        Assert.Equal(1, await EditsAsync(office, async unit =>
        {
            var other = (await CaseWork.FindAsync(unit, report.Id))!;
            other.Escalate(1);
            await office.Get<CaseWork>().RefreshCardsAsync(unit, other);
        }));
    }

    private static async Task<int> EditsAsync(Office office, Func<Unit, Task> act)
    {
        office.Clock.Now += TimeSpan.FromMinutes(7);
        var before = office.Telegram.Calls.Count;
        await office.CommitAsync(async unit =>
        {
            await act(unit);
            return true;
        });
        await office.DrainAsync();
        return office.Telegram.Calls.Count - before;
    }

    [Fact]
    public async Task Where_phones_get_notices_only_the_card_says_nothing_of_it()
    {
        await using var office = await Office.OpenAsync(settings: new() { ["Privacy:NoticeOnly"] = "true" });
        await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Resident, "Tiga orang pingsan habis minum.", "miras.korban_oplosan");

        await office.PressAsync(Resident, "3");

        Assert.DoesNotContain("Kata pelapor", office.Telegram.Screen(Kapolsek), StringComparison.Ordinal);
    }
}
