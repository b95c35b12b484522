namespace Kentongan.Domain.Places;

/// <summary>What stands between two mentions.</summary>
internal static class MentionGap
{
    private const int Widest = 3;

    /// <summary>Whether the two read as one place: nothing between them but words such as <c>kec.</c></summary>
    public static bool IsJoined(IReadOnlyList<Token> tokens, Mention one, Mention other)
    {
        var (first, second) = one.Start < other.Start ? (one, other) : (other, one);
        return IsJoined(tokens, first.End, second.Start);
    }

    public static bool IsJoined(IReadOnlyList<Token> tokens, int end, int start)
    {
        if (start - end > Widest || start < end)
        {
            return false;
        }

        for (var i = end; i <= start; i++)
        {
            if (tokens[i].Before == Gap.Stop || (i < start && !PlaceWords.Joining.Contains(tokens[i].Text)))
            {
                return false;
            }
        }

        return true;
    }
}
