using Kentongan.Triage.Evidence;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Jobs;

/// <summary>Removes what has had its day: old day keys, conversations, update numbers, evidence that no report claimed, sign-ins and sessions of the back office (threat-model 3).</summary>
public sealed class SweepTraces(
    IDbContextFactory<TriageDb> contexts, Committer committer, DayKeys dayKeys, ReputationBook reputation, EvidenceStore evidence, TimeProvider time) : IJob
{
    /// <summary>Telegram keeps an update for 24 hours; a repeat can come no later.</summary>
    private static readonly TimeSpan UpdateMemory = TimeSpan.FromHours(48);

    private static readonly TimeSpan UnclaimedEvidence = TimeSpan.FromHours(26);

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var swept = dayKeys.DestroyOld();
        swept += await committer.CommitAsync(
            async unit =>
                await unit.Db.Conversations.Where(row => row.ExpiresAt <= now.ToUnixTimeMilliseconds()).ExecuteDeleteAsync()
                + await unit.Db.SeenUpdates.Where(row => row.At <= (now - UpdateMemory).ToUnixTimeMilliseconds()).ExecuteDeleteAsync()
                + await unit.Db.ReporterMarks.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync()
                + await reputation.DestroyOldAsync(unit)
                + await unit.Db.SignIns.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync()
                + await unit.Db.WebSessions.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync()
                + await unit.Db.CaseWriters.Where(row => row.Until <= now).ExecuteDeleteAsync()
                + await unit.Db.HeldDeeds.Where(row => row.State != HeldDeedState.Held && row.DueAt <= now - HeldQueries.Kept).ExecuteDeleteAsync(),
            ct);

        await using var db = await contexts.CreateDbContextAsync(ct);
        var before = now - UnclaimedEvidence;
        foreach (var id in await db.Evidence.Where(row => row.Report == null && row.StoredAt <= before).Select(row => row.Id).Take(500).ToListAsync(ct))
        {
            evidence.Delete(id);
            swept += await committer.CommitAsync(unit => unit.Db.Evidence.Where(row => row.Id == id).ExecuteDeleteAsync(), ct);
        }

        return swept;
    }
}
