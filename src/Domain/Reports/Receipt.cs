using System.Security.Cryptography;

namespace Kentongan.Domain.Reports;

/// <summary>
/// The resident's capability: whoever holds it may follow a report up, from any account (threat-model 3). 128 random bits,
/// written as eight words of three syllables that a person can say, copy and write down. The server keeps only the hash.
/// </summary>
public sealed class Receipt
{
    private const int KeyBytes = 16;
    private const int CheckBytes = 2;
    private const int SyllablesAWord = 3;
    private const string Consonants = "bcdghjklmnprstwy";
    private const string Vowels = "aiuo";

    private readonly byte[] _key;

    private Receipt(byte[] key) => _key = key;

    public static Receipt New(Randomness random) => new(random.Bytes(KeyBytes));

    /// <summary>The words in lower case, parted by blanks.</summary>
    public string Words
    {
        get
        {
            byte[] bits = [.. _key, .. Check(_key)];
            var syllables = Enumerable.Range(0, bits.Length * 8 / 6).Select(i => Syllable(SixBits(bits, i * 6)));
            return string.Join(' ', syllables.Chunk(SyllablesAWord).Select(word => string.Concat(word)));
        }
    }

    /// <summary>The same 128 bits for a button, 22 characters of base64url.</summary>
    public string Token => System.Buffers.Text.Base64Url.EncodeToString(_key);

    /// <summary>What the server may know. The key is random over its whole length, so a plain hash cannot be searched.</summary>
    public byte[] Hash => SHA256.HashData(_key);

    /// <summary>Reads words as people retype them: any case, any blanks, hyphens or line breaks. Null where they are not a receipt.</summary>
    public static Receipt? FromWords(string text)
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
        return bits.AsSpan(KeyBytes).SequenceEqual(Check(key)) ? new Receipt(key) : null;
    }

    /// <summary>Reads the button's form. Null where it is not one.</summary>
    public static Receipt? FromToken(string token)
    {
        var key = new byte[KeyBytes];
        return token.Length == 22
            && System.Buffers.Text.Base64Url.IsValid(token)
            && System.Buffers.Text.Base64Url.TryDecodeFromChars(token, key, out var written)
            && written == KeyBytes
            ? new Receipt(key)
            : null;
    }

    /// <summary>Catches a slip of the pen before the database is asked.</summary>
    private static byte[] Check(byte[] key) => SHA256.HashData([.. "kentongan receipt"u8, .. key])[..CheckBytes];

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
