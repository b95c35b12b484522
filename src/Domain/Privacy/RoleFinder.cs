using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>Roles that single the writer out: "saya bidan desa", "kulo bapake korban", "sebagai guru di SD 2".</summary>
internal static class RoleFinder
{
    private const int FarthestDetail = 5;

    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(
    [
        "ini", "iki", "pernah", "niki", "adalah", "itu", "yaiku", "inggih", "hanya", "cuma", "mung", "namung", "kebetulan", "memang",
        "pancen", "dulu", "juga", "ugi", "sendiri", "pribadi", "kerja", "bekerja", "nyambut", "damel", "sebagai", "selaku", "minangka",
        "dados", "dadi", "jadi", "menjadi", "seorang", "salah", "satu", "sekarang", "bagian", "am", "just", "also", "a", "an", "the",
    ]);

    private static readonly FrozenSet<string> As = FrozenSet.ToFrozenSet(["sebagai", "selaku", "minangka"]);

    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(
        ["dia", "ia", "beliau", "mereka", "seharusnya", "harusnya", "dheweke", "he", "she", "they"]);

    private static readonly FrozenSet<string> KinLinks = FrozenSet.ToFrozenSet(
        ["dari", "saka", "saking", "kandung", "tiri", "angkat", "si", "bapak", "pak", "bu", "of", "the"]);

    private static readonly FrozenSet<string> Details = FrozenSet.ToFrozenSet(
    [
        "di", "nang", "ning", "ing", "wonten", "neng", "dari", "dekat", "deket", "depan", "pada", "desa", "dusun", "rt", "rw", "sd", "smp",
        "sma", "smk", "mts", "mi", "ma", "tk", "paud", "madrasah", "masjid", "musholla", "mushola", "gereja", "pondok", "puskesmas",
        "polindes", "posyandu", "balai", "pabrik", "klinik", "rsud", "rs", "igd", "ugd", "jaga", "tps", "kpps", "pps", "ppk", "bpd", "in",
        "at", "of",
    ]);

    // Only one did it: who did, is known.
    private static readonly FrozenSet<string> Deeds = FrozenSet.ToFrozenSet(
    [
        "pertama", "menemukan", "nemu", "nemoni", "menolong", "nolong", "nulungi", "mengantar", "ngantar", "ngeterke", "memperbaiki",
        "menjaga", "jaga", "njaga", "punya", "nduwe", "duwe", "gadhah", "menyewakan", "memandikan", "mengobati", "membawa", "dipukul",
        "ditawari", "didatangi", "melapor", "lapor", "tahu", "tau", "lihat", "melihat", "weruh",
    ]);

    private static readonly FrozenSet<string> Work = FrozenSet.ToFrozenSet(["kerja", "bekerja", "damel"]);

    private static readonly FrozenSet<string> In = FrozenSet.ToFrozenSet(["di", "nang", "ning", "ing", "wonten", "neng"]);

    private static readonly FrozenSet<string> Only = FrozenSet.ToFrozenSet(["hanya", "cuma", "mung", "namung", "only"]);

    public static IEnumerable<Disclosure> Find(WrittenWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Described(words, i) is { } found)
            {
                yield return words.Span(DisclosureKind.Role, found.Start, found.End);
                i = found.End - 1;
            }
        }
    }

    private static (int Start, int End)? Described(WrittenWords words, int i)
    {
        var asRole = As.Contains(words[i].Text) && words.Begins(i);
        var self = asRole ? i + 1 : SelfWords.AfterUs(words, i);
        if (self == 0)
        {
            return null;
        }

        if (!asRole && words[i].Text != "kami" && Clause.Which.Contains(words.Next(self)) && Deeds.Contains(words.Next(self + 1)))
        {
            return (Only.Contains(words.Previous(i)) ? i - 1 : self, Clause.End(words, self + 1));
        }

        var start = words.Skip(self, Fillers);
        var end = RoleAt(words, start);
        return end == 0 || (asRole && Others.Contains(end < words.Count ? words[end].Text : "")) ? null : (start, end);
    }

    /// <returns>The end of the role; 0 where there is none.</returns>
    private static int RoleAt(WrittenWords words, int i)
    {
        var role = words.Next(i);
        if (RoleWords.IsPossessive(role) && RoleWords.Kin.Contains(words.Next(i + 1)))
        {
            return Clause.End(words, i + 2);
        }

        if (role is "pak" or "bu" or "mbah" && words.Next(i + 1) is "rt" or "rw" or "kadus" or "modin" or "bidan" or "guru")
        {
            return Clause.End(words, i + 2);
        }

        if (Work.Contains(words.Previous(i)) && In.Contains(role))
        {
            return Clause.End(words, i + 1);
        }

        if (RoleWords.TheirKin.Contains(role) || RoleWords.Rare.Contains(role))
        {
            var named = words.Skip(i + 1, KinLinks, 2);
            return Clause.End(words, RoleWords.TheirKin.Contains(role) && named > i + 1 && words.Next(named).Length > 0 ? named + 1 : i + 1);
        }

        var kin = RoleWords.Kin.Contains(role) ? i + 1 : (role, words.Next(i + 1)) is ("orang", "tua") ? i + 2 : 0;
        if (kin > 0)
        {
            var whose = words.Skip(kin, KinLinks, 3);
            return RoleWords.Targets.Contains(words.Next(whose)) || RoleWords.TheirKin.Contains(words.Next(whose)) || IsNamed(words, whose) ? Clause.End(words, whose + 1) : 0;
        }

        return RoleWords.Frequent.Contains(role) || RoleWords.Common.Contains(role) ? Detailed(words, i, RoleWords.Common.Contains(role)) : 0;
    }

    /// <summary>A frequent role needs a place, a name, whose or which; a common one needs "which" or its RT.</summary>
    private static int Detailed(WrittenWords words, int i, bool common)
    {
        var end = Clause.End(words, i + 1);
        for (var at = i + 1; at < end && at <= i + FarthestDetail; at++)
        {
            var word = words[at].Text;
            if (Clause.Which.Contains(word) || word is "rt" or "rw"
                || (!common && (Details.Contains(word) || RoleWords.Targets.Contains(word) || word.EndsWith("nya", StringComparison.Ordinal) || IsNamed(words, at))))
            {
                return end;
            }
        }

        return 0;
    }

    private static bool IsNamed(WrittenWords words, int i) =>
        words.Next(i).Length > 0 && (words[i].IsCapital || NameWords.IsGiven(words[i].Text)) && !NameWords.IsOrdinary(words[i].Text);
}
