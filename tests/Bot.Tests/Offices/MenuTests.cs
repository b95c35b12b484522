using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>A menu that an officer has opened on a card outlives a redraw of the card, as long as it still leads anywhere.</summary>
public sealed class MenuTests
{
    private const long Resident = 900, Kapolsek = 101, Camat = 102, Coordinator = 103;

    [Fact]
    public async Task Choices_stay_when_the_resident_adds_something_meanwhile()
    {
        await using var office = await OpenAsync();
        var receipt = await office.ReportAsync(Resident, kind: "miras.produksi");
        await office.PressAsync(Kapolsek, "✅ Terima");
        await office.PressAsync(Kapolsek, "↪️ Limpahkan");

        await AddAsync(office, receipt);

        var card = Card(office, Kapolsek);
        Assert.Contains("Ada dua galon lagi.", card.Html, StringComparison.Ordinal);
        Assert.Equal(["Ke Camat", "Lepaskan", "‹ Kembali"], card.Buttons.Select(button => button.Label));
        await office.PressAsync(Kapolsek, "Ke Camat");
        Assert.Contains("✅ Terima limpahan", Card(office, Camat).Buttons.Select(button => button.Label));
        Assert.Contains("↪️ Limpahkan", Card(office, Kapolsek).Buttons.Select(button => button.Label));
    }

    [Theory]
    [InlineData("⏸ Tunda", "1 jam")]
    [InlineData("🏁 Usulkan selesai", "ditindak")]
    [InlineData("📤 Rujuk", "Bawaslu")]
    public async Task Every_menu_of_the_lead_stays(string button, string choice)
    {
        await using var office = await OpenAsync();
        var receipt = await office.ReportAsync(Resident, kind: "miras.produksi");
        await office.PressAsync(Kapolsek, "✅ Terima");
        await office.PressAsync(Kapolsek, button);

        await AddAsync(office, receipt);

        Assert.Contains(Card(office, Kapolsek).Buttons, one => one.Label.StartsWith(choice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_count_in_the_making_stays_as_far_as_it_was_made()
    {
        await using var office = await OpenAsync();
        var receipt = await office.ReportAsync(Resident, kind: "miras.korban_oplosan");
        await office.PressAsync(Kapolsek, "🚑 Perbarui korban");
        await office.PressAsync(Kapolsek, "+");

        await AddAsync(office, receipt);

        Assert.Contains("Meninggal 1", Card(office, Kapolsek).Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task It_closes_when_it_leads_nowhere_any_more()
    {
        await using var office = await OpenAsync();
        await office.ReportAsync(Resident, kind: "miras.produksi");
        await office.PressAsync(Camat, "Bukan wilayah kami");
        Assert.Contains("‹ Kembali", Card(office, Camat).Buttons.Select(button => button.Label));

        await office.PressAsync(Kapolsek, "✅ Terima");

        Assert.DoesNotContain("‹ Kembali", Card(office, Camat).Buttons.Select(button => button.Label));
        Assert.Contains("Diterima Kapolsek", Card(office, Camat).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_back_or_forgets_it_gets_the_buttons_of_the_card_again()
    {
        await using var office = await OpenAsync();
        var receipt = await office.ReportAsync(Resident, kind: "miras.produksi");
        await office.PressAsync(Kapolsek, "✅ Terima");
        await office.PressAsync(Kapolsek, "↪️ Limpahkan");
        await office.PressAsync(Kapolsek, "‹ Kembali");
        Assert.Contains("📍 Di lokasi", Card(office, Kapolsek).Buttons.Select(button => button.Label));

        await office.PressAsync(Kapolsek, "↪️ Limpahkan");
        office.Clock.Now += TimeSpan.FromMinutes(20);
        await AddAsync(office, receipt);

        Assert.Contains("📍 Di lokasi", Card(office, Kapolsek).Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task An_older_copy_of_the_card_opens_its_menu_where_it_was_tapped()
    {
        await using var office = await OpenAsync();
        await office.ReportAsync(Resident, kind: "miras.produksi");
        await office.PressAsync(Kapolsek, "✅ Terima");
        var (older, data) = office.Telegram.Find(Kapolsek, "↪️ Limpahkan")!.Value;
        await office.SayAsync(Kapolsek, "/tugas");
        await office.PressAsync(Kapolsek, "🟠");

        await office.TapAsync(Kapolsek, data, older);

        Assert.Contains("Ke Camat", office.Telegram.Of(Kapolsek).Single(bubble => bubble.Id == older).Buttons.Select(button => button.Label));
        Assert.Contains("↪️ Limpahkan", Card(office, Kapolsek).Buttons.Select(button => button.Label));
    }

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        await office.BindAsync("camat", Camat);
        await office.BindAsync("koordinator", Coordinator);
        return office;
    }

    private static async Task AddAsync(Office office, string receipt)
    {
        await office.SayAsync(Resident, receipt);
        await office.TapAsync(Resident, $"r:a:{Receipt.FromWords(receipt)!.Token}");
        await office.SayAsync(Resident, "Ada dua galon lagi.");
    }

    private static ChatLog.Bubble Card(Office office, long chat) =>
        office.Telegram.Of(chat).Last(bubble => bubble.Html.Contains("\nKasus <code>", StringComparison.Ordinal));
}
