using System.Globalization;
using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Whoever taps a figure finds as many rows behind it as it says (policy 6, 7).</summary>
public sealed partial class FigureLinkTests
{
    public static TheoryData<StoreProvider, string> Readers => new(
        from provider in new[] { StoreProvider.Sqlite, StoreProvider.Postgres }
        from officer in new[] { "koordinator", "kapolsek", "auditor" }
        select (provider, officer));

    [Theory, MemberData(nameof(Readers))]
    public async Task Every_link_of_the_pages_of_figures_lists_as_many_rows_as_it_says(StoreProvider provider, string officer)
    {
        await using var office = await Office.OpenAsync(provider, Desk.Usual + " auditor");
        await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.Closed);
        office.Desk.Clock.Now += TimeSpan.FromDays(8);
        await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran", story: "Dua kelompok saling kejar di lapangan."));
        await office.Desk.FileAsync(Desk.Filing("narkoba.peredaran", story: "Ada yang menjual pil di warung."));
        await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Koramil));
        await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran", place: new Place(Jepara.Pecangaan, null)));
        var visitor = await office.SignInAsync(officer);

        var followed = 0;
        foreach (var page in new[] { "/papan", "/papan?jenis=trantibum", "/angka", "/angka?jenis=trantibum", "/angka?kec=33.20.01", "/bulanan?bulan=2026-09", "/peta", "/peta?kec=33.20.01" })
        {
            followed += await FollowAsync(visitor, page);
        }

        Assert.True(followed > 20, $"Only {followed} links were followed.");
    }

    [Theory, MemberData(nameof(TestDatabases.Both), MemberType = typeof(TestDatabases))]
    public async Task Every_figure_of_the_monthly_report_opens_the_list_behind_it(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Desk.Usual + " auditor");
        await FillAMonthAsync(office.Desk);
        var coordinator = await office.SignInAsync("koordinator");

        var followed = 0;
        foreach (var page in new[] { "/bulanan?bulan=2026-09", "/bulanan?bulan=2026-09&kec=33.20.01" })
        {
            followed += await FollowAsync(coordinator, page);
            Assert.Empty(BareNumbers().Matches((await coordinator.GetAsync(page)).Words).Select(bare => bare.Value));
        }

        Assert.True(followed > 40, $"Only {followed} links were followed.");
    }

    [Theory, MemberData(nameof(TestDatabases.Both), MemberType = typeof(TestDatabases))]
    public async Task Who_holds_what_and_who_has_not_opened_what_is_listed_behind_the_figures_of_the_roster(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Desk.Usual + " auditor");
        await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.Offered);
        await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.Offered);
        var coordinator = await office.SignInAsync("koordinator");

        var waiting = Cards().Matches((await coordinator.GetAsync("/petugas")).Words + (await coordinator.GetAsync("/papan")).Words).Select(link => (To: link.Groups[1].Value, Says: int.Parse(link.Groups[2].Value, CultureInfo.InvariantCulture))).ToList();
        var held = await FollowAsync(coordinator, $"/petugas/{office.Desk["kapolsek"].Value:N}");

        Assert.Contains(waiting, link => link.Says == 2);
        foreach (var (to, says) in waiting)
        {
            Assert.Equal((to, says), (to, await RowsAsync(coordinator, to)));
        }

        Assert.Equal(1, held);
    }

    [Theory, MemberData(nameof(TestDatabases.Both), MemberType = typeof(TestDatabases))]
    public async Task Whoever_speaks_in_a_storm_opens_the_list_of_all_they_speak_for(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, settings: new() { ["Storm:Threshold"] = "4" });
        var reports = new List<ReportId>();
        for (var i = 0; i < 8; i++)
        {
            reports.Add(await office.Desk.FileAsync(Desk.Filing(place: new Place(Jepara.Kedung, null), story: $"Cerita nomor {i}.")));
            office.Desk.Clock.Now += TimeSpan.FromSeconds(20);
        }

        var coordinator = await office.SignInAsync("koordinator");
        var page = await coordinator.GetAsync($"/kasus/{(await office.Desk.ReportAsync(reports[0])).CaseNumber}");
        var link = SpeaksFor().Match(page.Words);

        Assert.True(link.Success, "The speaking report does not say for how many it speaks.");
        Assert.Equal(int.Parse(link.Groups[2].Value, CultureInfo.InvariantCulture), await RowsAsync(coordinator, link.Groups[1].Value));
    }

    [Fact]
    public async Task The_figures_on_top_of_the_roster_narrow_it_to_whom_they_count()
    {
        await using var office = await Office.OpenAsync();
        var kapolsek = office.Desk["kapolsek"];
        var since = office.Desk.Clock.Now;
        await office.Desk.CommitAsync(unit => unit.Db.Officers.Where(row => row.Id == kapolsek).ExecuteUpdateAsync(row => row.SetProperty(one => one.UnreachableSince, since)));
        var coordinator = await office.SignInAsync("koordinator");

        var all = (await coordinator.GetAsync("/petugas")).Words;
        var unreachable = (await coordinator.GetAsync("/petugas?hanya=tidak-terjangkau")).Words;

        Assert.Contains("1 tidak terjangkau</a>", all, StringComparison.Ordinal);
        Assert.Equal(1, People().Count(unreachable));
        Assert.True(People().Count(all) > 1);
    }

    /// <summary>What escalated, was let go, referred, sent back, opened again, proved true and proved untrue.</summary>
    internal static async Task FillAMonthAsync(Desk desk)
    {
        var referred = await CaseDeskTests.BringToAsync(desk, ReportStatus.InProgress);
        Desk.Done(await desk.TapAsync("kapolsek", referred, (unit, by) => desk.Get<ReferReport>().ReferAsync(unit, by, "satpol-pp", 3)));
        desk.Clock.Now += TimeSpan.FromMinutes(20);
        var let = await desk.FileAsync(Desk.Filing("narkoba.peredaran", story: "Ada yang menjual pil di warung."));
        Desk.Done(await desk.AcceptAsync("kapolsek", let));
        Desk.Done(await desk.TapAsync("kapolsek", let, (unit, by) => desk.Get<WorkOnReport>().ReleaseAsync(unit, by)));
        await CaseDeskTests.BringToAsync(desk, ReportStatus.Closed);
        desk.Clock.Now += TimeSpan.FromDays(30);
    }

    /// <returns>How many links with a number there were.</returns>
    private static async Task<int> FollowAsync(Visitor visitor, string page)
    {
        var links = Links().Matches((await visitor.GetAsync(page)).Words).Select(link => (To: link.Groups[1].Value, Says: NumberIn(link.Groups[2].Value))).Where(link => link.Says is not null).Distinct().ToList();
        foreach (var (to, says) in links)
        {
            Assert.Equal((page, to, says!.Value), (page, to, await RowsAsync(visitor, to)));
        }

        return links.Count;
    }

    /// <summary>The count of the rows themselves, over all pages.</summary>
    private static async Task<int> RowsAsync(Visitor visitor, string to)
    {
        var (rows, page) = (0, 1);
        while (true)
        {
            var words = (await visitor.GetAsync($"{to}{(to.Contains('?', StringComparison.Ordinal) ? '&' : '?')}hal={page}")).Words;
            rows += Rows().Count(words);
            if (!words.Contains("rel=\"next\"", StringComparison.Ordinal))
            {
                return rows;
            }

            page++;
        }
    }

    [GeneratedRegex("<a href=\"(/daftar[^\"]*)\">(\\d+) kartu</a>")]
    private static partial Regex Cards();

    [GeneratedRegex("<th scope=\"row\"><a href=\"/petugas/")]
    private static partial Regex People();

    /// <summary>A bare number, or what follows "n =".</summary>
    private static int? NumberIn(string text) => Number().Match(text) is { Success: true } found
        ? int.Parse(found.Groups[1].Success ? found.Groups[1].Value : found.Groups[2].Value, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex("<a (?:class=\"[a-z]+\" )?href=\"(/daftar[^\"]*)\">([^<]*)</a>")]
    private static partial Regex Links();

    [GeneratedRegex(@"^\s*(\d+)\s*$|n\s=\s(\d+)")]
    private static partial Regex Number();

    /// <summary>A figure that leads nowhere. A rank and the victims of one incident are no counts of reports.</summary>
    [GeneratedRegex(@"<dd>\s*\d+\s*</dd>|(?<!<tr>\s*)<td[^>]*>\s*\d+\s*</td>")]
    private static partial Regex BareNumbers();

    [GeneratedRegex("<a href=\"(/daftar[^\"]*)\">Mewakili (\\d+) laporan")]
    private static partial Regex SpeaksFor();

    [GeneratedRegex("<tr class=\"p[0-3]\" data-case=")]
    private static partial Regex Rows();
}
