using Kentongan.Bot.Telegram;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Commands;

/// <summary>
/// What <c>/health/ready</c> answers. A silent Telegram or auditor is no longer ready (policy 1.3): another start may mend either. A job that
/// keeps failing is told with a word but stays ready: its fault is in the data or outside, a start would not mend it, and a bot that is down
/// takes no reports.
/// </summary>
internal sealed class Readiness(Heartbeat auditor, IDbContextFactory<TriageDb> contexts, TimeProvider time, BotReadiness? bot = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="polls">Whether this process asks Telegram for updates.</param>
    public async Task<(bool IsReady, string Word)> AskAsync(bool polls, CancellationToken ct)
    {
        if (polls && time.GetUtcNow() - bot?.LastPolled > Patience)
        {
            return (false, "no updates for three minutes");
        }

        if (!await auditor.BeatsAsync(ct))
        {
            return (false, "no sign of the auditor for three minutes");
        }

        var failing = await FailingAsync(ct);
        return (true, failing.Count == 0 ? "ready" : $"ready, but failing: {string.Join(", ", failing)}");
    }

    private async Task<List<string>> FailingAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobRuns.AsNoTracking().Where(run => run.FailuresInARow >= JobIncidents.Patience).Select(run => run.Name).Order().ToListAsync(ct);
    }
}
