using Kentongan.EndToEnd.Tests.BackOffice;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <summary>What everybody in office does with what residents tell, at the phone and at the desk.</summary>
internal sealed class CanaryStory(Stage stage, Hand counsellor)
{
    private const string Counsel = "Sejak kapan? Kita cari jalan bersama.";

    /// <summary>One report from the first word to its closing: accepted, looked at, asked, answered, resolved, verified.</summary>
    public async Task WholeReportAsync(CanaryResident siti)
    {
        await siti.LivesAsync(null);
        await stage.Kapolsek.TapAsync("✅ Terima");
        await stage.Kapolsek.TapAsync("📎 Lihat bukti");
        await stage.Kapolsek.SeesAsync(message => message.Attachment is Attachment.Photo, "the evidence");
        await stage.Kapolsek.TapAsync("💬 Tanya pelapor");
        await stage.Kapolsek.SeesAsync("Tulis pertanyaan");
        stage.Kapolsek.Says("Sebelah mana persisnya?");
        await stage.Kapolsek.SeesAsync("Pertanyaan disimpan");
        await siti.AnswersAsync();
        // The resident's answer redraws the card, and closes a menu that was open: it is opened until it stays.
        await Until.TrueAsync(
            () => stage.Kapolsek.FindButton("ditindak") is not null || (stage.Kapolsek.FindButton("🏁 Usulkan selesai") is { } menu && stage.Kapolsek.Phone.Press(menu.Message.Id, menu.Data) is null),
            () => $"The menu of results does not open.\n{stage.Kapolsek.Screen}");
        await stage.Kapolsek.TapAsync("ditindak");
        await stage.Kapolsek.SeesAsync("Ceritakan apa yang dilakukan");
        stage.Kapolsek.Says("Sudah didatangi bersama, semua anak diantar pulang ke rumahnya.");
        await stage.Kapolsek.SeesAsync("Sudah dicatat");
        await stage.Camat.TapAsync("☑️ Setujui selesai");
        await stage.Camat.SeesAsync("Ditutup");
    }

    /// <summary>Two tell of the same victims: counted, warned of, merged, parted; the second telling is referred.</summary>
    public async Task VictimsAsync(CanaryResident one, CanaryResident other)
    {
        await one.TellsOfVictimsAsync();
        await stage.Kapolsek.SeesAsync("Pemuda pingsan");
        await stage.Kapolsek.TapAsync("✅ Terima");
        await stage.Kapolsek.TapAsync("🚑 Perbarui korban");
        await stage.Kapolsek.TapAsync("+");
        await stage.Kapolsek.SeesAsync(message => Hand.ButtonsOf(message).Any(button => button.Text == "Meninggal 1"), "the count in the making");
        await stage.Kapolsek.TapAsync("💾 Simpan");
        await stage.Koordinator.SeesAsync("Peringatan korban oplosan.");
        await other.TellsOfVictimsAsync();
        await stage.Kapolsek.SeesAsync("👥 1 laporan serupa");
        await stage.Kapolsek.TapAsync("👥 Laporan serupa");
        await stage.Kapolsek.TapAsync("🔗 Gabungkan");
        await stage.Camat.SeesAsync("🔗 Digabung dengan laporan lain");
        await stage.Kapolsek.TapAsync("👥 Laporan serupa");
        await stage.Kapolsek.TapAsync("✂️ Pisahkan");
        await stage.Kapolsek.TapAsync("📤 Rujuk");
        await stage.Kapolsek.TapAsync("Bawaslu");
        await stage.Kapolsek.TapAsync("Jawaban dalam 7 hari");
    }

    /// <summary>Taken, read, answered, read again: the counsellor's chat has what the resident wrote, and nobody else's.</summary>
    public async Task HelpAsync(CanaryResident resident)
    {
        await resident.AsksForHelpAsync();
        await counsellor.TapAsync("✋ Ambil");
        await counsellor.TapAsync("📖 Baca");
        await counsellor.SeesAsync("kepodang");
        await counsellor.TapAsync("💬 Jawab");
        await counsellor.SeesAsync("Tulis jawaban untuk warga");
        counsellor.Says(Counsel);
        await counsellor.SeesAsync("Jawaban disimpan");
        await resident.ReadsCounsellorAsync(Counsel);
        Assert.All(stage.Triad.Append(stage.Koordinator), hand => Assert.DoesNotContain(hand.Heard, message => Hand.WordsOf(message).Contains("kepodang", StringComparison.Ordinal)));
    }

    public async Task LeaveAsync()
    {
        stage.Danramil.Says("/cuti");
        foreach (var label in (string[])["Hari ini", "1 hari", "Tanpa pengganti"])
        {
            await stage.Danramil.TapAsync(label);
        }

        await stage.Danramil.SeesAsync("Cuti dicatat");
    }

    /// <summary>Every page there is, both exports, a search for a resident's own word, a saved view; what the server answered, headers and all.</summary>
    public async Task<List<(string Name, byte[] Bytes)>> DeskAsync(Uri address, CanaryResident siti)
    {
        var answers = new List<(string, byte[])>();
        foreach (var hand in (Hand[])[stage.Koordinator, stage.Kapolsek])
        {
            using var visitor = await Visitor.SignInAsync(address, hand);
            var list = System.Text.Encoding.UTF8.GetString(await visitor.ReadAsync("/daftar"));
            var number = System.Text.RegularExpressions.Regex.Match(list, "/kasus/([0-9A-Z]{3}-[0-9A-Z]{3})").Groups[1].Value;
            string[] paths = ["/papan", "/daftar", "/daftar.csv", "/daftar.xlsx", "/peta", "/angka", "/sesi", $"/kasus/{number}", .. hand == stage.Koordinator
                ? (string[])[$"/kasus/{number}/sebagai/pelapor", $"/kasus/{number}/sebagai/kapolsek", "/petugas", "/pekerjaan", "/sistem", "/program", "/kalender"]
                : []];
            foreach (var path in paths)
            {
                answers.Add(($"{path} of {hand.Name}", await visitor.ReadAsync(path)));
            }

            Assert.Contains("/kasus/", await visitor.SendAsync("/cari", "/cari", ("q", siti.Told)), StringComparison.Ordinal); // it is found
            await visitor.SendAsync("/daftar", "/saringan", ("nama", "Malam"), ("saringan", "?q=" + siti.Told));
            answers.Add(("/audit", hand == stage.Koordinator ? await visitor.ReadAsync("/audit?periksa=ya") : []));
        }

        return answers;
    }
}
