using Kentongan.Triage.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kentongan.Triage.Store;

/// <summary>Brings the schema up to this version at start, forward only; EF Core takes a lock, so two processes take turns.</summary>
public sealed class StoreUpgrade(IDbContextFactory<TriageDb> contexts, IOptions<StoreOptions> options, IOptions<DataOptions> data)
{
    /// <exception cref="StartRefusedException">The store cannot be reached or is damaged, or would tell its logs what people wrote.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            RefuseTalkative(db);
            if (options.Value.Provider == StoreProvider.Sqlite)
            {
                await CheckFileAsync(db, ct);
            }

            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            {
                await ForgetDeadLockAsync(db, ct);
                await UpgradeAsync(db, ct);
            }
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException { InnerException: System.Data.Common.DbException })
        {
            throw new StartRefusedException(options.Value.Provider == StoreProvider.Sqlite
                ? $"The database in Data:Directory '{data.Value.Directory}' cannot be opened or is damaged. Put back the last backup, or move kentongan.db* away to start empty."
                : "PostgreSQL cannot be reached or refused the login. Check Store:ConnectionString and that the server runs.");
        }
    }

    /// <summary>What is bound to statements must not get into a log or an error (threat-model 4, row 2).</summary>
    private static void RefuseTalkative(TriageDb db)
    {
        if (db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>() is { IsSensitiveDataLoggingEnabled: true })
        {
            throw new StartRefusedException("EF Core's sensitive data logging is on: what people wrote would stand in logs and errors. Take EnableSensitiveDataLogging out.");
        }

        if (db is PostgresTriageDb && new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) is var asked && (asked.IncludeErrorDetail || asked.LogParameters))
        {
            throw new StartRefusedException("Store:ConnectionString asks for Include Error Detail or Log Parameters: what people wrote would stand in logs and errors. Take it out.");
        }
    }

    /// <summary>
    /// On PostgreSQL EF Core locks one migration at a time, and two processes that start together both take what the other is about to
    /// apply. A lock of the session holds the second back until the first is through with all of them; it then finds nothing to do.
    /// </summary>
    private async Task UpgradeAsync(TriageDb db, CancellationToken ct)
    {
        if (options.Value.Provider == StoreProvider.Sqlite)
        {
            await db.Database.MigrateAsync(ct);
            return;
        }

        await using var guard = await contexts.CreateDbContextAsync(ct);
        await guard.Database.OpenConnectionAsync(ct);
        await guard.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(7302501)", ct);
        try
        {
            await db.Database.MigrateAsync(ct);
        }
        finally
        {
            await guard.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(7302501)", CancellationToken.None);
        }
    }

    /// <summary>
    /// EF Core marks an upgrade of SQLite by a row and waits for whoever set it; a process that was killed in the middle never takes it
    /// away. An upgrade takes seconds, so a mark of minutes ago is nobody's.
    /// </summary>
    private async Task ForgetDeadLockAsync(TriageDb db, CancellationToken ct)
    {
        if (options.Value.Provider != StoreProvider.Sqlite)
        {
            return; // PostgreSQL's lock ends with its connection
        }

        const string Exists = "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (await db.Database.SqlQueryRaw<int>(Exists).SingleAsync(ct) > 0)
        {
            await db.Database.ExecuteSqlRawAsync(
                "DELETE FROM \"__EFMigrationsLock\" WHERE julianday(\"Timestamp\") < julianday('now', '-2 minutes')", ct);
        }
    }

    /// <summary>A file that is no database, or was cut short, must not be taken for an empty one.</summary>
    private static async Task CheckFileAsync(TriageDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (await command.ExecuteScalarAsync(ct) is not "ok")
        {
            throw new StartRefusedException("The database is damaged (quick_check failed). Put back the last backup, or move kentongan.db* away to start empty.");
        }

        await db.Database.CloseConnectionAsync();
    }
}
