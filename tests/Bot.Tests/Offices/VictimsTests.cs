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
    public async Task Where_phones_get_notices_only_the_card_says_nothing_of_it()
    {
        await using var office = await Office.OpenAsync(settings: new() { ["Privacy:NoticeOnly"] = "true" });
        await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Resident, "Tiga orang pingsan habis minum.", "miras.korban_oplosan");

        await office.PressAsync(Resident, "3");

        Assert.DoesNotContain("Kata pelapor", office.Telegram.Screen(Kapolsek), StringComparison.Ordinal);
    }
}
