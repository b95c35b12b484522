using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>Names that nothing announces but their place: beside a number to call, or alone at the end as below a letter.</summary>
internal static class SignatureFinder
{
    private const int MostWords = 4;

    private static readonly FrozenSet<string> Of = FrozenSet.ToFrozenSet(["an", "a", "n", "atas", "nama", "dengan", "dgn", "sama", "cari"]);

    private static readonly FrozenSet<string> Thanks = FrozenSet.ToFrozenSet(
        ["kasih", "makasih", "nuwun", "thanks", "wassalam", "salam", "terimakasih", "trimakasih", "suwun", "trims", "tks", "thx", "amin", "aamiin"]);

    // Whose number it is when somebody is reported by it.
    private static readonly FrozenSet<string> Dealers = FrozenSet.ToFrozenSet(
    [
        "bandar", "bandarnya", "penjual", "penjualnya", "pengedar", "pengedarnya", "kurir", "kurirnya", "bos", "bosnya", "pemasok",
        "pelakunya", "warung", "warungnya", "toko", "pesan", "order",
    ]);

    public static IEnumerable<Disclosure> Find(WrittenWords words, IReadOnlyList<Disclosure> numbers)
    {
        foreach (var phone in numbers.Where(number => number.Kind == DisclosureKind.Phone))
        {
            var (first, next) = (words.From(phone.Start), words.From(phone.End));
            if (After(words, next) is { } after)
            {
                yield return after;
            }

            if (Before(words, first) is { } before)
            {
                yield return before;
            }
        }

        if (AtTheEnd(words) is { } signature)
        {
            yield return signature;
        }
    }

    /// <summary>"0812… Suharti", "0812… a.n. Suharti".</summary>
    private static Disclosure? After(WrittenWords words, int next)
    {
        var start = next;
        while (start < words.Count && start < next + 3 && Of.Contains(words[start].Text))
        {
            start++;
        }

        if (start == words.Count || words[next].Before is not (Pause.None or Pause.Comma or Pause.Colon))
        {
            return null;
        }

        var announced = start > next;
        var end = NameFinder.Name(words, start, announced);
        return end > 0 ? words.Span(DisclosureKind.Name, start, end) : null;
    }

    /// <summary>"Suharti 0812…", where nothing else stands before it.</summary>
    private static Disclosure? Before(WrittenWords words, int phone)
    {
        if (phone == 0 || words[phone].Before is Pause.Stop or Pause.Mark)
        {
            return null;
        }

        var start = ClauseBefore(words, phone);
        return words.Begins(start) && NameFinder.Name(words, start, announced: false) == phone && !Dealers.Contains(words[start].Text)
            ? words.Span(DisclosureKind.Name, start, phone)
            : null;
    }

    /// <summary>"… Terima kasih. Suharti": with words before it, or the report would be the name of the one reported.</summary>
    private static Disclosure? AtTheEnd(WrittenWords words)
    {
        var start = ClauseBefore(words, words.Count);
        if (start <= 0 || words.Last == Pause.Mark)
        {
            return null;
        }

        var thanked = Thanks.Contains(words[start - 1].Text);
        return (words[start].Before == Pause.Stop || (thanked && words[start].Before == Pause.Comma))
            && NameFinder.Name(words, start, announced: false) == words.Count && (thanked || IsOfPerson(words, start))
            ? words.Span(DisclosureKind.Name, start, words.Count)
            : null;
    }

    /// <returns>Where the clause begins that ends before this word, no further back than a name is long.</returns>
    private static int ClauseBefore(WrittenWords words, int end)
    {
        var start = end - 1;
        while (start > 0 && start > end - MostWords && !words.Begins(start))
        {
            start--;
        }

        return start;
    }

    /// <summary>"Tempatnya Keling" is none. A village alone is asked about too: one tap, against a name that stays.</summary>
    private static bool IsOfPerson(WrittenWords words, int start) =>
        Enumerable.Range(start, words.Count - start)
            .All(i => !words[i].Text.EndsWith("nya", StringComparison.Ordinal) && !Thanks.Contains(words[i].Text));
}
