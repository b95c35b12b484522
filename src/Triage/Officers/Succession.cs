using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Officers;

/// <summary>What somebody held who is gone, away or cannot be reached goes to the deputy, or back on offer: never orphaned (policy 1.3, 4.2).</summary>
public sealed class Succession(Jurisdiction jurisdiction, CaseWork work, RouteReport routing)
{
    /// <summary>Whether whoever leads can be reached, is not away, and still sits where they took it.</summary>
    public static bool IsHeld(Report report, Roster roster) => IsHeld(report.Lead, report.LeadSeat, [report.Kecamatan, report.BorderKecamatan, report.SupplyKecamatan], roster);

    /// <param name="asked">Where it happened, across the border, and where the goods came from: the triads that were asked; the first null where nobody knows.</param>
    private static bool IsHeld(OfficerId? lead, string? seat, KecamatanCode?[] asked, Roster roster) =>
        lead is { } officer && roster.Postings.Any(held =>
            held.Officer == officer && held.Available && held.Seat.Code == seat && (held.Kecamatan is null || asked[0] is null || asked.Contains(held.Kecamatan)));

    /// <summary>Open reports whose lead is gone. What they lead is put together first: reports are many, leads few.</summary>
    public static async Task<IReadOnlyList<ReportId>> OrphansAsync(TriageDb db, Roster roster, CancellationToken ct)
    {
        var led = db.Reports.AsNoTracking().Where(report => report.Lead != null && Lifecycle.OpenStatuses.Contains(report.Status));
        var ways = await led.Select(report => new { report.Lead, report.LeadSeat, report.Kecamatan, report.BorderKecamatan, report.SupplyKecamatan }).Distinct().ToListAsync(ct);
        var orphans = new List<ReportId>();
        foreach (var way in ways.Where(way => !IsHeld(way.Lead, way.LeadSeat, [way.Kecamatan, way.BorderKecamatan, way.SupplyKecamatan], roster)))
        {
            orphans.AddRange(await led
                .Where(report => report.Lead == way.Lead && report.LeadSeat == way.LeadSeat && report.Kecamatan == way.Kecamatan
                    && report.BorderKecamatan == way.BorderKecamatan && report.SupplyKecamatan == way.SupplyKecamatan)
                .Select(report => report.Id)
                .ToListAsync(ct));
        }

        return orphans;
    }

    public async Task HandOnAsync(Unit unit, Report report)
    {
        var roster = Router.Untainted(report.Accused, await unit.Db.RosterAsync(unit.Now, jurisdiction.Local));
        if (report.Lead is not { } gone || IsHeld(report, roster))
        {
            return;
        }

        var seat = report.LeadSeat ?? "";
        var own = (await CaseWork.CardsAsync(unit, report.Id)).Find(card => card.Officer == gone);
        if (roster.SuccessorOf(gone, new Seat(seat), own?.Kecamatan ?? report.Kecamatan) is { } deputy) // of where they sat, which may lie across a border
        {
            var part = own is { Part: Part.Support } ? Part.Support : Part.Lead; // the deputy of a seat that supports leads this one, not by the programme
            await routing.DealAsync(unit, report, [new Assignment(deputy.Officer, deputy.Seat, deputy.Kecamatan, part, AudienceTier.Full, Now: true)]);
            await work.KeepAsync(unit, report, report.Succeed(deputy.Officer, deputy.Seat.Code, unit.Now), deputy.Officer);
            await work.NotifyAsync(unit, deputy.Officer, new Notice.Succeeded(report.CaseNumber, seat), report);
            return;
        }

        if (await work.KeepAsync(unit, report, report.Release(Actor.System, unit.Now)) is Outcome<ReportFact>.Done)
        {
            await routing.DealAgainAsync(unit, report);
            foreach (var card in (await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support, Part.Screener)).Where(card => card.OfferedAt is not null))
            {
                await work.NotifyAsync(unit, card.Officer, new Notice.Released(report.CaseNumber, seat), report);
            }
        }
    }
}
