using System.Globalization;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Regions;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Regions;

/// <summary>Within 500 m of a border both triads are offered the report (policy 5.1); Kedung and Pecangaan are drawn side by side here.</summary>
public sealed class BorderTests : IDisposable
{
    private const double Border = 110.65, Latitude = -6.7;

    private readonly string _directory = Directory.CreateTempSubdirectory("kentongan-border").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(-501, "33.20.01")]
    [InlineData(-499, "33.20.01 33.20.02")]
    [InlineData(0, "33.20.01 33.20.02")]
    [InlineData(499, "33.20.01 33.20.02")]
    [InlineData(501, "33.20.02")]
    public void Both_kecamatan_are_near_up_to_500_metres_from_their_border(int metres, string near) =>
        Assert.Equal(near.Split(' '), Drawn().WithinMetres(Pin(metres), 500).Select(code => code.Value).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(-501, "camat")]
    [InlineData(-499, "camat camat/02")]
    [InlineData(499, "camat camat/02")]
    [InlineData(501, "camat/02")]
    public async Task A_report_from_the_border_lies_before_both_triads_and_the_first_to_accept_has_it(int metres, string asked)
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, Desk.Usual, jurisdiction: Jepara.Jurisdiction with { Regions = Drawn() });
        var kecamatan = metres < 0 ? Jepara.Kedung : Jepara.Pecangaan;
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P1), place: new Place(kecamatan, null)) with { Pin = Pin(metres) });

        var cards = (await desk.CardsAsync(id)).Where(card => card.OfferedAt is not null).Select(card => desk.NameOf(card.Officer)).ToList();
        Assert.Equal(asked.Split(' '), cards.Where(name => name.StartsWith("camat", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(3 * asked.Split(' ').Length, cards.Count);

        Desk.Done(await desk.AcceptAsync(asked.Split(' ')[^1], id));
        Assert.Equal(asked.Split(' ')[^1], desk.NameOf((await desk.ReportAsync(id)).Lead));
    }

    /// <summary>East of the border for positive metres.</summary>
    private static Coordinates Pin(int metres) => new(Latitude, Border + (metres / (111_195 * Math.Cos(double.DegreesToRadians(Latitude)))));

    private RegionIndex Drawn()
    {
        var kabupaten = Jepara.Jurisdiction.Kabupaten;
        var path = Path.Combine(_directory, "map.geojson");
        File.WriteAllText(path, $$"""{"type":"FeatureCollection","features":[{{Square(Jepara.Kedung, Border - 0.1)}},{{Square(Jepara.Pecangaan, Border)}}]}""");
        return new RegionIndex(kabupaten, BoundaryImport.Import(path, kabupaten, _directory));
    }

    private static string Square(KecamatanCode kecamatan, double west)
    {
        var desa = Jepara.Jurisdiction.Regions.Find(kecamatan)!.Desa[0].Code;
        var (w, e) = (west.ToString(CultureInfo.InvariantCulture), (west + 0.1).ToString(CultureInfo.InvariantCulture));
        return $$"""{"type":"Feature","properties":{"code":"{{desa}}","name":"x"},"geometry":{"type":"Polygon","coordinates":[[[{{w}},-6.75],[{{e}},-6.75],[{{e}},-6.65],[{{w}},-6.65],[{{w}},-6.75]]]} }""";
    }
}
