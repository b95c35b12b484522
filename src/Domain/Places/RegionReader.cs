using System.Globalization;

namespace Kentongan.Domain.Places;

/// <summary>Reads a region file: text in, a kabupaten or every error out.</summary>
public static class RegionReader
{
    private static readonly RegionFileValidator Validator = new();

    public static Read<Kabupaten> Read(string fileName, string json)
    {
        var parsed = StrictJson.Parse(fileName, json, Validator);
        if (!parsed.Succeeded)
        {
            return new Read<Kabupaten>(parsed.Errors);
        }

        var errors = References(fileName, parsed.Value).ToList();
        return errors.Count > 0 ? new Read<Kabupaten>(errors) : new Read<Kabupaten>(Build(parsed.Value));
    }

    /// <summary>What one part says of another: codes inside codes, neighbours both ways, parents that exist, nothing twice.</summary>
    private static IEnumerable<string> References(string fileName, RegionFile file)
    {
        var byCode = file.Kecamatan.ToLookup(kecamatan => kecamatan.Code!);
        var desaSeen = new HashSet<string>();
        foreach (var (kecamatan, index) in file.Kecamatan.Select((kecamatan, index) => (kecamatan, index)))
        {
            var at = $"{fileName} at kecamatan[{index}]";
            var code = kecamatan.Code!;
            if (!code.StartsWith(file.Code + ".", StringComparison.Ordinal))
            {
                yield return $"{at}.code: {code} is not of kabupaten {file.Code}; correct the code.";
            }

            if (byCode[code].First() != kecamatan)
            {
                yield return $"{at}.code: {code} stands there twice; keep one.";
            }

            foreach (var (neighbour, n) in kecamatan.Neighbours.Select((neighbour, n) => (neighbour, n)))
            {
                if (neighbour == code || !byCode.Contains(neighbour))
                {
                    yield return $"{at}.neighbours[{n}]: {neighbour} is no other kecamatan of this file; correct or remove it.";
                }
                else if (!byCode[neighbour].First().Neighbours.Contains(code))
                {
                    yield return $"{at}.neighbours[{n}]: {neighbour} does not name {code} in return; add it there or remove it here.";
                }
            }

            if (kecamatan.Parent is { } parent && (parent == code || !byCode.Contains(parent)))
            {
                yield return $"{at}.parent: {parent} is no other kecamatan of this file; correct or remove it.";
            }

            foreach (var (desa, d) in kecamatan.Desa.Select((desa, d) => (desa, d)))
            {
                if (!desa.Code!.StartsWith(code + ".", StringComparison.Ordinal))
                {
                    yield return $"{at}.desa[{d}].code: {desa.Code} is not of kecamatan {code}; move the desa or correct the code.";
                }

                if (!desaSeen.Add(desa.Code))
                {
                    yield return $"{at}.desa[{d}].code: {desa.Code} stands there twice; keep one.";
                }
            }
        }
    }

    private static Kabupaten Build(RegionFile file) => new(
        new KabupatenCode(file.Code!),
        file.Name!,
        file.TimeZone!,
        file.VillageHeadTitle!,
        [.. file.Kecamatan.Select(Build)],
        [.. file.EmergencyNumbers.Select(entry => new EmergencyNumber(entry.Number!, entry.Label!, Time(entry.From), Time(entry.To)))],
        new PlaceVocabulary(file.OrdinaryWords, file.NotPlaces, file.Elsewhere),
        [.. file.ReferralBodies.Select(Build)])
    {
        PopulationSource = file.PopulationSource,
    };

    private static ReferralBody Build(ReferralBodyEntry entry) => new(
        entry.Code!, entry.Name!, entry.Seat, entry.Fallback, entry.Empty, entry.AdHoc, Date(entry.From), Date(entry.To));

    private static Kecamatan Build(KecamatanEntry entry) => new(
        new KecamatanCode(entry.Code!),
        entry.Name!,
        new Coordinates(entry.Centre!.Latitude!.Value, entry.Centre.Longitude!.Value),
        [.. entry.Neighbours.Select(code => new KecamatanCode(code))],
        entry.Aliases,
        entry.Parent is { } parent ? new KecamatanCode(parent) : null,
        [.. entry.Desa.Select(Build)],
        entry.Population);

    private static Desa Build(DesaEntry entry) => new(
        new DesaCode(entry.Code!),
        entry.Name!,
        entry.Kind == "kelurahan" ? DesaKind.Kelurahan : DesaKind.Desa,
        entry.Aliases,
        entry.Population);

    private static DateOnly? Date(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimeOnly? Time(string? text) =>
        text is null ? null : TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
