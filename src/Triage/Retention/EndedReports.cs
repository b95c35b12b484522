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
    public Task<IReadOnlyList<EndedReport>> DueAsync(TriageDb db, DateTimeOffset now, int take, CancellationToken ct) => ReadAsync(Due(db, now), db, now, 0, take, ct);

    /// <summary>Of those among these that are due: how many there are, and one page of them, the longest ended first.</summary>
    public async Task<(int Total, IReadOnlyList<EndedReport> Page)> DueAsync(
        TriageDb db, DateTimeOffset now, IQueryable<Report> among, Func<int, (int Skip, int Take)> page, CancellationToken ct)
    {
        var due = Due(db, now).Where(report => among.Any(one => one.Id == report.Id));
        var total = await due.CountAsync(ct);
        var (skip, take) = page(total);
        return (total, await ReadAsync(due, db, now, skip, take, ct));
    }

    private static async Task<IReadOnlyList<EndedReport>> ReadAsync(IQueryable<Report> reports, TriageDb db, DateTimeOffset now, int skip, int take, CancellationToken ct)
    {
        var due = await reports
            .Select(report => new
            {
                report.Id,
                report.CaseNumber,
                report.Status,
                EndedAt = report.ClosedAt ?? db.Facts.Where(fact => fact.Report == report.Id).Max(fact => (DateTimeOffset?)fact.At),
                Evidence = db.Evidence.Count(row => row.Report == report.Id),
                Messages = db.Messages.Count(row => row.Report == report.Id),
            })
            .OrderBy(report => report.EndedAt).ThenBy(report => report.CaseNumber)
            .Skip(skip)
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
