using System.Buffers.Binary;
using System.Globalization;
using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kentongan.Bot.Tests.Theft;

/// <summary>
/// A PostgreSQL database in the hands of the thief: every row carried into one file in the order in which rows lie in the heap, beside each the
/// transaction that wrote it; and the heap itself, where rows lie that were swept away.
/// </summary>
internal sealed class ServerLoot(string connection)
{
    /// <summary>What a row of a heap begins with: the transaction that wrote it, and so many bytes up to its first column.</summary>
    private const int RowHeader = 24;

    /// <summary>What is written in one transaction may bear the numbers of its parts, one after the other.</summary>
    private const int Near = 4;

    private static string? Server => Environment.GetEnvironmentVariable("KENTONGAN_TEST_POSTGRES");

    /// <summary>A database of its own with the schema of this version; the test is skipped where there is no server.</summary>
    public static async Task<string> OpenAsync()
    {
        if (string.IsNullOrEmpty(Server))
        {
            Assert.Skip("KENTONGAN_TEST_POSTGRES is not set: there is no PostgreSQL to test on. ./dev test starts one.");
        }

        var name = $"kentongan_{Guid.NewGuid():N}";
        await OnAsync(Server, $"CREATE DATABASE {name}");
        var source = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString();
        await using var db = new PostgresTriageDb(new DbContextOptionsBuilder<PostgresTriageDb>().UseNpgsql(source).Options);
        await db.Database.MigrateAsync();
        return source;
    }

    public static async Task DropAsync(string connection)
    {
        await using (var pool = new NpgsqlConnection(connection))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await OnAsync(Server!, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <summary>All tables as one file of SQLite: what the thief tries is the same on both.</summary>
    public async Task<Loot> CarryAsync(string path)
    {
        await using var from = await NpgsqlDataSource.Create(connection).OpenConnectionAsync();
        await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await to.OpenAsync();
        await using var carrying = await to.BeginTransactionAsync();
        foreach (var table in await TextsAsync(from, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_%'"))
        {
            await CarryAsync(from, to, table);
        }

        await carrying.CommitAsync();
        return new Loot(path);
    }

    /// <summary>
    /// Ties reports to pseudonyms whose row, standing or swept away, was written together with the story: from the bytes of the heap.
    /// </summary>
    public async Task<List<(string Pseudonym, string Report)>> FromHeapAsync(IEnumerable<string> pseudonyms)
    {
        await using var from = await NpgsqlDataSource.Create(connection).OpenConnectionAsync();
        await using var select = new NpgsqlCommand("CHECKPOINT; SELECT pg_read_binary_file(pg_relation_filepath('conversations'))", from);
        var heap = (byte[])(await select.ExecuteScalarAsync())!;
        var filed = (await TextsAsync(from, "SELECT xmin::text || ' ' || report::text FROM report_contents"))
            .ConvertAll(text => (Written: long.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture), Report: text.Split(' ')[1]));
        var ties = new List<(string, string)>();
        foreach (var pseudonym in pseudonyms)
        {
            var name = Convert.FromHexString(pseudonym);
            for (var at = heap.AsSpan().IndexOf(name); at > RowHeader; at = heap.AsSpan(at + 1).IndexOf(name) is var next and >= 0 ? at + 1 + next : -1)
            {
                foreach (var header in (int[])[RowHeader + 1, RowHeader + 4, RowHeader + 9])
                {
                    long written = BinaryPrimitives.ReadUInt32LittleEndian(heap.AsSpan(Math.Max(0, at - header)));
                    ties.AddRange(filed.Where(report => Math.Abs(report.Written - written) <= Near).Select(report => (pseudonym, report.Report)));
                }
            }
        }

        return [.. ties.Distinct()];
    }

    /// <summary>Ties each report to the conversations that were written together with it, as they stand.</summary>
    public static List<(string Pseudonym, string Report)> SameTransaction(Loot carried) =>
        [.. carried.Rows($"SELECT DISTINCT hex(c.pseudonym), r.report FROM conversations c JOIN report_contents r ON abs(r.xmin - c.xmin) <= {Near}").Select(row => ((string)row[0], (string)row[1]))];

    private static async Task CarryAsync(NpgsqlConnection from, SqliteConnection to, string table)
    {
        await using var select = new NpgsqlCommand($"SELECT xmin::text::bigint AS xmin, * FROM \"{table}\" ORDER BY ctid", from);
        await using var reader = await select.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).ToList();
        await using var create = to.CreateCommand();
#pragma warning disable CA2100 // names of the stolen database itself
        create.CommandText = $"CREATE TABLE \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{reader.GetName(column)}\""))})";
        await create.ExecuteNonQueryAsync();
        await using var insert = to.CreateCommand();
        insert.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", columns.Select(column => $"@p{column}"))})";
#pragma warning restore CA2100
        while (await reader.ReadAsync())
        {
            insert.Parameters.Clear();
            columns.ForEach(column => insert.Parameters.AddWithValue($"@p{column}", Plain(reader.GetValue(column))));
            await insert.ExecuteNonQueryAsync();
        }
    }

    /// <summary>As SQLite would keep it: times in ticks, ids as text.</summary>
    private static object Plain(object value) => value switch
    {
        DateTime time => time.Ticks,
        Guid id => id.ToString("D"),
        bool flag => flag ? 1L : 0L,
        short or int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        byte[] or string or DBNull => value,
        Array many => string.Join(' ', many.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static async Task<List<string>> TextsAsync(NpgsqlConnection from, string sql)
    {
#pragma warning disable CA2100 // of this file alone
        await using var select = new NpgsqlCommand(sql, from);
#pragma warning restore CA2100
        await using var reader = await select.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static async Task OnAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString());
        await connection.OpenAsync();
#pragma warning disable CA2100 // of this file alone
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
