using System.Net;
using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>The same short story on the other store, with the other way in, with a kill in the middle, and with two processes.</summary>
public sealed class OtherGroundsTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task The_short_story_holds_over_a_kill(bool postgres, bool webhook)
    {
        await using var database = postgres ? await PostgresDatabase.CreateAsync() : null;
        await using var stage = await Stage.SetAsync([.. database?.Settings ?? [], .. webhook ? Hooked() : []]);
        var (siti, joko) = (new Resident(stage.Telegram, "Siti Aminah"), new Resident(stage.Telegram, "Joko"));
        await siti.ReportsAsync("Mereka berkumpul di lapangan.", Photo.SignedBy("KENARI"));
        await joko.BeginsAsync();

        await stage.Product.KillAsync();
        joko.Hand.Says("Yang ini sudah lama.");
        await stage.StartAsync();
        await joko.Hand.TapAsync("Lanjut");
        await joko.Hand.TapAsync("Tidak ada");
        await joko.Hand.TapAsync("✅ Kirim");
        await joko.ReadsReceiptAsync();
        await stage.Camat.SeesAsync("Yang ini sudah lama.");
        await stage.Camat.TapAsync("✅ Terima");
        await stage.Kapolsek.SeesAsync("Diterima Camat");

        Assert.StartsWith("Diterima", await siti.LooksAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Ditangani", await joko.LooksAsync(), StringComparison.Ordinal);
        Assert.All(stage.Triad, officer => Assert.Equal(2, Cases.Of(officer).Distinct().Count()));
        Assert.Equal(0, await stage.Product.StopAsync());
    }

    [Fact]
    public async Task A_forged_webhook_call_finds_nothing()
    {
        await using var stage = await Stage.SetAsync(Hooked());
        using var http = new HttpClient();
        using var info = JsonDocument.Parse(await http.GetStringAsync(new Uri(stage.Telegram.BaseAddress, $"/bot{stage.Telegram.Token}/getWebhookInfo")));
        var hook = new Uri(info.RootElement.GetProperty("result").GetProperty("url").GetString()!);

        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(hook, null));
        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(hook, ""));
        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(hook, new string('0', 64)));
        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(new Uri(hook, "/telegram/" + new string('0', 64)), null));
        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(new Uri(hook, "/telegram"), null));

        async Task<HttpStatusCode> CallAsync(Uri address, string? secret)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("{\"update_id\":1}") };
            if (secret is not null)
            {
                request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
            }

            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_polite_stop_may_take_its_time()
    {
        await using var stage = await Stage.BareAsync(Hooked());
        await stage.StartAsync();
        await stage.FaultAsync("slow", "deleteWebhook", count: 1, seconds: 4);

        Assert.Equal(0, await stage.Product.StopAsync());
    }

    [Fact]
    public async Task Two_processes_are_one_bot()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        await using var board = await Switchboard.StartAsync();
        string[] ports = [.. Enumerable.Range(0, 2).Select(_ => $"http://127.0.0.1:{RefusalTests.FreePort()}")];
        await using var stage = await Stage.BareAsync([.. database.Settings, "--Telegram:Mode=Webhook", $"--Telegram:WebhookUrl={board.Address}"]);
        var first = await stage.StartAsync($"--Web:Url={ports[0]}");
        var second = await stage.StartAsync($"--Web:Url={ports[1]}");
        board.Plugged = ports; // every update comes to both
        await stage.BindAsync();

        await OnceAsync(stage, "Joko", 1);
        Assert.Equal(1, await database.CountAsync("reports"));
        Assert.Equal(1, await database.CountAsync("leases WHERE name = 'sender'"));

        board.Plugged = [ports[1]];
        Assert.Equal(0, await first.StopAsync());
        await OnceAsync(stage, "Siti", 2);

        first = await stage.StartAsync($"--Web:Url={ports[0]}");
        board.Plugged = ports;
        await second.KillAsync();
        board.Plugged = [ports[0]];
        await OnceAsync(stage, "Sari", 3);
        Assert.Equal(3, await database.CountAsync("reports"));
        Assert.Equal(12, await database.CountAsync("cards")); // with the coordinator's: the third that tells the same makes it an emergency (policy 5.2)
    }

    private static async Task OnceAsync(Stage stage, string name, int cases)
    {
        var resident = new Resident(stage.Telegram, name);
        await resident.ReportsAsync($"Laporan dari {name[..1]} di lapangan.");
        Assert.Single(resident.Receipts());
        Assert.Equal(3, resident.Hand.Heard.Count()); // not a word twice
        foreach (var officer in stage.Triad)
        {
            await Until.TrueAsync(() => Cases.Of(officer).Distinct().Count() == cases, () => $"{officer.Name} lacks a card.\n{officer.Screen}");
            Assert.Equal(cases, Cases.Of(officer).Count);
        }
    }

    private static string[] Hooked()
    {
        var address = $"http://127.0.0.1:{RefusalTests.FreePort()}";
        return ["--Telegram:Mode=Webhook", $"--Telegram:WebhookUrl={address}", $"--Web:Url={address}"];
    }
}
