namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Whoever runs the back office apart from the bot does not need the keys that lead to residents, and gets none (threat-model 4, row 18).</summary>
public sealed class KeylessRolesTests
{
    /// <summary>Of chats: the contact's, help's, the days'; of whose standing a hoax touches: the reputation's.</summary>
    private static readonly string[] OfTheBot = ["contact-*.key", "help-*.key", "day-*.key", "reputation-*.key"];

    [Fact]
    public async Task Jobs_and_web_run_without_the_keys_of_chats_and_make_none()
    {
        var address = new Uri($"http://127.0.0.1:{RefusalTests.FreePort()}");
        await using var stage = await Stage.SetAsync($"--Web:Url={address}");
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        await siti.ReportsAsync("Mereka berkumpul di lapangan.");
        await siti.Hand.TapAsync("🔔 Kabari saya");
        await stage.Kapolsek.SeesAsync("Mereka berkumpul di lapangan.");
        Assert.Equal(0, await stage.Product.StopAsync());
        var taken = OfTheBot.SelectMany(pattern => Directory.EnumerateFiles(stage.Home.Keys, pattern)).ToList();
        Assert.Contains(taken, path => Path.GetFileName(path).StartsWith("contact-", StringComparison.Ordinal)); // there is something to take
        taken.ForEach(File.Delete);

        var office = await stage.StartAsync("--Roles=jobs,web");
        using var http = new HttpClient { BaseAddress = address };
        Assert.Equal("live", await http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        await Until.TrueAsync(() => http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)).GetAwaiter().GetResult() == "ready", () => office.Output + office.Error);
        Assert.Contains("Kode", await http.GetStringAsync(new Uri("/masuk", UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await office.StopAsync());

        Assert.Empty(OfTheBot.SelectMany(pattern => Directory.EnumerateFiles(stage.Home.Keys, pattern)).Select(Path.GetFileName));
        Assert.DoesNotContain("fail", office.Output + office.Error, StringComparison.OrdinalIgnoreCase);
    }
}
