using System.Text.Json;
using Kentongan.Domain.Places;
using NetTopologySuite.Geometries;

namespace Kentongan.Triage.Regions;

/// <summary>Our own format for imported boundaries: whole micro-degrees, each point as the step from the one before.</summary>
internal static class BoundaryFile
{
    private const int Version = 1;
    private const double Micro = 1e6;

    /// <summary>Written beside and renamed, so that a crash leaves the old file or the new one, never half of one.</summary>
    public static void Write(string path, KabupatenCode kabupaten, IReadOnlyDictionary<DesaCode, Geometry> boundaries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = path + ".new";
        var content = new Stored(Version, kabupaten.Value, boundaries.ToDictionary(pair => pair.Key.Value, pair => Pack(pair.Value)));
        using (var stream = new FileStream(half, FileMode.Create))
        {
            JsonSerializer.Serialize(stream, content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }

    public static IReadOnlyDictionary<DesaCode, Geometry> Read(string path, KabupatenCode kabupaten)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (JsonSerializer.Deserialize<Stored>(stream) is { Version: Version } stored && stored.Kabupaten == kabupaten.Value)
            {
                return stored.Desa.ToDictionary(pair => new DesaCode(pair.Key), pair => Unpack(pair.Value));
            }
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NullReferenceException)
        {
            throw Damaged(path, kabupaten);
        }

        throw Damaged(path, kabupaten);
    }

    private static InvalidDataFileException Damaged(string path, KabupatenCode kabupaten) =>
        new([$"{Path.GetFileName(path)}: damaged, or not of kabupaten {kabupaten}; delete it and import the boundaries again."]);

    private static int[][][] Pack(Geometry geometry) =>
    [
        .. Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>()
            .Select(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing).Select(ring => Pack(ring.Coordinates)).ToArray()),
    ];

    private static int[] Pack(Coordinate[] ring)
    {
        var steps = new int[ring.Length * 2];
        var (x, y) = (0, 0);
        for (var i = 0; i < ring.Length; i++)
        {
            var (nextX, nextY) = ((int)Math.Round(ring[i].X * Micro), (int)Math.Round(ring[i].Y * Micro));
            (steps[2 * i], steps[(2 * i) + 1]) = (nextX - x, nextY - y);
            (x, y) = (nextX, nextY);
        }

        return steps;
    }

    private static Geometry Unpack(int[][][] polygons) =>
        GeoJson.Repair(GeoJson.Join([.. polygons.Select(rings => GeoJson.Polygon([.. rings.Select(Unpack)]) ?? throw new JsonException())]));

    private static Coordinate[] Unpack(int[] steps)
    {
        var ring = new Coordinate[steps.Length / 2];
        var (x, y) = (0, 0);
        for (var i = 0; i < ring.Length; i++)
        {
            (x, y) = (x + steps[2 * i], y + steps[(2 * i) + 1]);
            ring[i] = new Coordinate(x / Micro, y / Micro);
        }

        return ring;
    }

    /// <param name="Desa">Code → polygons → rings → steps.</param>
    private sealed record Stored(int Version, string Kabupaten, IReadOnlyDictionary<string, int[][][]> Desa);
}
