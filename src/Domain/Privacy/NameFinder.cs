using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>The writer's own name: "nama saya …", "saya …", "jenengku …", "my name is …", and under a letter.</summary>
internal static class NameFinder
{
    private const int MostCapitals = 5;
    private const int MostLowerCase = 3;

    private static readonly FrozenSet<string> NameOf = Set("nama nm jeneng jenenge asma asmane asmanipun nami namine naminipun");

    private static readonly FrozenSet<string> MyName = Set("namaku namaq jenengku jenengq asmaku namiku");

    private static readonly FrozenSet<string> Introducing = Set("perkenalkan kenalkan kenalin nepangaken tepangaken panggil panggilan");

    private static readonly FrozenSet<string> Fillers = Set(
        "lengkap asli adalah yaiku inggih niku niki itu ini iki is ku memang cuma mung dengan atas nama bernama panggilan saja aja sebagai");

    private static readonly FrozenSet<string> BelowLetter = Set("hormat ttd tertanda pelapor");

    private static readonly FrozenSet<string> Inside = Set("bin binti al el");

    public static IEnumerable<Disclosure> Find(WrittenWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (start, announced) = Announced(words, i);
            if (start > 0 && start < words.Count && Name(words, start, announced) is var end and > 0 && !IsOtherClause(words, i, start, end))
            {
                yield return words.Span(DisclosureKind.Name, start, end);
                i = end - 1;
            }
        }
    }

    /// <summary>"Saya, Hartono, melihat" names the writer; "kalau saya, Hartono yang salah" does not.</summary>
    private static bool IsOtherClause(WrittenWords words, int i, int start, int end) =>
        SelfWords.Self.Contains(words[i].Text) && words[start].Before == Pause.Comma && (end == words.Count || words[end].Before != Pause.Comma);

    /// <returns>Where a name may begin, 0 for nowhere; and whether a name was announced, so that it needs no capitals.</returns>
    private static (int Start, bool Announced) Announced(WrittenWords words, int i)
    {
        var word = words[i].Text;
        var next = words.Next(i + 1);
        if (NameOf.Contains(word) && (SelfWords.Self.Contains(next) || (next is "lengkap" or "asli" or "panggilan" && SelfWords.Self.Contains(words.Next(i + 2)))))
        {
            return (words.Skip(SelfWords.Self.Contains(next) ? i + 2 : i + 3, Fillers), true);
        }

        if (MyName.Contains(word))
        {
            return (words.Skip(i + 1, Fillers), true);
        }

        if (word == "my" && next is "name" or "names")
        {
            return (words.Skip(i + 2, Fillers), true);
        }

        if (Introducing.Contains(word) && (SelfWords.Self.Contains(next) || next is "aja" or "saja"))
        {
            return (words.Skip(i + 2, Fillers), true);
        }

        return IsForm(words, i) is var form and > 0 ? (form, true) : (Signed(words, i), false);
    }

    /// <summary>"Nama: …" as on a form.</summary>
    private static int IsForm(WrittenWords words, int i)
    {
        var end = words[i].Text != "nama" || !words.Begins(i) ? 0 : words.Next(i + 1) is "lengkap" or "pelapor" ? i + 2 : i + 1;
        return end > 0 && end < words.Count && words[end].Before == Pause.Colon ? end : 0;
    }

    /// <summary>"Saya …", or "Hormat saya, …" below.</summary>
    private static int Signed(WrittenWords words, int i)
    {
        var (word, next) = (words[i].Text, words.Next(i + 1));
        if (BelowLetter.Contains(word))
        {
            var after = next is "saya" or "kami" or "kulo" or "kula" ? i + 2 : i + 1;
            return after < words.Count && words[after].Before != Pause.Mark && (word != "hormat" || after == i + 2) ? after : 0;
        }

        var self = SelfWords.After(words, i);
        var start = self == 0 ? 0 : words.Skip(self, Fillers);
        return start > 0 && start < words.Count && words[start].Before is Pause.None or Pause.Comma ? start
            : word == "ini" && next is "dengan" or "dgn" && words.Next(i + 2).Length > 0 ? i + 2
            : 0;
    }

    /// <returns>The end of the name that begins here; 0 where it is none.</returns>
    public static int Name(WrittenWords words, int start, bool announced)
    {
        if (words[start].Before is not (Pause.None or Pause.Colon or Pause.Comma or Pause.Stop) || (announced && words[start].Before == Pause.Stop))
        {
            return 0;
        }

        var i = start;
        while (i < words.Count && (i == start || words[i].Before == Pause.None) && NameWords.Titles.Contains(words[i].Text) && i < start + 2)
        {
            i++;
        }

        var end = i;
        while (end < words.Count && end < i + MostCapitals && (end == start || words[end].Before == Pause.None) && IsPart(words, i, end, announced))
        {
            end++;
        }

        return end > i ? end : 0;
    }

    private static bool IsPart(WrittenWords words, int first, int i, bool announced)
    {
        var word = words[i];
        var capitalName = word.IsCapital && (announced || i > first) && NameWords.IsOnlyVerb(word.Text); // "Suharti Melatiningrum": within a name, no verb
        if (word.IsNumber || SelfWords.Self.Contains(word.Text) || (i > first && NameWords.Titles.Contains(word.Text))
            || (NameWords.IsOrdinary(word.Text) && !capitalName && !(announced && NameWords.IsDouble(word.Text))))
        {
            return false;
        }

        return word.IsCapital
            || (Inside.Contains(word.Text) && i > first)
            || (announced && !words[first].IsCapital && i < first + MostLowerCase && word.Text.All(char.IsLetter))
            || (i == first ? NameWords.IsGiven(word.Text) : NameWords.LooksLikeFamilyName(word.Text));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').Distinct().ToFrozenSet(StringComparer.Ordinal);
}
