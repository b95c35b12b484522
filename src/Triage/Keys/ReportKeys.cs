using System.Security.Cryptography;
using Kentongan.Domain;
using Microsoft.Data.Sqlite;

namespace Kentongan.Triage.Keys;

/// <summary>
/// The data keys of reports, wrapped by the master key, in a file of their own beside the keys: outside the database and outside
/// its backups. Deleting a key makes the report unreadable in the live store, its log and every older backup (design 4).
/// </summary>
public sealed class ReportKeys(KeyFiles files, MasterKey master, Randomness random) : IDisposable
{
    private const int Ahead = 64;

    private readonly Lock _gate = new();
    private readonly Queue<(ReportId Report, byte[] Key)> _ready = new(Ahead);
    private SqliteConnection? _connection;

    /// <summary>Whether the file is there; it is made with the first report.</summary>
    public bool Exists => File.Exists(Path);

    private string Path => System.IO.Path.Combine(files.Directory, "report-keys.db");

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

    /// <returns>Null once the report is shredded.</returns>
    public byte[]? Find(ReportId report)
    {
        lock (_gate)
        {
            using var select = Open().CreateCommand();
            select.CommandText = "SELECT wrapped FROM report_keys WHERE report = $report";
            select.Parameters.AddWithValue("$report", report.Value.ToByteArray(bigEndian: true));
            return select.ExecuteScalar() is byte[] wrapped ? master.Open(wrapped, Context(report)) : null;
        }
    }

    /// <summary>Shreds a report. Cannot be undone.</summary>
    public void Destroy(ReportId report)
    {
        lock (_gate)
        {
            using var delete = Open().CreateCommand();
            delete.CommandText = "DELETE FROM report_keys WHERE report = $report";
            delete.Parameters.AddWithValue("$report", report.Value.ToByteArray(bigEndian: true));
            delete.ExecuteNonQuery();
        }
    }

    public void Dispose() => _connection?.Dispose();

    private void MakeAhead()
    {
        using var transaction = Open().BeginTransaction();
        for (var i = 0; i < Ahead; i++)
        {
            var (report, key) = (new ReportId(random.Id()), RandomNumberGenerator.GetBytes(32));
            using var insert = Open().CreateCommand();
            insert.CommandText = "INSERT INTO report_keys (report, wrapped) VALUES ($report, $wrapped)";
            insert.Parameters.AddWithValue("$report", report.Value.ToByteArray(bigEndian: true));
            insert.Parameters.AddWithValue("$wrapped", master.Seal(key, Context(report)));
            insert.ExecuteNonQuery();
            _ready.Enqueue((report, key));
        }

        transaction.Commit();
    }

    private static string Context(ReportId report) => $"report_keys.wrapped.{report.Value:N}";

    /// <summary>A rollback journal that is cut to nothing and deleted rows that are overwritten: no copy of a deleted key stays in the file.</summary>
    private SqliteConnection Open()
    {
        if (_connection is not null)
        {
            return _connection;
        }

        files.EnsureDirectory();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var setup = connection.CreateCommand();
        setup.CommandText =
            "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=10000;" +
            "CREATE TABLE IF NOT EXISTS report_keys (report BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;";
        setup.ExecuteNonQuery();
        return _connection = connection;
    }
}
