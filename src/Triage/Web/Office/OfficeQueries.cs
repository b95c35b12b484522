using Kentongan.Domain;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Retention;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Office;

/// <param name="SaidAt">When somebody last switched it; null where the calendar alone decides.</param>
/// <param name="By">Who did; null where the command line did.</param>
public sealed record OperationLine(Programme Programme, bool InForce, DateTimeOffset? SaidAt, string? By);

/// <param name="Every">Spacing of the runs.</param>
/// <param name="Run">Null where it has not run yet.</param>
public sealed record JobLine(string Name, TimeSpan Every, JobRunRow? Run);

/// <param name="Sequence">Null for a viewer who does not see every row: a gap would tell of one.</param>
/// <param name="Officer">Name of whoever did it; null where nobody was signed in.</param>
public sealed record AuditLine(long? Sequence, DateTimeOffset At, string? Officer, AuditedDeed Deed, string Subject);

/// <param name="Checked">Whether the chain was looked through.</param>
/// <param name="Broken">First row that does not fit, 0 where the viewer may not know which; null where all do.</param>
public sealed record AuditView(IReadOnlyList<AuditLine> Lines, int Page, int Pages, bool Checked, long? Broken);

/// <param name="Total">On all pages together.</param>
public sealed record RetentionView(IReadOnlyList<EndedReport> Due, int Total, int Page, int Pages);

/// <summary>Reads what the pages of the office show. None of it is of a report.</summary>
public sealed class OfficeQueries(
    IDbContextFactory<TriageDb> contexts, AuditLog audit, OperationsInForce operations, EndedReports ended, TimeProvider time)
{
    private const int PerPage = 100;

    /// <summary>The operations with what a coordinator last said about each.</summary>
    public async Task<IReadOnlyList<OperationLine>> OperationsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var said = await (
            from row in db.Operations.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on row.By equals (OfficerId?)officer.Id into found
            from officer in found.DefaultIfEmpty()
            select new { row.Programme, row.At, Name = officer == null ? null : officer.Name }).ToListAsync(ct);
        return [.. (await operations.ReadAsync(db, time.GetUtcNow(), ct)).Select(one =>
            new OperationLine(one.Programme, one.InForce, said.Find(row => row.Programme == one.Programme.Code)?.At, said.Find(row => row.Programme == one.Programme.Code)?.Name))];
    }

    /// <summary>What the next runs of the retention will shred, as far as the viewer may know of it.</summary>
    public async Task<RetentionView> RetentionAsync(Viewer viewer, int page, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (pages, shown) = (1, 1);
        var (total, due) = await ended.DueAsync(
            db,
            time.GetUtcNow(),
            VisibleReports.For(db, viewer),
            count =>
            {
                pages = Math.Max(1, (count + PerPage - 1) / PerPage);
                shown = Math.Clamp(page, 1, pages);
                return ((shown - 1) * PerPage, PerPage);
            },
            ct);
        return new RetentionView(due, total, shown, pages);
    }

    /// <summary>How much was done also tells of what is hidden from the viewer: then it is left out.</summary>
    public async Task<IReadOnlyList<JobLine>> JobsAsync(Viewer viewer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var runs = await db.JobRuns.AsNoTracking().ToDictionaryAsync(run => run.Name, ct);
        foreach (var run in runs.Values.Where(_ => !viewer.SeesAll))
        {
            run.LastCount = 0;
        }

        return [.. JobSchedule.All.Select(job => new JobLine(job.Name, job.Every, runs.GetValueOrDefault(job.Name)))];
    }

    /// <summary>
    /// Whoever an accusation may be hidden from sees nothing of what those do who read it (policy 5.4): an auditor's visit to a case, or how many
    /// an auditor exported, would tell of it. The auditor is there to look at the others, not the other way round.
    /// </summary>
    public async Task<AuditView> AuditAsync(Viewer viewer, int page, string? subject, bool check, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.AuditLog.AsNoTracking().Where(row => subject == null || row.Subject.StartsWith(subject));
        if (!viewer.SeesAll)
        {
            var postings = await db.Postings.AsNoTracking().Select(row => new { row.Officer, row.Seat }).ToListAsync(ct);
            var readers = postings.Where(row => !Router.IsAccused(AccusedOffice.Kabupaten, new Seat(row.Seat)))
                .Select(row => (OfficerId?)row.Officer).Distinct().ToList();
            rows = rows.Where(row => row.Officer == null || !readers.Contains(row.Officer));
        }

        var pages = Math.Max(1, (await rows.CountAsync(ct) + PerPage - 1) / PerPage);
        var shown = Math.Clamp(page, 1, pages);
        var lines = await (
            from row in rows
            join officer in db.Officers.AsNoTracking() on row.Officer equals (OfficerId?)officer.Id into found
            from officer in found.DefaultIfEmpty()
            orderby row.Sequence descending
            select new AuditLine((long?)row.Sequence, row.At, officer == null ? null : officer.Name, row.Deed, row.Subject)).Skip((shown - 1) * PerPage).Take(PerPage).ToListAsync(ct);
        var broken = check ? await audit.FirstBrokenAsync(db, ct) : null;
        return viewer.SeesAll
            ? new AuditView(lines, shown, pages, check, broken)
            : new AuditView([.. lines.Select(line => line with { Sequence = null })], shown, pages, check, broken is null ? null : 0);
    }
}
