namespace Kentongan.Bench.Pages;

/// <summary>Stories of the length that people write, each with some words that few others have.</summary>
internal static class InventedStory
{
    private static readonly string[] Openings =
        ["Saya mau lapor, sudah beberapa malam ini", "Mohon dicek pak,", "Tadi malam sekitar jam sepuluh", "Warga sini resah karena", "Tolong ditindak,", "Setiap malam minggu"];

    private static readonly string[] Whats =
    [
        "ada anak muda minum arak di dekat jembatan", "warung itu jual ciu bungkus plastik", "ada orang jual pil koplo ke anak sekolah",
        "dua kelompok saling lempar batu", "rombongan motor memblokir jalan", "ada yang bagi-bagi uang dari rumah ke rumah", "suara musik keras sampai pagi",
        "ada judi sabung ayam di kebun", "spanduk calon dirobek orang", "ada ancaman kepada panitia",
    ];

    private static readonly string[] Wheres =
        ["di belakang pasar", "dekat mushola", "di gudang kosong pinggir sungai", "di lapangan dekat sekolah", "di rumah kontrakan cat hijau", "di tambak sebelah utara", "di pertigaan arah pantai"];

    private static readonly string[] Ends =
        ["Jangan sampai ketahuan saya yang lapor.", "Terima kasih.", "Kalau bisa malam ini juga ada patroli.", "Anak-anak jadi takut lewat situ.", "Sudah dibilangi pak RT tapi tidak mempan.", "Biasanya mulai jam sembilan sampai subuh."];

    private static readonly string[] Syllables = ["wa", "ro", "jo", "kar", "ti", "sum", "ber", "ang", "gu", "no", "mul", "yo", "sa", "ri", "pon", "lan", "der", "ke", "mi", "tan"];

    /// <param name="desa">Some residents name the place.</param>
    public static IReadOnlyList<string> Tell(Random random, string desa)
    {
        var parts = new List<string> { $"{Of(random, Openings)} {Of(random, Whats)} {Of(random, Wheres)}, milik {Name(random)} dan {Name(random)}. {Of(random, Ends)}" };
        for (var more = random.Next(4); more > 1; more--)
        {
            parts.Add($"Di {desa} {Of(random, Whats)}, katanya barang dari {Name(random)}. {Of(random, Ends)} {Of(random, Ends)}");
        }

        return parts;
    }

    public static string Note(Random random) => $"Sudah cek lokasi {Of(random, Wheres)}, bertemu {Name(random)}, akan patroli ulang.";

    public static string Resolution(Random random) => $"Petugas mendatangi lokasi {Of(random, Wheres)}, barang disita, {Name(random)} didata dan diberi peringatan.";

    private static string Name(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Of(random, Syllables)));

    private static string Of(Random random, string[] some) => some[random.Next(some.Length)];
}
