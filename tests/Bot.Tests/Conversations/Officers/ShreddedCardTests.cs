using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Microsoft.Extensions.Options;

namespace Kentongan.Bot.Tests.Conversations.Officers;

public sealed class ShreddedCardTests : IDisposable
{
    private readonly string _keys = Directory.CreateTempSubdirectory("keys").FullName;

    public void Dispose() => Directory.Delete(_keys, recursive: true);

    [Fact]
    public void A_card_of_a_shredded_report_says_that_its_content_is_deleted()
    {
        var drawn = Drawing().Draw(Card(story: null), Jepara.Noon);

        Assert.Contains("Isi laporan sudah dihapus.", drawn.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Pelapor tidak menulis cerita", drawn.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_without_a_story_is_not_taken_for_a_shredded_one()
    {
        var drawn = Drawing().Draw(Card(story: []), Jepara.Noon);

        Assert.Contains("Pelapor tidak menulis cerita", drawn.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("dihapus", drawn.Html, StringComparison.Ordinal);
    }

    private CardDrawing Drawing() => new(
        new LocalTime(Jepara.Wib, new HashSet<DateOnly>()),
        new CardTokens(new MasterKey(new KeyFiles(Options.Create(new KeysOptions { Directory = _keys }))), TimeProvider.System), CardManner.Usual);

    private static CardView Card(IReadOnlyList<string>? story)
    {
        var report = Report.Receive(
            new NewReport(
                new ReportId(Guid.Empty), "K7M2PQ4", [1], "miras.penjualan", Priority.P2, Happening.Often, AccusedOffice.None, null, 0, Timers.For(Priority.P2)),
            Jepara.Noon);
        return new CardView(
            1, new OfficerId(Guid.Empty), 1, null, null, report, Jepara.Context.Intake.Programmes.Find("miras.penjualan")!, "kapolsek", Part.Lead,
            AudienceTier.Full, false, null, null, story, null, [], [], null, null, []);
    }
}
