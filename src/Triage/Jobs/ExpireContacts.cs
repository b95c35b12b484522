using Kentongan.Domain.Reports;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Jobs;

/// <summary>Erases contacts whose time is over: some days after their report was closed, at the latest after half a year (threat-model 3).</summary>
public sealed class ExpireContacts(Committer committer, TimeProvider time) : IJob
{
    public Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var closedBefore = now - ContactBook.AfterClosing;
        return committer.CommitAsync(
            unit => unit.Db.Contacts
                .Where(row => row.ExpiresAt <= now || unit.Db.Reports.Any(report =>
                    report.Id == row.Report && report.Status == ReportStatus.Closed && report.ClosedAt <= closedBefore))
                .ExecuteDeleteAsync(),
            ct);
    }
}
