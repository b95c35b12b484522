using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>One officer with one of their cards: what every tap starts from. A card of somebody else does not exist for them.</summary>
public sealed record OfficerCase(Report Report, CardRow Card)
{
    public Actor Actor => Report.As(StandsInForTheCoordinator
        ? new Actor(Role.Coordinator, Card.Officer, Card.Seat)
        : Domain.Reports.Actor.In(Card.Seat, Card.Officer));

    /// <summary>
    /// Where the kabupaten itself is accused the coordinator does not know of the report: whoever watches over it decides at the desk, and
    /// the auditor verifies (policy 5.4).
    /// </summary>
    private bool StandsInForTheCoordinator => Report.Accused == AccusedOffice.Kabupaten && Card.Part == Part.Screener
        && (Card.Seat == "auditor" || Report.Status == ReportStatus.Screening);

    /// <summary>Loads the case and notes that the officer was reached: only a tap counts (policy 1.6).</summary>
    public static async Task<OfficerCase?> FindAsync(Unit unit, long card, OfficerId officer)
    {
        var row = await unit.Db.Cards.SingleOrDefaultAsync(c => c.Id == card && c.Officer == officer && c.OfferedAt <= unit.Now);
        if (row is null || await CaseWork.FindAsync(unit, row.Report) is not { } report)
        {
            return null;
        }

        row.ReachedAt ??= unit.Now;
        return new OfficerCase(report, row);
    }
}
