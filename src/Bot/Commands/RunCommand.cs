using System.Globalization;
using Kentongan.Bot.Configuration;
using Kentongan.Bot.Telegram;
using Kentongan.Bot.Telemetry;
using Kentongan.Triage;
using Kentongan.Triage.Help;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Web;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kentongan.Bot.Commands;

/// <summary>Runs the roles of this process until it is told to stop.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(Surroundings around, CancellationToken ct)
    {
        var builder = Hosting.CreateBuilder(around);
        var roles = ReadRoles(builder.Configuration["Roles"]);
        var telegram = ReadTelegram(builder.Configuration, roles);
        using var exporting = Exporting.Start(builder.Configuration);
        var reading = Task.Run(() => Startup.ReadJurisdiction(builder.Configuration), ct); // beside the building of the host: a third of a start

        builder.Services.AddTriage(builder.Configuration, () => reading.GetAwaiter().GetResult());
        builder.Services.AddTelegram(builder.Configuration);
        builder.Services.AddSingleton<Readiness>();
        if (roles.HasFlag(Roles.Bot))
        {
            builder.Services.AddBot(telegram.Mode);
        }

        if (roles.HasFlag(Roles.Jobs))
        {
            builder.Services.AddTriageJobs(builder.Configuration);
        }

        if (roles.HasFlag(Roles.Web))
        {
            builder.Services.AddTriageWeb(builder.Configuration);
        }

        builder.WebHost.UseUrls(builder.Configuration["Web:Url"] ?? "http://127.0.0.1:5080");
        builder.WebHost.ConfigureKestrel(ConfigureKestrel);
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => started); // a refused start is said by us, in one sentence
        await using var app = builder.Build();
        await Startup.LearnModelAsync(app.Services, ct);
        var jurisdiction = await reading; // wrong files stop the start before anything is made
        Startup.EnsureDataDirectory(builder.Configuration);
        using var onlyOne = roles.HasFlag(Roles.Bot) ? OnlyBot.Take(builder.Configuration) : null;
        await Startup.PrepareAsync(app.Services, ct);
        if (roles.HasFlag(Roles.Bot))
        {
            await app.Services.GetRequiredService<HelpProof>().CheckAsync(ct); // only the bot reads help
        }

        if (roles.HasFlag(Roles.Web))
        {
            app.MapTriageWeb();
        }

        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", (CancellationToken stop) => ReadyAsync(app.Services.GetRequiredService<Readiness>(), roles.HasFlag(Roles.Bot) && telegram.Mode == UpdateMode.Polling, stop)).AllowAnonymous();
        app.Services.GetRequiredService<Heartbeat>(); // its patience counts from the start
        app.Services.GetService<Webhook>()?.Map(app);

        await StartAsync(app, ct);
        started = true;
        await around.Output.WriteLineAsync($"Kentongan runs for {jurisdiction.Kabupaten.Name} ({roles.ToString().ToLower(CultureInfo.InvariantCulture)}).");
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException && !ct.IsCancellationRequested)
        {
            throw new StartRefusedException($"The address {app.Configuration["Web:Url"] ?? "http://127.0.0.1:5080"} is in use or not ours. Stop the other program, or set Web:Url to a free one.");
        }
    }

    private static void ConfigureKestrel(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, bool polls, CancellationToken ct)
    {
        var (isReady, word) = await readiness.AskAsync(polls, ct);
        return Results.Text(word, statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static Roles ReadRoles(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return Roles.All;
        }

        var roles = Roles.None;
        foreach (var word in given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            roles |= Enum.TryParse<Roles>(word, ignoreCase: true, out var role) && role is Roles.Bot or Roles.Jobs or Roles.Web
                ? Enum.Parse<Roles>(word, ignoreCase: true)
                : throw new StartRefusedException($"Roles has '{word}'. Use bot, jobs and web, parted by commas.");
        }

        return roles;
    }

    private static TelegramOptions ReadTelegram(IConfiguration configuration, Roles roles)
    {
        var options = TelegramSettings.Read(configuration);
        if (roles.HasFlag(Roles.Bot))
        {
            TelegramSettings.Check(options);
        }

        return options;
    }
}
