using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>
/// Below coordinator nobody learns more of the arrival of a calm report than a part of the day, neither from a time nor from its place among others
/// whose minute they know (threat-model 4, row 13).
/// </summary>
public sealed class CoarseTimePagesTests
{
    private const string Tale = "Botol-botol tuak dijual di belakang balai desa tiap malam Minggu.";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    /// <summary>
    /// The same reports, offered at the same moments; only the minutes at which the calm ones were written differ, within one part of the day: once
    /// they lie between the urgent ones, once before, once after, once the other way round.
    /// </summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Every_page_and_file_is_the_same_whenever_within_a_part_of_the_day_it_was_written(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (calm, urgent) = await FiledAsync(office.Desk);
        var written = new Dictionary<string, Dictionary<string, string>>();
        foreach (var times in new[] { "10:01 10:03 10:05", "05:10 06:00 07:00", "10:27 10:28 10:29", "10:05 10:03 10:01" })
        {
            foreach (var (id, time) in calm.Zip(times.Split(' ')))
            {
                await WriteAtAsync(office.Desk, id, Jepara.At(time));
            }

            written[times] = await SeenAsync(office, "kapolsek", calm, urgent);
        }

        var first = written.First().Value;
        Assert.All(urgent, number => Assert.Contains(number, first["/daftar"], StringComparison.Ordinal)); // both are there, side by side
        Assert.All(written.Values, seen => Assert.All(first, page => Assert.Equal((page.Key, page.Value), (page.Key, seen[page.Key]))));
    }

    /// <summary>Oldest first, the most urgent on top; what is calm stands where its part of the day begins, in an order drawn by lot.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Nor_does_the_order_of_tasks_or_of_reports_that_tell_the_same(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (calm, _) = await FiledAsync(desk);
        var seen = new List<string>();
        foreach (var times in new[] { "10:01 10:03 10:05", "10:05 10:01 10:03", "10:03 10:05 10:01" })
        {
            foreach (var (id, time) in calm.Zip(times.Split(' ')))
            {
                await WriteAtAsync(desk, id, Jepara.At(time));
            }

            var tasks = await desk.ReadAsync(db => CardQueries.OpenCardsAsync(db, desk["kapolsek"], Jepara.Jurisdiction.Local, desk.Clock.Now, 20, CancellationToken.None));
            var alike = await desk.TapAsync("kapolsek", calm[0], (unit, by) => MergeReports.CandidatesAsync(unit.Db, by));
            seen.Add($"{string.Join(' ', tasks)} / {string.Join(' ', alike.Select(like => like.Report.CaseNumber))}");
            Assert.Equal((5, 2), (tasks.Count, alike.Count));
        }

        Assert.Single(seen.Distinct());
    }

    /// <summary>The triad's digest names what nobody has accepted; three people read it, and none of them knows the minute.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Nor_does_the_order_of_the_digest_of_a_kecamatan(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (calm, _) = await FiledAsync(desk);
        desk.Clock.Now = Jepara.At("09:00", 1);
        await desk.RunAsync<MeetDeadlines>();
        var seen = new List<string>();
        foreach (var times in new[] { "10:01 10:03 10:05", "10:05 10:05 10:01" })
        {
            foreach (var (id, time) in calm.Zip(times.Split(' ')))
            {
                await WriteAtAsync(desk, id, Jepara.At(time));
            }

            var figures = await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, new KecamatanCode("33.20.01"), desk.Clock.Now, CancellationToken.None));
            Assert.Equal(4, figures.NeedsYou.Count);
            seen.Add(string.Join(' ', figures.NeedsYou.Select(waiting => waiting.CaseNumber)));
        }

        Assert.Single(seen.Distinct());
    }

    /// <summary>A kabupaten may want the minute on every card (<c>Privacy:CoarseTimes</c>): then the pages and their order tell it as well.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_setting_decides_for_pages_and_orders_alike(bool coarse)
    {
        var jurisdiction = Jepara.Jurisdiction with { Local = Jepara.Jurisdiction.Local with { CoarseTimes = coarse } };
        await using var office = await Office.OpenAsync(StoreProvider.Sqlite, jurisdiction: jurisdiction);
        var (calm, urgent) = await FiledAsync(office.Desk);
        var numbers = new List<string>();
        foreach (var id in calm)
        {
            numbers.Add((await office.Desk.ReportAsync(id)).CaseNumber);
        }

        var seen = await SeenAsync(office, "kapolsek", calm, urgent);

        var order = numbers.Concat(urgent).OrderBy(number => seen["/daftar"].IndexOf(number, StringComparison.Ordinal)).ToList();
        Assert.Equal(
            coarse ? [urgent[1], urgent[0], .. numbers.Order(StringComparer.Ordinal)] : [urgent[1], numbers[2], numbers[1], numbers[0], urgent[0]],
            order);
        Assert.Equal(coarse, !seen[$"/kasus/{numbers[0]}"].Contains("10:02", StringComparison.Ordinal));
        Assert.Equal(coarse, seen[$"/kasus/{numbers[0]}"].Contains("pagi", StringComparison.Ordinal));
    }

    /// <summary>Two urgent ones at 10:00 and 10:10, three calm ones that tell the same between; one is being worked on.</summary>
    private static async Task<(List<ReportId> Calm, List<string> Urgent)> FiledAsync(Desk desk)
    {
        var (calm, urgent) = (new List<ReportId>(), new List<string>());
        foreach (var (time, priority) in new[] { ("10:00", Priority.P1), ("10:02", Priority.P2), ("10:04", Priority.P2), ("10:06", Priority.P2), ("10:10", Priority.P1) })
        {
            desk.Clock.Now = Jepara.At(time);
            var id = (await desk.FileFromAsync(100, Desk.Filing(Desk.KindOf(priority), story: priority == Priority.P2 ? Tale : "Ada yang memasak tuak.")))!.Value;
            if (priority == Priority.P2)
            {
                calm.Add(id);
            }
            else
            {
                urgent.Add((await desk.ReportAsync(id)).CaseNumber);
            }
        }

        desk.Clock.Now = Jepara.At("10:30");
        Desk.Done(await desk.AcceptAsync("kapolsek", calm[0]));
        desk.Clock.Now = Jepara.At("11:30");
        return (calm, urgent);
    }

    /// <summary>As if it had been written then, and had waited for its offer so much longer or shorter.</summary>
    private static Task WriteAtAsync(Desk desk, ReportId id, DateTimeOffset at) => desk.CommitAsync(async unit =>
    {
        await unit.Db.Reports.Where(report => report.Id == id).ExecuteUpdateAsync(row => row.SetProperty(report => report.ReceivedAt, at));
        await unit.Db.Facts.Where(fact => fact.Report == id && fact.Officer == null).ExecuteUpdateAsync(row => row.SetProperty(fact => fact.At, at));
    });

    private static async Task<Dictionary<string, string>> SeenAsync(Office office, string officer, List<ReportId> calm, List<string> urgent)
    {
        var numbers = new List<string>(urgent);
        foreach (var id in calm)
        {
            numbers.Add((await office.Desk.ReportAsync(id)).CaseNumber);
        }

        return await SeenPages.ReadAsync(office, officer, numbers, searches: ["belakang balai", "-"]);
    }
}
