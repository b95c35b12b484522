namespace Kentongan.Domain.Places;

/// <summary>Answers every question about places of one kabupaten. Built once, safe to share.</summary>
public sealed class RegionIndex
{
    // A desa lies at most 14 km from the centre of its kecamatan where kecamatan touch each other.
    private const double FarthestOnLand = 15_000;

    // A kecamatan without a neighbour is an archipelago, spread over more sea than land.
    private const double FarthestAtSea = 40_000;

    // Beaches and fish ponds lie just outside the polygons.
    private const double JustOutside = 500;

    private readonly Dictionary<KecamatanCode, Kecamatan> _kecamatan;
    private readonly Dictionary<DesaCode, Desa> _desa;
    private readonly IBoundaries? _boundaries;
    private readonly PlaceResolver _resolver;
    private readonly PlaceSearch _search;

    public RegionIndex(Kabupaten kabupaten, IBoundaries? boundaries)
    {
        Kabupaten = kabupaten;
        _boundaries = boundaries;
        _kecamatan = kabupaten.Kecamatan.ToDictionary(kecamatan => kecamatan.Code);
        _desa = kabupaten.Kecamatan.SelectMany(kecamatan => kecamatan.Desa).ToDictionary(desa => desa.Code);
        var names = new PlaceNames(kabupaten);
        _resolver = new PlaceResolver(new MentionFinder(kabupaten, names, IsWithin), new PlaceReader(names, IsWithin), IsWithin);
        _search = new PlaceSearch(kabupaten, names);
    }

    public Kabupaten Kabupaten { get; }

    public Kecamatan? Find(KecamatanCode code) => _kecamatan.GetValueOrDefault(code);

    public Desa? Find(DesaCode code) => _desa.GetValueOrDefault(code);

    /// <summary>Adjacent kecamatan, nearest centre first; empty for an unknown code.</summary>
    public IReadOnlyList<Kecamatan> NeighboursOf(KecamatanCode code) =>
        Find(code) is { } kecamatan
            ? [.. kecamatan.Neighbours.Select(next => _kecamatan[next]).OrderBy(next => next.Centre.MetresTo(kecamatan.Centre))]
            : [];

    /// <returns>Null where the pin lies outside the kabupaten.</returns>
    public PinnedPlace? Locate(Coordinates pin)
    {
        if (_boundaries is null)
        {
            return Nearest(pin) is { } nearest ? new PinnedPlace(new Place(nearest.Code, null), Approximate: true) : null;
        }

        if (_boundaries.Containing(pin) is { } inside)
        {
            return new PinnedPlace(new Place(inside.Kecamatan, inside), Approximate: false);
        }

        return _boundaries.Within(pin, JustOutside) is [var close, ..]
            ? new PinnedPlace(new Place(close.Kecamatan, close), Approximate: true)
            : null;
    }

    /// <summary>Every kecamatan that has ground within the distance of the pin, its own first (policy 5.1).</summary>
    public IReadOnlyList<KecamatanCode> WithinMetres(Coordinates pin, double metres) =>
        _boundaries is { } boundaries
            ? [.. boundaries.Within(pin, metres).Select(desa => desa.Kecamatan).Distinct()]
            : Nearest(pin) is { } nearest ? [nearest.Code, .. AcrossTheLine(pin, nearest, metres)] : [];

    /// <summary>What a free text says about places (gazetteer-notes 4).</summary>
    public PlaceGuess Resolve(string text) => _resolver.Resolve(text);

    /// <summary>What somebody who types a name may mean: at most six, best first.</summary>
    public IReadOnlyList<PlaceCandidate> Search(string typed) => _search.Find(typed);

    private bool IsWithin(KecamatanCode code, KecamatanCode other) => code == other || Find(code)?.Parent == other;

    private Kecamatan? Nearest(Coordinates pin)
    {
        var nearest = Kabupaten.Kecamatan.MinBy(kecamatan => kecamatan.Centre.MetresTo(pin))!;
        return nearest.Centre.MetresTo(pin) <= (nearest.Neighbours.Count == 0 ? FarthestAtSea : FarthestOnLand) ? nearest : null;
    }

    /// <summary>Without boundaries the border is taken to run halfway between two centres.</summary>
    private IEnumerable<KecamatanCode> AcrossTheLine(Coordinates pin, Kecamatan own, double metres)
    {
        var near = own.Centre.MetresTo(pin);
        foreach (var next in NeighboursOf(own.Code))
        {
            var far = next.Centre.MetresTo(pin);
            var apart = next.Centre.MetresTo(own.Centre);
            if (((far * far) - (near * near)) / (2 * apart) <= metres)
            {
                yield return next.Code;
            }
        }
    }
}
