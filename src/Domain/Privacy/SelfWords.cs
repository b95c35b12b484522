using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>How people speak of themselves, in Indonesian, Javanese and English.</summary>
internal static class SelfWords
{
    public static readonly FrozenSet<string> Self = FrozenSet.ToFrozenSet(
    [
        "saya", "sy", "sya", "aku", "ak", "aq", "kulo", "kula", "kawula", "kawulo", "gue", "gua", "gw", "ane", "nyong", "inyong", "sengkok",
        "engkok", "im",
    ]);

    // After these the writer's "saya" says whose it is, or is spoken to.
    private static readonly FrozenSet<string> Owned = FrozenSet.ToFrozenSet(
    [
        "anak", "adik", "adek", "adhik", "kakak", "mbak", "mas", "suami", "istri", "isteri", "bojo", "ibu", "ibuk", "bapak", "bapake", "ayah",
        "emak", "mbok", "paman", "pakde", "bude", "paklik", "bulik", "bibi", "keponakan", "ponakan", "cucu", "putu", "menantu", "mantu",
        "mertua", "ipar", "sepupu", "pacar", "mantan", "keluarga", "saudara", "sedulur", "dulur", "kerabat", "tetangga", "tonggo", "tangga",
        "teman", "temen", "kawan", "kanca", "konco", "sahabat", "guru", "bos", "majikan", "juragan", "pimpinan", "atasan", "rekan", "murid",
        "siswa", "santri", "dosen", "rumah", "omah", "griya", "griyo", "motor", "mobil", "hp", "nomor", "nomer", "no", "wa", "desa", "desane",
        "dusun", "kampung", "warung", "toko", "sekolah", "kantor", "kos", "kost", "identitas", "ktp", "akun", "laporan", "menurut", "kata",
        "tolong", "bantu", "kepada", "ke", "untuk", "buat",
    ]);

    /// <summary>Whether this word is what "my" belongs to: the "rumah" of "rumah saya".</summary>
    public static bool IsOwned(WrittenWords words, int i) => i < words.Count && Owned.Contains(words[i].Text) && Self.Contains(words.Next(i + 1));

    /// <summary>The same, where a few may speak together: "kami keluarga korban", but not "warga kami".</summary>
    public static int AfterUs(WrittenWords words, int i) =>
        words[i].Text != "kami" ? After(words, i) : Owned.Contains(words.Previous(i)) || words.Previous(i) == "warga" ? 0 : i + 1;

    /// <returns>
    /// The place after the words of self that begin here ("saya", "I am"), where they stand for the one who acts; 0 where they do not.
    /// </returns>
    public static int After(WrittenWords words, int i) => words[i].Text switch
    {
        "i" when words.Next(i + 1) == "am" => i + 2,
        _ when Self.Contains(words[i].Text) && !Owned.Contains(words.Previous(i)) => i + 1,
        _ => 0,
    };
}
