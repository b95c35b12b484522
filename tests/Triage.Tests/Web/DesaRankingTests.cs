using System.Text.Json.Nodes;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Regions;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Months;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Desa by shrunken rate (policy 7), from the inhabitants of the region file and the reports in the store to the page.</summary>
public sealed class DesaRankingTests : IDisposable
{
    private const int Few = 1_000, Many = 12_000;

    private static readonly DateOnly September = new(2026, 9, 1);

    private static readonly DesaCode Hamlet = new("33.20.01.2001"), Town = new("33.20.01.2002"), Quiet = new("33.20.01.2003"), Untrue = new("33.20.01.2004");

    private readonly string _regions = Directory.CreateTempSubdirectory("kentongan-regions").FullName;

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    public void Dispose() => Directory.Delete(_regions, recursive: true);

    [Theory, MemberData(nameof(Both))]
    public async Task As_many_reports_weigh_more_where_fewer_people_live(StoreProvider provider)
    {
        await using var office = await OpenAsync(provider, WithInhabitants(code => code == Hamlet.Value ? Few : Many));

        var ranks = await RanksAsync(office);

        var expected = ShrunkenRates.Of(
            [.. AllDesa(office).Select(code => new AreaCount(code, code == Hamlet.Value || code == Town.Value ? 4 : code == Quiet.Value ? 2 : 0, code == Hamlet.Value ? 0.1 : 1.2))],
            area => area.Count >= 3);
        Assert.True(ranks.PerInhabitants);
        Assert.Equal([(Hamlet, 4, 1), (Town, 4, 2)], ranks.Ranks.Select(one => (one.Desa.Code, one.Rate.Count, one.Rate.Rank)));
        Assert.Equal(expected, ranks.Ranks.Select(one => one.Rate));
        Assert.InRange(ranks.Ranks[0].Rate.Rate, ranks.Ranks[1].Rate.Rate, 4 / 0.1); // drawn towards all: chance weighs most where few live
        Assert.Equal(AllDesa(office).Count - 2, ranks.TooFew); // two verified reports say nothing, and untrue ones are none
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Where_one_desa_has_no_inhabitants_in_the_file_none_is_divided_and_the_page_says_so(StoreProvider provider)
    {
        await using var office = await OpenAsync(provider, WithInhabitants(code => code == Quiet.Value ? null : Few));

        var ranks = await RanksAsync(office);
        var page = (await (await office.SignInAsync("koordinator")).GetAsync("/bulanan?bulan=2026-09")).Words;

        Assert.False(ranks.PerInhabitants);
        Assert.Equal(ranks.Ranks[0].Rate.Rate, ranks.Ranks[1].Rate.Rate); // a desa counts as a desa
        Assert.Equal([1, 1], ranks.Ranks.Select(one => one.Rate.Rank));
        Assert.Contains("Peringkat kerawanan desa", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Inhabitants_of_a_desa_are_read_from_the_region_file()
    {
        var kabupaten = WithInhabitants(code => code == Hamlet.Value ? Few : code == Quiet.Value ? null : Many);
        var desa = kabupaten.Kecamatan.SelectMany(one => one.Desa).ToDictionary(one => one.Code, one => one.Population);

        Assert.Equal((Few, Many, (int?)null), (desa[Hamlet]!.Value, desa[Town]!.Value, desa[Quiet]));
        Assert.Equal("Angka karangan, 2026", kabupaten.PopulationSource);
    }

    /// <summary>The file that ships, with invented inhabitants written into it.</summary>
    private Kabupaten WithInhabitants(Func<string, int?> of)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Jepara.Root, "regions", "33.20.json")))!;
        file["populationSource"] = "Angka karangan, 2026";
        foreach (var desa in file["kecamatan"]!.AsArray().SelectMany(kecamatan => kecamatan!["desa"]!.AsArray()))
        {
            if (of(desa!["code"]!.GetValue<string>()) is { } people)
            {
                desa["population"] = people;
            }
        }

        File.WriteAllText(Path.Combine(_regions, "33.20.json"), file.ToJsonString());
        return RegionFiles.Load(_regions, "33.20");
    }

    private static async Task<Office> OpenAsync(StoreProvider provider, Kabupaten kabupaten)
    {
        var office = await Office.OpenAsync(
            provider,
            jurisdiction: Jepara.Jurisdiction with { Kabupaten = kabupaten, Regions = new RegionIndex(kabupaten, boundaries: null) },
            settings: new() { ["Storm:Threshold"] = "0" });
        foreach (var (desa, count, outcome) in new[] { (Hamlet, 4, ReportOutcome.ActedUpon), (Town, 4, ReportOutcome.Prevented), (Quiet, 2, ReportOutcome.ActedUpon), (Untrue, 4, ReportOutcome.Unfounded) })
        {
            for (var i = 0; i < count; i++)
            {
                await CloseAsync(office.Desk, desa, outcome, $"Cerita nomor {i} dari {desa.Value}.");
                office.Desk.Clock.Now += TimeSpan.FromHours(2);
            }
        }

        office.Desk.Clock.Now = Jepara.At("10:00", 20);
        return office;
    }

    private static async Task CloseAsync(Desk desk, DesaCode desa, ReportOutcome outcome, string story)
    {
        var id = await desk.FileAsync(Desk.Filing("miras.produksi", place: new Place(Jepara.Kedung, desa), story: story));
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Desk.Done(await desk.ResolveAsync("kapolsek", id, outcome));
        Desk.Done(await desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by)));
    }

    private static async Task<DesaRanks> RanksAsync(Office office) =>
        (await office.Get<MonthQueries>().ReadAsync(await office.ViewerAsync("koordinator"), September, null, CancellationToken.None)).Desa;

    private static List<string> AllDesa(Office office) =>
        [.. office.Get<Jurisdiction>().Kabupaten.Kecamatan.SelectMany(kecamatan => kecamatan.Desa).Select(desa => desa.Code.Value)];
}
