using Kentongan.Bot;
using Kentongan.EndToEnd.Tests.Product.Strict;
using Kentongan.Sandbox;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>From the first word to the morning's digest, in front of a Telegram that forgives nothing.</summary>
public sealed class WholeStoryTests
{
    private const string Canary = "KENARI-EXIF-7741";

    [Fact]
    public async Task A_report_travels_from_start_to_the_digest_and_every_call_is_as_documented()
    {
        await using var stage = await Stage.BareAsync("--Telegram:PollSeconds=2");
        await using var strict = await StrictTelegram.BeforeAsync(stage.Telegram.BaseAddress);
        stage.Settings = [.. stage.Settings, $"--Telegram:BaseUrl={strict.Address}"];
        ToNext(stage.Telegram.Clock, new TimeOnly(9, 0));
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => KentonganHost.RunAsync(["run", .. stage.Settings], TextWriter.Null, TextWriter.Null, stage.Telegram.Clock, stop.Token));
        try
        {
            await stage.Telegram.BotListens;
            await stage.BindAsync();
            await PlayAsync(stage, strict);
        }
        finally
        {
            await stop.CancelAsync();
            Assert.Equal(0, await running);
        }

        // A card that was tapped too late is drawn again whatever we believe it shows; Telegram then says that nothing changed.
        Assert.DoesNotContain(strict.Violations, violation => !violation.Contains("message is not modified", StringComparison.Ordinal));
        Assert.Contains(strict.Calls, call => call.Method == "editMessageText");
    }

    private static async Task PlayAsync(Stage stage, StrictTelegram strict)
    {
        var siti = new Resident(stage.Telegram, "Siti Aminah", "siti_aminah");
        await siti.ReportsAsync("Remaja bergerombol di <jalan> & membawa \"sarung\".", Photo.SignedBy(Canary));

        Assert.StartsWith("Diterima", await siti.LooksAsync(), StringComparison.Ordinal);
        var cards = await CardsAsync(stage);
        await AcceptAsync(stage, cards);
        await LookAtEvidenceAsync(stage, strict);
        await TalkAsync(stage, siti);
        await ResolveAsync(stage, siti);
        await WakeToTheDigestAsync(stage);
    }

    private static async Task<Dictionary<Hand, Message>> CardsAsync(Stage stage)
    {
        var cards = new Dictionary<Hand, Message>();
        foreach (var officer in stage.Triad)
        {
            var card = await officer.SeesAsync("Tawuran");
            Assert.True(card.Protected, "a card can neither be forwarded nor saved");
            Assert.Contains("Lebak, Pakis Aji", Hand.WordsOf(card), StringComparison.Ordinal);
            Assert.Contains("Remaja bergerombol di <jalan> & membawa \"sarung\".", Hand.WordsOf(card), StringComparison.Ordinal);
            Assert.DoesNotContain("Siti", Hand.WordsOf(card), StringComparison.OrdinalIgnoreCase);
            cards[officer] = card;
        }

        Assert.DoesNotContain(stage.Koordinator.Heard, message => Hand.WordsOf(message).Contains("Tawuran", StringComparison.Ordinal));
        return cards;
    }

    private static async Task AcceptAsync(Stage stage, Dictionary<Hand, Message> cards)
    {
        var late = Hand.ButtonsOf(cards[stage.Camat]).Single(button => button.Text.Contains("Terima", StringComparison.Ordinal)).Data!;
        Assert.Contains("penanggung jawabnya sekarang", (await stage.Kapolsek.TapAsync("✅ Terima")).Text, StringComparison.Ordinal);
        foreach (var (officer, card) in cards)
        {
            var shown = await officer.SeesAsync("Diterima Kapolsek");
            Assert.Equal(card.Id, shown.Id);
        }

        var stale = await stage.Camat.TapAsync(cards[stage.Camat].Id, late);
        Assert.True(stale.Alert);
        Assert.Contains("Sudah diterima Kapolsek", stale.Text, StringComparison.Ordinal);
        var forged = await stage.Danramil.TapAsync(cards[stage.Danramil].Id, late);
        Assert.Contains("sudah tidak berlaku", forged.Text, StringComparison.Ordinal);
    }

    private static async Task LookAtEvidenceAsync(Stage stage, StrictTelegram strict)
    {
        await stage.Kapolsek.TapAsync("📎 Lihat bukti (1)");
        var shown = await stage.Kapolsek.SeesAsync(message => message.Attachment is Attachment.Photo, "the evidence");
        Assert.True(shown.Protected);
        var photo = ((Attachment.Photo)shown.Attachment!).Sizes[^1];
        Assert.DoesNotContain(Canary, System.Text.Encoding.Latin1.GetString(photo.Bytes), StringComparison.Ordinal);
        Assert.Equal([0xFF, 0xD8], photo.Bytes[..2]);
        Assert.Equal(["bukti.jpg"], strict.Calls.Where(call => call.Method == "sendPhoto").SelectMany(call => call.Files.Values));
    }

    private static async Task TalkAsync(Stage stage, Resident siti)
    {
        await stage.Kapolsek.TapAsync("💬 Tanya pelapor");
        await stage.Kapolsek.SeesAsync("Tulis pertanyaan untuk pelapor.");
        stage.Kapolsek.Says("Biasanya jam berapa?");
        await stage.Kapolsek.SeesAsync("Pertanyaan disimpan.");
        Assert.StartsWith("Ditangani", await siti.LooksAsync(), StringComparison.Ordinal);
        await siti.Hand.SeesAsync("Biasanya jam berapa?");
        await siti.Hand.TapAsync("💬 Jawab petugas");
        await siti.Hand.SeesAsync("Tulis jawaban Anda.");
        siti.Hand.Says("Sekitar jam sebelas malam.");
        await siti.Hand.SeesAsync("sudah kami sampaikan");
        await stage.Kapolsek.SeesAsync("Pelapor menjawab");
        await stage.Kapolsek.SeesAsync("Sekitar jam sebelas malam.");
    }

    private static async Task ResolveAsync(Stage stage, Resident siti)
    {
        await stage.Kapolsek.TapAsync("📍 Di lokasi");
        await stage.Camat.SeesAsync("Ditangani Kapolsek");
        Assert.StartsWith("Ditangani", await siti.LooksAsync(), StringComparison.Ordinal);
        await stage.Kapolsek.TapAsync("🏁 Usulkan selesai");
        await stage.Kapolsek.TapAsync("dicegah");
        await stage.Kapolsek.SeesAsync("Ceritakan apa yang dilakukan");
        stage.Kapolsek.Says("Patroli mendatangi lokasi, remaja dibubarkan dan orang tua dihubungi.");
        await stage.Kapolsek.SeesAsync("Sudah dicatat.");
        await stage.Camat.SeesAsync("mengusulkan selesai");
        Assert.Contains("Menurut petugas ini sudah beres", await siti.LooksAsync(), StringComparison.Ordinal);
        await stage.Camat.TapAsync("☑️ Setujui selesai");
        foreach (var officer in stage.Triad)
        {
            Assert.Empty(Hand.ButtonsOf(await officer.SeesAsync("Ditutup: dicegah")));
        }

        Assert.StartsWith("Selesai", await siti.LooksAsync(), StringComparison.Ordinal);
    }

    private static async Task WakeToTheDigestAsync(Stage stage)
    {
        ToNext(stage.Telegram.Clock, new TimeOnly(7, 0));
        var today = TimeZoneInfo.ConvertTime(stage.Telegram.Clock.GetUtcNow(), SandboxClock.Wib).ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);
        var digest = await stage.Koordinator.SeesAsync($"Rekap Jepara · {today}");
        Assert.Contains("Masuk: 1", Hand.WordsOf(digest), StringComparison.Ordinal);
        Assert.Contains("Ditutup: 1", Hand.WordsOf(digest), StringComparison.Ordinal);
        Assert.InRange(Hand.WordsOf(digest).Length, 1, 3_500);
        foreach (var officer in stage.Triad)
        {
            var lines = Hand.WordsOf(await officer.SeesAsync($"Rekap Kec. Pakis Aji · {today}")).Split('\n');
            Assert.Equal(5, lines.Length);
            Assert.StartsWith("Masuk <3 ·", lines[1], StringComparison.Ordinal);
        }

        Assert.Contains("sudah dicatat", (await stage.Koordinator.TapAsync("✔️ Sudah dibaca")).Text, StringComparison.Ordinal);
    }

    private static void ToNext(SandboxClock clock, TimeOnly time) => clock.Advance(clock.Next(time, SandboxClock.Wib) - clock.GetUtcNow());
}
