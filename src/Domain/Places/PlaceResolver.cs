namespace Kentongan.Domain.Places;

/// <summary>Reads free text for places and never guesses where a wrong guess would reach the wrong people (gazetteer-notes 4).</summary>
internal sealed class PlaceResolver(MentionFinder finder, PlaceReader reader, Func<KecamatanCode, KecamatanCode, bool> within)
{
    private const int MostCandidates = 6;

    public PlaceGuess Resolve(string text)
    {
        var tokens = PlaceText.Tokenise(text);
        var groups = Group(tokens, finder.Find(tokens)).Where(group => group.Role != PlaceRole.Negated).ToList();
        var read = Absorb(groups.Where(group => group.Kind == MentionKind.Local).ToList())
            .Select(pair => (pair.Group, Reading: reader.Read(pair.Group, pair.Hint)))
            .ToList();
        read.RemoveAll(pair => IsFuzzy(pair.Reading) && read.Any(other => !IsFuzzy(other.Reading) && other.Group.Role >= pair.Group.Role));
        if (read.Count == 0)
        {
            return PlaceGuess.Nothing;
        }

        var top = read.Max(pair => pair.Group.Role);
        var first = read.Where(pair => pair.Group.Role == top).ToList();
        var rest = read.Where(pair => pair.Group.Role != top).Select(pair => pair.Reading);
        var happenedElsewhere = groups.Any(group => group.Kind == MentionKind.Elsewhere && group.Role >= top && group.Role is PlaceRole.Here);
        var decided = Decide([.. first.Select(pair => pair.Reading)], first.Any(pair => pair.Group.OnBorder));
        var supply = read.FirstOrDefault(pair => pair.Group.Role == PlaceRole.Supply).Reading;
        return new PlaceGuess(
            [.. decided.Candidates.Concat(rest.SelectMany(reading => reading.Candidates)).DistinctBy(one => one.Place).Take(MostCandidates)],
            decided.MustAsk || happenedElsewhere || IsWeak(top, tokens, first[0].Group),
            supply is { MustAsk: false } ? supply.Candidates[0].Place : null);
    }

    /// <summary>Where goods came from, where they go and where a victim lies says nothing about where it happened.</summary>
    private static bool IsWeak(PlaceRole top, IReadOnlyList<Token> tokens, PlaceGroup group) => top switch
    {
        PlaceRole.Treatment or PlaceRole.Destination => true,
        PlaceRole.Supply => !IsBoughtThere(tokens, group.Start),
        _ => false,
    };

    private static bool IsFuzzy(PlaceReading reading) => reading is { MustAsk: true, Candidates: [{ Reason: "fuzzy" }, ..] };

    private static bool IsBoughtThere(IReadOnlyList<Token> tokens, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - 4; i--)
        {
            if (PlaceWords.Origins.Contains(tokens[i].Text))
            {
                return false;
            }
        }

        return true;
    }

    private static PlaceReading Decide(IReadOnlyList<PlaceReading> readings, bool onBorder)
    {
        var candidates = readings.SelectMany(reading => reading.Candidates).DistinctBy(one => one.Place).ToList();
        var named = readings.Select(reading => reading.Candidates[0].Place).Distinct().ToList();
        if (named.Count == 1)
        {
            return new PlaceReading(candidates, readings.All(reading => reading.MustAsk));
        }

        var kecamatan = named.Select(place => place.Kecamatan).Distinct().ToList();
        if (kecamatan.Count > 1 || readings.All(reading => reading.MustAsk))
        {
            return new PlaceReading([.. candidates.Select(one => one with { Reason = onBorder ? "border" : "several" })], MustAsk: true);
        }

        // Two desa of one kecamatan: the same three people answer for both, so only the desa stays open.
        var whole = new PlaceCandidate(new Place(kecamatan[0], null), candidates.Max(one => one.Score), onBorder ? "border" : "several");
        return new PlaceReading([whole, .. candidates.Where(one => one.Place != whole.Place)], MustAsk: false);
    }

    /// <summary>A kecamatan that only repeats what a desa already says is no second place, but it may tell homonyms apart.</summary>
    private List<(PlaceGroup Group, KecamatanCode? Hint)> Absorb(List<PlaceGroup> groups)
    {
        var result = new List<(PlaceGroup Group, KecamatanCode? Hint)>();
        var absorbed = new HashSet<PlaceGroup>();
        foreach (var group in groups.Where(group => group is { Desa: not null, Kecamatan: null }))
        {
            // A slip of the thumb is believed only when its kecamatan stands right beside it.
            var isSlip = group.Desa!.Targets.All(target => target.Match == NameMatch.Fuzzy);
            var confirming = isSlip ? null : groups.FirstOrDefault(other => other.Desa is null && !other.OnBorder && Confirms(other.Kecamatan!, group.Desa!));
            if (confirming is not null)
            {
                absorbed.Add(confirming);
            }

            result.Add((group, confirming?.Kecamatan!.Targets.First(target => target.Desa is null).Kecamatan));
        }

        var complete = groups.Where(group => group.Desa is null || group.Kecamatan is not null).Where(group => !absorbed.Contains(group));
        result.AddRange(complete.Select(group => (group, (KecamatanCode?)null)));
        return result;
    }

    private bool Confirms(Mention kecamatan, Mention desa) =>
        kecamatan.CanBeKecamatan && kecamatan.Targets.Any(one => one.Desa is null
            && desa.Targets.Any(other => within(other.Kecamatan, one.Kecamatan)));

    private List<PlaceGroup> Group(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> mentions)
    {
        var groups = new List<PlaceGroup>();
        foreach (var mention in mentions)
        {
            var last = groups.Count > 0 ? groups[^1] : null;
            var role = PlaceRoles.Of(tokens, mention.Start);
            if (role != PlaceRole.Negated && last?.With(mention, tokens, within) is { } joined)
            {
                groups[^1] = joined;
                continue;
            }

            var border = PlaceRoles.IsOnBorder(tokens, mention.Start);
            if (last is not null && PlaceRoles.IsListed(tokens, last.End, mention.Start))
            {
                role = role is PlaceRole.Here or PlaceRole.Residence ? last.Role : role;
                border |= last.OnBorder;
            }

            groups.Add(PlaceGroup.Of(mention, border && role != PlaceRole.Negated ? PlaceRole.Here : role) with { OnBorder = border });
        }

        return groups;
    }
}
