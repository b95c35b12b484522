using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Casualties;

/// <summary>
/// The three taps of an emergency: any victims, how are they, where are they (policy 5.5). The report was filed and routed before the
/// first of them, so whoever taps nothing delays nothing.
/// </summary>
public sealed class TellOfVictims(CaseWork work, RouteReport routing, ReportVault vault, Jurisdiction jurisdiction)
{
    /// <param name="at">Where the victims are, to the point; kept sealed.</param>
    public async Task<Outcome<ReportFact>> HandleAsync(Unit unit, ReportId id, VictimsTold answer, Coordinates? at = null)
    {
        if (await CaseWork.FindAsync(unit, id) is not { } report || !IsTaken(report))
        {
            return new Refusal.Stale();
        }

        var before = await LatestAsync(unit.Db, id) is var (earlier, _) ? earlier : new VictimsTold();
        var told = before.With(answer);
        if (told.Number is > 0 && report.Priority != Priority.P0)
        {
            await RaiseAsync(unit, report);
        }

        at = report.Priority == Priority.P0 ? at : null; // pins are kept at P0 alone (design 6)
        if (!await KeepPointAsync(unit, report, at))
        {
            return new Refusal.Stale();
        }

        var kept = await work.KeepAsync(unit, report, report.TellOfVictims(before, told, unit.Now));
        if (at is { } point && report.Kecamatan is null && jurisdiction.Regions.Locate(point) is { Place: var place })
        {
            await RouteThereAsync(unit, report, place);
        }

        if (told.Number is > 0 && before.Number is not > 0)
        {
            await CallHealthAsync(unit, report);
        }

        if (told.IsGrave && !before.IsGrave)
        {
            await AlertAsync(unit, report);
        }

        return kept;
    }

    /// <summary>Whether it still matters to the report. Quarantine does not make victims less urgent.</summary>
    internal static bool IsTaken(Report report) => report.IsOpen || report.Status == ReportStatus.Quarantined;

    /// <summary>What the resident has told so far, and when.</summary>
    internal static async Task<(VictimsTold Told, DateTimeOffset At)?> LatestAsync(TriageDb db, ReportId report, CancellationToken ct = default) =>
        await db.Facts.AsNoTracking()
            .Where(fact => fact.Report == report && fact.Action == ReportAction.TellOfVictims)
            .OrderByDescending(fact => fact.Sequence)
            .Select(fact => new { fact.Detail, fact.At })
            .FirstOrDefaultAsync(ct) is { Detail: { } detail, At: var at } && VictimsTold.Read(detail) is { } told
            ? (told, at)
            : null;

    /// <returns>False once the report is shredded.</returns>
    private async Task<bool> KeepPointAsync(Unit unit, Report report, Coordinates? at) =>
        at is not { } point || await vault.ChangeContentAsync(unit.Db, report.Id, content => content with { VictimsAt = point });

    /// <summary>It sounded dangerous, and there are victims: an emergency like any other from now on (policy 1.7, 3).</summary>
    private async Task RaiseAsync(Unit unit, Report report)
    {
        if (report.Status == ReportStatus.Waiting)
        {
            await work.KeepAsync(unit, report, report.Resume(Actor.System, unit.Now)); // an emergency never waits
        }
        else if (report.Status == ReportStatus.ResolutionProposed)
        {
            await work.KeepAsync(unit, report, report.SendBack(Actor.Reporter, null, unit.Now)); // it is not over, whatever was proposed
        }

        var told = (await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support, Part.Screener)).Where(card => card.OfferedAt <= unit.Now).ToList();
        if (await work.KeepAsync(unit, report, report.RaiseToEmergency(jurisdiction.Timers, unit.Now)) is not Outcome<ReportFact>.Done)
        {
            return;
        }

        if (report.Status == ReportStatus.Screening)
        {
            await routing.OfferAsync(unit, report, Actor.System, RouteReport.PlaceOf(report), cleared: false); // nor does it wait for screening
        }
        else if (report.Status == ReportStatus.Quarantined)
        {
            await routing.OfferAsync(unit, report, Actor.System, RouteReport.PlaceOf(report), cleared: true); // suspected, and perhaps dying
        }
        else if (report.Status is ReportStatus.Offered or ReportStatus.Referred)
        {
            await routing.DealAgainAsync(unit, report); // it reaches more seats (policy 3); what was sent on, those who can be there soon
        }

        foreach (var card in told.Where(card => card.WithdrawnAt is null)) // a new card makes itself heard
        {
            await work.NotifyAsync(unit, card.Officer, new Notice.PriorityRaised(report.CaseNumber, 0), report);
        }
    }

    /// <summary>
    /// Nobody knew where: whoever screens has it, and now its triad gets it too, with its own clock (policy 2). Once somebody holds it, the
    /// point on their card is enough.
    /// </summary>
    private async Task RouteThereAsync(Unit unit, Report report, Place place)
    {
        if (report.Status == ReportStatus.Received)
        {
            await routing.HandleAsync(unit, report.Id, place);
        }
        else if (report.Status is ReportStatus.Offered or ReportStatus.Screening)
        {
            await routing.OfferAsync(unit, report, Actor.System, place, cleared: false);
        }
    }

    /// <summary>An emergency with casualties goes to health as well (policy 3).</summary>
    private async Task CallHealthAsync(Unit unit, Report report)
    {
        if (report.Kecamatan is not { } kecamatan || report.Status == ReportStatus.Received)
        {
            return; // routing is still to come, and calls them itself
        }

        var dealt = (await unit.Db.Cards.Where(card => card.Report == report.Id).Select(card => card.Officer).ToListAsync()).ToHashSet();
        var health = Router.Health(report, kecamatan, await unit.Db.RosterAsync(unit.Now, jurisdiction.Local));
        await routing.DealAsync(unit, report, [.. health.Where(one => !dealt.Contains(one.Officer))]);
    }

    /// <summary>A card that changes wakes nobody, and this must.</summary>
    private async Task AlertAsync(Unit unit, Report report)
    {
        var cards = (await CaseWork.CardsAsync(unit, report.Id)).Where(card => card.OfferedAt <= unit.Now);
        foreach (var card in cards.Where(card => Watch.IsHealth(card.Seat) || (report.Lead is { } lead ? card.Officer == lead : card.Part != Part.Copy)))
        {
            await work.NotifyAsync(unit, card.Officer, new Notice.VictimsGrave(report.CaseNumber), report);
        }
    }
}
