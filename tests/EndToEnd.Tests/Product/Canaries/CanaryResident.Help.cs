namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <content>The same resident with victims before their eyes, and in need of help themselves.</content>
internal sealed partial class CanaryResident
{
    /// <summary>Somebody has drunk methanol: told nearly as others tell it, so that it is found to be the same.</summary>
    public async Task TellsOfVictimsAsync()
    {
        Hand.Says("/lapor");
        foreach (var label in (string[])["🍶 Miras", "Korban miras"])
        {
            await Hand.TapAsync(label);
        }

        await Hand.SeesAsync("Di mana minumnya?");
        Hand.Says("Lebak");
        await Hand.TapAsync("Asal minuman");
        await Hand.SeesAsync("Beli atau asalnya dari mana?"); // the buttons of the question before still stand above
        foreach (var label in (string[])["Pakis Aji", "Mambak"])
        {
            await Hand.TapAsync(label);
        }

        Hand.Says($"Pemuda pingsan setelah minum gingseng dari galon kutilang{_mark}");
        await Hand.SeesAsync("Ceritanya sudah dicatat");
        await Hand.TapAsync("✅ Kirim");

        await _resident.ReadsReceiptAsync();
        Reported = true;
    }

    /// <summary>A conversation with a counsellor is opened; then, as their number says, left, followed, closed or erased.</summary>
    public async Task AsksForHelpAsync()
    {
        var before = Hand.Last;
        Hand.Says("/tolong");
        await Hand.SeesAsync("Bantuan ini untuk siapa?", before);
        foreach (var question in (string[])["umurnya", "Soal apa?", "Seberapa mendesak?", "Di kecamatan mana?", "Ceritakan sebisanya."])
        {
            await Hand.TapAsync("Lewati");
            await Hand.SeesAsync(question, before);
        }

        Hand.Says("kepodang" + _mark);
        await Hand.TapAsync("✅ Kirim ke konselor");
        await Hand.SeesAsync("Kode bantuan Anda", before);
        switch (_number / 7 % 4)
        {
            case 0:
                await Hand.TapAsync("🔔 Kabari saya");
                await Hand.SeesAsync("kami kabari di chat ini kalau ada jawaban", before);
                break;
            case 1:
                await Hand.TapAsync("💬 Buka percakapan");
                await Hand.TapAsync("🗑 Hapus percakapan");
                await Hand.TapAsync("Ya, hapus sekarang");
                await Hand.SeesAsync("Percakapan itu sudah dihapus.", before);
                break;
            case 2:
                await Hand.TapAsync("💬 Buka percakapan");
                await WritesToCounsellorAsync();
                break;
        }
    }

    public async Task ReadsCounsellorAsync(string words)
    {
        await Hand.TapAsync("💬 Buka percakapan");
        await Hand.SeesAsync(words);
        await WritesToCounsellorAsync();
    }

    private async Task WritesToCounsellorAsync()
    {
        var before = Hand.Last;
        await Hand.TapAsync("✍️ Tulis ke konselor");
        await Hand.SeesAsync("Tulis pesan untuk konselor");
        Hand.Says("murai" + _mark);
        await Hand.SeesAsync("Sudah kami sampaikan ke konselor.", before);
    }
}
