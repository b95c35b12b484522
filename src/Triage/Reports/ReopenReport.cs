using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Reports;

/// <summary>The coordinator opens a closed report again, with a reason: it is offered anew, one priority higher (policy 2, Closed).</summary>
public sealed class ReopenReport(Jurisdiction jurisdiction, CaseWork work, RouteReport routing, ReputationBook reputation, ReportVault vault)
{
    public async Task<Outcome<ReportFact>> HandleAsync(Unit unit, OfficerCase by, string reason)
    {
        if (by.Actor.Role != Role.Coordinator)
        {
            return new Refusal.NotYours(ReportAction.Reopen, by.Actor.Role);
        }

        if (LinkCheck.Refuses(reason) is { } refused)
        {
            return refused;
        }

        if (vault.SealText(by.Report.Id, reason) is not { } text)
        {
            return new Refusal.Stale();
        }

        var wasHoax = by.Report.Outcome == ReportOutcome.Hoax;
        var kept = await work.KeepAsync(
            unit, by.Report, by.Report.Reopen(by.Actor, by.Report.TimersFor(Urgency.Raised(by.Report.Priority), jurisdiction.Timers), text, unit.Now), by.Card.Officer);
        if (kept is not Outcome<ReportFact>.Done)
        {
            return kept;
        }

        if (wasHoax)
        {
            await reputation.CountAsync(unit, by.Report.Id, by: -1); // not for good any more (policy 5.3)
        }

        await routing.DealAgainAsync(unit, by.Report);
        foreach (var card in (await CaseWork.CardsAsync(unit, by.Report.Id, Part.Lead, Part.Support)).Where(card => card.OfferedAt <= unit.Now))
        {
            await work.NotifyAsync(unit, card.Officer, new Notice.Reopened(by.Report.CaseNumber), by.Report);
        }

        return kept;
    }
}
