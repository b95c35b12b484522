using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace Kentongan.Triage.Tests.Store;

/// <summary>Hands out databases with the schema of this version. Each is copied from one that was migrated once a run, to be quick.</summary>
public sealed class TestDatabases : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteModel = new(MigrateSqliteAsync);
    private static readonly Lazy<Task<string>> PostgresModel = new(MigratePostgresAsync);

    /// <summary>Every provider, for theories.</summary>
    public static TheoryData<StoreProvider> Both { get; } = new(StoreProvider.Sqlite, StoreProvider.Postgres);

    private static string? Server => Environment.GetEnvironmentVariable("KENTONGAN_TEST_POSTGRES");

    /// <summary>Skips the test where the database is not there.</summary>
    public static void Require(StoreProvider provider)
    {
        if (provider == StoreProvider.Postgres && string.IsNullOrEmpty(Server))
        {
            Assert.Skip("KENTONGAN_TEST_POSTGRES is not set: there is no PostgreSQL to test on. ./dev test starts one.");
        }
    }

    /// <summary>A migrated SQLite file in the directory; its connection string is the default one.</summary>
    public static async Task CopySqliteAsync(string directory) =>
        File.Copy(await SqliteModel.Value, Path.Combine(directory, "kentongan.db"));

    /// <returns>The connection string of a new PostgreSQL database with the schema of this version.</returns>
    public static async Task<string> CopyPostgresAsync() => await CreatePostgresAsync(await PostgresModel.Value);

    /// <returns>The connection string of a new, empty PostgreSQL database.</returns>
    public static Task<string> EmptyPostgresAsync() => CreatePostgresAsync("template1");

    public static async Task DropPostgresAsync(string connectionString)
    {
        await using (var pool = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await OnServerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        if (SqliteModel.IsValueCreated)
        {
            Directory.Delete(Path.GetDirectoryName(await SqliteModel.Value)!, recursive: true);
        }

        if (PostgresModel.IsValueCreated)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {await PostgresModel.Value} WITH (FORCE)");
        }
    }

    private static async Task<string> MigrateSqliteAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("kentongan-model").FullName, "model.db");
        var source = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        await using var db = new SqliteTriageDb(new DbContextOptionsBuilder<SqliteTriageDb>().UseSqlite(source).Options);
        await db.Database.MigrateAsync();
        return path;
    }

    private static async Task<string> MigratePostgresAsync()
    {
        var source = new NpgsqlConnectionStringBuilder(await EmptyPostgresAsync()) { Pooling = false };
        await using var db = new PostgresTriageDb(new DbContextOptionsBuilder<PostgresTriageDb>().UseNpgsql(source.ToString()).Options);
        await db.Database.MigrateAsync();
        return source.Database!;
    }

    private static async Task<string> CreatePostgresAsync(string template)
    {
        var name = $"kentongan_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 30 }.ToString();
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
