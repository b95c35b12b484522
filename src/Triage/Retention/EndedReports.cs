using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Retention;

/// <summary>A report whose content has had its time. Nothing here says what was in it.</summary>
public sealed record EndedReport(ReportId Report, string CaseNumber, ReportStatus Status, DateTimeOffset EndedAt, int Evidence, int Messages);

/// <summary>
/// Asks which reports are due. Closed ones count from their closing; merged and quarantined ones, which nobody closes, from the last
/// thing that happened to them. A report without a content row has been shredded: that is the mark.
/// </summary>
public sealed class EndedReports(IOptions<RetentionOptions> options)
{
    private static readonly ReportStatus[] Ended = [.. Enum.GetValues<ReportStatus>().Where(status => !Lifecycle.IsOpen(status))];

    /// <summary>The longest ended first.</summary>
    public async Task<IReadOnlyList<EndedReport>> DueAsync(TriageDb db, DateTimeOffset now, int take, CancellationToken ct)
    {
        var due = await Due(db, now)
            .Select(report => new
            {
                report.Id,
                report.CaseNumber,
                report.Status,
                EndedAt = report.ClosedAt ?? db.Facts.Where(fact => fact.Report == report.Id).Max(fact => (DateTimeOffset?)fact.At),
                Evidence = db.Evidence.Count(row => row.Report == report.Id),
                Messages = db.Messages.Count(row => row.Report == report.Id),
            })
            .OrderBy(report => report.EndedAt)
            .Take(take)
            .ToListAsync(ct);
        return [.. due.Select(one => new EndedReport(one.Id, one.CaseNumber, one.Status, one.EndedAt ?? now, one.Evidence, one.Messages))];
    }

    public Task<bool> IsDueAsync(TriageDb db, ReportId id, DateTimeOffset now) => Due(db, now).AnyAsync(report => report.Id == id);

    private IQueryable<Report> Due(TriageDb db, DateTimeOffset now)
    {
        var before = now - options.Value.Content;
        return db.Reports.AsNoTracking().Where(report => Ended.Contains(report.Status)
            && db.Contents.Any(content => content.Report == report.Id)
            && (report.ClosedAt != null
                ? report.ClosedAt <= before
                : !db.Facts.Any(fact => fact.Report == report.Id && fact.At > before)));
    }
}
