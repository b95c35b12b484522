namespace Kentongan.Domain.Clusters;

/// <summary>
/// How much two stories tell the same: the share of the shorter one's telling words that the other has too. Compared in memory and
/// never kept, since even a fingerprint of a story would tell who holds the database which stories are alike.
/// </summary>
public static class StoryLikeness
{
    /// <summary>From here on two stories are taken for alike.</summary>
    public const double Alike = 0.4;

    private const int ShortestWord = 4, FewestShared = 2;

    /// <summary>Words of almost every report, which tell nothing of this one.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "yang", "dengan", "untuk", "dari", "pada", "sudah", "belum", "tidak", "akan", "juga", "bisa", "kami", "kita", "saya", "mereka",
        "orang", "warga", "tolong", "mohon", "lapor", "laporan", "pak", "polisi", "petugas", "desa", "dekat", "sering", "setiap", "malam",
        "hari", "jam", "tadi", "sekarang", "karena", "tapi", "atau", "seperti", "banyak", "beberapa", "dalam", "depan", "rumah", "tempat",
        "wonten", "niku", "sampun", "kalih", "kula", "panjenengan", "iki", "kuwi", "karo", "wong", "nggih", "this", "that", "with", "there", "they",
    };

    /// <returns>0 to 1; null where one of them is no story, which is neither alike nor unlike.</returns>
    public static double? Of(string one, string other)
    {
        var (words, others) = (WordsOf(one), WordsOf(other));
        if (words.Count == 0 || others.Count == 0)
        {
            return null;
        }

        var shared = words.Count(others.Contains);
        var shorter = Math.Min(words.Count, others.Count);
        return shared < Math.Min(FewestShared, shorter) ? 0 : (double)shared / shorter;
    }

    private static HashSet<string> WordsOf(string story)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in string.Create(story.Length, story, static (into, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                into[i] = char.IsLetterOrDigit(from[i]) ? char.ToLowerInvariant(from[i]) : ' ';
            }
        }).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = word.Length > 6 && word.EndsWith("nya", StringComparison.Ordinal) ? word[..^3] : word;
            if (stem.Length >= ShortestWord && !Common.Contains(stem))
            {
                words.Add(stem);
            }
        }

        return words;
    }
}
