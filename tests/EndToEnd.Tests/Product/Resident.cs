using Kentongan.Sandbox;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Somebody who reports what they saw, one tap after the other, and keeps the receipt.</summary>
internal sealed class Resident
{
    private readonly Hand _hand;

    public Resident(SandboxServer telegram, string name, string? username = null, long? id = null) =>
        _hand = new Hand(telegram, telegram.World.AddPerson(name, username, id: id).Id);

    public Hand Hand => _hand;

    /// <summary>The words of the receipt; null before there is one.</summary>
    public string? Receipt => Receipts().LastOrDefault();

    /// <summary>A whole report, from the first word to the receipt.</summary>
    /// <returns>The words of the receipt.</returns>
    public async Task<string> ReportsAsync(string story, UploadedFile? photo = null, bool answers = true)
    {
        await TellsAsync(story, photo, answers);
        await TapAsync("✅ Kirim", answers);
        return await ReadsReceiptAsync();
    }

    /// <summary>All but the last tap: what is to be sent is on the screen.</summary>
    public async Task TellsAsync(string story, UploadedFile? photo = null, bool answers = true)
    {
        await BeginsAsync(answers);
        if (photo is not null)
        {
            _hand.Phone.SendFile("photo", photo);
            await _hand.SeesAsync("1 berkas");
        }

        _hand.Says(story);
        await _hand.SeesAsync("1 pesan");
        await TapAsync("Lanjut", answers);
        await TapAsync("Tidak ada", answers);
        await _hand.SeesAsync("Periksa dulu");
    }

    /// <summary>What it is about, by the words on two buttons, and the desa.</summary>
    public (string Category, string Kind, string Desa) About { get; init; } = ("🏘️ Ketertiban dan konflik", "Tawuran", "Lebak");

    /// <summary>Up to the question for the story.</summary>
    public async Task BeginsAsync(bool answers = true)
    {
        _hand.Says("/start");
        await TapAsync("📣 Lapor", answers);
        await TapAsync(About.Category, answers);
        await TapAsync(About.Kind, answers);
        await _hand.SeesAsync("Di mana kejadiannya?");
        _hand.Says(About.Desa);
        await TapAsync("Hari ini", answers);
        await _hand.SeesAsync("Ceritakan apa yang Anda tahu.");
    }

    public async Task<string> ReadsReceiptAsync()
    {
        await _hand.SeesAsync("Kode laporan Anda");
        return Receipt!;
    }

    /// <summary>How things stand, as the holder of the receipt is told.</summary>
    public async Task<string> LooksAsync()
    {
        var before = _hand.Last;
        _hand.Says(Receipt!);
        return Hand.WordsOf(await _hand.SeesAsync(
            message => message.Id > before + 1 && Hand.ButtonsOf(message).Any(button => button.Text.Contains("Perbarui", StringComparison.Ordinal)),
            "how the report stands"));
    }

    public IEnumerable<string> Receipts() => _hand.Heard
        .Where(message => Hand.WordsOf(message).Contains("Kode laporan Anda", StringComparison.Ordinal))
        .Select(message => message.Text!.Entities.Where(entity => entity.Type == "code").Select(code => message.Text.Text.Substring(code.Offset, code.Length)).First());

    /// <summary>In an outage a tap may stay without an answer; its effect may not get lost.</summary>
    private async Task TapAsync(string label, bool answered)
    {
        var tap = await _hand.PressAsync(label);
        if (answered)
        {
            await _hand.AnsweredAsync(tap);
        }
    }
}
