using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Kentongan.Bench.Runs;

/// <summary>What the disk and SQLite can do by themselves: the measure for all other figures.</summary>
internal static class Reference
{
    /// <summary>Durable transactions a second of one row each: WAL, synchronous=FULL, one connection, prepared.</summary>
    public static double Transactions(string directory, TimeSpan during)
    {
        var path = Path.Combine(directory, $"reference-{Guid.CreateVersion7():N}.db");
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO rows (body) VALUES ($body)";
            insert.Parameters.AddWithValue("$body", new byte[200]);
            var clock = Stopwatch.StartNew();
            var count = 0;
            for (; clock.Elapsed < during; count++)
            {
                insert.ExecuteNonQuery();
            }

            var rate = count / clock.Elapsed.TotalSeconds;
            connection.Close();
            Delete(path);
            return rate;
        }
    }

    /// <summary>Writes of 4 KB a second, each on disk before the next.</summary>
    public static double Syncs(string directory, TimeSpan during)
    {
        var path = Path.Combine(directory, $"reference-{Guid.CreateVersion7():N}.bin");
        using (var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write))
        {
            var page = new byte[4096];
            var clock = Stopwatch.StartNew();
            var count = 0;
            for (; clock.Elapsed < during; count++)
            {
                RandomAccess.Write(file, page, count * 4096L);
                RandomAccess.FlushToDisk(file);
            }

            var rate = count / clock.Elapsed.TotalSeconds;
            File.Delete(path);
            return rate;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant text
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Delete(string path)
    {
        foreach (var end in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + end);
        }
    }
}
