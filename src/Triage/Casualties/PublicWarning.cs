namespace Kentongan.Triage.Casualties;

/// <summary>The text by which the coordinator warns those who drank too; the health office approves it first (domain.md 5.2).</summary>
public static class PublicWarning
{
    /// <param name="places">Names of the kecamatan, or of the kabupaten.</param>
    /// <param name="strong">How the words that matter most are set; null for plain text.</param>
    public static string For(string places, Func<string, string>? strong = null)
    {
        strong ??= text => text;
        return $"""
            {strong("PERINGATAN KESEHATAN")}
            Ada warga yang sakit berat setelah minum miras oplosan di {places}.
            Siapa pun yang ikut minum dari sumber yang sama: {strong("segera ke IGD rumah sakit, walau merasa sehat")}. Gejala bisa baru muncul 12 sampai 72 jam kemudian.
            Telepon 119 (ambulans) atau 110. Jangan menunggu, jangan dipaksa muntah, jangan minum lagi. Bawa sisa minuman atau botolnya.
            """;
    }
}
