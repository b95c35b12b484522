using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>Where a description of somebody ends.</summary>
internal static class Clause
{
    public const int MostWords = 12;

    /// <summary>Words that open a part of the sentence by which one of many is meant.</summary>
    public static readonly FrozenSet<string> Which = FrozenSet.ToFrozenSet(["yang", "yg", "sing", "ingkang", "who", "that"]);

    // These begin something else, also after "yang".
    private static readonly FrozenSet<string> Turns = Set(
        "dan lan tapi tetapi karena karna krn soalnya amarga pak bu mohon tolong nyuwun njaluk jaluk jadi jd kalau supaya agar terus trus lapor and but because please");

    private static readonly FrozenSet<string> Breakers = Set(
        """
        mau ingin pengen pengin arep badhe bade melihat lihat liat weruh ningali sumerep sudah sampun udah ada ana ono takut wedi ajrih curiga
        tahu tau sering kerap merasa rasa bahwa ora mboten tidak gak nggak kok ya yo nggih want saw see heard have know wa hp nik telp nomor
        """);

    /// <returns>The first word after a description that begins before <paramref name="from"/>.</returns>
    public static int End(WrittenWords words, int from)
    {
        var i = from;
        var which = i > 0 && Which.Contains(words[i - 1].Text);
        for (; i < words.Count && i < from + MostWords && words.Next(i) is { Length: > 0 } word; i++)
        {
            which |= Which.Contains(word);
            if (SelfWords.Self.Contains(word) || Turns.Contains(word) || (!which && (Breakers.Contains(word) || IsActing(words[i]))))
            {
                break;
            }
        }

        // "ketua RT rumah saya": the house begins something new.
        return i > from && SelfWords.IsOwned(words, i - 1) ? i - 1 : i;
    }

    private static bool IsActing(WrittenWord word) => !word.IsCapital && word.Text.Length >= 6 && word.Text.StartsWith("me", StringComparison.Ordinal)
        && word.Text[2] is 'n' or 'm' or 'l' or 'r' or 'y';

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
