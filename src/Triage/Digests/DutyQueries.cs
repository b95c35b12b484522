using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Digests;

/// <summary>Counts what is owed on a morning (policy 6, parts 1, 5, 6 and 8; policy 3.1). Over the reports that the reader may count.</summary>
public sealed class DutyQueries(Jurisdiction jurisdiction, OperationsInForce operations)
{
    public async Task<DutyFigures> ReadAsync(
        TriageDb db, IQueryable<Report> reports, IQueryable<Report> open, KecamatanCode? kecamatan, DateTimeOffset until, CancellationToken ct)
    {
        var (from, soon) = (until.AddDays(-1), until.AddDays(2));
        var calls = await db.Facts.AsNoTracking()
            .Where(fact => fact.Action == ReportAction.Call && fact.At >= from && fact.At < until && reports.Any(report => report.Id == fact.Report))
            .Select(fact => fact.Detail).ToListAsync(ct);
        var roster = await db.RosterAsync(until, jurisdiction.Local);
        return new DutyFigures(
            await open.CountAsync(report => report.LegalDueAt >= until && report.LegalDueAt < soon, ct),
            await open.CountAsync(report => report.Regime != null && report.ReferredTo == null, ct),
            await open.CountAsync(report => report.Status == ReportStatus.Referred && !report.HasReferralReceipt, ct),
            calls.Count,
            calls.Count(detail => detail?.EndsWith(nameof(CallResult.Reached), StringComparison.Ordinal) == true),
            await db.Findings.AsNoTracking().CountAsync(row => row.At >= from && row.At < until && reports.Any(report => report.Id == row.Report), ct),
            Absent(roster, kecamatan),
            kecamatan is null ? [.. roster.Unmanned(jurisdiction.Kabupaten.Kecamatan).Select(one => one.Name)] : [],
            await OperationsAsync(db, reports, open, from, until, ct));
    }

    private async Task<IReadOnlyList<OperationFigures>> OperationsAsync(
        TriageDb db, IQueryable<Report> reports, IQueryable<Report> open, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var figures = new List<OperationFigures>();
        foreach (var (programme, _) in (await operations.ReadAsync(db, until, ct)).Where(one => one.InForce))
        {
            var kinds = programme.Categories.SelectMany(category => category.Subcategories).Select(kind => kind.Code).ToList();
            figures.Add(new OperationFigures(
                programme.Name.Id,
                await reports.CountAsync(report => kinds.Contains(report.Category) && report.ReceivedAt >= from && report.ReceivedAt < until, ct),
                await reports.CountAsync(report => kinds.Contains(report.Category) && report.ClosedAt >= from && report.ClosedAt < until, ct),
                await open.CountAsync(report => kinds.Contains(report.Category), ct)));
        }

        return figures;
    }

    private List<MissingSeat> Absent(Roster roster, KecamatanCode? only) =>
    [
        .. from held in roster.Postings
           where held is { Absent: true, IsDeputy: false } && (only is null || held.Kecamatan == only)
           let name = held.Kecamatan is { } code ? jurisdiction.Regions.Find(code)?.Name ?? code.Value : jurisdiction.Kabupaten.Name
           orderby name, held.Seat.Code
           select new MissingSeat(name, held.Seat.Code, "absent"),
    ];
}
