using Kentongan.Domain;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>The whole back office of Jepara on a database of its own, at a time that a test sets. Starts on a Wednesday at 10:00 local.</summary>
internal sealed partial class Desk : IAsyncDisposable
{
    private readonly List<ServiceProvider> _processes = [];
    private readonly StoreProvider _provider;
    private readonly string? _connection;
    private readonly Dictionary<string, string?> _more;
    private readonly int _seed;
    private readonly Jurisdiction _jurisdiction;
    private int _registered;

    private Desk(StoreProvider provider, string? connection, int seed, Dictionary<string, string?> more, Jurisdiction jurisdiction)
    {
        (_provider, _connection, _seed, _more, _jurisdiction) = (provider, connection, seed, more, jurisdiction);
        Services = Process();
    }

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("kentongan-desk").FullName;

    public string Keys => Path.Combine(Directory, "keys");

    public string Data => Path.Combine(Directory, "data");

    public IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(_more)
    {
        ["Data:Directory"] = Data,
        ["Keys:Directory"] = Keys,
        ["Store:Provider"] = _provider.ToString(),
        ["Store:ConnectionString"] = _connection,
        ["Privacy:OfferDelay"] = _more.GetValueOrDefault("Privacy:OfferDelay", "00:00:00"), // most tests look at the minute
    }).Build();

    public FixedClock Clock { get; } = new(Jepara.At("10:00"));

    public ServiceProvider Services { get; }

    public Committer Committer => Get<Committer>();

    /// <param name="crew">Officers to bind, as in <see cref="BindAsync"/>, parted by blanks.</param>
    public static async Task<Desk> OpenAsync(
        StoreProvider provider, string crew = "", int seed = 1, Dictionary<string, string?>? settings = null, Jurisdiction? jurisdiction = null)
    {
        TestDatabases.Require(provider);
        var desk = new Desk(provider, provider == StoreProvider.Postgres ? await TestDatabases.CopyPostgresAsync() : null, seed, settings ?? [], jurisdiction ?? Jepara.Jurisdiction);
        if (provider == StoreProvider.Sqlite)
        {
            await TestDatabases.CopySqliteAsync(desk.Data);
        }

        foreach (var seat in crew.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await desk.BindAsync(seat);
        }

        return desk;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Another process on the same data and keys.</summary>
    public ServiceProvider Process()
    {
        var process = Register(new ServiceCollection().AddLogging()).BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    /// <summary>What a process on this data and these keys is made of.</summary>
    public IServiceCollection Register(IServiceCollection services)
    {
        System.IO.Directory.CreateDirectory(Data);
        services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<Randomness>(new SeededRandomness(_seed + (1000 * _registered++)))
            .AddTriage(Configuration, _jurisdiction)
            .AddSingleton<JobRunner>();
        foreach (var scheduled in JobSchedule.All)
        {
            services.AddSingleton(scheduled.Job);
        }

        return services;
    }

    public Task<T> CommitAsync<T>(Func<Unit, Task<T>> unit) => Committer.CommitAsync(unit, CancellationToken.None);

    public Task CommitAsync(Func<Unit, Task> unit) => Committer.CommitAsync(unit, CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<TriageDb, Task<T>> query)
    {
        await using var db = await Get<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        return await query(db);
    }

    /// <summary>Runs a job once, as the engine would.</summary>
    public Task<int> RunAsync<TJob>()
        where TJob : IJob => Get<TJob>().RunAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        if (_connection is not null)
        {
            await TestDatabases.DropPostgresAsync(_connection);
        }

        // Only the pool of this database: others are in use by tests that run beside this one.
        using (var pool = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data, "kentongan.db") }.ToString()))
        {
            SqliteConnection.ClearPool(pool);
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
