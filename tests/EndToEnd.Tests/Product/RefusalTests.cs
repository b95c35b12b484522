using System.Net;
using System.Net.Sockets;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>What is configured wrongly is said in one sentence, and leaves nothing behind.</summary>
public sealed class RefusalTests
{
    private const string Secret = "not-a-token-but-still-a-secret";

    public static TheoryData<string, string, string[]> Mistakes => new()
    {
        { "a missing token", "Telegram:Token is missing", ["run", "--Telegram:Token="] },
        { "a token that is none", "does not look like a token", ["run", $"--Telegram:Token={Secret}"] },
        { "a Telegram that is no address", "Telegram:BaseUrl must be an address", ["run", "--Telegram:BaseUrl=telegram"] },
        { "a webhook without an address", "Telegram:WebhookUrl must be the public address", ["run", "--Telegram:Mode=Webhook"] },
        { "a mode that is none", "Telegram:Mode", ["run", "--Telegram:Mode=Pigeon"] },
        { "a kabupaten that is not there", "33.99", ["run", "--Kabupaten:Code=33.99"] },
        { "a zone that is not there", "Kabupaten:TimeZone 'Asia/Atlantis'", ["run", "--Kabupaten:TimeZone=Asia/Atlantis"] },
        { "a role that is none", "Roles has 'cook'", ["run", "--Roles=bot,cook"] },
        { "a store that is none", "Store:Provider", ["run", "--Store:Provider=Stone"] },
        { "a wait that is no time", "Privacy:OfferDelay", ["run", "--Privacy:OfferDelay=soon"] },
        { "an address that is none", "Web:Url", ["run", "--Web:Url=nonsense"] },
        { "PostgreSQL without an address", "Store:ConnectionString", ["run", "--Store:Provider=Postgres"] },
        { "a command that is none", "frobnicate", ["frobnicate"] },
        { "an option that is none", "--frobnicate", ["run", "--frobnicate"] },
        { "a setting that is none", "Telegrm:Token", ["run", "--Telegrm:Token=1:abc"] },
        { "a seat that is none", "There is no seat 'raja'", ["officers", "invite", "--seat", "raja", "--name", "X"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_in_one_sentence(string mistake, string sentence, string[] command)
    {
        await using var stage = await Stage.BareAsync();
        stage.Settings = [.. stage.Settings.Where(setting => !command.Any(own => own.Split('=')[0] == setting.Split('=')[0]))];

        var ended = await stage.CommandAsync(command);

        Refused(ended, sentence);
        Assert.DoesNotContain(Secret, ended.Output + ended.Error, StringComparison.Ordinal);
        Assert.True(mistake.Contains("seat", StringComparison.Ordinal) || !Directory.Exists(stage.Home.Data), "the data directory was made");
        Assert.True(mistake.Contains("seat", StringComparison.Ordinal) || !Directory.Exists(stage.Home.Keys), "keys were made");
    }

    [Fact]
    public async Task An_invitation_without_Telegram_says_what_to_check()
    {
        await using var stage = await Stage.BareAsync($"--Telegram:BaseUrl=http://127.0.0.1:{FreePort()}");

        Refused(await stage.CommandAsync("coordinators", "invite", "--name", "Koordinator"), "Telegram could not be reached, or refuses the token.");
    }

    [Fact]
    public async Task Without_Telegram_it_keeps_trying_and_stops_when_told()
    {
        await using var stage = await Stage.BareAsync($"--Telegram:BaseUrl=http://127.0.0.1:{FreePort()}");
        await using var product = ProductProcess.Start(stage.Home, ["run", .. stage.Settings]);
        await product.RunsAsync();
        await Until.TrueAsync(() => product.Output.Contains("Telegram cannot be reached", StringComparison.Ordinal), () => product.Output);

        Assert.Equal(0, await product.StopAsync());
    }

    [Theory]
    [InlineData("data", "Data:Directory")]
    [InlineData("keys", "Keys:Directory")]
    public async Task A_directory_that_is_a_file_is_named(string which, string sentence)
    {
        await using var stage = await Stage.BareAsync();
        await File.WriteAllTextAsync(Path.Combine(stage.Home.Root, which), "a file");

        Refused(await stage.CommandAsync("run"), sentence);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var stage = await Stage.BareAsync($"--Web:Url=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Refused(await stage.CommandAsync("run"), "is in use");
    }

    [Fact]
    public async Task A_programme_with_a_mistake_is_named_with_its_place_and_the_remedy()
    {
        await using var stage = await Stage.BareAsync();
        var programmes = Directory.CreateDirectory(Path.Combine(stage.Home.Root, "programmes")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "programmes"), "*.json"))
        {
            File.Copy(file, Path.Combine(programmes, Path.GetFileName(file)));
        }

        var wrong = Path.Combine(programmes, "kita-aman.json");
        await File.WriteAllTextAsync(wrong, (await File.ReadAllTextAsync(wrong)).Replace("\"P1\"", "\"P9\"", StringComparison.Ordinal));

        var ended = await stage.CommandAsync("run", $"--Programmes:Directory={programmes}");

        Assert.Equal(1, ended.Code);
        Assert.Contains("kita-aman.json", ended.Error, StringComparison.Ordinal);
        Assert.Contains("priority", ended.Error, StringComparison.Ordinal);
        Assert.Contains("P0", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(stage.Home.Keys));
    }

    internal static void Refused(Stage.Ended ended, string sentence)
    {
        Assert.True(ended.Code == 1, $"code {ended.Code}: {ended.Output}\n{ended.Error}");
        Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("Exception", ended.Output + ended.Error, StringComparison.Ordinal);
    }

    internal static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
