using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Reports;

/// <summary>What a seat can say to an offer: take it, take it over, not our area, not our competence (policy 2, 5.1).</summary>
public sealed class AnswerOffer(Jurisdiction jurisdiction, CaseWork work, TakeReport take, RouteReport routing, Situations situations)
{
    /// <summary>The fact keeps the escalation level that was reached: on time is level 0, whatever happens to the report later.</summary>
    public async Task<Outcome<ReportFact>> AcceptAsync(Unit unit, OfficerCase by)
    {
        var kept = await take.HandleAsync(unit, by, () => Situations.AtLevel(by.Report.Accept(by.Actor, unit.Now), by.Report.EscalationLevel));
        if (kept is Outcome<ReportFact>.Done)
        {
            await situations.AcceptedAsync(unit, by);
        }

        return kept;
    }

    /// <summary>Only the seat that leads by the programme may take over, and from a seat that supports, not from itself (policy 1.2).</summary>
    public async Task<Outcome<ReportFact>> TakeOverAsync(Unit unit, OfficerCase by) =>
        by.Card is not { Part: Part.Lead, WithdrawnAt: null } || by.Card.Seat == by.Report.LeadSeat
            ? new Refusal.NotYours(ReportAction.TakeOver, by.Actor.Role)
            : await take.HandleAsync(unit, by, () => by.Report.TakeOver(by.Actor, unit.Now));

    /// <summary>The kecamatan that a seat may name, nearest neighbours first; all of them for an emergency that nobody knows the place of.</summary>
    public IReadOnlyList<Kecamatan> Neighbours(Report report) => report.Kecamatan is { } kecamatan
        ? jurisdiction.Regions.NeighboursOf(kecamatan)
        : jurisdiction.Kabupaten.Kecamatan;

    /// <summary>Wrong area. The third transfer goes to the coordinator, whose word binds (policy 5.1).</summary>
    public async Task<Outcome<ReportFact>> PassOnAsync(Unit unit, OfficerCase by, KecamatanCode to)
    {
        if (by.Card.WithdrawnAt is not null || jurisdiction.Regions.Find(to) is null || to == by.Report.Kecamatan)
        {
            return new Refusal.Stale();
        }

        if (by.Report.Transfers >= Report.MaximumTransfers && by.Actor.Role != Role.Coordinator)
        {
            return await routing.ScreenAsync(unit, by.Report, Router.TooManyTransfers);
        }

        var moved = by.Report.PassOn(by.Actor, new Place(to, null), unit.Now);
        if (moved is not Outcome<ReportFact>.Done)
        {
            return moved;
        }

        await RouteReport.WithdrawAsync(unit, by.Report);
        var kept = await work.KeepAsync(unit, by.Report, moved, by.Card.Officer);
        await routing.DealAgainAsync(unit, by.Report);
        return kept;
    }

    /// <summary>Not our competence. When nobody is left who was asked and could accept, the coordinator decides.</summary>
    public async Task<Outcome<ReportFact>> DeclineAsync(Unit unit, OfficerCase by)
    {
        if (by.Card.WithdrawnAt is not null)
        {
            return new Refusal.Stale();
        }

        var moved = by.Report.Decline(by.Actor, unit.Now);
        if (moved is not Outcome<ReportFact>.Done)
        {
            return moved;
        }

        by.Card.WithdrawnAt = unit.Now;
        var kept = await work.KeepAsync(unit, by.Report, moved, by.Card.Officer);
        if (by.Report.Situation == by.Report.Id)
        {
            await NextSpeaker.DeclinedAsync(unit, work, by.Report, by.Card.Officer);
        }

        if (!await RouteReport.IsAnybodyAskedAsync(unit, by.Report, await unit.Db.RosterAsync(unit.Now, jurisdiction.Local), Part.Lead, Part.Support))
        {
            await routing.ScreenAsync(unit, by.Report, Router.Declined);
        }

        return kept;
    }
}
