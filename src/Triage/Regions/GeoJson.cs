using System.Text.Json;
using Kentongan.Domain.Places;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Kentongan.Triage.Regions;

/// <summary>The part of GeoJSON that boundaries need: polygons with a code, in longitude and latitude.</summary>
internal static class GeoJson
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static IEnumerable<(DesaCode Code, Geometry Geometry)> Features(string fileName, JsonElement root, List<string> errors)
    {
        if (Text(root, "type") != "FeatureCollection" || !root.TryGetProperty("features", out var features)
            || features.ValueKind != JsonValueKind.Array)
        {
            errors.Add($"{fileName}: not a GeoJSON FeatureCollection; export the map as one.");
            yield break;
        }

        if (root.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object && !IsWgs84(crs.GetRawText()))
        {
            errors.Add($"{fileName} at crs: the coordinates are not WGS 84; export the map as EPSG:4326.");
            yield break;
        }

        foreach (var (feature, index) in features.EnumerateArray().Select((feature, index) => (feature, index)))
        {
            var at = $"{fileName} at features[{index}]";
            var code = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties)
                ? Text(properties, "code")
                : null;
            if (string.IsNullOrEmpty(code))
            {
                errors.Add($"{at}.properties.code: missing; write the ministry code of the desa.");
                continue;
            }

            if (Read(at, feature, errors) is { } geometry)
            {
                yield return (new DesaCode(code), geometry);
            }
        }
    }

    public static Polygon? Polygon(IReadOnlyList<Coordinate[]> rings) =>
        rings.Count == 0 ? null : Factory.CreatePolygon(Factory.CreateLinearRing(rings[0]), [.. rings.Skip(1).Select(Factory.CreateLinearRing)]);

    public static Geometry Join(IReadOnlyList<Polygon> polygons) =>
        polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);

    /// <summary>A ring that crosses itself is common in simplified and rounded maps, and repaired without a question.</summary>
    public static Geometry Repair(Geometry geometry) => geometry.IsValid ? geometry : GeometryFixer.Fix(geometry);

    private static Geometry? Read(string at, JsonElement feature, List<string> errors)
    {
        var geometry = feature.TryGetProperty("geometry", out var found) ? found : default;
        var type = Text(geometry, "type");
        if (type is not ("Polygon" or "MultiPolygon") || !geometry.TryGetProperty("coordinates", out var coordinates))
        {
            errors.Add($"{at}.geometry: {type ?? "nothing"} is no area; use Polygon or MultiPolygon.");
            return null;
        }

        try
        {
            var polygons = type == "Polygon" ? [Rings(coordinates)] : coordinates.EnumerateArray().Select(Rings).ToList();
            if (polygons.SelectMany(rings => rings).SelectMany(ring => ring).Any(point => !IsInIndonesia(point)))
            {
                errors.Add($"{at}.geometry: a point lies outside Indonesia; write longitude first, then latitude, in degrees.");
                return null;
            }

            return Join([.. polygons.Select(rings => Polygon(rings) ?? throw new ArgumentException("A polygon without a ring."))]);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            errors.Add($"{at}.geometry: a ring is no closed list of at least four points; draw it again.");
            return null;
        }
    }

    private static List<Coordinate[]> Rings(JsonElement polygon) =>
        [.. polygon.EnumerateArray().Select(ring => ring.EnumerateArray().Select(point => new Coordinate(point[0].GetDouble(), point[1].GetDouble())).ToArray())];

    private static bool IsInIndonesia(Coordinate point) => point is { X: >= 95 and <= 141, Y: >= -11 and <= 6 };

    private static bool IsWgs84(string crs) =>
        crs.Contains("4326", StringComparison.Ordinal) || crs.Contains("CRS84", StringComparison.Ordinal);

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
