using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Empties SQLite's write-ahead log. It keeps transactions in order, and one that filed a report also changed the conversation it came
/// from: whoever holds a long log can tell which reports came from one conversation (threat-model 4, row 6).
/// </summary>
public sealed class EmptyLog(IDbContextFactory<TriageDb> contexts, IOptions<StoreOptions> store) : IJob
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (store.Value.Provider != StoreProvider.Sqlite)
        {
            return 0; // PostgreSQL: see SECURITY.md, advice to operators
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct); // where somebody reads just now, the next run does it
        return 1;
    }
}
