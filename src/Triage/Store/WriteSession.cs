using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kentongan.Triage.Store;

/// <summary>
/// One context on one open connection, kept by the writer for as long as it is healthy, with the handful of statements of the
/// hot path prepared once. Not safe for two threads.
/// </summary>
internal sealed class WriteSession : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private readonly KeptStatements _kept = new();
    private readonly PreparedRows _rows;
    private IDbContextTransaction? _transaction;

    public WriteSession(TriageDb db)
    {
        Db = db;
        db.Kept = _kept;
        db.Database.AutoSavepointsEnabled = false; // a unit that fails takes the whole transaction back
        db.ChangeTracker.AutoDetectChangesEnabled = false; // looked for once, when a unit is saved: whoever asks for what is tracked would look each time
        _rows = new PreparedRows(this);
    }

    public TriageDb Db { get; }

    public async Task BeginAsync(CancellationToken ct)
    {
        if (Db.Database.GetDbConnection().State != ConnectionState.Open)
        {
            await OpenAsync(ct);
        }

        _transaction = await Db.Database.BeginTransactionAsync(ct);
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        await Db.Database.OpenConnectionAsync(ct);
        if (Db is SqliteTriageDb)
        {
            await Db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-16000", ct); // ids are random: each new row lies on a page of its own
        }
    }

    /// <summary>Sends what a unit left with the context, and forgets it.</summary>
    public async Task SaveAsync()
    {
        await _rows.SaveAsync();
        Db.ChangeTracker.Clear();
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        await _transaction!.CommitAsync(ct);
        await _transaction.DisposeAsync();
        _transaction = null;
    }

    /// <summary>A prepared statement with its parameters <c>@p0</c>, <c>@p1</c> … filled in; bytes, numbers, strings or null.</summary>
    public DbCommand Statement(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.Transaction = _transaction?.GetDbTransaction();
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        Db.Kept = null;
        _kept.Dispose();
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        if (_transaction is not null)
        {
            await _transaction.DisposeAsync(); // rolls back
        }

        await Db.DisposeAsync();
    }
}
