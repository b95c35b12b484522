using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Forgets in which order rows of people were written, and empties SQLite's write-ahead log. It keeps transactions in order, and one that filed
/// a report also changed the conversation it came from: whoever holds a long log can tell which reports came from one conversation
/// (threat-model 4, row 6).
/// </summary>
public sealed class EmptyLog(IDbContextFactory<TriageDb> contexts, RowOrder order, IOptions<StoreOptions> store) : IJob
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await order.ForgetAsync(ct);
        if (store.Value.Provider != StoreProvider.Sqlite)
        {
            return 0; // its log is the operator's: see docs/operations.md
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct); // where somebody reads just now, the next run does it
        return 1;
    }
}
