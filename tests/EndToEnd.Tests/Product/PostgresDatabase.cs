using Npgsql;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>A database of its own on the server that the test run was given, gone at the end.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name = $"e2e_{Guid.NewGuid():N}";

    private PostgresDatabase(string server) => _server = server;

    public string[] Settings =>
        ["--Store:Provider=Postgres", $"--Store:ConnectionString={new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = true, MaxPoolSize = 20 }}"];

    /// <summary>Skips the test where no server was given.</summary>
    public static async Task<PostgresDatabase> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable("KENTONGAN_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "KENTONGAN_TEST_POSTGRES names no PostgreSQL server; ./dev test starts one.");
        var database = new PostgresDatabase(server!);
        await database.RunAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = false }.ToString());
        await connection.OpenAsync();
#pragma warning disable CA2100 // a table of ours
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What whoever carries the disk of the server away would read: every file of this database, and the write-ahead log since a moment.</summary>
    public async IAsyncEnumerable<(string Name, byte[] Bytes)> FilesAsync(DateTimeOffset since)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using (var flush = new NpgsqlCommand("CHECKPOINT", connection))
        {
            await flush.ExecuteNonQueryAsync();
        }

        var names = new List<string>();
        await using (var list = new NpgsqlCommand(
            """
            SELECT 'base/' || oid || '/' || pg_ls_dir('base/' || oid) FROM pg_database WHERE datname = current_database()
            UNION ALL SELECT 'pg_wal/' || name FROM pg_ls_waldir() WHERE modification >= @since
            """,
            connection))
        {
            list.Parameters.AddWithValue("since", since.UtcDateTime);
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names)
        {
            await using var read = new NpgsqlCommand("SELECT pg_read_binary_file(@name, 0, 1000000000, true)", connection);
            read.Parameters.AddWithValue("name", name);
            if (await read.ExecuteScalarAsync() is byte[] bytes)
            {
                yield return (name, bytes);
            }
        }
    }

    public ValueTask DisposeAsync() => new(RunAsync($"DROP DATABASE {_name} WITH (FORCE)"));

    private async Task RunAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // a name of ours
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
