using System.Buffers;

namespace Kentongan.Domain.Privacy;

/// <summary>Telephone numbers and NIK, also with blanks, dots and dashes between their digits.</summary>
internal static class NumberFinder
{
    private const int NikDigits = 16;
    private const int FewestPhoneDigits = 9;
    private const int MostPhoneDigits = 14;
    private const int WidestSeparator = 3;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" .-()\u00a0/");

    /// <summary>A run of digits.</summary>
    /// <param name="IsWhole">No letter touches it.</param>
    private readonly record struct Run(int Start, int End, bool IsWhole)
    {
        public int Length => End - Start;
    }

    public static IEnumerable<Disclosure> Find(string text)
    {
        var runs = Runs(text);
        for (var i = 0; i < runs.Count;)
        {
            if (NikAt(text, runs, i) is var nik and > 0)
            {
                yield return Span(DisclosureKind.Nik, text, runs[i], runs[i + nik - 1]);
                i += nik;
            }
            else if (PhoneAt(text, runs, i) is var phone and > 0)
            {
                yield return Span(DisclosureKind.Phone, text, runs[i], runs[i + phone - 1]);
                i += phone;
            }
            else
            {
                i++;
            }
        }
    }

    private static List<Run> Runs(string text)
    {
        var runs = new List<Run>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            // "wa0812…" is a number all the same; "10rb" is none.
            runs.Add(new Run(start, at, at == text.Length || !char.IsLetter(text[at])));
        }

        return runs;
    }

    /// <returns>How many runs the number takes; 0 for none.</returns>
    private static int NikAt(string text, List<Run> runs, int first)
    {
        var digits = 0;
        for (var i = first; i < runs.Count && digits < NikDigits && (i == first || Separator(text, runs, i) is not null); i++)
        {
            digits += runs[i].Length;
            if (digits == NikDigits)
            {
                return i == first || LooksLikeNik(text, runs, first, i) ? i - first + 1 : 0;
            }
        }

        return 0;
    }

    /// <summary>Six digits of a place, then a date of birth, on which women's days have 40 added.</summary>
    private static bool LooksLikeNik(string text, List<Run> runs, int first, int last)
    {
        var digits = string.Concat(Enumerable.Range(first, last - first + 1).Select(i => text[runs[i].Start..runs[i].End]));
        return digits[0] is >= '1' and <= '9' && Two(6) is (>= 1 and <= 31) or (>= 41 and <= 71) && Two(8) is >= 1 and <= 12;

        int Two(int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
    }

    private static int PhoneAt(string text, List<Run> runs, int first)
    {
        var run = runs[first];
        var plus = run.Start > 0 && text[run.Start - 1] == '+';
        if (!plus && !BeginsLikePhone(text, run))
        {
            return 0;
        }

        var digits = run.Length;
        var taken = 1;
        while (first + taken < runs.Count && GoesOn(text, runs, first + taken, digits, taken == 1 && run.Length <= 2 && !plus))
        {
            digits += runs[first + taken].Length;
            taken++;
        }

        var fewest = plus || text[run.Start] == '0' ? FewestPhoneDigits : FewestPhoneDigits + 1; // 628.000.000 is a price
        return digits >= fewest && digits <= MostPhoneDigits && runs[first + taken - 1].IsWhole ? taken : 0;
    }

    private static bool BeginsLikePhone(string text, Run run)
    {
        var digits = text.AsSpan(run.Start, run.Length);
        return digits.StartsWith("08") || digits.StartsWith("628") || (digits is "62" or "0")
            || (digits.Length >= 3 && digits[0] == '0' && digits[1] is >= '2' and <= '9'); // a house has a line with an area code
    }

    private static bool GoesOn(string text, List<Run> runs, int next, int digits, bool afterShort)
    {
        var length = runs[next].Length;
        if (Separator(text, runs, next) is not { } separator || digits + length > MostPhoneDigits || !runs[next].IsWhole
            || (afterShort && length < 3)) // 08-12-2026 and 08.30 are no numbers to call
        {
            return false;
        }

        return digits < 10 || separator.AsSpan().ContainsAny('-', '.') || (length >= 3 && digits + length <= MostPhoneDigits - 1);
    }

    private static string? Separator(string text, List<Run> runs, int i)
    {
        var (from, to) = (runs[i - 1].End, runs[i].Start);
        return to - from <= WidestSeparator && text.AsSpan(from, to - from).IndexOfAnyExcept(Separators) < 0 ? text[from..to] : null;
    }

    private static Disclosure Span(DisclosureKind kind, string text, Run first, Run last)
    {
        var start = first.Start > 0 && text[first.Start - 1] == '+' ? first.Start - 1 : first.Start;
        return new Disclosure(kind, start, last.End - start);
    }
}
