using System.Text.Json;
using Kentongan.Domain.Places;
using NetTopologySuite.Geometries;

namespace Kentongan.Triage.Regions;

/// <summary>Imports the boundaries of a kabupaten from a GeoJSON file, and loads them again at start.</summary>
public static class BoundaryImport
{
    /// <summary>The file that an import leaves in the data directory.</summary>
    public const string FileName = "boundaries.json";

    /// <summary>Reads a GeoJSON FeatureCollection whose features carry <c>code</c>, checks it, and stores it compactly.</summary>
    /// <exception cref="InvalidDataFileException">The file cannot be used; the message says what to correct.</exception>
    public static ImportedBoundaries Import(string geoJsonPath, Kabupaten kabupaten, string dataDirectory)
    {
        var fileName = Path.GetFileName(geoJsonPath);
        if (!File.Exists(geoJsonPath))
        {
            throw new InvalidDataFileException([$"{fileName}: not found; give the path of a GeoJSON file."]);
        }

        var errors = new List<string>();
        var polygons = new Dictionary<DesaCode, Geometry>();
        using (var document = Parse(fileName, geoJsonPath))
        {
            var known = kabupaten.Kecamatan.SelectMany(kecamatan => kecamatan.Desa).Select(desa => desa.Code).ToHashSet();
            foreach (var (code, geometry) in GeoJson.Features(fileName, document.RootElement, errors))
            {
                Add(fileName, polygons, known, code, geometry, errors);
            }
        }

        if (errors.Count > 0 || polygons.Count == 0)
        {
            throw new InvalidDataFileException(errors.Count > 0 ? errors : [$"{fileName}: no boundary of {kabupaten.Name} in it; check the file."]);
        }

        BoundaryFile.Write(Path.Combine(dataDirectory, FileName), kabupaten.Code, polygons);
        return Load(dataDirectory, kabupaten.Code)!; // what every later start will see, rounding included
    }

    /// <returns>Null where nothing was imported yet.</returns>
    /// <exception cref="InvalidDataFileException">The stored file belongs to another kabupaten or is damaged.</exception>
    public static ImportedBoundaries? Load(string dataDirectory, KabupatenCode kabupaten)
    {
        var path = Path.Combine(dataDirectory, FileName);
        return File.Exists(path) ? new ImportedBoundaries(BoundaryFile.Read(path, kabupaten)) : null;
    }

    private static JsonDocument Parse(string fileName, string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonDocument.Parse(stream);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataFileException([$"{fileName}: not valid JSON at line {(problem.LineNumber ?? 0) + 1}; export it again as GeoJSON."]);
        }
    }

    private static void Add(
        string fileName, Dictionary<DesaCode, Geometry> polygons, HashSet<DesaCode> known, DesaCode code, Geometry geometry, List<string> errors)
    {
        if (!known.Contains(code))
        {
            errors.Add($"{fileName}: code {code} is no desa of this kabupaten; remove the feature or correct the code.");
            return;
        }

        var valid = GeoJson.Repair(geometry);
        if (valid.IsEmpty || valid.Area <= 0)
        {
            errors.Add($"{fileName}: the boundary of {code} encloses nothing; draw it again.");
        }
        else if (!polygons.TryAdd(code, valid))
        {
            errors.Add($"{fileName}: {code} stands there twice; merge the two into one MultiPolygon.");
        }
    }
}
