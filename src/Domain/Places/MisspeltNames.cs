namespace Kentongan.Domain.Places;

/// <summary>Finds names that are not written as they should be.</summary>
internal sealed class MisspeltNames(PlaceNames names, Func<KecamatanCode, KecamatanCode, bool> within)
{
    private const int ShortestSound = 5;
    private const int ShortestAlone = 6;

    /// <summary>Other spellings of the same sound. Alone they count only as longer words that nobody uses every day.</summary>
    public Mention? Sounding(IReadOnlyList<Token> tokens, int start, int count, List<Mention> found)
    {
        if (PlaceContext.IsGrammar(tokens, start, count))
        {
            return null;
        }

        var key = PlaceText.Join(tokens, start, count);
        if (key.Length < ShortestSound || names.Sounding(key) is not { Count: > 0 } targets)
        {
            return null;
        }

        var level = PlaceContext.LevelOf(tokens, start);
        var beside = KecamatanBeside(tokens, start, start + count, found);
        var confirmed = beside is not null && targets.Any(target => within(target.Kecamatan, beside.Value));
        var plain = !PlaceContext.IsOrdinary(tokens, start, count) && (key.Length >= ShortestAlone || PlaceContext.HasMarker(tokens, start));
        return confirmed || level != NameLevel.Unmarked || plain
            ? new Mention(start, start + count, MentionKind.Local, level, key, targets)
            : null;
    }

    /// <summary>A slip of the thumb, looked for only where a place is announced or a kecamatan stands beside it.</summary>
    public Mention? Near(IReadOnlyList<Token> tokens, int start, int count, List<Mention> found)
    {
        if (PlaceContext.IsGrammar(tokens, start, count) || PlaceContext.IsOrdinary(tokens, start, count))
        {
            return null;
        }

        var key = PlaceText.Join(tokens, start, count);
        if (key.Length < EditDistance.ShortestFuzzy)
        {
            return null;
        }

        var level = PlaceContext.LevelOf(tokens, start);
        var beside = KecamatanBeside(tokens, start, start + count, found);
        if (level == NameLevel.Unmarked && beside is null && (key.Length < ShortestAlone || !PlaceContext.HasMarker(tokens, start)))
        {
            return null;
        }

        var near = names.Near(key).Select(candidate => candidate.Target)
            .Where(target => (target.Desa is null) == (level == NameLevel.Kecamatan))
            .ToList();
        var confirmed = near.Where(target => beside is { } kecamatan && within(target.Kecamatan, kecamatan)).ToList();
        var targets = confirmed.Count > 0 ? confirmed : level == NameLevel.Unmarked && beside is not null ? [] : near;
        return targets.Count == 0 ? null : new Mention(start, start + count, MentionKind.Local, level, key, targets);
    }

    private static KecamatanCode? KecamatanBeside(IReadOnlyList<Token> tokens, int start, int end, List<Mention> found)
    {
        var here = new Mention(start, end, MentionKind.Local, NameLevel.Unmarked, "", []);
        var beside = found.FirstOrDefault(other => other.CanBeKecamatan && other.Kind == MentionKind.Local && MentionGap.IsJoined(tokens, here, other));
        return beside?.Targets.First(target => target.Desa is null).Kecamatan;
    }
}
