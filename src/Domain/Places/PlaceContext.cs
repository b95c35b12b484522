namespace Kentongan.Domain.Places;

/// <summary>What the words around a stretch of text, and the words in it, say about its being a name.</summary>
internal static class PlaceContext
{
    public static NameLevel LevelOf(IReadOnlyList<Token> tokens, int start)
    {
        if (start == 0 || tokens[start].Before is Gap.Stop or Gap.Comma)
        {
            return NameLevel.Unmarked;
        }

        var before = tokens[start - 1].Text;
        return PlaceWords.DesaMarkers.Contains(before) ? NameLevel.Desa
            : PlaceWords.KecamatanMarkers.Contains(before) ? NameLevel.Kecamatan
            : PlaceWords.DukuhMarkers.Contains(before) ? NameLevel.Dukuh
            : NameLevel.Unmarked;
    }

    public static bool HasMarker(IReadOnlyList<Token> tokens, int start) =>
        start > 0 && tokens[start].Before is Gap.Space or Gap.Dash
        && (LevelOf(tokens, start) != NameLevel.Unmarked || tokens[start - 1].IsMarker);

    public static bool Beside(IReadOnlyList<Token> tokens, int start, int end, string word) =>
        (start > 0 && tokens[start - 1].Text == word) || (end < tokens.Count && tokens[end].Text == word && tokens[end].Before == Gap.Space);

    public static bool IsOnePhrase(IReadOnlyList<Token> tokens, int start, int count)
    {
        for (var i = start + 1; i < start + count; i++)
        {
            if (tokens[i].Before is Gap.Stop or Gap.Comma || PlaceWords.Here.Contains(tokens[i].Text) || PlaceWords.Directions.Contains(tokens[i].Text))
            {
                return false;
            }
        }

        return count == 1 || !IsGrammar(tokens, start, 1);
    }

    public static bool IsGrammar(IReadOnlyList<Token> tokens, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            if (tokens[i].IsGrammar)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsOrdinary(IReadOnlyList<Token> tokens, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            if (tokens[i].IsOrdinary)
            {
                return true;
            }
        }

        return false;
    }
}
