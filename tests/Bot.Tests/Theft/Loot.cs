using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Kentongan.Bot.Tests.Theft;

/// <summary>One stolen database file, read without any key.</summary>
internal sealed class Loot(string path)
{
    private const int WalHeader = 32, FrameHeader = 24;

    public string Path => path;

    /// <summary>Every value in every table: table, column, number of its row, and the report that the row belongs to, where it says.</summary>
    public IEnumerable<(string Table, string Column, long Row, string? Report, object Value)> Values()
    {
        using var db = Open();
        foreach (var table in Texts(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'"))
        {
            using var select = Command(db, $"SELECT rowid, * FROM \"{table}\"");
            using var reader = select.ExecuteReader();
            var report = Enumerable.Range(1, reader.FieldCount - 1).Where(column => reader.GetName(column) == (table == "reports" ? "id" : "report")).DefaultIfEmpty(-1).First();
            while (reader.Read())
            {
                for (var column = 1; column < reader.FieldCount; column++)
                {
                    if (!reader.IsDBNull(column))
                    {
                        yield return (table, reader.GetName(column), reader.GetInt64(0), report < 0 || reader.IsDBNull(report) ? null : reader.GetString(report), reader.GetValue(column));
                    }
                }
            }
        }
    }

    /// <summary>When each report came, in ticks.</summary>
    public Dictionary<string, long> Received() => Rows("SELECT id, received_at FROM reports").ToDictionary(row => (string)row[0], row => (long)row[1]);

    /// <summary>Pseudonyms with the end of their conversation, in milliseconds, and how often each has changed.</summary>
    public List<(string Pseudonym, long Ends, long Version)> Conversations() =>
        [.. Rows("SELECT hex(pseudonym), expires_at, version FROM conversations").Select(row => ((string)row[0], (long)row[1], (long)row[2]))];

    public List<object[]> Rows(string sql)
    {
        using var db = Open();
        using var select = Command(db, sql);
        using var reader = select.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }

    public void Execute(string sql)
    {
        using var db = Open();
        using var command = Command(db, sql);
        command.ExecuteNonQuery();
    }

    /// <summary>The database as it was after each transaction that its write-ahead log still holds, oldest first.</summary>
    public static IEnumerable<Loot> Replayed(string database, string log, string into)
    {
        var wal = File.ReadAllBytes(log);
        if (wal.Length <= WalHeader)
        {
            yield break;
        }

        var (page, salt, replayed) = ((int)BinaryPrimitives.ReadUInt32BigEndian(wal.AsSpan(8)), wal[16..24], System.IO.Path.Combine(into, "replayed.db"));
        var file = File.ReadAllBytes(database);
        for (var at = WalHeader; at + FrameHeader + page <= wal.Length && wal.AsSpan(at + 8, 8).SequenceEqual(salt); at += FrameHeader + page)
        {
            var offset = ((int)BinaryPrimitives.ReadUInt32BigEndian(wal.AsSpan(at)) - 1) * page;
            Array.Resize(ref file, Math.Max(file.Length, offset + page));
            wal.AsSpan(at + FrameHeader, page).CopyTo(file.AsSpan(offset));
            if (BinaryPrimitives.ReadUInt32BigEndian(wal.AsSpan(at + 4)) > 0) // the last page of a transaction
            {
                (file[18], file[19]) = (1, 1); // read without its log
                File.WriteAllBytes(replayed, file);
                yield return new Loot(replayed);
            }
        }
    }

    /// <summary>A value as the bytes that a hash or an identifier could be.</summary>
    public static IEnumerable<byte[]> Bytes(object value)
    {
        switch (value)
        {
            case byte[] blob:
                yield return blob;
                break;
            case long number:
                var bytes = new byte[8];
                BinaryPrimitives.WriteInt64BigEndian(bytes, number);
                yield return bytes;
                yield return [.. bytes.Reverse()];
                break;
            case string text:
                yield return Encoding.UTF8.GetBytes(text);
                if (Guid.TryParse(text, out var id))
                {
                    yield return id.ToByteArray();
                    yield return id.ToByteArray(bigEndian: true);
                }

                if (text.Length >= 16 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit))
                {
                    yield return Convert.FromHexString(text);
                }

                break;
        }
    }

    private static List<string> Texts(SqliteConnection db, string sql)
    {
        using var select = Command(db, sql);
        using var reader = select.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return texts;
    }

    private SqliteConnection Open()
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        db.Open();
        return db;
    }

    private static SqliteCommand Command(SqliteConnection db, string sql)
    {
        var command = db.CreateCommand();
#pragma warning disable CA2100 // names from the stolen file itself
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
