namespace Kentongan.Domain.Places;

/// <summary>What one group of names may mean, best first, and whether a person must be asked.</summary>
internal sealed record PlaceReading(IReadOnlyList<PlaceCandidate> Candidates, bool MustAsk);

/// <summary>Turns the names of a group into places.</summary>
internal sealed class PlaceReader(PlaceNames names, Func<KecamatanCode, KecamatanCode, bool> within)
{
    private const double Confirmed = 0.06;
    private const double Doubtful = 0.6;

    /// <param name="hint">A kecamatan named elsewhere in the text.</param>
    public PlaceReading Read(PlaceGroup group, KecamatanCode? hint)
    {
        var stated = group.Kecamatan?.Targets.Where(target => target.Desa is null).Select(target => target.Kecamatan).ToList() ?? [];
        if (group.Desa is null)
        {
            return ReadKecamatan(group.Kecamatan!, stated);
        }

        var limits = stated.Count > 0 ? stated : hint is { } other ? [other] : [];
        return ReadDesa(group.Desa, limits, isContradictable: stated.Count > 0);
    }

    private PlaceReading ReadKecamatan(Mention mention, List<KecamatanCode> stated)
    {
        if (mention.Level == NameLevel.Kecamatan && stated.Count == 0)
        {
            // "Kec. Panggang": there is no such kecamatan, so one of the two words is wrong.
            return new PlaceReading([.. mention.Targets.Select(target => Candidate(target, Doubtful, "contradiction"))], MustAsk: true);
        }

        if (mention.Level == NameLevel.Desa)
        {
            return ReadDesa(mention, stated, isContradictable: false);
        }

        // Elsewhere in the kabupaten there may be a desa of the same name; then nobody can know which is meant.
        var places = mention.Targets.DistinctBy(target => target.Kecamatan).ToList();
        var isFuzzy = mention.Targets.All(target => target.Match == NameMatch.Fuzzy);
        var reason = places.Count > 1 ? "homonym" : isFuzzy ? "fuzzy" : mention.Confirm ? "confirm" : "kecamatan";
        var score = reason == "kecamatan" ? 0.9 : Doubtful;
        return new PlaceReading(
            [.. places.Select(target => new PlaceCandidate(new Place(target.Kecamatan, null), score, reason))],
            MustAsk: reason != "kecamatan");
    }

    private PlaceReading ReadDesa(Mention mention, List<KecamatanCode> limits, bool isContradictable)
    {
        var targets = mention.Targets.Where(target => target.Desa is not null).ToList();
        if (targets.Count == 0)
        {
            // "Desa Mayong": the kecamatan is meant to be right, the desa stays open.
            return new PlaceReading([.. mention.Targets.Select(target => Candidate(target, 0.8, "kecamatan"))], MustAsk: mention.Targets.Count > 1);
        }

        // A target of its own kecamatan goes before one that only its parent confirms.
        var exact = targets.Where(target => limits.Contains(target.Kecamatan)).ToList();
        var fitting = exact.Count > 0 ? exact : [.. targets.Where(target => limits.Any(limit => within(target.Kecamatan, limit)))];
        if (limits.Count > 0 && fitting.Count == 0 && isContradictable)
        {
            return Contradiction(mention, targets, limits);
        }

        var isConfirmed = fitting.Count > 0;
        return Several(isConfirmed ? fitting : targets, isConfirmed, mention);
    }

    private static PlaceReading Several(List<NameTarget> targets, bool isConfirmed, Mention mention)
    {
        var best = targets.Min(target => target.Match);
        var isGuess = best == NameMatch.Fuzzy && !isConfirmed;
        var isDukuh = mention.Level == NameLevel.Dukuh && best == NameMatch.Exact && !isConfirmed;
        var bonus = isConfirmed ? Confirmed : 0;
        var candidates = targets
            .OrderBy(target => target.Match)
            .Select(target => Candidate(target, Base(target.Match) + bonus, Reason(target.Match)))
            .ToList();
        var kecamatan = targets.Select(target => target.Kecamatan).Distinct().ToList();
        if (kecamatan.Count > 1)
        {
            return new PlaceReading([.. candidates.Select(one => one with { Score = one.Score * Doubtful, Reason = Homonym(one.Reason) })], MustAsk: true);
        }

        if (candidates.Count > 1)
        {
            candidates.Insert(0, new PlaceCandidate(new Place(kecamatan[0], null), candidates[0].Score, "kecamatan"));
        }

        return new PlaceReading(candidates, isGuess || isDukuh);
    }

    /// <summary>"Panggang Kec. Kedung": offer the desa that was named, and what sounds like it in the kecamatan that was named.</summary>
    private PlaceReading Contradiction(Mention mention, List<NameTarget> targets, List<KecamatanCode> limits)
    {
        var there = names.Near(mention.Key).Select(near => near.Target)
            .Where(target => target.Desa is not null && limits.Any(limit => within(target.Kecamatan, limit)));
        var stated = limits.Select(limit => new PlaceCandidate(new Place(limit, null), 0.4, "contradiction"));
        return new PlaceReading(
            [.. there.Concat(targets).Select(target => Candidate(target, Doubtful, "contradiction")).Concat(stated)],
            MustAsk: true);
    }

    private static PlaceCandidate Candidate(NameTarget target, double score, string reason) =>
        new(target.Place, Math.Round(Math.Min(score, 1), 2), reason);

    private static double Base(NameMatch match) => match switch
    {
        NameMatch.Exact => 0.92,
        NameMatch.Alias => 0.88,
        NameMatch.Sound => 0.85,
        _ => 0.8,
    };

    private static string Reason(NameMatch match) => match switch
    {
        NameMatch.Exact => "exact",
        NameMatch.Alias => "alias",
        NameMatch.Sound => "sound",
        _ => "fuzzy",
    };

    private static string Homonym(string reason) => reason == "fuzzy" ? reason : "homonym";
}
