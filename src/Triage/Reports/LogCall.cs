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
        return await work.KeepAsync(unit, report, report.LogCall(report.As(Actor.In(mine.Seat, caller)), card.Seat, result, unit.Now), caller);
    }
}
