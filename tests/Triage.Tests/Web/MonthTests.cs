using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Months;

namespace Kentongan.Triage.Tests.Web;

/// <summary>The monthly report, in its restricted edition and in the one that anybody may read (policy 7; threat-model 4, row 17).</summary>
public sealed class MonthTests
{
    private const string Crew = Desk.Usual + " auditor";

    private static readonly DateOnly September = new(2026, 9, 1);

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Fact]
    public void No_published_number_and_no_difference_of_two_lies_between_one_and_four()
    {
        var published = Enumerable.Range(0, 400).Select(count => PublicCount.Of(count)).ToList();

        Assert.All(published, count => Assert.Equal(0, count.Rounded % PublicCount.Fewest));
        Assert.All(published.Take(PublicCount.Fewest), count => Assert.Equal("< 5", count.ToString()));
        Assert.All(published.Skip(PublicCount.Fewest), (count, i) => Assert.InRange(count.Rounded - (i + PublicCount.Fewest), -2, 2));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_public_edition_is_the_same_file_for_every_reader_whatever_is_hidden_from_them(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        await FileAsync(office.Desk, Jepara.Kedung, 4);
        await FileAsync(office.Desk, Jepara.Pecangaan, 6);
        await office.Desk.FileAsync(Desk.Filing("miras.produksi", story: "Yang menjual pegawai kantor itu sendiri.", accused: AccusedOffice.Kabupaten));
        office.Desk.Clock.Now += TimeSpan.FromDays(30);
        var (coordinator, auditor) = (await office.SignInAsync("koordinator"), await office.SignInAsync("auditor"));

        var files = new[] { await coordinator.GetAsync("/bulanan/umum.xlsx?bulan=2026-09"), await auditor.GetAsync("/bulanan/umum.xlsx?bulan=2026-09") };
        var view = await office.Get<MonthQueries>().ReadPublicAsync(await office.ViewerAsync("auditor"), September, CancellationToken.None);

        Assert.Equal(files[0].Text, files[1].Text);
        Assert.Equal(["10", "< 5", "5"], new[] { view.Whole.Received, Of("Kedung"), Of("Pecangaan") }.Select(count => count.ToString()));
        Assert.Equal(11, (await office.Get<MonthQueries>().ReadAsync(await office.ViewerAsync("auditor"), September, null, CancellationToken.None)).Whole.Received);
        Assert.Equal(10, (await office.Get<MonthQueries>().ReadAsync(await office.ViewerAsync("koordinator"), September, null, CancellationToken.None)).Whole.Received);

        PublicCount Of(string name) => view.Kecamatan.Single(line => line.Name == name).Received;
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_hidden_is_not_counted_as_the_month_before_either(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        await FileAsync(office.Desk, Jepara.Kedung, 4);
        await office.Desk.FileAsync(Desk.Filing("miras.produksi", accused: AccusedOffice.Kabupaten));
        office.Desk.Clock.Now += TimeSpan.FromDays(30);

        Assert.Equal(4, await BeforeAsync("koordinator"));
        Assert.Equal(5, await BeforeAsync("auditor"));

        async Task<int> BeforeAsync(string reader) =>
            (await office.Get<MonthQueries>().ReadAsync(await office.ViewerAsync(reader), September.AddMonths(1), null, CancellationToken.None)).Whole.Before;
    }

    [Fact]
    public async Task The_public_edition_names_no_desa_and_no_case_and_a_running_month_has_none()
    {
        await using var office = await Office.OpenAsync(crew: Crew);
        await FileAsync(office.Desk, Jepara.Kedung, 6);
        var numbers = await office.Desk.ReadAsync(db => Task.FromResult(db.Reports.Select(report => report.CaseNumber).ToList()));
        var coordinator = await office.SignInAsync("koordinator");

        var running = (await coordinator.GetAsync("/bulanan/umum?bulan=2026-09")).Words;
        office.Desk.Clock.Now += TimeSpan.FromDays(30);
        var page = (await (await office.SignInAsync("koordinator")).GetAsync("/bulanan/umum?bulan=2026-09")).Words;

        Assert.Contains("· Agu 2026", running, StringComparison.Ordinal);
        Assert.Contains("· Sep 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/daftar", page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(numbers, number => Assert.DoesNotContain(number, page, StringComparison.Ordinal));
        Assert.All(
            Jepara.Jurisdiction.Kabupaten.Kecamatan.SelectMany(one => one.Desa.Select(desa => desa.Name)).Except(Jepara.Jurisdiction.Kabupaten.Kecamatan.Select(one => one.Name)),
            desa => Assert.DoesNotContain($">{desa}<", page, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Victims_referrals_escalations_and_quality_are_counted(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var desk = office.Desk;
        var poisoned = await desk.FileAsync(Desk.Filing("miras.korban_oplosan"));
        Desk.Done(await desk.AcceptAsync("kapolsek", poisoned));
        Desk.Done(await desk.TapAsync("kapolsek", poisoned, (unit, by) => desk.Get<Triage.Casualties.CareForVictims>().CountAsync(unit, by, new(1, 2, 3))));
        var referred = await CaseDeskTests.BringToAsync(desk, ReportStatus.InProgress);
        Desk.Done(await desk.TapAsync("kapolsek", referred, (unit, by) => desk.Get<ReferReport>().ReferAsync(unit, by, "satpol-pp", 3)));
        desk.Clock.Now += TimeSpan.FromMinutes(20);
        var let = await desk.FileAsync(Desk.Filing("narkoba.peredaran", story: "Ada yang menjual pil di warung."));
        Desk.Done(await desk.AcceptAsync("kapolsek", let));
        Desk.Done(await desk.TapAsync("kapolsek", let, (unit, by) => desk.Get<WorkOnReport>().ReleaseAsync(unit, by)));
        await CaseDeskTests.BringToAsync(desk, ReportStatus.Closed);
        desk.Clock.Now += TimeSpan.FromDays(30);

        var details = (await office.Get<MonthQueries>().ReadAsync(await office.ViewerAsync("koordinator"), September, null, CancellationToken.None)).Details;

        Assert.Equal((1, 2, 3, false), details.Incidents.Select(one => (one.Dead, one.InHospital, one.Injured, one.IsReviewed)).Single());
        Assert.Equal(("Satpol PP", 1, 0, 1), details.Referrals.Select(line => (line.Body, line.Count, line.WithReceipt, line.Late)).Single());
        Assert.Equal((EscalationCause.LetGo, 1), details.Escalations.Causes.Single(one => one.Cause == EscalationCause.LetGo));
        Assert.Equal((1, 1), (details.Quality.Closed, details.Quality.True));
        Assert.Equal((3, 1, 1), (details.Indicators.Liquor, details.Indicators.LiquorDead, details.Indicators.Ended));
    }

    [Fact]
    public async Task Where_the_region_file_has_no_inhabitants_the_page_says_so_and_where_it_has_them_they_divide()
    {
        var people = Jepara.Jurisdiction.Kabupaten with
        {
            Kecamatan = [.. Jepara.Jurisdiction.Kabupaten.Kecamatan.Select(one => one with { Population = 20_000 })],
            PopulationSource = "Angka karangan, 2026",
        };
        await using var without = await Office.OpenAsync(crew: Crew);
        await using var with = await Office.OpenAsync(crew: Crew, jurisdiction: Jepara.Jurisdiction with { Kabupaten = people, Regions = new RegionIndex(people, boundaries: null) });
        foreach (var office in new[] { without, with })
        {
            await FileAsync(office.Desk, Jepara.Kedung, 6);
            office.Desk.Clock.Now += TimeSpan.FromDays(30);
        }

        var (bare, divided) = (await PageAsync(without), await PageAsync(with));
        var view = await with.Get<MonthQueries>().ReadAsync(await with.ViewerAsync("koordinator"), September, null, CancellationToken.None);

        Assert.Contains("Belum dibagi jumlah penduduk", bare, StringComparison.Ordinal);
        Assert.Contains("Jumlah penduduk: Angka karangan, 2026.", divided, StringComparison.Ordinal);
        Assert.Equal((3.0, 6 * 10_000.0 / 320_000), (view.Lines.Single().Per10000!.Value, view.Whole.Per10000!.Value));

        static async Task<string> PageAsync(Office office) => (await (await office.SignInAsync("koordinator")).GetAsync("/bulanan?bulan=2026-09")).Words;
    }

    [Fact]
    public async Task The_report_of_one_kecamatan_counts_its_own_and_is_signed_by_its_triad()
    {
        await using var office = await Office.OpenAsync(crew: Crew);
        await FileAsync(office.Desk, Jepara.Kedung, 2);
        await FileAsync(office.Desk, Jepara.Pecangaan, 3);
        office.Desk.Clock.Now += TimeSpan.FromDays(30);
        var coordinator = await office.SignInAsync("koordinator");

        var page = (await coordinator.GetAsync("/bulanan?bulan=2026-09&kec=33.20.01")).Words;

        Assert.Contains("Laporan bulanan trantibum Kedung · Sep 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Pecangaan<", page, StringComparison.Ordinal);
        Assert.Matches("(?s)class=\"signatures\".*Camat.*Kapolsek.*Danramil", page);
        Assert.Equal((await coordinator.GetAsync("/bulanan.xlsx?bulan=2026-09")).Text, (await coordinator.GetAsync("/bulanan.xlsx?bulan=2026-09")).Text);
    }

    /// <summary>Far apart and no two alike, so that none becomes an emergency or a storm.</summary>
    private static async Task FileAsync(Desk desk, KecamatanCode where, int count)
    {
        string[] stories = ["Dua kelompok saling kejar.", "Rombongan motor menantang warga.", "Penonton orkes ribut.", "Siswa janjian di sungai.", "Pemuda melempar botol.", "Anak membakar petasan."];
        for (var i = 0; i < count; i++)
        {
            await desk.FileAsync(Desk.Filing("trantibum.antarwarga", story: stories[i % stories.Length], place: new Place(where, null)));
            desk.Clock.Now += TimeSpan.FromHours(2);
        }
    }
}
