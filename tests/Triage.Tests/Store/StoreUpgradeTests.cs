using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Store;

public sealed class StoreUpgradeTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("kentongan-store").FullName;

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    public void Dispose()
    {
        using (var pool = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database }.ToString()))
        {
            SqliteConnection.ClearPool(pool);
        }

        Directory.Delete(_directory, recursive: true);
    }

    private string Database => Path.Combine(_directory, "kentongan.db");

    [Theory, MemberData(nameof(Both))]
    public async Task The_migrations_are_not_behind_the_model(StoreProvider provider)
    {
        TestDatabases.Require(provider);
        await using var at = Start(provider, await ServerAsync(provider));
        await using var db = await at.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();

        Assert.False(db.Database.HasPendingModelChanges());

        await DropAsync(db);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_migrations_make_the_schema_of_the_model(StoreProvider provider)
    {
        TestDatabases.Require(provider);
        await using var migrated = Start(provider, await ServerAsync(provider));
        await migrated.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None);
        await using var one = await migrated.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        var byMigrations = await SchemaAsync(provider, one);
        await DropAsync(one);

        await using var fresh = Start(provider, await ServerAsync(provider));
        await using var other = await fresh.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        await other.Database.EnsureCreatedAsync();
        var byModel = await SchemaAsync(provider, other);
        await DropAsync(other);

        Assert.Contains("reports", string.Join('\n', byModel), StringComparison.Ordinal);
        Assert.Equal(byModel, byMigrations);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_processes_may_upgrade_at_once_and_again(StoreProvider provider)
    {
        TestDatabases.Require(provider);
        var server = await ServerAsync(provider);
        await using var first = Start(provider, server);
        await using var second = Start(provider, server);

        await Task.WhenAll(
            Task.Run(() => first.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None)),
            Task.Run(() => second.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None)));
        await first.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None);

        await using var db = await second.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await db.Reports.CountAsync());
        await DropAsync(db);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_in_one_sentence()
    {
        await File.WriteAllTextAsync(Database, new string('x', 8192));
        await using var at = Start(StoreProvider.Sqlite, null);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => at.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None));

        Assert.Equal($"The database in Data:Directory '{_directory}' cannot be opened or is damaged. Put back the last backup, or move kentongan.db* away to start empty.", refused.Message);
    }

    [Fact]
    public async Task A_damaged_page_is_found_at_start()
    {
        await TestDatabases.CopySqliteAsync(_directory);
        await using (var file = File.OpenWrite(Database))
        {
            file.Position = 4096 * 2;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 4096 * 4).ToArray());
        }

        await using var at = Start(StoreProvider.Sqlite, null);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => at.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None));

        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody;Password=geheim;Timeout=2")]
    [InlineData("Host=no-such-host.invalid;Username=nobody;Password=geheim;Timeout=2")]
    public async Task A_server_that_is_not_there_is_refused_in_one_sentence(string connection)
    {
        await using var at = Start(StoreProvider.Postgres, connection);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => at.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None));

        Assert.Equal("PostgreSQL cannot be reached or refused the login. Check Store:ConnectionString and that the server runs.", refused.Message);
    }

    [Fact]
    public async Task Every_sqlite_connection_is_durable_and_overwrites_what_it_deletes()
    {
        await TestDatabases.CopySqliteAsync(_directory);
        await using var at = Start(StoreProvider.Sqlite, null);
        await using var db = await at.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        await using var other = await at.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();

        foreach (var connection in new[] { db, other })
        {
            Assert.Equal("wal", await PragmaAsync(connection, "journal_mode"));
            Assert.Equal("2", await PragmaAsync(connection, "synchronous"));
            Assert.Equal("1", await PragmaAsync(connection, "secure_delete"));
            Assert.Equal("1", await PragmaAsync(connection, "foreign_keys"));
            Assert.Equal("10000", await PragmaAsync(connection, "busy_timeout"));
        }
    }

    private static async Task<string?> ServerAsync(StoreProvider provider) =>
        provider == StoreProvider.Postgres ? await TestDatabases.EmptyPostgresAsync() : null;

    private ServiceProvider Start(StoreProvider provider, string? connection) => new ServiceCollection()
        .AddLogging()
        .AddTriage(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Data:Directory"] = _directory,
                ["Store:Provider"] = provider.ToString(),
                ["Store:ConnectionString"] = connection,
            }).Build(),
            Jepara.Jurisdiction)
        .BuildServiceProvider();

    private static async Task DropAsync(TriageDb db)
    {
        if (db.Database.GetConnectionString() is { } connection && db is PostgresTriageDb)
        {
            await TestDatabases.DropPostgresAsync(connection);
        }
        else
        {
            await db.Database.EnsureDeletedAsync();
        }
    }

    /// <summary>Tables, columns with types and nullability, and indices, one a line.</summary>
    private static async Task<List<string>> SchemaAsync(StoreProvider provider, TriageDb db)
    {
        var sql = provider == StoreProvider.Sqlite
            ? """
              SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS Value
              FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND t.name NOT LIKE 'sqlite_%'
              UNION ALL SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
              ORDER BY 1
              """
            : """
              SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(character_maximum_length, 0) AS "Value"
              FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'
              UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory'
              ORDER BY 1
              """;
        var lines = await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
        return provider == StoreProvider.Sqlite ? [.. lines.Select(Columns).Order(StringComparer.Ordinal)] : lines;
    }

    /// <summary>A column that was added later stands at the end, on the same line, with a default for the rows that were there.</summary>
    private static string Columns(string sql) => string.Join('\n', sql
        .Replace(" DEFAULT 0", "", StringComparison.Ordinal)
        .Split([',', '\n', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Order(StringComparer.Ordinal));

    private static async Task<string?> PragmaAsync(TriageDb db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
