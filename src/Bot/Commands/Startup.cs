using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Regions;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Commands;

/// <summary>What comes before anything runs: configuration checked, data read, keys proved, schema brought up to date.</summary>
internal static class Startup
{
    /// <summary>Reads the kabupaten, its programmes, holidays and boundaries.</summary>
    /// <exception cref="StartRefusedException">A file is missing or wrong; the message names file, path and remedy.</exception>
    public static Jurisdiction ReadJurisdiction(IConfiguration configuration)
    {
        var options = configuration.GetSection(KabupatenOptions.Section).Get<KabupatenOptions>() ?? new KabupatenOptions();
        var privacy = configuration.GetSection(PrivacyOptions.Section).Get<PrivacyOptions>() ?? new PrivacyOptions();
        var regions = configuration["Regions:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "regions");
        var programmes = configuration["Programmes:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "programmes");
        try
        {
            var kabupaten = RegionFiles.Load(regions, options.Code);
            var catalogue = ProgrammeFiles.Load(programmes);
            var calendar = RegionFiles.LoadCalendar(regions);
            var zone = ZoneOf(options.TimeZone ?? kabupaten.TimeZone);
            var boundaries = BoundaryImport.Load(DataDirectory(configuration), kabupaten.Code);
            return new Jurisdiction(
                kabupaten,
                new RegionIndex(kabupaten, boundaries),
                catalogue,
                new LocalTime(zone, calendar.Holidays.Select(holiday => holiday.Date).ToHashSet()) { CoarseTimes = privacy.CoarseTimes },
                calendar)
            {
                Timers = TimerOptions.Read(configuration),
                Help = RegionFiles.LoadHelp(regions, kabupaten.Code.Value),
            };
        }
        catch (InvalidDataFileException wrong)
        {
            throw new StartRefusedException(wrong.Message);
        }
    }

    /// <summary>Builds EF Core's model of the store without touching the store.</summary>
    public static async Task LearnModelAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync(ct);
        _ = db.Model;
    }

    /// <summary>Makes the data directory, upgrades the store and proves that the keys fit it.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        services.GetRequiredService<KeyFiles>().EnsureDirectory();
        await services.GetRequiredService<StoreUpgrade>().RunAsync(ct);
        await services.GetRequiredService<KeyProof>().CheckAsync(ct);
    }

    /// <exception cref="StartRefusedException">The directory cannot be made or written.</exception>
    public static void EnsureDataDirectory(IConfiguration configuration)
    {
        var directory = DataDirectory(configuration);
        try
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var probe = Path.Combine(directory, ".probe");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Data:Directory '{directory}' cannot be written. Make it, owned by the account that runs Kentongan, or set another.");
        }
    }

    public static string DataDirectory(IConfiguration configuration) => configuration["Data:Directory"] ?? new DataOptions().Directory;

    private static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new StartRefusedException($"Kabupaten:TimeZone '{name}' is not known here. Use Asia/Jakarta, Asia/Makassar or Asia/Jayapura, and install tzdata.");
}
