namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Victims of bootleg liquor from the first tap to the count, with a second telling that is merged and parted again (policy 5.2, 5.5).</summary>
public sealed class VictimsTests
{
    [Fact]
    public async Task Victims_are_counted_by_button_and_two_tellings_are_merged_and_parted()
    {
        await using var stage = await Stage.SetAsync();
        await TellsAsync(new Hand(stage.Telegram, stage.Telegram.AddPerson("Siti", null)), "Tiga pemuda pingsan habis minum gingseng galon.");
        var first = await stage.Kapolsek.SeesAsync("Tiga pemuda pingsan");
        Assert.Contains("Asal minuman: Mambak, Pakis Aji", Hand.WordsOf(first), StringComparison.Ordinal);
        await stage.Kapolsek.TapAsync("✅ Terima");

        await stage.Kapolsek.TapAsync("🚑 Perbarui korban");
        await stage.Kapolsek.TapAsync("+"); // the first row: dead
        await stage.Kapolsek.SeesAsync(message => Hand.ButtonsOf(message).Any(button => button.Text == "Meninggal 1"), "the count in the making");
        await stage.Kapolsek.TapAsync("💾 Simpan");
        await stage.Camat.SeesAsync("Korban: meninggal 1 · dirawat 0 · luka/sakit 0");
        await stage.Koordinator.SeesAsync("Peringatan korban oplosan.");
        await stage.Kapolsek.TapAsync("🚑 Perbarui korban");
        await stage.Kapolsek.TapAsync("⌨️ Ketik angka");
        await stage.Kapolsek.SeesAsync("Tulis tiga angka");
        stage.Kapolsek.Says("2 3 0");
        await stage.Camat.SeesAsync("sebelumnya: meninggal 1 · dirawat 0");

        await TellsAsync(new Hand(stage.Telegram, stage.Telegram.AddPerson("Joko", null)), "Pemuda pingsan setelah minum gingseng dari galon.");
        await stage.Kapolsek.SeesAsync("Pemuda pingsan setelah");
        await stage.Kapolsek.SeesAsync("👥 1 laporan serupa");
        await stage.Kapolsek.TapAsync("👥 Laporan serupa");
        await stage.Kapolsek.TapAsync("🔗 Gabungkan");
        await stage.Camat.SeesAsync("🔗 Digabung dengan laporan lain");
        await stage.Kapolsek.TapAsync("👥 Laporan serupa");
        await stage.Kapolsek.TapAsync("✂️ Pisahkan");
        await stage.Camat.SeesAsync(message => Hand.WordsOf(message).Contains("Pemuda pingsan setelah", StringComparison.Ordinal), "the second report again");
        Assert.Equal(0, await stage.Product.StopAsync());
    }

    private static async Task TellsAsync(Hand resident, string story)
    {
        resident.Says("/lapor");
        await resident.TapAsync("🍶 Miras");
        await resident.TapAsync("Korban miras");
        await resident.SeesAsync("Di mana minumnya?");
        resident.Says("Lebak");
        await resident.TapAsync("Asal minuman");
        await resident.SeesAsync("Beli atau asalnya dari mana?");
        await resident.TapAsync("Pakis Aji");
        await resident.TapAsync("Mambak");
        resident.Says(story);
        await resident.SeesAsync("Ceritanya sudah dicatat");
        await resident.TapAsync("✅ Kirim");
        await resident.SeesAsync("Kode laporan Anda");
    }
}
