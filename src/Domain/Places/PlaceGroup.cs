namespace Kentongan.Domain.Places;

/// <summary>Mentions that together name one place: a desa, its kecamatan, or both.</summary>
internal sealed record PlaceGroup(int Start, int End, MentionKind Kind, PlaceRole Role, Mention? Desa, Mention? Kecamatan)
{
    public bool OnBorder { get; init; }

    public static PlaceGroup Of(Mention mention, PlaceRole role) =>
        mention.CanBeDesa && !mention.CanBeKecamatan
            ? new PlaceGroup(mention.Start, mention.End, mention.Kind, role, mention, null)
            : new PlaceGroup(mention.Start, mention.End, mention.Kind, role, null, mention);

    /// <summary>The group with one more name, or null where the two are different places.</summary>
    public PlaceGroup? With(Mention mention, IReadOnlyList<Token> tokens, Func<KecamatanCode, KecamatanCode, bool> within)
    {
        if (Kind != MentionKind.Local || mention.Kind == MentionKind.Elsewhere || !MentionGap.IsJoined(tokens, End, mention.Start))
        {
            return null;
        }

        if (mention.Kind == MentionKind.Kabupaten)
        {
            return this with { End = mention.End };
        }

        var (desa, kecamatan) = (Desa, Kecamatan) switch
        {
            ({ Level: NameLevel.Dukuh }, null) when mention.CanBeDesa && !mention.CanBeKecamatan => (mention, null),
            ({ } known, null) when mention.CanBeKecamatan => (known, mention),
            (null, { } known) when mention.CanBeDesa && (!mention.CanBeKecamatan || mention.Key == known.Key) => (mention, known),
            _ => ((Mention?)null, (Mention?)null),
        };
        var joined = this with { End = mention.End, Desa = desa, Kecamatan = kecamatan };
        return desa is null ? null
            : kecamatan is null || IsConsistent(desa, kecamatan, within) || IsSaidTogether(mention, tokens) ? joined
            : null;
    }

    private static bool IsConsistent(Mention desa, Mention kecamatan, Func<KecamatanCode, KecamatanCode, bool> within) =>
        desa.Targets.Any(one => kecamatan.Targets.Any(other => other.Desa is null && within(one.Kecamatan, other.Kecamatan)));

    /// <summary>Side by side, or with a <c>kec.</c> between: then the two contradict each other rather than make two places.</summary>
    private bool IsSaidTogether(Mention mention, IReadOnlyList<Token> tokens) =>
        (mention.Start == End && tokens[End].Before == Gap.Space)
        || (mention.Start == End + 1 && (mention.Level != NameLevel.Unmarked));
}
