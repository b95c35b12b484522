using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Figures;
using Kentongan.Triage.Web.Maps;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Tests.Web;

/// <summary>The map of risk and the figures: the formula, the guard rails, and that every figure equals the list behind it (domain.md 10, policy 7).</summary>
public sealed class MapTests
{
    private const string Crew = Desk.Usual + " auditor";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory]
    [InlineData(Priority.P0, ReportStatus.Closed, ReportOutcome.ActedUpon, 0, 8)]
    [InlineData(Priority.P1, ReportStatus.Closed, ReportOutcome.Prevented, 0, 4)]
    [InlineData(Priority.P2, ReportStatus.Closed, ReportOutcome.ActedUpon, 60, 1)]
    [InlineData(Priority.P3, ReportStatus.Closed, ReportOutcome.ActedUpon, 120, 0.25)]
    [InlineData(Priority.P1, ReportStatus.InProgress, null, 0, 1.6)]
    [InlineData(Priority.P1, ReportStatus.Offered, null, 0, 0.4)]
    [InlineData(Priority.P0, ReportStatus.Closed, ReportOutcome.Hoax, 0, 0)]
    [InlineData(Priority.P0, ReportStatus.Closed, ReportOutcome.Unfounded, 0, 0)]
    [InlineData(Priority.P0, ReportStatus.Quarantined, null, 0, 0)]
    public void A_report_weighs_severity_times_proof_times_recency(Priority priority, ReportStatus status, ReportOutcome? outcome, int days, double weight) =>
        Assert.Equal(weight, RiskScore.WeightOf(priority, status, outcome, TimeSpan.FromDays(days)), 9);

    [Theory, MemberData(nameof(Both))]
    public async Task The_store_adds_up_the_same_weights(StoreProvider provider)
    {
        await using var office = await FilledAsync(provider);
        var end = office.Desk.Clock.Now + TimeSpan.FromDays(3.25);
        var reports = await office.Desk.ReadAsync(db => db.Reports.AsNoTracking().ToListAsync());

        var summed = await office.Desk.ReadAsync(db => db.Reports.Select(RiskScore.WeighedAt(end)).GroupBy(_ => 1)
            .Select(all => new { Score = all.Sum(one => one.Weight), Verified = all.Sum(one => one.Verified) }).SingleAsync());

        Assert.Equal(reports.Sum(one => RiskScore.WeightOf(one.Priority, one.Status, one.Outcome, end - one.ReceivedAt)), summed.Score, 6);
        Assert.Equal(reports.Count(one => RiskScore.IsVerified(one.Status, one.Outcome)), summed.Verified);
        Assert.InRange(summed.Score, 0.1, double.MaxValue);
    }

    [Fact]
    public void Every_state_and_outcome_weighs_the_same_to_the_store_and_to_the_page()
    {
        var end = new DateTimeOffset(2026, 9, 16, 3, 0, 0, TimeSpan.Zero);
        var weigh = RiskScore.WeighedAt(end).Compile();
        var (report, kinds) = (Report.Receive(
            new NewReport(new ReportId(Guid.NewGuid()), "K7Q-4ZM", new byte[32], "miras.penjualan", Priority.P2, Happening.Often, AccusedOffice.None, null, 0, Timers.For(Priority.P2)),
            end - TimeSpan.FromDays(30)), 0);
        foreach (var priority in Enum.GetValues<Priority>())
        {
            foreach (var status in Enum.GetValues<ReportStatus>())
            {
                foreach (var outcome in Enum.GetValues<ReportOutcome>().Cast<ReportOutcome?>().Append(null))
                {
                    Set(nameof(Report.Priority), priority);
                    Set(nameof(Report.Status), status);
                    Set(nameof(Report.Outcome), outcome);
                    Assert.Equal(RiskScore.WeightOf(priority, status, outcome, TimeSpan.FromDays(30)), weigh(report).Weight, 9);
                    Assert.Equal(RiskScore.IsVerified(status, outcome), weigh(report).Verified == 1);
                    kinds++;
                }
            }
        }

        Assert.True(kinds > 100);

        void Set(string property, object? value) => typeof(Report).GetProperty(property)!.SetValue(report, value); // also what no report can come to
    }

    [Theory]
    [InlineData(0, RiskBand.Aman)]
    [InlineData(0.99, RiskBand.Aman)]
    [InlineData(1, RiskBand.Siaga)]
    [InlineData(4, RiskBand.Waspada)]
    [InlineData(10, RiskBand.Rawan)]
    [InlineData(25, RiskBand.Bahaya)]
    [InlineData(400, RiskBand.Bahaya)]
    public void A_score_falls_into_one_band(double score, RiskBand band) => Assert.Equal(band, RiskScore.BandOf(score));

    [Theory, MemberData(nameof(Both))]
    public async Task Every_cell_and_every_figure_equals_the_list_that_it_links_to(StoreProvider provider)
    {
        await using var office = await FilledAsync(provider);
        foreach (var officer in new[] { "koordinator", "kapolsek" })
        {
            var viewer = await office.ViewerAsync(officer);
            var board = office.Get<BoardQueries>();
            foreach (var filter in new[] { new CaseFilter(), new CaseFilter(Kecamatan: Jepara.Kedung), new CaseFilter(Family: "miras") })
            {
                foreach (var cell in (await office.Get<MapQueries>().ReadAsync(viewer, filter, null, CancellationToken.None)).Cells)
                {
                    Assert.Equal((cell.Name, cell.Count), (cell.Name, (await board.ListAsync(viewer, cell.Behind, 1, CancellationToken.None)).Total));
                }

                var figures = await office.Get<FigureQueries>().ReadAsync(viewer, filter, CancellationToken.None);
                foreach (var line in figures.Kecamatan.Concat(figures.Seats))
                {
                    await SameAsync(line.Received, line.Behind);
                    await SameAsync(line.Accept.Count, line.Behind with { Reached = CaseFilter.Accepted });
                    await SameAsync(line.FirstAction.Count, line.Behind with { Reached = CaseFilter.Acted });
                    await SameAsync(line.Close.Count, line.Behind with { Reached = CaseFilter.Closed });
                }

                foreach (var week in figures.Weeks)
                {
                    await SameAsync(week.Received, week.Behind);
                    await SameAsync(week.Accepted, week.Behind with { Reached = CaseFilter.Accepted });
                    await SameAsync(week.Closed, week.Behind with { Reached = CaseFilter.Closed });
                }

                Assert.NotEmpty(figures.Kecamatan);
            }

            async Task SameAsync(int count, CaseFilter behind) => Assert.Equal((behind.ToQuery(), count), (behind.ToQuery(), (await board.ListAsync(viewer, behind, 1, CancellationToken.None)).Total));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Help_reports_about_officials_and_sara_are_never_on_the_map_of_desa(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        await office.Desk.FileAsync(Desk.Filing("trantibum.sara"));
        await office.Desk.FileAsync(Desk.Filing("pemilu.hoaks_sara"));
        await office.Desk.FileAsync(Desk.Filing("pemilu.netralitas"));
        await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kecamatan));
        await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran"));

        var view = await office.Get<MapQueries>().ReadAsync(await office.ViewerAsync("auditor"), new CaseFilter(Kecamatan: Jepara.Kedung), null, CancellationToken.None);

        Assert.Equal(1, view.Cells.Sum(cell => cell.Count));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_desa_with_fewer_than_three_verified_reports_is_blank_outside_its_own_triad(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        for (var i = 0; i < 3; i++)
        {
            await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran"));
        }

        Assert.Equal(CellGap.Veiled, await GapAsync("koordinator"));
        Assert.Equal(CellGap.Veiled, await GapAsync("auditor"));
        Assert.Equal(CellGap.None, await GapAsync("kapolsek"));

        async Task<CellGap> GapAsync(string officer) =>
            (await office.Get<MapQueries>().ReadAsync(await office.ViewerAsync(officer), new CaseFilter(Kecamatan: Jepara.Kedung), null, CancellationToken.None))
                .Cells.Single(cell => cell.Code == "33.20.01.2001").Gap;
    }

    [Fact]
    public async Task Too_few_reports_give_no_band()
    {
        await using var office = await Office.OpenAsync();
        await office.Desk.FileAsync(Priority.P1);

        var view = await office.Get<MapQueries>().ReadAsync(await office.ViewerAsync("koordinator"), new CaseFilter(), null, CancellationToken.None);

        Assert.All(view.Cells, cell => Assert.Null(cell.Band));
    }

    [Fact]
    public void Without_boundaries_every_kecamatan_has_a_cell_that_is_called_approximate()
    {
        var shapes = new RegionShapes(Jepara.Jurisdiction, Options.Create(new DataOptions { Directory = "/nonexistent" })).All;

        Assert.True(shapes.Approximate);
        Assert.Equal(16, shapes.Kecamatan.Count);
        Assert.All(shapes.Kecamatan.Values, shape => Assert.True(shape.Area > 0));
        var svg = RegionDrawing.Draw([.. shapes.Kecamatan.Select(pair => new DrawnArea(pair.Value, "<b>", "a & b", RiskBand.Rawan, "/daftar?a=1&b=2"))], "Peta");
        var drawn = System.Xml.Linq.XDocument.Parse(svg);
        Assert.Equal(16, drawn.Descendants().Count(one => one.Name.LocalName == "a"));
        Assert.DoesNotContain(" style=", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 5 }, 5, 5)]
    [InlineData(new[] { 1, 2, 3, 4 }, 2.5, 4)]
    [InlineData(new[] { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 }, 5.5, 9)]
    public void Median_and_ninetieth_percentile_are_of_the_sorted_times(int[] minutes, double median, double p90)
    {
        var spread = Spread.Of(minutes.Select(minute => TimeSpan.FromMinutes(minute)));

        Assert.Equal((minutes.Length, median, p90), (spread.Count, spread.Median.TotalMinutes, spread.P90.TotalMinutes));
    }

    private static async Task<Office> FilledAsync(StoreProvider provider)
    {
        var office = await Office.OpenAsync(provider, Crew);
        await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.Closed);
        office.Desk.Clock.Now += TimeSpan.FromDays(8);
        await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran"));
        await office.Desk.FileAsync(Desk.Filing("narkoba.peredaran"));
        await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Koramil));
        await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran", place: new Place(Jepara.Pecangaan, null)));
        return office;
    }
}
