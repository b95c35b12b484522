using System.Net.Http.Json;
using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Somebody else holds the bot's token (threat-model 4, row 22).</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Whoever_sets_a_webhook_of_their_own_is_thrown_out_and_the_coordinator_told()
    {
        await using var stage = await Stage.SetAsync("--Telegram:PollSeconds=1");
        using var http = new HttpClient();
        using (var set = await http.PostAsJsonAsync(new Uri(stage.Telegram.BaseAddress, $"/bot{stage.Telegram.Token}/setWebhook"), new { url = "http://127.0.0.1:9/pencuri" }))
        {
            Assert.True(set.IsSuccessStatusCode);
        }

        await stage.Koordinator.SeesAsync("dipakai pihak lain");
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        await siti.ReportsAsync("Warung baru menjual oplosan.");

        Assert.StartsWith("Diterima", await siti.LooksAsync(), StringComparison.Ordinal);
        using var info = JsonDocument.Parse(await http.GetStringAsync(new Uri(stage.Telegram.BaseAddress, $"/bot{stage.Telegram.Token}/getWebhookInfo")));
        Assert.Equal("", info.RootElement.GetProperty("result").GetProperty("url").GetString());
        Assert.Equal(0, await stage.Product.StopAsync());
    }

    [Fact]
    public async Task A_webhook_that_we_left_behind_is_no_alarm()
    {
        var address = $"http://127.0.0.1:{RefusalTests.FreePort()}";
        await using var stage = await Stage.SetAsync("--Telegram:Mode=Webhook", $"--Telegram:WebhookUrl={address}", $"--Web:Url={address}");
        await stage.Product.KillAsync();
        stage.Settings = [.. stage.Settings, "--Telegram:Mode=Polling", "--Telegram:PollSeconds=1"];
        await stage.StartAsync();
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        await siti.ReportsAsync("Warung baru menjual oplosan.");
        stage.Koordinator.Says("/rekap");
        await stage.Koordinator.SeesAsync("Rekap");
        Assert.DoesNotContain(stage.Koordinator.Heard, message => Hand.WordsOf(message).Contains("pihak lain", StringComparison.Ordinal));

        Assert.Equal(0, await stage.Product.StopAsync());
    }
}
