using Kentongan.Bot;
using Kentongan.Bot.Commands;
using Kentongan.Bot.Configuration;
using Kentongan.Domain;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kentongan.Simulation.World;

/// <summary>The product's own services on one store. A crash takes everything that is in memory; what is on disk stands.</summary>
internal sealed class Machine(string directory, int seed, VirtualClock clock, AirTelegram air, Power power, HeardErrors errors, Statements? statements) : IAsyncDisposable
{
    private const string Seen = "INSERT INTO seen_updates (id, at) VALUES (@p0, @p1) ON CONFLICT (id) DO NOTHING";

    private readonly Dice _dice = new(seed);
    private ServiceProvider? _services;

    public Jurisdiction Jurisdiction { get; } = Startup.ReadJurisdiction(Settings(directory));

    public string Database => Path.Combine(directory, "data", "kentongan.db");

    /// <summary>Since when the machine has been running without a pause: nothing can be met before.</summary>
    public DateTimeOffset AwakeSince { get; private set; } = clock.Now;

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    public async Task StartAsync()
    {
        var first = _services is null;
        if (_services is { } crashed)
        {
            await crashed.DisposeAsync();
        }

        _services = Build();
        power.On();
        AwakeSince = clock.Now;
        if (first)
        {
            Directory.CreateDirectory(Path.Combine(directory, "data"));
            await Startup.PrepareAsync(_services, CancellationToken.None);
        }
        else
        {
            await Get<KeyProof>().CheckAsync(CancellationToken.None);
        }
    }

    /// <summary>It slept, or its clock was put forward: nothing ran meanwhile, and nothing was lost.</summary>
    public void SleepUntil(DateTimeOffset time)
    {
        clock.Reach(time);
        AwakeSince = clock.Now;
    }

    public Task<T> CommitAsync<T>(Func<Unit, Task<T>> unit) => Get<Committer>().CommitAsync(unit, CancellationToken.None);

    /// <summary>One update as a turn takes it: what comes twice, because nobody confirmed it before a crash, acts once.</summary>
    public Task<T?> TurnAsync<T>(long update, Func<Unit, Task<T>> act)
        where T : class => CommitAsync(async unit =>
        {
            var hour = unit.Now.ToUnixTimeSeconds() / 3_600 * 3_600_000;
            return await unit.Statement(Seen, update, hour).ExecuteNonQueryAsync() == 0 ? null : await act(unit);
        });

    public Task<int> RunAsync<TJob>()
        where TJob : IJob => Get<TJob>().RunAsync(CancellationToken.None);

    /// <summary>With the note of the run that readiness and the auditor look at.</summary>
    public Task RunNotedAsync<TJob>()
        where TJob : IJob => Get<JobRunner>().RunAsync(typeof(TJob), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        using var pool = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database }.ToString());
        SqliteConnection.ClearPool(pool);
    }

    private static IConfiguration Settings(string directory) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Data:Directory"] = Path.Combine(directory, "data"),
        ["Keys:Directory"] = Path.Combine(directory, "keys"),
        ["Telegram:Token"] = "1:simulation",
    }).Build();

    private ServiceProvider Build()
    {
        var configuration = Settings(directory);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders().AddProvider(errors).SetMinimumLevel(LogLevel.Error))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<Randomness>(_dice)
            .AddTriage(configuration, Jurisdiction)
            .AddTelegram(configuration)
            .AddBot(UpdateMode.Polling)
            .AddSingleton(air.Client())
            .AddSingleton<JobRunner>()
            .ConfigureDbContext<SqliteTriageDb>(options => options.AddInterceptors([power, new Unsynced(), .. statements is null ? Array.Empty<IInterceptor>() : [statements]]));
        foreach (var scheduled in JobSchedule.All)
        {
            services.AddSingleton(scheduled.Job);
        }

        return services.BuildServiceProvider();
    }
}
