using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>Where the writer lives: "rumah saya di …", "depan rumah saya", a house number in its RT.</summary>
internal static class AddressFinder
{
    private const int FarthestNumber = 8;

    private static readonly FrozenSet<string> Home = Set("rumah omah omahe griya griyo griyane dalem kontrakan kos kost kosan alamat alamate");

    private static readonly FrozenSet<string> MyHome = Set("rumahku omahku kosku kontrakanku griyaku alamatku");

    private static readonly FrozenSet<string> Beside = Set(
        "depan ngarep ngarepe sebelah sisih samping belakang mburi mburine seberang dekat deket cedak cedhak cerak behind opposite near");

    private static readonly FrozenSet<string> Fillers = Set("ini itu niku niki ada adalah persis pas tepat is ya to");

    private static readonly FrozenSet<string> Starters = Set(
        """
        di nang ning ing wonten neng dekat deket cedak cedhak cerak depan ngarep belakang mburi sebelah sisih samping seberang rt rw no nomor
        nomer jl jln jalan gang gg dusun dukuh desa ds dk perumahan perum blok hadap in at on near next behind opposite
        """);

    // "Saya tinggal di Bangsri" is said by thousands; with one of these it is said by a few.
    private static readonly FrozenSet<string> Precise = Set(
        """
        rt rw no nomor nomer gang gg blok jl jln jalan perumahan perum depan ngarep sebelah samping belakang seberang persis next behind
        opposite street
        """);

    private static readonly FrozenSet<string> Living = Set("tinggal manggon mapan omah alamat live");

    private static readonly FrozenSet<string> Parts = Set(
        """
        rt rw no nomor nomer desa ds dusun dukuh dk kec kecamatan kel kelurahan blok gang gg jl jln jalan kab kabupaten
        """);

    private static readonly FrozenSet<string> Number = Set("no nomor nomer nmr");

    // Of a row of houses these point one out.
    private static readonly FrozenSet<string> Looks = Set(
        """
        cat dicat bercat warna warnanya berwarna pagar pagarnya berpagar tingkat bertingkat lantai genteng gerbang pojok ujung pertama terakhir
        merah kuning hijau ijo biru putih hitam coklat cokelat abu ungu oranye pink painted green red blue white yellow
        """);

    public static IEnumerable<Disclosure> Find(WrittenWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (start, end) = At(words, i);
            if (end > start)
            {
                yield return words.Span(DisclosureKind.Address, start, end);
                i = end - 1;
            }
        }
    }

    private static (int Start, int End) At(WrittenWords words, int i)
    {
        var home = HomeEnd(words, i);
        if (home > 0)
        {
            var place = words.Skip(home, Fillers);
            var beside = Beside.Contains(words.Previous(i)) ? i - 1 : words.Previous(i) == "dari" && Beside.Contains(words.Previous(i - 1)) ? i - 2 : i;
            return IsAddress(words, i, place) ? (beside < i ? beside : place, AddressEnd(words, place + 1))
                : LooksEnd(words, home) is var looks and > 0 ? (beside, looks)
                : (beside, beside < i ? home : beside);
        }

        if (Living.Contains(words.Next(i + 1)) && (SelfWords.After(words, i) == i + 1 || words[i].Text is "i") && Starters.Contains(words.Next(i + 2)))
        {
            var end = AddressEnd(words, i + 3);
            return Enumerable.Range(i + 2, end - i - 2).Any(at => Precise.Contains(words[at].Text)) ? (i + 2, end) : default;
        }

        return Numbered(words, i);
    }

    /// <summary>Whether "rumah saya" is followed by where it stands.</summary>
    private static bool IsAddress(WrittenWords words, int home, int place) =>
        !SelfWords.IsOwned(words, place)
        && (Starters.Contains(words.Next(place))
            || ((words[home].Text.StartsWith("alamat", StringComparison.Ordinal) || words.Next(home + 1) == "address")
            && place < words.Count && words[place].Before is Pause.None or Pause.Colon && !NameWords.IsVerb(words[place].Text)));

    /// <returns>The end of "(rumah saya) yang cat hijau"; 0 where it is not said how it looks.</returns>
    private static int LooksEnd(WrittenWords words, int home) =>
        Clause.Which.Contains(words.Next(home)) && Looks.Contains(words.Next(home + 1)) ? AddressEnd(words, home + 2)
        : Looks.Contains(words.Next(home)) ? AddressEnd(words, home + 1)
        : 0;

    /// <returns>The word after "rumah saya"; 0 where nobody speaks of their home.</returns>
    private static int HomeEnd(WrittenWords words, int i) =>
        MyHome.Contains(words[i].Text) ? i + 1
        : Home.Contains(words[i].Text) && words.Next(i + 1) is { Length: > 0 } own && SelfWords.Self.Contains(own) ? i + 2
        : words[i].Text == "my" && words.Next(i + 1) is "house" or "home" or "address" ? i + 2
        : 0;

    /// <summary>"RT 04/RW 02 No 12", in either order.</summary>
    private static (int Start, int End) Numbered(WrittenWords words, int i)
    {
        if (!IsRt(words, i, out var end) && !(Number.Contains(words[i].Text) && IsShort(words, i + 1)))
        {
            return default;
        }

        var fromRt = words[i].Text.StartsWith("rt", StringComparison.Ordinal);
        end = fromRt ? end : i + 2;
        for (var at = end; at < words.Count && at < i + FarthestNumber && words[at].Before is Pause.None or Pause.Comma; at++)
        {
            if (fromRt ? Number.Contains(words[at].Text) && IsShort(words, at + 1) : IsRt(words, at, out end))
            {
                return (i, fromRt ? at + 2 : end);
            }
        }

        return default;
    }

    private static bool IsRt(WrittenWords words, int i, out int end)
    {
        var word = words[i].Text;
        var joined = word.Length is > 2 and < 6 && word.StartsWith("rt", StringComparison.Ordinal) && word.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
        end = joined ? i + 1 : i + 2;
        return joined || (word == "rt" && IsShort(words, i + 1));
    }

    private static bool IsShort(WrittenWords words, int i) =>
        words.Next(i) is { Length: > 0 and <= 4 } number && char.IsAsciiDigit(number[0]);

    /// <summary>An address goes on after a comma where its next part is named.</summary>
    private static int AddressEnd(WrittenWords words, int from)
    {
        var end = Clause.End(words, from);
        while (end < words.Count && words[end].Before is Pause.None or Pause.Comma && Parts.Contains(words[end].Text) && !SelfWords.IsOwned(words, end))
        {
            end = Clause.End(words, end + 1);
        }

        return end;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
