using System.Text;

namespace Kentongan.Domain.Places;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap
{
    Space,
    Dash,
    Comma,
    Stop,
}

/// <param name="IsMarker">A word that announces a place.</param>
/// <param name="IsGrammar">A marker, or another word that is never part of a name by sound or by slip.</param>
/// <param name="IsOrdinary">A frequent word that is believed to be a misspelt name only beside its kecamatan.</param>
internal readonly record struct Token(string Text, Gap Before, bool IsMarker, bool IsGrammar, bool IsOrdinary)
{
    public static Token Of(string text, Gap before)
    {
        var isMarker = PlaceWords.IsMarker(text);
        return new Token(text, before, isMarker, isMarker || PlaceWords.IsGrammar(text), PlaceWords.IsOrdinary(text));
    }
}

/// <summary>Free text as lower-case words, with what little punctuation tells about places.</summary>
internal static class PlaceText
{
    // A dot after these shortens a word; it ends no sentence.
    private static readonly HashSet<string> Abbreviations =
        ["kec", "kc", "ds", "dsa", "kel", "kab", "dk", "dkh", "dsn", "jl", "jln", "rt", "rw", "no", "kr", "krg", "kdg", "tgl", "bd"];

    private static readonly Dictionary<string, string> Numerals =
        new() { ["i"] = "1", ["ii"] = "2", ["iii"] = "3", ["iv"] = "4", ["vi"] = "6" };

    public static IReadOnlyList<Token> Tokenise(string text)
    {
        var normal = text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        var tokens = new List<Token>();
        var word = new StringBuilder();
        var gap = Gap.Stop;
        foreach (var symbol in normal)
        {
            if (char.IsLetterOrDigit(symbol))
            {
                word.Append(char.ToLowerInvariant(symbol));
                continue;
            }

            if (symbol is '\'' or '’' or '\u200b' or '\u200d' or '\ufe0f')
            {
                continue;
            }

            gap = Take(tokens, word, gap);
            gap = Widen(gap, GapOf(symbol, tokens));
        }

        Take(tokens, word, gap);
        return tokens;
    }

    /// <summary>Several words as one, so that <c>Teluk Wetan</c> and <c>Telukwetan</c> are the same.</summary>
    public static string Join(IReadOnlyList<Token> tokens, int start, int count)
    {
        if (count == 1)
        {
            return tokens[start].Text;
        }

        var joined = new StringBuilder();
        for (var i = start; i < start + count; i++)
        {
            joined.Append(i > start && Numerals.TryGetValue(tokens[i].Text, out var digit) ? digit : tokens[i].Text);
        }

        return joined.ToString();
    }

    public static string Key(string name)
    {
        var tokens = Tokenise(name);
        return tokens.Count == 0 ? "" : Join(tokens, 0, tokens.Count);
    }

    private static Gap Take(List<Token> tokens, StringBuilder word, Gap gap)
    {
        if (word.Length == 0)
        {
            return gap;
        }

        tokens.Add(Token.Of(word.ToString(), gap));
        word.Clear();
        return Gap.Space;
    }

    private static Gap Widen(Gap one, Gap other) => (Gap)Math.Max((int)one, (int)other);

    private static Gap GapOf(char symbol, List<Token> tokens) => symbol switch
    {
        '.' => tokens.Count > 0 && Abbreviations.Contains(tokens[^1].Text) ? Gap.Space : Gap.Stop,
        '!' or '?' or ';' or ':' or '\n' or '…' => Gap.Stop,
        ',' => Gap.Comma,
        '-' or '–' or '—' or '/' => Gap.Dash,
        _ => Gap.Space,
    };
}
