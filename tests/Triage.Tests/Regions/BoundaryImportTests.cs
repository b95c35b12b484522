using Kentongan.Domain.Places;
using Kentongan.Triage.Regions;

namespace Kentongan.Triage.Tests.Regions;

/// <summary>Two invented kecamatan: squares of about eleven kilometres, side by side, and an island with a lake.</summary>
public sealed class BoundaryImportTests : IDisposable
{
    private const string West = """[[[110.0,-7.0],[110.1,-7.0],[110.1,-6.9],[110.0,-6.9],[110.0,-7.0]]]""";
    private const string East = """[[[110.1,-7.0],[110.2,-7.0],[110.2,-6.9],[110.1,-6.9],[110.1,-7.0]]]""";

    private const string Island =
        """[[[110.5,-6.5],[110.6,-6.5],[110.6,-6.4],[110.5,-6.4],[110.5,-6.5]],[[110.54,-6.46],[110.56,-6.46],[110.56,-6.44],[110.54,-6.44],[110.54,-6.46]]]""";

    private static readonly DesaCode WestDesa = new("99.01.01.2001");
    private static readonly DesaCode EastDesa = new("99.01.02.2001");
    private static readonly DesaCode IslandDesa = new("99.01.02.2002");

    private readonly string _directory = Directory.CreateTempSubdirectory("boundaries").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_pin_is_found_in_the_polygon_around_it()
    {
        var boundaries = Import(Feature(WestDesa, "Polygon", West), Feature(EastDesa, "Polygon", East));

        Assert.Equal(WestDesa, boundaries.Containing(new Coordinates(-6.95, 110.05)));
        Assert.Equal(EastDesa, boundaries.Containing(new Coordinates(-6.95, 110.15)));
        Assert.Null(boundaries.Containing(new Coordinates(-6.95, 110.25)));
    }

    [Fact]
    public void A_lake_in_an_island_is_not_the_island()
    {
        var boundaries = Import(Feature(IslandDesa, "MultiPolygon", $"[{Island}]"));

        Assert.Equal(IslandDesa, boundaries.Containing(new Coordinates(-6.41, 110.51)));
        Assert.Null(boundaries.Containing(new Coordinates(-6.45, 110.55)));
    }

    [Fact]
    public void Near_a_border_both_sides_are_within_reach_nearest_first()
    {
        var boundaries = Import(Feature(WestDesa, "Polygon", West), Feature(EastDesa, "Polygon", East));
        var pin = new Coordinates(-6.95, 110.103); // about 330 m east of the border

        Assert.Equal([EastDesa, WestDesa], boundaries.Within(pin, 500));
        Assert.Equal([EastDesa], boundaries.Within(pin, 300));
    }

    [Fact]
    public void A_pin_on_the_border_always_falls_to_the_same_side()
    {
        var boundaries = Import(Feature(EastDesa, "Polygon", East), Feature(WestDesa, "Polygon", West));

        Assert.Equal(WestDesa, boundaries.Containing(new Coordinates(-6.95, 110.1)));
    }

