namespace Kentongan.Domain.Places;

/// <summary>Finds every name of the kabupaten in a text: written, then sounding alike, then a slip away.</summary>
internal sealed class MentionFinder
{
    private readonly PlaceNames _names;
    private readonly MisspeltNames _misspelt;
    private readonly Func<KecamatanCode, KecamatanCode, bool> _within;
    private readonly string _kabupaten;
    private readonly HashSet<string> _ordinary;
    private readonly HashSet<string> _elsewhere;
    private readonly ILookup<string, string[]> _phrases;

    /// <param name="within">Whether the first kecamatan is the second, or was split off from it.</param>
    public MentionFinder(Kabupaten kabupaten, PlaceNames names, Func<KecamatanCode, KecamatanCode, bool> within)
    {
        _names = names;
        _misspelt = new MisspeltNames(names, within);
        _within = within;
        _kabupaten = PlaceText.Key(kabupaten.Name);
        _ordinary = [.. kabupaten.Vocabulary.OrdinaryWords.Select(PlaceText.Key)];
        _elsewhere = [.. kabupaten.Vocabulary.Elsewhere.Select(PlaceText.Key)];
        _phrases = kabupaten.Vocabulary.NotPlaces
            .Select(phrase => PlaceText.Tokenise(phrase).Select(token => token.Text).ToArray())
            .Where(words => words.Length > 0)
            .ToLookup(words => words[0]);
    }

    public IReadOnlyList<Mention> Find(IReadOnlyList<Token> tokens)
    {
        var found = new List<Mention>();
        var taken = new bool[tokens.Count];
        var blocked = Blocked(tokens);
        Scan(tokens, taken, found, _names.LongestInWords + 1, (start, count) => Written(tokens, start, count, blocked));
        Scan(tokens, taken, found, 3, (start, count) => _misspelt.Sounding(tokens, start, count, found));
        Scan(tokens, taken, found, 2, (start, count) => _misspelt.Near(tokens, start, count, found));
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        found.RemoveAll(mention => mention.NeedsSupport && !IsSupported(tokens, mention, found));
        return found;
    }

    private static void Scan(
        IReadOnlyList<Token> tokens, bool[] taken, List<Mention> found, int longest, Func<int, int, Mention?> read)
    {
        for (var start = 0; start < tokens.Count; start++)
        {
            for (var count = Math.Min(longest, tokens.Count - start); count > 0 && !taken[start]; count--)
            {
                if (PlaceContext.IsOnePhrase(tokens, start, count) && !taken.AsSpan(start, count).Contains(true) && read(start, count) is { } mention)
                {
                    found.Add(mention);
                    taken.AsSpan(start, count).Fill(true);
                }
            }
        }
    }

    private Mention? Written(IReadOnlyList<Token> tokens, int start, int count, bool[] blocked)
    {
        var key = PlaceText.Join(tokens, start, count);
        var level = PlaceContext.LevelOf(tokens, start);
        if (key == _kabupaten && level != NameLevel.Kecamatan)
        {
            var confirm = PlaceContext.Beside(tokens, start, start + count, "kota");
            return new Mention(start, start + count, confirm ? MentionKind.Local : MentionKind.Kabupaten, level, key, _names.Written(key))
            {
                Confirm = confirm,
            };
        }

        var targets = _names.Written(key);
        if (targets.Count == 0)
        {
            return _elsewhere.Contains(key) && (PlaceContext.HasMarker(tokens, start) || (start > 0 && PlaceContext.HasMarker(tokens, start - 1)))
                ? new Mention(start, start + count, MentionKind.Elsewhere, level, key, [])
                : null;
        }

        var inPhrase = blocked[start] && level == NameLevel.Unmarked;
        return new Mention(start, start + count, KindOf(tokens, start, key, level), level, key, targets)
        {
            InPhrase = inPhrase,
            NeedsSupport = inPhrase || (level == NameLevel.Unmarked && _ordinary.Contains(key)),
        };
    }

    /// <summary>"Dari Bandung" is the city, "desa Bandung" and "Bandung Mayong" are the village.</summary>
    private MentionKind KindOf(IReadOnlyList<Token> tokens, int start, string key, NameLevel level)
    {
        if (level != NameLevel.Unmarked || !_elsewhere.Contains(key) || start == 0)
        {
            return MentionKind.Local;
        }

        var before = tokens[start - 1].Text;
        return PlaceWords.Origins.Contains(before) || PlaceWords.Directions.Contains(before) || PlaceWords.KabupatenMarkers.Contains(before)
            ? MentionKind.Elsewhere
            : MentionKind.Local;
    }

    private bool IsSupported(IReadOnlyList<Token> tokens, Mention mention, List<Mention> found) =>
        (!mention.InPhrase && (PlaceContext.HasMarker(tokens, mention.Start) || IsInList(tokens, mention, found))) || found.Any(other =>
            other != mention
            && other.Kind == MentionKind.Local
            && MentionGap.IsJoined(tokens, mention, other)
            && (other.CanBeKecamatan || mention.CanBeKecamatan)
            && other.Targets.Any(theirs => mention.Targets.Any(own =>
                _within(own.Kecamatan, theirs.Kecamatan) || _within(theirs.Kecamatan, own.Kecamatan))));

    /// <summary>"Daren-Pelang", "Bugel dan Balong", "bukan Panggang tapi Panggung": one place makes the other a place.</summary>
    private static bool IsInList(IReadOnlyList<Token> tokens, Mention mention, List<Mention> found)
    {
        if (mention.Start == 0)
        {
            return false;
        }

        var before = tokens[mention.Start - 1].Text;
        var isLinked = PlaceWords.Links.Contains(before) || PlaceWords.Contrasts.Contains(before);
        return PlaceWords.Negations.Contains(before)
            || found.Any(other => other.End == mention.Start - (isLinked ? 1 : 0)
                && (isLinked || mention.CanBeKecamatan || tokens[mention.Start].Before == Gap.Dash));
    }

    private bool[] Blocked(IReadOnlyList<Token> tokens)
    {
        var blocked = new bool[tokens.Count];
        for (var start = 0; start < tokens.Count; start++)
        {
            foreach (var words in _phrases[tokens[start].Text])
            {
                if (start + words.Length <= tokens.Count && !words.Where((word, i) => tokens[start + i].Text != word).Any())
                {
                    blocked.AsSpan(start, words.Length).Fill(true);
                }
            }
        }

        return blocked;
    }
}
