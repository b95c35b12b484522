namespace Kentongan.Domain.Places;

/// <summary>Finds what a resident means while typing a name: by its beginning, by its sound, or a slip away.</summary>
internal sealed class PlaceSearch
{
    private const int Most = 6;
    private const int ShortestPrefix = 2;
    private const int ShortestSlip = 4;

    private readonly IReadOnlyList<Entry> _entries;

    public PlaceSearch(Kabupaten kabupaten, PlaceNames names)
    {
        Names = names;
        _entries =
        [
            .. kabupaten.Kecamatan.SelectMany(kecamatan => kecamatan.Desa
                .SelectMany(desa => Entries(new Place(kecamatan.Code, desa.Code), desa.Name, desa.Aliases))
                .Concat(Entries(new Place(kecamatan.Code, null), kecamatan.Name, kecamatan.Aliases))),
        ];
    }

    private PlaceNames Names { get; }

    public IReadOnlyList<PlaceCandidate> Find(string typed)
    {
        var words = PlaceText.Tokenise(typed)
            .SkipWhile(token => PlaceWords.DesaMarkers.Contains(token.Text) || PlaceWords.KecamatanMarkers.Contains(token.Text)
                || PlaceWords.DukuhMarkers.Contains(token.Text) || token.Text is "di" or "nang" or "neng")
            .ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var key = PlaceText.Join(words, 0, words.Count);
        return
        [
            .. _entries.Select(entry => Rate(entry, key)).Concat(TwoNames(words)).Concat(Other(key)).OfType<PlaceCandidate>()
                .OrderByDescending(found => found.Score)
                .ThenBy(found => found.Place.Desa is null ? 0 : 1)
                .ThenBy(found => (found.Place.Desa?.Value ?? found.Place.Kecamatan.Value), StringComparer.Ordinal)
                .DistinctBy(found => found.Place)
                .Take(Most),
        ];
    }

    /// <summary>"Kunir Keling" and "Keling, Kunir": a desa with its kecamatan.</summary>
    private IEnumerable<PlaceCandidate> TwoNames(List<Token> words)
    {
        for (var split = 1; split < words.Count; split++)
        {
            var one = Names.Written(PlaceText.Join(words, 0, split));
            var next = split;
            while (next < words.Count - 1 && PlaceWords.Joining.Contains(words[next].Text))
            {
                next++;
            }

            var other = Names.Written(PlaceText.Join(words, next, words.Count - next));
            foreach (var desa in one.Concat(other).Where(target => target.Desa is not null))
            {
                if (one.Concat(other).Any(target => target.Desa is null && target.Kecamatan == desa.Kecamatan) && one.Count > 0 && other.Count > 0)
                {
                    yield return new PlaceCandidate(desa.Place, 1, "exact");
                }
            }
        }
    }

    private IEnumerable<PlaceCandidate> Other(string key)
    {
        foreach (var target in Names.Written(key))
        {
            yield return new PlaceCandidate(target.Place, target.Match == NameMatch.Exact ? 1 : 0.95, target.Match == NameMatch.Exact ? "exact" : "alias");
        }

        foreach (var target in Names.Sounding(key))
        {
            yield return new PlaceCandidate(target.Place, 0.85, "sound");
        }

        foreach (var (target, likeness) in Names.Near(key))
        {
            yield return new PlaceCandidate(target.Place, Math.Round(likeness * 0.8, 2), "fuzzy");
        }
    }

    private static PlaceCandidate? Rate(Entry entry, string key)
    {
        if (key.Length < ShortestPrefix)
        {
            return null;
        }

        if (entry.Key.StartsWith(key, StringComparison.Ordinal))
        {
            return new PlaceCandidate(entry.Place, Math.Round(0.8 + (0.15 * key.Length / entry.Key.Length), 2), "prefix");
        }

        var beginning = entry.Key[..Math.Min(entry.Key.Length, key.Length)];
        return key.Length >= ShortestSlip && EditDistance.Between(key, beginning, 1) <= 1
            ? new PlaceCandidate(entry.Place, Math.Round(0.45 + (0.15 * key.Length / entry.Key.Length), 2), "fuzzy")
            : null;
    }

    private static IEnumerable<Entry> Entries(Place place, string name, IReadOnlyList<string> aliases) =>
        aliases.Prepend(name).Select(one => new Entry(PlaceText.Key(one), place));

    private sealed record Entry(string Key, Place Place);
}
