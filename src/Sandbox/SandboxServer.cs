using Kentongan.Sandbox.Cast;
using Kentongan.Sandbox.Phones;
using Kentongan.Sandbox.Telegram;
using Microsoft.AspNetCore.Http.Features;

namespace Kentongan.Sandbox;

/// <summary>The local Telegram while it runs: the Bot API, the control API and the page, on one loopback address.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    /// <summary>A file of 50 MB and the multipart around it; what is larger is refused while reading.</summary>
    private const long MaxBody = FileStore.MaxUpload + (1024 * 1024);

    private readonly WebApplication _app;
    private readonly Webhook _webhook;

    private SandboxServer(WebApplication app, SandboxClock clock, TelegramWorld world, Webhook webhook)
    {
        (_app, _webhook, Clock, World) = (app, webhook, clock, world);
        BaseAddress = new Uri(app.Urls.First());
    }

    public Uri BaseAddress { get; }

    public SandboxClock Clock { get; }

    public string Token => World.Token;

    public string BotUsername => World.Bot.Username;

    /// <summary>Ends when a bot asked for updates, or set a webhook, for the first time.</summary>
    public Task BotListens => World.Updates.BotListens;

    internal TelegramWorld World { get; }

    /// <summary>What the page may choose from; set by the program that runs the product too.</summary>
    internal CastDirectory Cast { get; } = new();

    public static async Task<SandboxServer> StartAsync(SandboxOptions? options = null, SandboxClock? clock = null, CancellationToken ct = default)
    {
        options ??= new SandboxOptions();
        clock ??= new SandboxClock();
        var world = new TelegramWorld(clock, options.Token, options.Limits);
        var webhook = new Webhook(world);
        var app = Build(options);
        var cast = new CastDirectory();
        Map(app, world, webhook, clock, () => cast);
        await app.StartAsync(ct);
        var server = new SandboxServer(app, clock, world, webhook);
        cast = server.Cast;
        return server;
    }

    /// <summary>Adds someone with a phone.</summary>
    /// <returns>The id by which the bot will know them.</returns>
    public long AddPerson(string name, string? username = null, string? language = null, string? role = null) =>
        World.AddPerson(name, username, language, role).Id;

    /// <summary>The phone of a person in their private chat with the bot, or in a group they belong to.</summary>
    internal Phone Phone(long person, long? group = null)
    {
        var owner = World.FindPerson(person) ?? throw new ArgumentException("Nobody has this id.", nameof(person));
        var chat = World.FindChat(group ?? person) ?? throw new ArgumentException("There is no such chat.", nameof(group));
        return new Phone(World, owner, chat);
    }

    public async ValueTask DisposeAsync()
    {
        await _webhook.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders(); // request paths hold the token, bodies hold what people wrote
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = MaxBody;
            form.MemoryBufferThreshold = (int)MaxBody; // in memory only: nothing of what people send touches the disk
            form.ValueLengthLimit = 1024 * 1024;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, RequestJson.Default));
        var app = builder.Build();
        app.Urls.Add(options.Url.GetLeftPart(UriPartial.Authority));
        return app;
    }

    private static void Map(WebApplication app, TelegramWorld world, Webhook webhook, SandboxClock clock, Func<CastDirectory> cast)
    {
        var faults = new Faults(clock);
        var api = new BotApi(world, faults, webhook);
        app.Use(OwnHouse.Guard);
        app.MapMethods("/bot{token}/{method}", ["GET", "POST"], api.CallAsync);
        app.MapGet("/file/bot{token}/{*path}", api.DownloadAsync);
        app.MapGet("/sandbox/events", (HttpContext http) => PhoneEvents.StreamAsync(http, world.Changes, app.Lifetime.ApplicationStopping));
        PeopleEndpoints.Map(app, world);
        ChatEndpoints.Map(app, world);
        FaultEndpoints.Map(app, faults, clock);
        ClockEndpoints.Map(app, clock, world.Changes);
        CastEndpoints.Map(app, cast);
        Page.Map(app);
        app.MapFallback(http => BotApi.WriteAsync(http, Refusal.NotFound));
        app.Lifetime.ApplicationStopping.Register(world.Updates.HangUp);
    }
}
