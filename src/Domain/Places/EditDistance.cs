namespace Kentongan.Domain.Places;

/// <summary>How many letters apart two words are, a swap of neighbours counting as one.</summary>
internal static class EditDistance
{
    /// <summary>Names shorter than this are found exactly or not at all: too many words are one letter away.</summary>
    public const int ShortestFuzzy = 5;

    /// <summary>How many slips of the thumb a word of this length may hold.</summary>
    public static int Allowed(int length) => length switch
    {
        < ShortestFuzzy => 0,
        < 8 => 1,
        _ => 2,
    };

    /// <returns>The distance, or <paramref name="limit"/> + 1 where it is larger.</returns>
    public static int Between(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit)
        {
            return limit + 1;
        }

        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> previous = stackalloc int[other.Length + 1];
        Span<int> current = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                current[j] = value;
                best = Math.Min(best, value);
            }

            if (best > limit)
            {
                return limit + 1;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return Math.Min(previous[other.Length], limit + 1);
    }
}
