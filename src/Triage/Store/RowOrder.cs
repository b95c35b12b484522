using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Kentongan.Triage.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Store;

/// <summary>
/// Makes databases forget in which order rows of people came (threat-model 4, row 6). SQLite numbers rows one after the other; PostgreSQL keeps
/// with each row the transaction that wrote it, which for a conversation is the one that filed its report. Reports have their time anyway;
/// what could be laid beside it must not.
/// </summary>
public sealed class RowOrder(IDbContextFactory<TriageDb> contexts, Committer committer, IOptions<StoreOptions> store)
{
    private const string LockNotAvailable = "55P03";

    /// <summary>What each table looked like after it was mixed: an untouched one is left alone.</summary>
    private readonly ConcurrentDictionary<string, string> _mixed = [];

    public async Task ForgetAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var table in db.Model.GetEntityTypes().Where(IsOfPeople))
        {
            await (store.Value.Provider == StoreProvider.Sqlite ? RenumberAsync(db, table, ct) : RewriteAsync(db, table, ct));
        }
    }

    /// <summary>Rows that a person stands behind and no report: found by a pseudonym or a mark, or of help. What is numbered is only there for hours.</summary>
    internal static bool IsOfPeople(IReadOnlyEntityType table) =>
        table.ClrType == typeof(ConversationRow) || table.ClrType == typeof(ReputationRow) || table.ClrType == typeof(DailyLimitRow)
        || (table.GetTableName()!.StartsWith("help_", StringComparison.Ordinal) && Key(table) is { ValueGenerated: ValueGenerated.Never });

    /// <summary>Conversations, of which there may be thousands, get a random number when they are written.</summary>
    private async Task RenumberAsync(TriageDb db, IEntityType table, CancellationToken ct)
    {
        if (table.ClrType == typeof(ConversationRow) || Key(table)!.ClrType == typeof(long)) // such a key is the number of its row, and random
        {
            return;
        }

        var name = table.GetTableName()!;
        if (await LookAsync(db, $"SELECT count(*) || ' ' || coalesce(max(rowid), 0) FROM {name}", ct) is var look && _mixed.GetValueOrDefault(name) != look)
        {
            _mixed[name] = await committer.CommitAsync(
                async unit =>
                {
                    await unit.Statement($"UPDATE {name} SET rowid = abs(random() / 2)").ExecuteNonQueryAsync(CancellationToken.None);
                    return Convert.ToString(
                        await unit.Statement($"SELECT count(*) || ' ' || coalesce(max(rowid), 0) FROM {name}").ExecuteScalarAsync(CancellationToken.None), CultureInfo.InvariantCulture)!;
                },
                ct);
        }
    }

    /// <summary>
    /// Every row anew, in an order of chance and in one transaction, then the table in a file of its own: swept rows stay in the old pages until
    /// something is written over them, and with them the transaction that filed a report. In place, so that whoever erases a row meanwhile
    /// does erase it. What is long lies elsewhere and is written anew only if it seems to change.
    /// </summary>
    private async Task RewriteAsync(TriageDb db, IEntityType table, CancellationToken ct)
    {
        var (name, key) = (table.GetTableName()!, Key(table)!.GetColumnName());
        var look = $"SELECT coalesce(string_agg(DISTINCT xmin::text, ' '), '') AS \"Value\" FROM {name}";
        if (await LookAsync(db, look, ct) is var before && (before.Length == 0 || _mixed.GetValueOrDefault(name) == before))
        {
            return;
        }

        var columns = table.GetProperties().Where(column => !column.IsPrimaryKey()).ToList();
        var (column, value) = columns.Find(column => column.ClrType == typeof(byte[]))?.GetColumnName() is { } bytes
            ? (bytes, $"{bytes} || ''::bytea")
            : (columns[0].GetColumnName(), columns[0].GetColumnName());
#pragma warning disable EF1002 // names of the model
        await db.Database.ExecuteSqlRawAsync(
            $"""
            DO $$ DECLARE one record; BEGIN
              FOR one IN SELECT {key} AS key FROM {name} ORDER BY random() LOOP
                UPDATE {name} SET {column} = {value} WHERE {key} = one.key;
              END LOOP;
            END $$
            """.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
            ct);
        if (await SweepAsync(db, name, ct))
        {
            _mixed[name] = await LookAsync(db, look, ct);
        }
    }

    /// <returns>False where somebody reads the table for long, as <c>pg_dump</c> does: writers must not wait behind us, so the next run tries again.</returns>
    private static async Task<bool> SweepAsync(TriageDb db, string table, CancellationToken ct)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("SET lock_timeout = '500ms'", ct); // of this connection; the pool takes it back
            await db.Database.ExecuteSqlRawAsync($"VACUUM (FULL) {table}", ct);
            return true;
        }
        catch (DbException busy) when (busy.SqlState == LockNotAvailable)
        {
            await db.Database.ExecuteSqlRawAsync($"VACUUM {table}", ct);
            return false;
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("RESET lock_timeout", CancellationToken.None);
        }
    }
#pragma warning restore EF1002

#pragma warning disable EF1002, CA2100
    private static async Task<string> LookAsync(TriageDb db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var look = db.Database.GetDbConnection().CreateCommand();
        look.CommandText = sql;
        return Convert.ToString(await look.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
    }
#pragma warning restore EF1002, CA2100

    private static IReadOnlyProperty? Key(IReadOnlyEntityType table) => table.FindPrimaryKey()?.Properties is [var one] ? one : null;
}
