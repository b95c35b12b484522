using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Regions;
using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kentongan.Triage.Tests.Retention;

/// <summary>A data directory and a key directory on disk, on which any number of processes can be started.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly Lazy<Jurisdiction> Jepara = new(ReadJepara);

    private readonly List<Process> _processes = [];
    private readonly StoreProvider _provider;
    private readonly string? _postgres;

    private Installation(StoreProvider provider, string? postgres) => (_provider, _postgres) = (provider, postgres);

    public static TheoryData<StoreProvider> BothStores { get; } = new(StoreProvider.Sqlite, StoreProvider.Postgres);

    public string Home { get; } = Directory.CreateTempSubdirectory("kentongan-retention").FullName;

    public string Data => Path.Combine(Home, "data");

    public string Keys => Path.Combine(Home, "keys");

    public HandClock Clock { get; } = new() { Now = new DateTimeOffset(2026, 9, 16, 3, 0, 0, TimeSpan.Zero) };

    public static async Task<Installation> NewAsync(StoreProvider provider = StoreProvider.Sqlite)
    {
        if (provider == StoreProvider.Sqlite)
        {
            return new Installation(provider, null);
        }

        var name = $"kentongan_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        return new Installation(provider, new NpgsqlConnectionStringBuilder(Server()) { Database = name }.ToString());
    }

    /// <summary>Starts as the program does: schema, then the proof of the keys.</summary>
    public async Task<Process> StartAsync(string? data = null, string? keys = null, params (string Name, string Value)[] settings)
    {
        Directory.CreateDirectory(data ?? Data);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Data:Directory", data ?? Data),
            new("Keys:Directory", keys ?? Keys),
            new("Store:Provider", _provider.ToString()),
            new("Store:ConnectionString", _postgres),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddTriage(configuration, Jepara.Value);
        services.AddSingleton<Triage.Jobs.BackUp>();
        var process = new Process(services.BuildServiceProvider());
        _processes.Add(process);
        await process.Get<StoreUpgrade>().RunAsync(CancellationToken.None);
        await process.Get<KeyProof>().CheckAsync(CancellationToken.None);
        return process;
    }

    /// <summary>Names of the files, among the data and the keys, in which these bytes stand anywhere.</summary>
    public IReadOnlyList<string> FilesWith(byte[] bytes) =>
        [.. Directory.EnumerateFiles(Home, "*", SearchOption.AllDirectories).Where(file => Read(file).AsSpan().IndexOf(bytes) >= 0).Select(file => Path.GetRelativePath(Home, file))];

    /// <summary>The wrapped key of a report as it lies on disk.</summary>
    public byte[] WrappedKey(Guid report)
    {
        using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Keys, "report-keys.db"), Pooling = false }.ToString());
        file.Open();
        using var select = file.CreateCommand();
        select.CommandText = "SELECT wrapped FROM report_keys WHERE report = $report";
        select.Parameters.AddWithValue("$report", report.ToByteArray(bigEndian: true));
        return (byte[])select.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Home, recursive: true);
        if (_postgres is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(_postgres).Database} WITH (FORCE)");
        }
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Server()
    {
        if (Environment.GetEnvironmentVariable("KENTONGAN_TEST_POSTGRES") is { Length: > 0 } server)
        {
            return server;
        }

        Assert.Skip("KENTONGAN_TEST_POSTGRES is not set: there is no PostgreSQL to test on. ./dev test starts one.");
        return "";
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server()) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static Jurisdiction ReadJepara()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Kentongan.slnx")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        var kabupaten = RegionFiles.Load(Path.Combine(root.FullName, "regions"), "33.20");
        return new Jurisdiction(
            kabupaten,
            new RegionIndex(kabupaten, boundaries: null),
            ProgrammeFiles.Load(Path.Combine(root.FullName, "programmes")),
            new LocalTime(TimeZoneInfo.FindSystemTimeZoneById(kabupaten.TimeZone), new HashSet<DateOnly>()));
    }
}

/// <summary>Time that stands still until a test moves it.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
