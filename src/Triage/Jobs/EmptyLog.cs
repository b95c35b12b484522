using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Forgets in which order rows of people were written, and empties SQLite's write-ahead log. It keeps transactions in order, and one that filed
/// a report also changed the conversation it came from: whoever holds a long log can tell which reports came from one conversation
/// (threat-model 4, row 6). So it runs every few seconds, which costs nothing where nothing was written.
/// </summary>
public sealed class EmptyLog(IDbContextFactory<TriageDb> contexts, RowOrder order, IOptions<StoreOptions> store, TimeProvider time) : IJob
{
    /// <summary>On PostgreSQL every row of the tables is written anew, for which its log grows.</summary>
    private static readonly TimeSpan Rewriting = TimeSpan.FromSeconds(30);

    private DateTimeOffset _rewritten;

    /// <returns>Always 0: a run that is recorded would itself be written, and there would always be something to empty.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (store.Value.Provider != StoreProvider.Sqlite)
        {
            await RewriteAsync(time.GetUtcNow(), ct);
            return 0; // its log is the operator's: see docs/operations.md
        }

        await order.ForgetAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", ct); // most of it without a pause for the writer
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct); // where somebody reads just now, the next run does it
        return 0;
    }

    private async Task RewriteAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (now - _rewritten >= Rewriting || now < _rewritten)
        {
            _rewritten = now;
            await order.ForgetAsync(ct);
        }
    }
}
