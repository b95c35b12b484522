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
            : reports.Where(report => db.Cards.Any(card =>
                card.Report == report.Id && card.Officer == viewer.Officer && card.OfferedAt != null && card.WithdrawnAt == null));
    }
}
