using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>The result of a phone call to somebody who did not answer, by whoever called (policy 3, level 3).</summary>
public sealed class LogCall(CaseWork work)
{
    /// <param name="called">The card of the one who was called.</param>
    public async Task<Outcome<ReportFact>> HandleAsync(Unit unit, OfficerId caller, long called, CallResult result)
    {
        if (await unit.Db.Cards.AsNoTracking().SingleOrDefaultAsync(card => card.Id == called) is not { } card
            || await unit.Db.Cards.SingleOrDefaultAsync(own => own.Report == card.Report && own.Officer == caller && own.OfferedAt != null) is not { } mine
            || await CaseWork.FindAsync(unit, card.Report) is not { } report)
        {
            return new Refusal.Stale();
        }

        mine.ReachedAt ??= unit.Now;
        return await KeepAsync(unit, new OfficerCase(report, mine), card, result);
    }

    /// <summary>From the back office: a coordinator needs no card of their own.</summary>
    public async Task<Outcome<ReportFact>> HandleAsync(Unit unit, OfficerCase by, OfficerId called, CallResult result) =>
        await unit.Db.Cards.AsNoTracking().SingleOrDefaultAsync(card => card.Report == by.Report.Id && card.Officer == called && card.OfferedAt != null && card.Officer != by.Card.Officer) is { } card
            ? await KeepAsync(unit, by, card, result)
            : new Refusal.Stale();

    private Task<Outcome<ReportFact>> KeepAsync(Unit unit, OfficerCase by, CardRow called, CallResult result) =>
        work.KeepAsync(unit, by.Report, by.Report.LogCall(by.Report.As(Actor.In(by.Card.Seat, by.Card.Officer)), called.Seat, result, unit.Now), by.Card.Officer);
}
