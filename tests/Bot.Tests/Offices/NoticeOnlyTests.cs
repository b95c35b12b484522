using Kentongan.Bot.Commands;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Bot.Tests.Officers;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Microsoft.Extensions.Configuration;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>A kabupaten may keep what people told out of officers' Telegram altogether (threat-model 4, row 11).</summary>
public sealed class NoticeOnlyTests : IDisposable
{
    private const long Siti = 7_000_000_001, Camat = 11, Kapolsek = 12, Koordinator = 13;

    private static readonly CardManner NoticeOnly = CardManner.Usual with { NoticeOnly = true };

    private readonly Cards _cards = new();

    public static TheoryData<ReportStatus, Part> Everything => new(
        from status in Enum.GetValues<ReportStatus>() from part in Enum.GetValues<Part>() select new TheoryDataRow<ReportStatus, Part>(status, part));

    public void Dispose() => _cards.Dispose();

    [Theory, MemberData(nameof(Everything))]
    public void A_card_says_how_urgent_in_which_kecamatan_and_what_can_be_done_and_nothing_of_what_was_told(ReportStatus status, Part part)
    {
        var view = Cards.ViewOf(Cards.ReportIn(status, lead: Cards.Sari), part);

        var (usual, notice) = (_cards.Draw(view), _cards.Draw(view, manner: NoticeOnly));

        Assert.All((string[])["Penjualan", "Kedungmalang", "rahasia", "jembatan", "110.68", "sering"], word => Assert.DoesNotContain(word, notice.Html, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("TINGGI</b> · Laporan warga · Kec. Kedung", notice.Html, StringComparison.Ordinal);
        Assert.Contains("<code>K7Q-4ZM</code>", notice.Html, StringComparison.Ordinal);
        Assert.Equal(
            usual.Buttons.SelectMany(row => row).Select(button => button.Label).Where(label => !label.StartsWith("📎", StringComparison.Ordinal)),
            notice.Buttons.SelectMany(row => row).Select(button => button.Label));
    }

    [Fact]
    public void Whoever_wants_the_minute_on_every_card_can_have_it()
    {
        var view = Cards.ViewOf(Cards.ReportIn(ReportStatus.Offered, Priority.P2), tier: AudienceTier.Ringkas);

        Assert.Contains("47 mnt lalu", _cards.Draw(view, coarse: false).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("mnt", _cards.Draw(view).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("false", false)]
    public void And_the_wish_is_read_once_for_cards_pages_and_clocks(string? wish, bool coarse)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(wish is null ? [] : new Dictionary<string, string?> { ["Privacy:CoarseTimes"] = wish }).Build();

        Assert.Equal(coarse, Startup.ReadJurisdiction(settings).Local.CoarseTimes);
    }

    [Fact]
    public async Task Cards_tasks_figures_and_notices_name_no_kind_and_no_word()
    {
        await using var office = await Office.OpenAsync(settings: new() { ["Privacy:NoticeOnly"] = "true" });
        await office.BindAsync("kapolsek", Kapolsek);
        await office.BindAsync("camat", Camat);
        await office.BindAsync("koordinator", Koordinator);
        await office.ReportAsync(Siti, "Botolnya disembunyikan di gudang.");
        await office.ReportAsync(Siti, "Tempatnya tidak tahu.", kecamatan: null);

        await office.PressAsync(Kapolsek, "✅ Terima");
        foreach (var chat in (long[])[Kapolsek, Koordinator])
        {
            await office.SayAsync(chat, "/tugas");
            await office.SayAsync(chat, "/rekap");
        }

        var read = string.Join('\n', ((long[])[Camat, Kapolsek, Koordinator]).Select(office.Telegram.Screen));
        Assert.Contains("Anda", read, StringComparison.Ordinal);
        Assert.Contains(OfficerWords.ContentElsewhere, read, StringComparison.Ordinal);
        Assert.All((string[])["Botolnya", "Tempatnya", "Minum", "miras", "Kedungmalang"], word => Assert.DoesNotContain(word, read, StringComparison.OrdinalIgnoreCase));
    }
}
