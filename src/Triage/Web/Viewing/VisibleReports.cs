using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Viewing;

/// <summary>
/// The only way from a page to reports. Coordinator and auditor see the kabupaten; everybody else sees what they hold a standing card of;
/// nobody sees a report that accuses an office of theirs (policy 5.4).
/// </summary>
public static class VisibleReports
{
    public static IQueryable<Report> For(TriageDb db, Viewer viewer)
    {
        var hidden = viewer.Hidden;
        var reports = db.Reports.AsNoTracking().Where(report => !hidden.Contains(report.Accused));
        return viewer.IsCoordinator || viewer.IsAuditor
            ? reports
            : reports.Where(report => db.Cards // from the cards to the reports: they are few
                .Where(card => card.Officer == viewer.Officer && card.OfferedAt <= viewer.Now && card.WithdrawnAt == null)
                .Select(card => card.Report)
                .Contains(report.Id));
    }

    /// <summary>Those of which the viewer sees less than all, by what their card allows (domain.md 3, leak rule).</summary>
    public static async Task<Dictionary<ReportId, AudienceTier>> TiersAsync(TriageDb db, Viewer viewer, IReadOnlyList<ReportId> reports, CancellationToken ct) =>
        viewer.IsCoordinator || viewer.IsAuditor
            ? []
            : await (
                from card in db.Cards.AsNoTracking()
                join report in db.Reports.AsNoTracking() on card.Report equals report.Id
                where card.Officer == viewer.Officer && reports.Contains(card.Report) && card.Tier != AudienceTier.Full && report.Lead != viewer.Officer
                select new { card.Report, card.Tier }).ToDictionaryAsync(row => row.Report, row => row.Tier, ct);

    /// <summary>In a desa, leaving out those of which the viewer may not know the desa.</summary>
    public static IQueryable<Report> InDesa(TriageDb db, Viewer viewer, IQueryable<Report> reports, DesaCode desa) =>
        WithDesa(db, viewer, reports.Where(report => report.Desa == desa));

    /// <summary>Those of which the viewer may know the desa.</summary>
    public static IQueryable<Report> WithDesa(TriageDb db, Viewer viewer, IQueryable<Report> reports) =>
        viewer.IsCoordinator || viewer.IsAuditor
            ? reports
            : reports.Where(report => report.Lead == viewer.Officer
                || db.Cards.Any(card => card.Report == report.Id && card.Officer == viewer.Officer && card.Tier != AudienceTier.Agregat));
}
