using Kentongan.Domain;
using Kentongan.Domain.Clusters;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Clusters;

/// <summary>
/// Lays a report that has just been routed beside those that may tell the same (policy 5.2), and lets what it corroborates move on: a
/// report that waits goes on, one in quarantine is offered, and three reporters within the hour raise the priority.
/// </summary>
public sealed class FindLikeReports(CaseWork work, ReportVault vault, ReporterMarks marks)
{
    /// <summary>The newest are the likeliest; a storm must not make routing slow.</summary>
    private const int MostCompared = 20;

    private static readonly ReportStatus[] Comparable = [.. Enum.GetValues<ReportStatus>()
        .Where(status => status is not (ReportStatus.Received or ReportStatus.Closed or ReportStatus.Merged))];

    public async Task HandleAsync(Unit unit, Report report, RouteReport routing)
    {
        var alike = await AlikeAsync(unit, report);
        if (alike.Count == 0)
        {
            return;
        }

        foreach (var other in alike)
        {
            unit.Db.Likes.Add(new LikeRow { Report = report.Id, Other = other.Id });
            unit.Db.Likes.Add(new LikeRow { Report = other.Id, Other = report.Id });
        }

        await unit.Db.SaveChangesAsync(); // dealing anew must see the cards that this unit has dealt
        foreach (var other in alike)
        {
            await CorroborateAsync(unit, other, report, routing, first: other == alike[^1]);
        }

        var recent = alike.Where(other => report.ReceivedAt - other.ReceivedAt <= Duplicates.CorroborationWindow).Append(report).ToList();
        if (recent.Count >= Duplicates.ReportersThatRaise
            && await marks.IndependentAsync(unit, [.. recent.Select(one => one.Id)]) >= Duplicates.ReportersThatRaise)
        {
            foreach (var one in recent)
            {
                await RaiseAsync(unit, one, recent.Count, routing);
            }
        }
    }

    private async Task<List<Report>> AlikeAsync(Unit unit, Report report)
    {
        var (family, urgent) = (Duplicates.FamilyOf(report.Category) + ".", report.Priority == Priority.P0);
        var since = report.ReceivedAt - Duplicates.WindowOf(Duplicates.FamilyOf(report.Category));
        if (report.Desa is null && !urgent)
        {
            return []; // pins are kept at P0 alone (design 6): nothing to compare the place by
        }

        // A desa lies in one kecamatan: said, the newest of that are read, not those of the kabupaten.
        var there = urgent ? unit.Db.Reports : unit.Db.Reports.Where(other => other.Kecamatan == report.Kecamatan);
        var near = await there
            .Where(other => other.Id != report.Id && other.Accused == report.Accused && other.ReceivedAt >= since && other.ReceivedAt <= report.ReceivedAt
                && Comparable.Contains(other.Status) && other.Category.StartsWith(family)
                && (other.Desa == report.Desa || (urgent && other.Priority == Priority.P0)))
            .OrderByDescending(other => other.ReceivedAt)
            .Take(MostCompared)
            .ToListAsync();
        if (near.Count == 0)
        {
            return [];
        }

        ReportId[] ids = [.. near.Select(other => other.Id), report.Id];
        var contents = await unit.Db.Contents.AsNoTracking().Where(row => ids.Contains(row.Report)).ToDictionaryAsync(row => row.Report, row => row.Sealed);
        return Open(report, contents) is { } telling
            ? [.. near.Where(other => Open(other, contents) is { } told && Duplicates.AreAlike(telling, told))]
            : [];
    }

    /// <returns>Null once a report is shredded.</returns>
    private Telling? Open(Report report, Dictionary<ReportId, byte[]> contents) =>
        contents.TryGetValue(report.Id, out var row) && vault.OpenContent(report.Id, row) is { } content
            ? new Telling(report.Id, report.Category, report.Accused, report.Kecamatan, report.Desa, content.Pin, report.ReceivedAt, string.Join('\n', content.Story))
            : null;

    private async Task CorroborateAsync(Unit unit, Report other, Report by, RouteReport routing, bool first)
    {
        if (other.Status == ReportStatus.Waiting)
        {
            await work.KeepAsync(unit, other, other.Resume(Actor.System, unit.Now));
            if (other.Lead is { } lead)
            {
                await work.NotifyAsync(unit, lead, new Notice.Corroborated(other.CaseNumber), other);
            }
        }
        else if (other.Status == ReportStatus.Quarantined && !await marks.AreOfOneAsync(unit, other.Id, by.Id))
        {
            await routing.OfferAsync(unit, other, Actor.System, RouteReport.PlaceOf(other), cleared: true);
        }
        else if (first || other.Lead is not null)
        {
            await work.RefreshCardsAsync(unit, other); // the count on the card; not on every card of a storm
        }
    }

    private async Task RaiseAsync(Unit unit, Report report, int reports, RouteReport routing)
    {
        var raised = Urgency.Raised(report.Priority);
        if (await work.KeepAsync(unit, report, report.Raise(Timers.For(raised), unit.Now)) is not Outcome<ReportFact>.Done)
        {
            return;
        }

        if (report.Status == ReportStatus.Offered)
        {
            await routing.DealAgainAsync(unit, report); // a higher priority reaches more seats (policy 3)
        }

        foreach (var card in (await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support, Part.Screener)).Where(card => card.OfferedAt is not null))
        {
            await work.NotifyAsync(unit, card.Officer, new Notice.PriorityRaised(report.CaseNumber, reports), report);
        }
    }
}
