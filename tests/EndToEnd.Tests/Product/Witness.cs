using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Somebody near the victims of bootleg liquor, who taps through the emergency (policy 1.7, 5.5).</summary>
internal sealed class Witness(Stage stage, string name)
{
    public Resident Resident { get; } = new(stage.Telegram, name);

    private Hand Hand => Resident.Hand;

    /// <summary>The advice first, then where it was drunk, what else they know, and below the receipt the three taps.</summary>
    /// <param name="from">Null where nobody knows.</param>
    /// <param name="victims">What is tapped when asked how many, how they are and where.</param>
    public async Task ReportsAsync((string Kecamatan, string Desa) at, (string Kecamatan, string Desa)? from, string story, params string[] victims)
    {
        Hand.Says("/lapor");
        await Hand.TapAsync("🍶 Miras");
        await Hand.TapAsync("Korban miras");
        var advice = await Hand.SeesAsync("DARURAT: bisa keracunan metanol");
        Assert.Contains("119 (ambulans) atau 110", Hand.WordsOf(advice), StringComparison.Ordinal);
        var asked = await Hand.SeesAsync("Di mana minumnya?");
        Assert.True(advice.Id < asked.Id, "advice before the first question");
        await ChoosesAsync(at);
        await Hand.SeesAsync("Periksa dulu");
        if (from is { } source)
        {
            await Hand.TapAsync("Asal minuman");
            await Hand.SeesAsync("Beli atau asalnya dari mana?");
            await ChoosesAsync(source);
        }

        Hand.Says(story);
        await Hand.SeesAsync("Ceritanya sudah dicatat");
        await Hand.TapAsync("✅ Kirim");
        await Hand.SeesAsync("Kode laporan Anda");
        await Hand.SeesAsync("Ada berapa korban?");
        foreach (var tap in victims)
        {
            await Hand.TapAsync(tap);
        }
    }

    private async Task<CallbackAnswer> ChoosesAsync((string Kecamatan, string Desa) place)
    {
        await Hand.TapAsync(place.Kecamatan);
        return await Hand.TapAsync(place.Desa);
    }
}
