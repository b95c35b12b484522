namespace Kentongan.Domain;

/// <summary>128 random bits as eight words of three syllables that a person can say, copy and write down (threat-model 3).</summary>
internal static class SpokenKey
{
    public const int KeyBytes = 16;
    public const int CheckBytes = 2;
    private const int SyllablesAWord = 3;
    private const string Consonants = "bcdghjklmnprstwy";
    private const string Vowels = "aiuo";

    public static string Write(byte[] key, byte[] check)
    {
        byte[] bits = [.. key, .. check];
        var syllables = Enumerable.Range(0, bits.Length * 8 / 6).Select(i => Syllable(SixBits(bits, i * 6)));
        return string.Join(' ', syllables.Chunk(SyllablesAWord).Select(word => string.Concat(word)));
    }

    /// <returns>Null where the text is no such key, or its check is another's.</returns>
    public static byte[]? Read(string text, Func<byte[], byte[]> check)
    {
        var letters = new string([.. text.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
        var bits = new byte[KeyBytes + CheckBytes];
        if (letters.Length != bits.Length * 8 / 6 * 2)
        {
            return null;
        }

        for (var i = 0; i < letters.Length / 2; i++)
        {
            var (consonant, vowel) = (Consonants.IndexOf(letters[2 * i]), Vowels.IndexOf(letters[(2 * i) + 1]));
            if (consonant < 0 || vowel < 0)
            {
                return null;
            }

            PutSixBits(bits, i * 6, (consonant << 2) | vowel);
        }

        var key = bits[..KeyBytes];
        return bits.AsSpan(KeyBytes).SequenceEqual(check(key)) ? key : null;
    }

    /// <returns>Null where the text is no key in base64url.</returns>
    public static byte[]? FromToken(string token)
    {
        var key = new byte[KeyBytes];
        return token.Length == 22
            && System.Buffers.Text.Base64Url.IsValid(token)
            && System.Buffers.Text.Base64Url.TryDecodeFromChars(token, key, out var written)
            && written == KeyBytes
            ? key
            : null;
    }

    private static string Syllable(int six) => $"{Consonants[six >> 2]}{Vowels[six & 3]}";

    private static int SixBits(byte[] bits, int at)
    {
        var value = 0;
        for (var i = at; i < at + 6; i++)
        {
            value = (value << 1) | ((bits[i / 8] >> (7 - (i % 8))) & 1);
        }

        return value;
    }

    private static void PutSixBits(byte[] bits, int at, int value)
    {
        for (var i = 0; i < 6; i++)
        {
            bits[(at + i) / 8] |= (byte)(((value >> (5 - i)) & 1) << (7 - ((at + i) % 8)));
        }
    }
}
