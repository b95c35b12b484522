using System.Numerics;

namespace Kentongan.Domain.Places;

/// <summary>How a name was recognised, best first.</summary>
internal enum NameMatch
{
    Exact,
    Alias,
    Sound,
    Fuzzy,
}

/// <summary>One place a written name may stand for.</summary>
internal sealed record NameTarget(KecamatanCode Kecamatan, DesaCode? Desa, NameMatch Match)
{
    public Place Place => new(Kecamatan, Desa);
}

/// <summary>Every spelling of every name of a kabupaten, ready to be looked up.</summary>
internal sealed class PlaceNames
{
    private static readonly (string Javanese, string Indonesian)[] Compass =
        [("kulon", "barat"), ("wetan", "timur"), ("lor", "utara"), ("kidul", "selatan")];

    private static readonly (string Whole, string Short)[] Shortened =
    [
        ("karang", "kr"), ("karang", "krg"), ("kedung", "kdg"), ("tegal", "tgl"), ("tanggul", "tgl"), ("bandung", "bd"), ("sumber", "sb"),
        ("lubuk", "lbk"), ("sungai", "sg"), ("tanjung", "tj"), ("tanjung", "tg"), ("muara", "mr"),
    ];

    private readonly Dictionary<string, List<NameTarget>> _written = [];
    private readonly Dictionary<string, List<NameTarget>> _sounds = [];
    private readonly List<(string Key, uint Letters, NameTarget Target)> _official = [];

    public PlaceNames(Kabupaten kabupaten)
    {
        foreach (var kecamatan in kabupaten.Kecamatan)
        {
            AddOfficial(kecamatan.Name, kecamatan.Aliases, new NameTarget(kecamatan.Code, null, NameMatch.Exact));
            foreach (var desa in kecamatan.Desa)
            {
                AddOfficial(desa.Name, desa.Aliases, new NameTarget(kecamatan.Code, desa.Code, NameMatch.Exact));
            }
        }

        foreach (var kecamatan in kabupaten.Kecamatan)
        {
            AddStems(kecamatan);
        }
    }

    /// <summary>The most words that any name is written in.</summary>
    public int LongestInWords { get; private set; } = 2;

    public IReadOnlyList<NameTarget> Written(string key) => _written.TryGetValue(key, out var found) ? found : [];

    public IReadOnlyList<NameTarget> Sounding(string key)
    {
        if (key.Length > JavaneseSound.Longest)
        {
            return [];
        }

        Span<char> sound = stackalloc char[JavaneseSound.Longest];
        var length = JavaneseSound.Write(key, sound);
        return _sounds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(sound[..length], out var found) ? found : [];
    }

    /// <summary>Names within the distance that a word of this length may slip, nearest first.</summary>
    public IReadOnlyList<(NameTarget Target, double Likeness)> Near(string key)
    {
        var allowed = EditDistance.Allowed(key.Length);
        if (allowed == 0)
        {
            return [];
        }

        var near = new List<(NameTarget Target, double Likeness)>();
        var letters = Letters(key);
        foreach (var (name, others, target) in _official)
        {
            // One slip changes at most two letters of the alphabet, so most names are out at a glance.
            if (BitOperations.PopCount(letters ^ others) > 2 * allowed)
            {
                continue;
            }

            var limit = Math.Min(allowed, EditDistance.Allowed(name.Length));
            if (limit > 0 && EditDistance.Between(key, name, limit) is var distance && distance <= limit)
            {
                near.Add((target with { Match = NameMatch.Fuzzy }, 1 - ((double)distance / name.Length)));
            }
        }

        return [.. near.OrderByDescending(found => found.Likeness).ThenBy(found => found.Target.Kecamatan.Value, StringComparer.Ordinal)];
    }

    private void AddOfficial(string name, IReadOnlyList<string> aliases, NameTarget target)
    {
        var key = PlaceText.Key(name);
        _official.Add((key, Letters(key), target));
        Add(_written, key, target);
        Add(_sounds, JavaneseSound.Of(key), target with { Match = NameMatch.Sound });
        var alias = target with { Match = NameMatch.Alias };
        foreach (var spelling in Variants(key).Concat(aliases.SelectMany(other => Variants(PlaceText.Key(other)).Prepend(PlaceText.Key(other)))))
        {
            Add(_written, spelling, alias);
        }

        LongestInWords = Math.Max(LongestInWords, aliases.Append(name).Max(one => PlaceText.Tokenise(one).Count));
    }

    /// <summary><c>Sowan</c> alone is Sowan Lor or Sowan Kidul; at least the kecamatan is then known.</summary>
    private void AddStems(Kecamatan kecamatan)
    {
        foreach (var desa in kecamatan.Desa)
        {
            var words = PlaceText.Tokenise(desa.Name);
            if (words.Count == 2 && Compass.Any(side => side.Javanese == words[1].Text) && !_written.TryGetValue(words[0].Text, out _))
            {
                foreach (var sibling in kecamatan.Desa.Where(other => PlaceText.Tokenise(other.Name) is [var first, _] && first.Text == words[0].Text))
                {
                    Add(_written, words[0].Text, new NameTarget(kecamatan.Code, sibling.Code, NameMatch.Alias));
                }
            }
        }
    }

    private static IEnumerable<string> Variants(string key)
    {
        foreach (var (javanese, indonesian) in Compass)
        {
            if (key.EndsWith(javanese, StringComparison.Ordinal))
            {
                yield return key[..^javanese.Length] + indonesian;
            }
            else if (key.EndsWith(indonesian, StringComparison.Ordinal))
            {
                yield return key[..^indonesian.Length] + javanese;
            }
        }

        foreach (var (whole, brief) in Shortened)
        {
            if (key.Length >= whole.Length + 3 && key.StartsWith(whole, StringComparison.Ordinal))
            {
                yield return brief + key[whole.Length..];
            }
        }

        yield return JavaneseSound.InOldSpelling(key, withOe: true);
        yield return JavaneseSound.InOldSpelling(key, withOe: false);
    }

    private static uint Letters(string key)
    {
        var letters = 0u;
        foreach (var letter in key)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }

    private static void Add(Dictionary<string, List<NameTarget>> index, string key, NameTarget target)
    {
        if (!index.TryGetValue(key, out var targets))
        {
            index[key] = targets = [];
        }

        if (!targets.Any(known => known.Place == target.Place))
        {
            targets.Add(target);
        }
    }
}
