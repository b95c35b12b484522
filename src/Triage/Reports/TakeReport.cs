using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Reports;

/// <summary>
/// Whoever answers for a report from now on must be there: not on leave, and still in the seat of their card. One rule for accepting, taking
/// over and being handed it, so that no report rests with somebody whom the next look at the roster would find gone (policy 1.3, 4.2).
/// </summary>
public sealed class TakeReport(Jurisdiction jurisdiction, CaseWork work)
{
    /// <param name="take">The move, made only where the rule allows it.</param>
    public async Task<Outcome<ReportFact>> HandleAsync(Unit unit, OfficerCase by, Func<Outcome<ReportFact>> take) =>
        await WhyNotAsync(unit, by.Card) is { } why ? why : await work.KeepAsync(unit, by.Report, take(), by.Card.Officer);

    /// <summary>That they tapped shows that they can be reached, whatever the roster still says (policy 1.6).</summary>
    private async Task<Refusal?> WhyNotAsync(Unit unit, CardRow card)
    {
        if (card.WithdrawnAt is not null)
        {
            return new Refusal.Stale();
        }

        var held = (await unit.Db.RosterAsync(unit.Now, jurisdiction.Local)).Postings.Where(posting => posting.Officer == card.Officer).ToList();
        return held.Exists(posting => posting.Absent) ? new Refusal.OnLeave()
            : held.Exists(posting => posting.Seat.Code == card.Seat && (posting.Kecamatan is null || card.Kecamatan is null || posting.Kecamatan == card.Kecamatan)) ? null
            : new Refusal.Stale();
    }
}
