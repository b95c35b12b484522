using Kentongan.Bot;
using Kentongan.Sandbox;
using Kentongan.Sandbox.Cast;
using Kentongan.Sandbox.Phones;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>A local Telegram, one installation of the product, and the tiga pilar of Pakis Aji with their coordinator.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Kecamatan = "33.20.15";

    private readonly HttpClient _http;
    private readonly List<ProductProcess> _started = [];
    private ProductProcess? _product;

    private Stage(SandboxServer telegram, ProductHome home, string[] settings)
    {
        (Telegram, Home) = (telegram, home);
        _http = new HttpClient { BaseAddress = telegram.BaseAddress };
        Settings =
        [
            $"--Telegram:BaseUrl={telegram.BaseAddress.GetLeftPart(UriPartial.Authority)}",
            $"--Telegram:Token={telegram.Token}",
            "--Telegram:Limits=false",
            $"--Data:Directory={home.Data}",
            $"--Keys:Directory={home.Keys}",
            "--Web:Url=http://127.0.0.1:0",
            "--Privacy:OfferDelay=00:00:00", // a person at the screen does not wait for minutes
            .. settings,
        ];
    }

    public SandboxServer Telegram { get; }

    public ProductHome Home { get; }

    /// <summary>The later of two settings of one name holds.</summary>
    public string[] Settings { get; set; }

    public Hand Camat { get; private set; } = null!;

    public Hand Kapolsek { get; private set; } = null!;

    public Hand Danramil { get; private set; } = null!;

    public Hand Koordinator { get; private set; } = null!;

    public IEnumerable<Hand> Triad => [Camat, Kapolsek, Danramil];

    public ProductProcess Product => _product ?? throw new InvalidOperationException("The product was not started.");

    /// <summary>Only Telegram and an empty installation.</summary>
    public static async Task<Stage> BareAsync(params string[] settings)
    {
        var telegram = await SandboxServer.StartAsync(new SandboxOptions { Url = new("http://127.0.0.1:0"), Limits = false });
        return new Stage(telegram, new ProductHome(), settings);
    }

    /// <summary>The product runs as a child, and everybody in office is bound.</summary>
    public static async Task<Stage> SetAsync(params string[] settings)
    {
        var stage = await BareAsync(settings);
        try
        {
            await stage.StartAsync();
            await stage.BindAsync();
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Plays a story with the product in this process, on the clock of the sandbox: hours pass when the story says so. Begins at nine in the
    /// morning of Jepara; the product must end as it is told to.
    /// </summary>
    public static async Task OnItsClockAsync(Func<Stage, Task> play)
    {
        await using var stage = await BareAsync("--Telegram:PollSeconds=2");
        stage.ToNext(new TimeOnly(9, 0));
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => KentonganHost.RunAsync(["run", .. stage.Settings], TextWriter.Null, TextWriter.Null, stage.Telegram.Clock, stop.Token));
        try
        {
            await stage.Telegram.BotListens;
            await stage.BindAsync();
            await play(stage);
        }
        finally
        {
            await stop.CancelAsync();
            Assert.Equal(0, await running);
        }
    }

    /// <summary>Puts the clock forward to the next time of day in Jepara.</summary>
    public void ToNext(TimeOnly time) => Pass(Telegram.Clock.Next(time, SandboxClock.Wib) - Telegram.Clock.GetUtcNow());

    public void Pass(TimeSpan time) => Telegram.Clock.Advance(time);

    /// <summary>Starts the product, once more after a kill, until it listens.</summary>
    public async Task<ProductProcess> StartAsync(params string[] more)
    {
        _started.Add(_product = ProductProcess.Start(Home, ["run", .. Settings, .. more]));
        await Product.RunsAsync();
        Assert.False(Product.HasExited, Product.Output + Product.Error);
        await Telegram.BotListens;
        return Product;
    }

    /// <summary>Invites as the operator does, in this process to save the start of another, and opens each link on a phone.</summary>
    public async Task BindAsync()
    {
        using var binding = new CastBinding(Telegram, KentonganHost.RunAsync, Settings);
        Assert.Null(await binding.BindOfficersAsync(new Kecamatan(Kecamatan, "Pakis Aji", null, null), default));
        Assert.Null(await binding.BindCoordinatorAsync("Koordinator Jepara", default));
        var people = Telegram.World.People.Where(person => person.Role != "resident").ToDictionary(person => person.Role, person => new Hand(Telegram, person.Id));
        (Camat, Kapolsek, Danramil, Koordinator) = (people["camat"], people["kapolsek"], people["danramil"], people["coordinator"]);
        foreach (var hand in people.Values)
        {
            await hand.SeesAsync("Selamat datang.");
        }
    }

    /// <summary>The tiga pilar of another kecamatan: camat, kapolsek, danramil.</summary>
    public async Task<IReadOnlyList<Hand>> BindTriadAsync(string code, string name)
    {
        using var binding = new CastBinding(Telegram, KentonganHost.RunAsync, Settings);
        Assert.Null(await binding.BindOfficersAsync(new Kecamatan(code, name, null, null), default));
        string[] seats = ["camat", "kapolsek", "danramil"];
        return await Task.WhenAll(seats.Select(seat => WelcomedAsync(person => person.Role == seat && person.Place == code)));
    }

    /// <summary>Whoever sits for an agency of the kabupaten.</summary>
    public async Task<Hand> BindAgencyAsync(string seat, string name)
    {
        using var binding = new CastBinding(Telegram, KentonganHost.RunAsync, Settings);
        Assert.Null(await binding.BindAgencyAsync(seat, name, default));
        return await WelcomedAsync(person => person.Role == seat);
    }

    private async Task<Hand> WelcomedAsync(Func<Kentongan.Sandbox.Telegram.Person, bool> who)
    {
        var hand = new Hand(Telegram, Telegram.World.People.Single(who).Id);
        await hand.SeesAsync("Selamat datang.");
        return hand;
    }

    /// <summary>A counsellor, invited and bound as everybody is.</summary>
    public async Task<Hand> BindCounsellorAsync()
    {
        using var binding = new CastBinding(Telegram, KentonganHost.RunAsync, Settings);
        Assert.Null(await binding.BindCounsellorAsync("Konselor Jepara", default));
        return await WelcomedAsync(person => person.Role == "counsellor");
    }

    /// <summary>Somebody new in office, who opens the link that stands in these words on their phone.</summary>
    public async Task<Hand> OpenInvitationAsync(string name, string role, string words)
    {
        var link = System.Text.RegularExpressions.Regex.Match(words, @"https://t\.me/\w+\?start=[\w-]+");
        Assert.True(link.Success, words);
        var person = Telegram.World.AddPerson(name, role: role, place: null);
        new Phone(Telegram.World, person, Telegram.World.FindChat(person.Id)!).OpenLink(DeepLink.Payload(link.Value));
        var hand = new Hand(Telegram, person.Id);
        await hand.SeesAsync("Selamat datang.");
        return hand;
    }

    /// <summary>One command of the product in a process of its own.</summary>
    public async Task<Ended> CommandAsync(params string[] command)
    {
        await using var process = ProductProcess.Start(Home, [.. command, .. Settings]);
        var code = await process.EndsAsync();
        return new Ended(code, process.Output, process.Error);
    }

    /// <summary>Plays an outage through the control API; without a method every call meets it.</summary>
    public async Task FaultAsync(string kind, string? method = null, int? count = null, double? seconds = null, int? retryAfter = null)
    {
        using var answer = await _http.PostAsync(
            "/sandbox/faults",
            System.Net.Http.Json.JsonContent.Create(new { kind, method, count, seconds, retry_after = retryAfter }));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Ends every outage.</summary>
    public async Task HealAsync()
    {
        using var answer = await _http.DeleteAsync("/sandbox/faults");
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started)
        {
            await process.DisposeAsync();
        }

        _http.Dispose();
        await Telegram.DisposeAsync();
        Home.Dispose();
    }

    internal sealed record Ended(int Code, string Output, string Error);
}
