using Kentongan.Sandbox.Phones;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>The operator's commands, each a process of its own beside the one that runs.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task An_officer_is_invited_once_listed_and_removed_while_the_bot_runs()
    {
        await using var stage = await Stage.BareAsync();
        await stage.StartAsync();
        var invited = await stage.CommandAsync("officers", "invite", "--seat", "kapolsek", "--kecamatan", Stage.Kecamatan, "--name", "Kapolsek Pakis Aji");
        var payload = DeepLink.Payload(invited.Output.Split('\n').Single(line => line.StartsWith("https://t.me/", StringComparison.Ordinal)));
        var (officer, thief) = (new Hand(stage.Telegram, stage.Telegram.AddPerson("Aiptu Budi")), new Hand(stage.Telegram, stage.Telegram.AddPerson("Orang Lain")));

        officer.Phone.OpenLink(payload);
        await officer.SeesAsync("Anda terhubung sebagai Kapolsek Pakis Aji.");
        thief.Phone.OpenLink(payload);
        await thief.SeesAsync("Undangan itu tidak berlaku lagi.");
        var listed = await stage.CommandAsync("officers", "list");
        var line = listed.Output.Split('\n').Single(one => one.Contains("Kapolsek Pakis Aji", StringComparison.Ordinal));
        var removed = await stage.CommandAsync("officers", "remove", line.Split(' ')[0]);
        officer.Says("/rekap");

        Assert.Equal((0, 0, 0), (invited.Code, listed.Code, removed.Code));
        Assert.Equal("", invited.Error + listed.Error + removed.Error);
        await officer.SeesAsync("tidak bisa kami baca"); // to the bot this is a resident now
        RefusalTests.Refused(await stage.CommandAsync("officers", "remove", line.Split(' ')[0]), "There is nobody with that id.");
    }

    [Fact]
    public async Task The_doctor_says_that_a_report_about_the_kabupaten_would_reach_nobody()
    {
        await using var stage = await Stage.BareAsync();
        await stage.StartAsync();
        var before = await stage.CommandAsync("doctor");
        var invited = await stage.CommandAsync("officers", "invite", "--seat", "auditor", "--name", "Auditor Jepara");
        var auditor = new Hand(stage.Telegram, stage.Telegram.AddPerson("Auditor Jepara"));
        auditor.Phone.OpenLink(DeepLink.Payload(invited.Output.Split('\n').Single(line => line.StartsWith("https://t.me/", StringComparison.Ordinal))));
        await auditor.SeesAsync("Anda terhubung sebagai");

        var after = await stage.CommandAsync("doctor");

        Assert.Contains("look  Nobody watches over the kabupaten", before.Output, StringComparison.Ordinal);
        Assert.Contains("ok    Somebody who watches over the kabupaten", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_removed_learns_nothing_more_of_a_report()
    {
        await using var stage = await Stage.SetAsync();
        await new Resident(stage.Telegram, "Siti Aminah").ReportsAsync("Mereka berkumpul di lapangan.");
        var card = await stage.Danramil.SeesAsync("Tawuran");
        var accept = Hand.ButtonsOf(card)[0].Data!;
        var listed = await stage.CommandAsync("officers", "list");

        await stage.CommandAsync("officers", "remove", listed.Output.Split('\n').Single(line => line.Contains("Danramil", StringComparison.Ordinal)).Split(' ')[0]);
        if (stage.Danramil.Phone.Press(card.Id, accept) is { } quick) // before the card was emptied
        {
            Assert.True((await stage.Danramil.AnsweredAsync(quick)).Alert);
        }

        await stage.Kapolsek.TapAsync("✅ Terima");
        await stage.Kapolsek.TapAsync("📍 Di lokasi");
        await stage.Kapolsek.TapAsync("🏁 Usulkan selesai");
        await stage.Kapolsek.TapAsync("dicegah");
        await stage.Kapolsek.SeesAsync("Ceritakan apa yang dilakukan");
        stage.Kapolsek.Says("Patroli mendatangi lokasi, remaja dibubarkan dan orang tua dihubungi.");
        await stage.Camat.SeesAsync("Mohon diperiksa lewat kartunya");
        await stage.Camat.TapAsync("☑️ Setujui selesai");
        await stage.Kapolsek.SeesAsync("Ditutup: dicegah");

        await stage.Danramil.SeesAsync("Kartu ini tidak berlaku lagi");
        Assert.DoesNotContain(stage.Danramil.Heard, message => Hand.WordsOf(message).Contains("Mohon diperiksa", StringComparison.Ordinal));
    }
}
