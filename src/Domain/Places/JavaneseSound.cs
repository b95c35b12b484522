using System.Text;

namespace Kentongan.Domain.Places;

/// <summary>Reduces a name to how it sounds, so that spellings that people mix up meet (gazetteer-notes 1).</summary>
internal static class JavaneseSound
{
    /// <summary>No name is longer; what is longer has no sound worth comparing.</summary>
    public const int Longest = 64;

    public static string Of(string key)
    {
        Span<char> sound = stackalloc char[Longest];
        return new string(sound[..Write(key.Length > Longest ? key[..Longest] : key, sound)]);
    }

    /// <summary>Runs for every word of every report, so it leaves nothing behind to collect.</summary>
    /// <returns>The length of the sound, which is never longer than the key.</returns>
    public static int Write(ReadOnlySpan<char> key, Span<char> sound)
    {
        var length = 0;
        for (var i = Prenasal(key); i < key.Length; i++)
        {
            var next = i + 1 < key.Length ? key[i + 1] : '\0';
            var letter = key[i] switch
            {
                'o' => 'u',
                'y' => 'i',
                't' when next == 'j' => 'c',
                'd' when next == 'j' => 'j',
                var same => same,
            };
            i += (key[i], next) is ('o', 'e') or ('t', 'j') or ('d', 'j') or ('d', 'h') or ('t', 'h') ? 1 : 0;
            if (length == 0 || sound[length - 1] != letter || char.IsDigit(letter))
            {
                sound[length++] = letter;
            }
        }

        return DropShortE(sound[..length]);
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
    /// <returns>How many letters to skip.</returns>
    private static int Prenasal(ReadOnlySpan<char> key) =>
        key.StartsWith("mb", StringComparison.Ordinal) || key.StartsWith("nd", StringComparison.Ordinal)
            || key.StartsWith("nj", StringComparison.Ordinal) ? 1
        : key.StartsWith("ngg", StringComparison.Ordinal) ? 2
        : 0;

    /// <summary><c>Selagi</c> is <c>Slagi</c>: the short e between a first consonant and l or r comes and goes.</summary>
    private static int DropShortE(Span<char> sound)
    {
        if (sound.Length <= 4 || IsVowel(sound[0]) || sound[1] != 'e' || sound[2] is not ('l' or 'r') || !IsVowel(sound[3]))
        {
            return sound.Length;
        }

        sound[2..].CopyTo(sound[1..]);
        return sound.Length - 1;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'u' or 'o';
}
