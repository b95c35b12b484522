using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Kentongan.Triage.Store;

/// <summary>
/// What every SQLite connection must have: durable at each commit, patient with another process, and with deleted rows
/// overwritten, so that a draft that is gone is gone from the file as well (threat-model 4, row 6).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // The log is carried over by EmptyLog, beside the writer; only what outruns it, 80 MB, is carried over within a commit.
    // Patience first, so that the others wait for another process too. Each on its own: the driver swallows the errors of later
    // statements of one command.
    private static readonly string[] Pragmas =
        ["busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "wal_autocheckpoint=20000"];

    private static readonly ConditionalWeakTable<sqlite3, object> Known = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Known.TryGetValue(handle, out _))
        {
            return; // it comes from the pool and has them still
        }

        using var command = connection.CreateCommand();
        foreach (var pragma in Pragmas)
        {
            command.CommandText = "PRAGMA " + pragma;
            command.ExecuteNonQuery();
        }

        Known.AddOrUpdate(handle, Known);
    }
}
