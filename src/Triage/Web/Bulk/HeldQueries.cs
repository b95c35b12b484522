using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Bulk;

/// <param name="DueAt">UTC; when it takes effect, or did.</param>
public sealed record HeldLine(Guid Id, string Number, HeldDeedState State, DateTimeOffset DueAt);

/// <summary>What was ordered at once.</summary>
public sealed record HeldBatch(Guid Id, ReportAction Action, IReadOnlyList<HeldLine> Lines)
{
    public int Waiting => Lines.Count(line => line.State == HeldDeedState.Held);
}

/// <summary>What a coordinator has ordered on several cases within a day, and what became of it. Each reads their own.</summary>
public sealed class HeldQueries(IDbContextFactory<TriageDb> contexts)
{
    /// <summary>So long what became of them can be read; then the rows are swept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private const int Most = 500;

    public async Task<IReadOnlyList<HeldBatch>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (
            from held in db.HeldDeeds.AsNoTracking()
            join report in VisibleReports.For(db, viewer) on held.Report equals report.Id
            where held.Officer == viewer.Officer
            orderby held.DueAt descending, held.Batch, report.CaseNumber
            select new { held.Id, held.Batch, held.Action, held.State, held.DueAt, report.CaseNumber }).Take(Most).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(row => row.Batch).Select(batch => new HeldBatch(
                batch.Key, batch.First().Action, [.. batch.Select(row => new HeldLine(row.Id, row.CaseNumber, row.State, row.DueAt))])),
        ];
    }
}
