using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kentongan.Triage.Web.Search;

/// <summary>
/// Says of a text whether it may hold some words, without keeping the text: every three letters in a row leave keyed marks in a small field
/// of bits. The key lives and dies with this object, and what fits is still opened and read to be sure.
/// </summary>
public sealed class TextMarks
{
    /// <summary>With three marks for three letters, one text in a hundred is opened in vain for three letters, hardly any for a word.</summary>
    private const int BitsEach = 12, MarksEach = 3;

    private readonly ulong _key = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    /// <summary>The field of bits of these texts together.</summary>
    public ulong[] Of(IEnumerable<string> texts)
    {
        var all = new HashSet<ulong>();
        foreach (var text in texts)
        {
            all.UnionWith(Hashes(text));
        }

        var bits = new ulong[Math.Max(1, ((all.Count * BitsEach) + 63) / 64)];
        foreach (var hash in all)
        {
            for (var i = 0; i < MarksEach; i++)
            {
                var at = Place(hash, i, bits.Length);
                bits[at >> 6] |= 1UL << (at & 63);
            }
        }

        return bits;
    }

    /// <summary>What is looked for; the same for every field that is asked.</summary>
    public ulong[] Question(string words) => [.. Hashes(words).Distinct()];

    public static bool MayHold(ulong[] bits, ulong[] question)
    {
        foreach (var hash in question)
        {
            for (var i = 0; i < MarksEach; i++)
            {
                var at = Place(hash, i, bits.Length);
                if ((bits[at >> 6] & (1UL << (at & 63))) == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int Place(ulong hash, int number, int words) =>
        (int)(((((hash + ((ulong)number * ((hash >> 32) | 1))) & 0xFFFFFFFF) * (ulong)words) << 6) >> 32);

    private IEnumerable<ulong> Hashes(string text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
        {
            yield return Mixed(_key ^ ((ulong)Upper(text[i]) << 32) ^ ((ulong)Upper(text[i + 1]) << 16) ^ Upper(text[i + 2]));
        }
    }

    /// <summary>As a comparison without regard to case sees it.</summary>
    private static char Upper(char letter) => char.ToUpperInvariant(letter);

    /// <summary>The end of SplitMix64: every bit of the input moves about half of the bits.</summary>
    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
