using System.Security.Cryptography;
using Kentongan.Domain;
using Microsoft.Data.Sqlite;

namespace Kentongan.Triage.Keys;

/// <summary>
/// The data keys of reports, wrapped by the master key, in a file of their own beside the keys: outside the database and outside
/// its backups. Deleting a key makes the report unreadable in the live store, its log and every older backup (design 4).
/// </summary>
public sealed partial class ReportKeys(KeyFiles files, MasterKey master, Randomness random) : IDisposable
{
    internal const string FileName = "report-keys.db";
    private const int Ahead = 64;

    private static readonly string[] Setup =
    [
        "PRAGMA busy_timeout=10000",
        "PRAGMA journal_mode=TRUNCATE",
        "PRAGMA synchronous=FULL",
        "PRAGMA secure_delete=ON",
        "CREATE TABLE IF NOT EXISTS report_keys (report BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID",
    ];

    private readonly Lock _gate = new();
    private readonly Queue<(ReportId Report, byte[] Key)> _ready = new(Ahead);
    private SqliteConnection? _connection;

    /// <summary>
    /// An id for a new report whose key is durable already, so that no report is ever committed without its key. Ids are random, so
    /// they are made ahead, many in one transaction; what a crash leaves unused opens nothing.
    /// </summary>
    public (ReportId Report, byte[] Key) Next()
    {
        lock (_gate)
        {
            if (_ready.Count == 0)
            {
                MakeAhead();
            }

            return _ready.Dequeue();
        }
    }

    /// <returns>Null once the report is shredded, or where there was never a key for it.</returns>
    /// <exception cref="InvalidOperationException">The key is there, but what wraps it is not: that is no shredding and must not look like it.</exception>
    public byte[]? Find(ReportId report)
    {
        lock (_gate)
        {
            return Wrapped(report) is { Length: > 0 } wrapped
                ? master.Open(wrapped, Context(report)) ?? throw new InvalidOperationException("The master key of a report's key is missing.")
                : null;
        }
    }

    /// <summary>Shreds a report. Cannot be undone. An empty row stays, which tells a shredded report from a lost key.</summary>
    public void Destroy(ReportId report)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            Execute("UPDATE report_keys SET wrapped = zeroblob(length(wrapped)) WHERE report = $report", ("$report", Bytes(report))); // in its place
            Execute("INSERT INTO report_keys (report, wrapped) VALUES ($report, x'') ON CONFLICT DO UPDATE SET wrapped = x''", ("$report", Bytes(report)));
            transaction.Commit();
        }
    }

    /// <summary>Whether the key is there or was destroyed on purpose; anything else is a loss.</summary>
    internal bool Knows(ReportId report)
    {
        lock (_gate)
        {
            return Wrapped(report) is not null;
        }
    }

    public void Dispose() => _connection?.Dispose();

    private static string Context(ReportId report) => $"report_keys.wrapped.{report.Value:N}";

    private static byte[] Bytes(ReportId report) => report.Value.ToByteArray(bigEndian: true);

    private byte[]? Wrapped(ReportId report)
    {
        using var select = Command("SELECT wrapped FROM report_keys WHERE report = $report", ("$report", Bytes(report)));
        return select.ExecuteScalar() as byte[];
    }

    /// <summary>
    /// The active master key is asked for while the file is locked, and a key is retired under the same lock: nothing can be wrapped
    /// with a key that is just being destroyed.
    /// </summary>
    private void MakeAhead()
    {
        using var transaction = Open().BeginTransaction();
        var made = Enumerable.Range(0, Ahead).Select(_ => (Report: new ReportId(random.Id()), Key: RandomNumberGenerator.GetBytes(32))).ToList();
        foreach (var (report, key) in made)
        {
            Execute(
                "INSERT INTO report_keys (report, wrapped) VALUES ($report, $wrapped)",
                ("$report", Bytes(report)),
                ("$wrapped", master.Seal(key, Context(report))));
        }

        transaction.Commit();
        made.ForEach(_ready.Enqueue);
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = Open().CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>A rollback journal that is cut to nothing and deleted rows that are overwritten: no copy of a deleted key stays in the file.</summary>
    private SqliteConnection Open()
    {
        if (_connection is not null)
        {
            return _connection;
        }

        files.EnsureDirectory();
        var path = Path.Combine(files.Directory, FileName);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            foreach (var statement in Setup) // one by one: the driver swallows what fails after a statement with an answer
            {
                using var setup = connection.CreateCommand();
                setup.CommandText = statement;
                setup.ExecuteNonQuery();
            }
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw new StartRefusedException($"The file of keys '{path}' cannot be opened or is damaged. Put back its newest copy; without it no report can be read.");
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return _connection = connection;
    }
}
