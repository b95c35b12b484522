using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Jobs;

/// <summary>Whether the auditor of policy 1.3 is alive, in whichever process it runs.</summary>
public sealed class Heartbeat(IDbContextFactory<TriageDb> contexts, TimeProvider time)
{
    /// <summary>No sign of the auditor for so long makes readiness fail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DateTimeOffset _since = time.GetUtcNow();

    /// <returns>True also for a while after the start, before it can have run.</returns>
    public async Task<bool> BeatsAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now - _since < Patience)
        {
            return true;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var last = await db.JobRuns.AsNoTracking().Where(run => run.Name == nameof(AuditOpenReports)).Select(run => run.LastSuccess).SingleOrDefaultAsync(ct);
        return last is { } ran && now - ran < Patience;
    }
}