    [Fact]
    public void What_was_imported_is_there_at_the_next_start()
    {
        Import(Feature(WestDesa, "Polygon", West));

        var loaded = BoundaryImport.Load(_directory, Kabupaten.Code)!;

        Assert.Equal(1, loaded.Count);
        Assert.Equal(WestDesa, loaded.Containing(new Coordinates(-6.95, 110.05)));
        Assert.Equal([BoundaryImport.FileName, "map.geojson"], Directory.GetFiles(_directory).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Before_any_import_there_is_nothing_to_load() => Assert.Null(BoundaryImport.Load(_directory, Kabupaten.Code));

    [Fact]
    public void Boundaries_of_another_kabupaten_are_refused_at_start()
    {
        Import(Feature(WestDesa, "Polygon", West));

        var refused = Assert.Throws<InvalidDataFileException>(() => BoundaryImport.Load(_directory, new KabupatenCode("99.02")));

        Assert.Equal("boundaries.json: damaged, or not of kabupaten 99.02; delete it and import the boundaries again.", refused.Message);
    }

    [Fact]
    public void A_ring_that_crosses_itself_is_repaired()
    {
        var boundaries = Import(Feature(WestDesa, "Polygon", "[[[110.0,-7.0],[110.1,-6.9],[110.1,-7.0],[110.0,-6.9],[110.0,-7.0]]]"));

        Assert.Equal(WestDesa, boundaries.Containing(new Coordinates(-6.95, 110.02)));
        Assert.Null(boundaries.Containing(new Coordinates(-6.91, 110.05)));
    }

    [Theory]
    [InlineData("{ not json", "map.geojson: not valid JSON at line 1; export it again as GeoJSON.")]
    [InlineData("[]", "map.geojson: not a GeoJSON FeatureCollection; export the map as one.")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "map.geojson: no boundary of Uji in it; check the file.")]
    [InlineData(
        """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32749"}},"features":[]}""",
        "map.geojson at crs: the coordinates are not WGS 84; export the map as EPSG:4326.")]
    public void A_file_that_is_no_map_is_refused(string content, string error) => Assert.Equal(error, Refusal(content));

    [Theory]
    [InlineData("""{"type":"Feature","properties":{"name":"X"},"geometry":null}""",
        "map.geojson at features[0].properties.code: missing; write the ministry code of the desa.")]
    [InlineData("""{"type":"Feature","properties":{"code":"99.01.01.2001"},"geometry":null}""",
        "map.geojson at features[0].geometry: nothing is no area; use Polygon or MultiPolygon.")]
    [InlineData("""{"type":"Feature","properties":{"code":"99.01.01.2001"},"geometry":{"type":"Point","coordinates":[110,-7]}}""",
        "map.geojson at features[0].geometry: Point is no area; use Polygon or MultiPolygon.")]
    [InlineData("""{"type":"Feature","properties":{"code":"99.01.01.2001"},"geometry":{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7]]]}}""",
        "map.geojson at features[0].geometry: a ring is no closed list of at least four points; draw it again.")]
    [InlineData(
        """{"type":"Feature","properties":{"code":"99.01.01.2001"},"geometry":{"type":"Polygon","coordinates":[[[-7,110],[-7,110.1],[-6.9,110.1],[-7,110]]]}}""",
        "map.geojson at features[0].geometry: a point lies outside Indonesia; write longitude first, then latitude, in degrees.")]
    [InlineData(
        """{"type":"Feature","properties":{"code":"99.01.09.2001"},"geometry":{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7],[110.1,-6.9],[110,-7]]]}}""",
        "map.geojson: code 99.01.09.2001 is no desa of this kabupaten; remove the feature or correct the code.")]
    [InlineData(
        """{"type":"Feature","properties":{"code":"99.01.01.2001"},"geometry":{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7],[110.1,-7],[110,-7]]]}}""",
        "map.geojson: the boundary of 99.01.01.2001 encloses nothing; draw it again.")]
    public void A_feature_that_cannot_be_used_is_named(string feature, string error) => Assert.Equal(error, Refusal(Collection(feature)));

    [Fact]
    public void A_desa_twice_is_refused_and_every_error_has_its_line()
    {
        var twice = Refusal(Collection(
            Feature(WestDesa, "Polygon", West), Feature(WestDesa, "Polygon", East), Feature(new DesaCode("1"), "Polygon", East)));

        Assert.Equal(
            """
            map.geojson: 99.01.01.2001 stands there twice; merge the two into one MultiPolygon.
            map.geojson: code 1 is no desa of this kabupaten; remove the feature or correct the code.
            """.ReplaceLineEndings("\n"),
            twice);
    }

    [Fact]
    public void A_refused_import_leaves_what_was_there()
    {
        Import(Feature(WestDesa, "Polygon", West));

        Refusal("[]");

        Assert.NotNull(BoundaryImport.Load(_directory, Kabupaten.Code));
    }

    [Fact]
    public void With_boundaries_a_pin_is_certain_inside_approximate_on_the_beach_and_nothing_beyond()
    {
        var index = new RegionIndex(Kabupaten, Import(Feature(WestDesa, "Polygon", West), Feature(EastDesa, "Polygon", East)));

        Assert.Equal(new PinnedPlace(new Place(WestDesa.Kecamatan, WestDesa), false), index.Locate(new Coordinates(-6.95, 110.05)));
        Assert.Equal(new PinnedPlace(new Place(WestDesa.Kecamatan, WestDesa), true), index.Locate(new Coordinates(-6.95, 109.998)));
        Assert.Null(index.Locate(new Coordinates(-6.95, 109.9)));
        Assert.Equal([EastDesa.Kecamatan, WestDesa.Kecamatan], index.WithinMetres(new Coordinates(-6.95, 110.103), 500));
    }

    private static Kabupaten Kabupaten { get; } = new(new KabupatenCode("99.01"), "Uji", "Asia/Jakarta", "kepala desa",
    [
        Kecamatan("99.01.01", 110.05, "99.01.02", WestDesa),
        Kecamatan("99.01.02", 110.15, "99.01.01", EastDesa, IslandDesa),
    ]);

    private static Kecamatan Kecamatan(string code, double longitude, string neighbour, params DesaCode[] desa) => new(
        new KecamatanCode(code), $"Kecamatan {code}", new Coordinates(-6.95, longitude), [new KecamatanCode(neighbour)], [], null,
        [.. desa.Select(one => new Desa(one, $"Desa {one}", DesaKind.Desa, []))]);

    private static string Feature(DesaCode code, string type, string coordinates) =>
        $$$"""{"type":"Feature","properties":{"code":"{{{code}}}","name":"x"},"geometry":{"type":"{{{type}}}","coordinates":{{{coordinates}}}}}""";

    private static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private ImportedBoundaries Import(params string[] features) => ImportText(Collection(features));

    private ImportedBoundaries ImportText(string content)
    {
        var path = Path.Combine(_directory, "map.geojson");
        File.WriteAllText(path, content);
        return BoundaryImport.Import(path, Kabupaten, _directory);
    }

    private string Refusal(string content) => Assert.Throws<InvalidDataFileException>(() => ImportText(content)).Message;
}
