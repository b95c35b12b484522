using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>What stands between a word and the one before it, from the weakest to what nothing reaches across.</summary>
internal enum Pause
{
    None,
    Comma,
    Colon,
    Stop,
    Mark,
}

/// <param name="Text">Lower case, without apostrophes.</param>
/// <param name="IsCapital">Written as a name is, where capitals tell anything in this text.</param>
internal readonly record struct WrittenWord(string Text, int Start, int Length, Pause Before, bool IsCapital)
{
    public int End => Start + Length;

    public bool IsNumber => Text.All(char.IsAsciiDigit);
}

/// <summary>A text as words with the pauses between them.</summary>
internal sealed class WrittenWords
{
    private const int FewestToJudgeStyle = 8;

    // A dot after these shortens a word; it ends no sentence.
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
    [
        "no", "rt", "rw", "jl", "jln", "gg", "ds", "dk", "dkh", "dsn", "kec", "kel", "kab", "hj", "moh", "muh", "mohd", "abd",
        "drs", "dra", "dr", "ir", "blok", "hp", "telp", "wa",
    ]);

    private readonly List<WrittenWord> _words;

    private WrittenWords(List<WrittenWord> words, Pause last) => (_words, Last) = (words, last);

    /// <summary>What stands behind the last word.</summary>
    public Pause Last { get; }

    public int Count => _words.Count;

    public WrittenWord this[int i] => _words[i];

    public static WrittenWords Of(string text)
    {
        var words = new List<WrittenWord>();
        var pause = Pause.Stop;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                var last = words.Count > 0 ? words[^1].Text : "";
                pause = Longer(pause, PauseOf(text[at], last));
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsApostrophe(text, at)))
            {
                at++;
            }

            var written = text[start..at];
            var plain = written.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
            words.Add(new WrittenWord(plain, start, written.Length, pause, char.IsUpper(written[0])));
            pause = Pause.None;
        }

        return new WrittenWords(CapitalsSay(text, words) ? words : [.. words.Select(word => word with { IsCapital = false })], pause);
    }

    /// <summary>The word at a place that goes on from the one before it; empty where there is none.</summary>
    public string Next(int i) => i < Count && _words[i].Before == Pause.None ? _words[i].Text : "";

    /// <summary>The word before a place that goes on into it; empty where there is none.</summary>
    public string Previous(int i) => i > 0 && i < Count && _words[i].Before == Pause.None ? _words[i - 1].Text : "";

    /// <summary>The first word that ends behind this place of the text; their count where there is none.</summary>
    public int From(int place) => _words.FindIndex(word => word.End > place) is var i and >= 0 ? i : Count;

    /// <summary>Whether a clause begins with this word.</summary>
    public bool Begins(int i) => _words[i].Before is Pause.Comma or Pause.Colon or Pause.Stop;

    /// <summary>The first place from <paramref name="i"/> whose word is none of these.</summary>
    public int Skip(int i, FrozenSet<string> words, int most = 4)
    {
        var end = i + most;
        while (i < end && words.Contains(Next(i)))
        {
            i++;
        }

        return i;
    }

    /// <param name="end">The first word that no longer belongs to it.</param>
    public Disclosure Span(DisclosureKind kind, int start, int end) =>
        new(kind, _words[start].Start, _words[end - 1].End - _words[start].Start);

    /// <summary>All capitals, or each word with one: then a capital makes no name.</summary>
    private static bool CapitalsSay(string text, List<WrittenWord> words)
    {
        var letters = text.Count(char.IsLetter);
        var spelt = words.Count(word => !word.IsNumber);
        return spelt < FewestToJudgeStyle
            ? letters < 2 || text.Any(char.IsLower)
            : text.Count(char.IsUpper) < 0.6 * letters && words.Count(word => word.IsCapital) < 0.8 * spelt;
    }

    private static bool IsApostrophe(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && at > 0 && char.IsLetter(text[at - 1]);

    private static Pause Longer(Pause one, Pause other) => (Pause)Math.Max((int)one, (int)other);

    private static Pause PauseOf(char symbol, string last) => symbol switch
    {
        '.' => Abbreviations.Contains(last) || (last.Length == 1 && char.IsLetter(last[0])) ? Pause.None : Pause.Stop, // "a.n.", "M. Khoirul"
        '!' or '?' or '\n' or '…' => Pause.Stop,
        ':' or '=' => Pause.Colon,
        ',' or ';' or '–' or '—' => Pause.Comma,
        '▇' => Pause.Mark,
        _ => char.IsSurrogate(symbol) ? Pause.Comma : Pause.None, // a picture ends a clause more often than not
    };
}
