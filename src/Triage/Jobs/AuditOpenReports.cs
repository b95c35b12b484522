using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Jobs;

/// <summary>Proves the invariant of policy 1.3 that deadlines carry: every open report has one. What has none gets one that is due now.</summary>
public sealed class AuditOpenReports(IDbContextFactory<TriageDb> contexts, Committer committer) : IJob
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var orphans = await OrphansAsync(ct);
        foreach (var orphan in orphans)
        {
            await committer.CommitAsync(unit => RescueAsync(unit, orphan), ct);
        }

        return orphans.Count;
    }

    private async Task<IReadOnlyList<ReportId>> OrphansAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Reports.AsNoTracking()
            .Where(report => Lifecycle.OpenStatuses.Contains(report.Status) && !db.Deadlines.Any(row => row.Report == report.Id))
            .Select(report => report.Id)
            .Take(500)
            .ToListAsync(ct);
    }

    private static async Task RescueAsync(Unit unit, ReportId id)
    {
        if (await CaseWork.FindAsync(unit, id) is { IsOpen: true } report && !await unit.Db.Deadlines.AnyAsync(row => row.Report == id))
        {
            var kind = report.Status switch
            {
                ReportStatus.Received => DeadlineKind.Route,
                ReportStatus.Screening => DeadlineKind.ScreeningDue,
                ReportStatus.Offered => DeadlineKind.Level3,
                _ => DeadlineKind.ResolveDue,
            };
            unit.Db.Deadlines.Add(CaseWork.Row(id, new Deadline(kind, unit.Now)));
        }
    }
}
