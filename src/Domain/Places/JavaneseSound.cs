using System.Text;

namespace Kentongan.Domain.Places;

/// <summary>Reduces a name to how it sounds, so that spellings that people mix up meet (gazetteer-notes 1).</summary>
internal static class JavaneseSound
{
    public static string Of(string key)
    {
        var text = key
            .Replace("oe", "u", StringComparison.Ordinal)
            .Replace("tj", "c", StringComparison.Ordinal)
            .Replace("dj", "j", StringComparison.Ordinal)
            .Replace("dh", "d", StringComparison.Ordinal)
            .Replace("th", "t", StringComparison.Ordinal)
            .Replace('o', 'u')
            .Replace('y', 'i');
        return DropShortE(Collapse(DropPrenasal(text)));
    }

    /// <summary>The spelling before 1972: <c>Djepara</c>, <c>Petjangaan</c>, <c>Kaliwoengoe</c>.</summary>
    public static string InOldSpelling(string key, bool withOe)
    {
        var old = new StringBuilder(key.Length + 4);
        foreach (var letter in key)
        {
            old.Append(letter switch
            {
                'j' => "dj",
                'y' => "j",
                'c' => "tj",
                'u' when withOe => "oe",
                _ => letter.ToString(),
            });
        }

        return old.ToString();
    }

    /// <summary>Javanese speech puts a nasal before a name: <c>mBangsri</c>, <c>nDongos</c>, <c>nggedangan</c>.</summary>
    private static string DropPrenasal(string text) =>
        text.StartsWith("mb", StringComparison.Ordinal) || text.StartsWith("nd", StringComparison.Ordinal)
            || text.StartsWith("nj", StringComparison.Ordinal) ? text[1..]
        : text.StartsWith("ngg", StringComparison.Ordinal) ? text[2..]
        : text;

    private static string Collapse(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (single.Length == 0 || single[^1] != letter || char.IsDigit(letter))
            {
                single.Append(letter);
            }
        }

        return single.ToString();
    }

    /// <summary><c>Selagi</c> is <c>Slagi</c>: the short e between a first consonant and l or r comes and goes.</summary>
    private static string DropShortE(string text) =>
        text.Length > 4 && !IsVowel(text[0]) && text[1] == 'e' && (text[2] is 'l' or 'r') && IsVowel(text[3])
            ? text.Remove(1, 1)
            : text;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'u' or 'o';
}
