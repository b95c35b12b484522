using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>What the coordinator decides about a report that the system may not route by itself (policy 2, Screening).</summary>
public sealed class ScreenReport(Jurisdiction jurisdiction, CaseWork work, RouteReport routing, AnswerOffer answer, ReportVault vault)
{
    /// <summary>Offers it; a kecamatan is needed where the report has none. The accused stay out all the same (policy 5.4).</summary>
    public Task<Outcome<ReportFact>> OfferAsync(Unit unit, OfficerCase by, KecamatanCode? kecamatan)
    {
        var place = kecamatan is { } code && jurisdiction.Regions.Find(code) is not null
            ? new Place(code, by.Report.Kecamatan == code ? by.Report.Desa : null)
            : RouteReport.PlaceOf(by.Report);
        return by switch
        {
            // An emergency without a place is on offer already; the coordinator's word says where (policy 5.1).
            { Card.Part: Part.Screener, Report.Status: ReportStatus.Offered } when kecamatan is { } to => answer.PassOnAsync(unit, by, to),
            { Card.Part: Part.Screener } => routing.OfferAsync(unit, by.Report, by.Actor, place, cleared: true),
            _ => Task.FromResult<Outcome<ReportFact>>(new Refusal.NotFound()),
        };
    }

    public Task<Outcome<ReportFact>> DismissAsync(Unit unit, OfficerCase by, ReportOutcome outcome, string reason) =>
        KeepAsync(unit, by, reason, sealedReason => by.Report.Dismiss(by.Actor, outcome, sealedReason, unit.Now));

    public Task<Outcome<ReportFact>> QuarantineAsync(Unit unit, OfficerCase by, string reason) =>
        KeepAsync(unit, by, reason, sealedReason => by.Report.Quarantine(by.Actor, sealedReason, unit.Now));

    /// <summary>Takes a quarantine back: the report lies where it lay, with a place or without.</summary>
    public async Task<Outcome<ReportFact>> TakeBackAsync(Unit unit, OfficerCase by)
    {
        var reason = await unit.Db.Facts.Where(fact => fact.Report == by.Report.Id && fact.Action == ReportAction.Screen)
            .OrderByDescending(fact => fact.Sequence).Select(fact => fact.Detail).FirstOrDefaultAsync();
        return by.Report.Status == ReportStatus.Quarantined
            ? await work.KeepAsync(unit, by.Report, by.Report.TakeBack(by.Actor, reason ?? Router.LookFirst, unit.Now), by.Card.Officer)
            : new Refusal.Stale();
    }

    private async Task<Outcome<ReportFact>> KeepAsync(Unit unit, OfficerCase by, string reason, Func<byte[], Outcome<ReportFact>> move) =>
        LinkCheck.Refuses(reason) is { } refused ? refused
            : vault.SealText(by.Report.Id, reason) is { } sealedReason
            ? await work.KeepAsync(unit, by.Report, move(sealedReason), by.Card.Officer)
            : new Refusal.Stale();
}
