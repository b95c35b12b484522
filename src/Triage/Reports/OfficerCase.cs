using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Reports;

/// <summary>One officer with one of their cards: what every tap starts from. A card of somebody else does not exist for them.</summary>
public sealed record OfficerCase(Report Report, CardRow Card)
{
    private static readonly CompiledQuery<long, OfficerId, DateTimeOffset, CardRow> Offered = new((db, card, officer, now) =>
        db.Cards.Where(row => row.Id == card && row.Officer == officer && row.OfferedAt <= now));

    public Actor Actor => Report.As(StandsInForTheCoordinator
        ? new Actor(Role.Coordinator, Card.Officer, Card.Seat)
        : Domain.Reports.Actor.In(Card.Seat, Card.Officer));

    /// <summary>
    /// Where the kabupaten itself is accused the coordinator does not know of the report: whoever watches over it decides at the desk, and
    /// the auditor verifies (policy 5.4). Where no coordinator was there, whoever was given the report in their stead decides (policy 4.2).
    /// </summary>
    private bool StandsInForTheCoordinator => Card.Part == Part.Screener && (Report.Accused == AccusedOffice.Kabupaten
        ? Card.Seat == "auditor" || Report.Status == ReportStatus.Screening
        : Roster.StandIns.Any(seat => seat.Code == Card.Seat));

    /// <summary>Loads the case and notes that the officer was reached: only a tap counts (policy 1.6).</summary>
    public static async Task<OfficerCase?> FindAsync(Unit unit, long card, OfficerId officer)
    {
        var row = await Offered.Run(unit.Db, card, officer, unit.Now).SingleOrDefaultAsync();
        if (row is null || await CaseWork.FindAsync(unit, row.Report) is not { } report)
        {
            return null;
        }

        row.ReachedAt ??= unit.Now;
        return new OfficerCase(report, row);
    }
}
