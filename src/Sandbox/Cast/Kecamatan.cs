using System.Globalization;
using System.Text.Json;

namespace Kentongan.Sandbox.Cast;

/// <summary>A kecamatan to choose from, with the centre for its pin where one is known.</summary>
internal sealed record Kecamatan(string Code, string Name, double? Latitude, double? Longitude);

/// <summary>Reads names and centres from region files; whatever else stands in them does not matter here.</summary>
internal static class RegionFiles
{
    public static IReadOnlyList<Kecamatan> Read(string directory, string kabupaten)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        foreach (var file in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                using var document = JsonDocument.Parse(File.ReadAllBytes(file));
                var root = document.RootElement;
                if (root.ValueKind == JsonValueKind.Object && Words(root, "code") == kabupaten && Kecamatans(root) is { Count: > 0 } found)
                {
                    return found;
                }
            }
            catch (JsonException)
            {
                // Not a region file. The product itself says what is wrong with one that should be.
            }
        }

        return [];
    }

    private static List<Kecamatan> Kecamatans(JsonElement root) =>
        root.TryGetProperty("kecamatan", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(One).OfType<Kecamatan>()]
            : [];

    private static Kecamatan? One(JsonElement item)
    {
        if (Words(item, "code") is not { } code || Words(item, "name") is not { } name)
        {
            return null;
        }

        var centre = item.TryGetProperty("centre", out var c) ? c : item;
        var (latitude, longitude) = centre.ValueKind switch
        {
            JsonValueKind.Array when centre.GetArrayLength() == 2 => (Number(centre[0]), Number(centre[1])),
            JsonValueKind.Object => (Number(centre, "latitude", "lat"), Number(centre, "longitude", "lon", "lng")),
            _ => (null, null),
        };
        return new Kecamatan(code, name, latitude, longitude);
    }

    private static double? Number(JsonElement json, params IEnumerable<string> names) =>
        names.Select(name => json.TryGetProperty(name, out var value) ? Number(value) : null).FirstOrDefault(value => value is not null);

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static string? Words(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
