using Kentongan.Domain.Casualties;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Casualties;

/// <summary>Tells health, detectives, coordinator and every triad concerned that victims belong together (domain.md 5.2, cluster rule).</summary>
public sealed class AlertOutbreak(Jurisdiction jurisdiction, CaseWork work)
{
    private static readonly ReportStatus[] Hidden = [ReportStatus.Merged, ReportStatus.Quarantined];

    private static readonly ReportOutcome?[] Discarded = [ReportOutcome.Hoax, ReportOutcome.Unfounded, ReportOutcome.Withdrawn, ReportOutcome.Duplicate];

    private readonly string[] _kinds =
        [.. jurisdiction.Programmes.Categories.SelectMany(category => category.Subcategories).Where(kind => kind.CountsVictims).Select(kind => kind.Code)];

    public bool Counts(Report report) => _kinds.Contains(report.Category);

    /// <summary>The reports of victims that count at this moment, oldest first.</summary>
    public IQueryable<Report> Victims(IQueryable<Report> reports, DateTimeOffset now)
    {
        var since = now - Outbreak.Window;
        return reports.Where(report => _kinds.Contains(report.Category) && report.ReceivedAt > since && report.ReceivedAt <= now
            && !Hidden.Contains(report.Status) && (report.Outcome == null || report.Status != ReportStatus.Closed || !Discarded.Contains(report.Outcome)));
    }

    /// <summary>After a report of victims came, or a death became known. Everybody concerned holds a card of the newest report.</summary>
    public async Task HandleAsync(Unit unit, Report report, RouteReport routing)
    {
        await unit.Db.SaveChangesAsync(); // the query below must see what this unit has just decided
        var victims = await Victims(unit.Db.Reports.AsNoTracking(), unit.Now).ToListAsync();
        if (!victims.Exists(one => one.Id == report.Id))
        {
            return;
        }

        var roster = await unit.Db.RosterAsync(unit.Now);
        var alerts = Outbreak.Alerts([.. victims.Select(Seen)], roster);
        var mayKnow = Router.Untainted(report.Accused, roster).Postings.Select(posting => posting.Officer).ToHashSet();
        var dealt = (await unit.Db.Cards.Where(card => card.Report == report.Id).ToListAsync()).Select(card => card.Officer).ToHashSet();
        foreach (var alert in alerts.Where(alert => mayKnow.Contains(alert.To.Officer))) // told once more, the others would learn that something came (policy 5.4)
        {
            if (!dealt.Contains(alert.To.Officer))
            {
                await routing.DealAsync(unit, report, [new Assignment(alert.To.Officer, alert.To.Seat, alert.To.Kecamatan, Part.Copy, AudienceTier.Ringkas, Now: true)]);
            }

            await work.NotifyAsync(unit, alert.To.Officer, NoticeOf(alert), report);
        }
    }

    private static VictimReport Seen(Report report) => new(report.Id, report.Kecamatan, report.SupplyKecamatan, report.Accused, report.Casualties);

    private Notice.Outbreak NoticeOf(OutbreakAlert alert) => new(
        alert.Reports,
        alert.Casualties.Dead,
        alert.Casualties.InHospital,
        alert.Casualties.Injured,
        string.Join(", ", alert.Kecamatan.Select(code => jurisdiction.Regions.Find(code)?.Name).OfType<string>()));
}
