using Kentongan.Bot.Configuration;
using Kentongan.Triage;

namespace Kentongan.Bot.Commands;

/// <summary>The host that every command is built on.</summary>
internal static class Hosting
{
    public static WebApplicationBuilder CreateBuilder(Surroundings around)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = around.Settings,
            ContentRootPath = Directory.GetCurrentDirectory(),
            ApplicationName = typeof(Hosting).Assembly.GetName().Name,
        });
        builder.Configuration.AddUserSecrets(typeof(Hosting).Assembly, optional: true);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddCommandLine(around.Settings);
        SettingsCheck.Run(builder.Configuration, around.Settings);
        if (builder.Configuration.GetValue<bool>($"{TelemetryOptions.Section}:{nameof(TelemetryOptions.JsonLogs)}"))
        {
            builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "O"));
        }

        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Kentongan", LogLevel.Information);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // its keys lie in the key directory like all others
        builder.Services.AddSingleton(around.Time);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        return builder;
    }

    /// <summary>Services for a command that works on the store and then ends.</summary>
    public static async Task<WebApplication> OpenStoreAsync(Surroundings around, CancellationToken ct)
    {
        var builder = CreateBuilder(around);
        var jurisdiction = Startup.ReadJurisdiction(builder.Configuration);
        Startup.EnsureDataDirectory(builder.Configuration);
        builder.Services.AddTriage(builder.Configuration, jurisdiction);
        builder.Services.AddTelegram(builder.Configuration);
        var app = builder.Build();
        await Startup.PrepareAsync(app.Services, ct);
        return app;
    }
}
