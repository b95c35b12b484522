using Kentongan.Domain;
using Kentongan.Domain.Clusters;
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

namespace Kentongan.Triage.Clusters;

/// <summary>
/// Lays a report that has just been routed beside those that may tell the same (policy 5.2), and lets what it corroborates move on: a
/// report that waits goes on, one in quarantine is offered, and three reporters within the hour raise the priority.
/// </summary>
public sealed class FindLikeReports(Jurisdiction jurisdiction, CaseWork work, ReportVault vault, ReporterMarks marks)
{
    /// <summary>The newest are the likeliest; a storm must not make routing slow.</summary>
    private const int MostCompared = 20;

    private static readonly ReportStatus[] Comparable = [.. Enum.GetValues<ReportStatus>()
        .Where(status => status is not (ReportStatus.Received or ReportStatus.Closed or ReportStatus.Merged))];

    /// <summary>A desa lies in one kecamatan: said, the newest of that are read, not those of the kabupaten.</summary>
    private static readonly CompiledQuery<ReportId, AccusedOffice, DateTimeOffset, DateTimeOffset, string, KecamatanCode, DesaCode, Beside> Near =
        new((db, report, accused, since, until, family, kecamatan, desa) => db.Reports
            .Where(other => other.Kecamatan == kecamatan && other.Id != report && other.Accused == accused && other.ReceivedAt >= since && other.ReceivedAt <= until
                && Comparable.Contains(other.Status) && other.Category.StartsWith(family) && other.Desa == desa)
            .OrderByDescending(other => other.ReceivedAt)
            .Take(MostCompared)
            .Select(other => new Beside(other, db.Contents.Where(row => row.Report == other.Id).Select(row => row.Sealed).FirstOrDefault())));

    private static readonly CompiledQuery<ReportId, byte[]> Own = new((db, report) => db.Contents.Where(row => row.Report == report).Select(row => row.Sealed));

    /// <param name="visible">When officers may notice that the report came (threat-model 4, row 13).</param>
    public async Task HandleAsync(Unit unit, Report report, RouteReport routing, DateTimeOffset visible)
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

        foreach (var other in alike)
        {
            await CorroborateAsync(unit, other, report, routing, visible, first: other == alike[^1]);
        }

        var recent = alike.Where(other => report.ReceivedAt - other.ReceivedAt <= Duplicates.CorroborationWindow).Append(report).ToList();
        if (recent.Count < Duplicates.ReportersThatRaise)
        {
            return;
        }

        await unit.Db.SaveChangesAsync(); // dealing anew must see the cards that this unit has dealt
        if (await marks.IndependentAsync(unit, [.. recent.Select(one => one.Id)]) >= Duplicates.ReportersThatRaise)
        {
            foreach (var one in recent)
            {
                await RaiseAsync(unit, one, recent.Count, routing, visible);
            }
        }
    }

    private async Task<List<Report>> AlikeAsync(Unit unit, Report report)
    {
        var near = await NearAsync(unit, report);
        return near.Count > 0 && Open(new Beside(report, await Own.FirstAsync(unit.Db, report.Id))) is { } telling
            ? [.. near.Where(other => Open(other) is { } told && Duplicates.AreAlike(telling, told)).Select(other => other.Report)]
            : [];
    }

    private static async Task<List<Beside>> NearAsync(Unit unit, Report report)
    {
        var family = Duplicates.FamilyOf(report.Category);
        var since = report.ReceivedAt - Duplicates.WindowOf(family);
        return report switch
        {
            { Priority: Priority.P0 } => await NearEmergency(unit, report, family + ".", since).ToListAsync(),
            { Desa: { } desa, Kecamatan: { } kecamatan } => await Near.Run(unit.Db, report.Id, report.Accused, since, report.ReceivedAt, family + ".", kecamatan, desa).ToListAsync(),
            _ => [], // pins are kept at P0 alone (design 6): nothing to compare the place by
        };
    }

    private static IQueryable<Beside> NearEmergency(Unit unit, Report report, string family, DateTimeOffset since) => unit.Db.Reports
        .Where(other => other.Id != report.Id && other.Accused == report.Accused && other.ReceivedAt >= since && other.ReceivedAt <= report.ReceivedAt
            && Comparable.Contains(other.Status) && other.Category.StartsWith(family) && (other.Desa == report.Desa || other.Priority == Priority.P0))
        .OrderByDescending(other => other.ReceivedAt)
        .Take(MostCompared)
        .Select(other => new Beside(other, unit.Db.Contents.Where(row => row.Report == other.Id).Select(row => row.Sealed).FirstOrDefault()));

    /// <returns>Null once a report is shredded.</returns>
    private Telling? Open(Beside one) => one is (var report, { } bytes) && vault.OpenContent(report.Id, bytes) is { } content
        ? new Telling(report.Id, report.Category, report.Accused, report.Kecamatan, report.Desa, content.Pin, report.ReceivedAt, string.Join('\n', content.Story))
        : null;

    private async Task CorroborateAsync(Unit unit, Report other, Report by, RouteReport routing, DateTimeOffset visible, bool first)
    {
        if (other.Status == ReportStatus.Waiting)
        {
            await work.KeepAsync(unit, other, other.Resume(Actor.System, unit.Now), visible: visible);
            if (other.Lead is { } lead)
            {
                await work.NotifyAsync(unit, lead, new Notice.Corroborated(other.CaseNumber), other, visible);
            }
        }
        else if (other.Status == ReportStatus.Quarantined && !await marks.AreOfOneAsync(unit, other.Id, by.Id))
        {
            await routing.OfferAsync(unit, other, Actor.System, RouteReport.PlaceOf(other), cleared: true, visible);
        }
        else if (first || other.Lead is not null)
        {
            await work.RefreshCardsAsync(unit, other, visible: visible); // the count on the card; not on every card of a storm
        }
    }

    private async Task RaiseAsync(Unit unit, Report report, int reports, RouteReport routing, DateTimeOffset visible)
    {
        var raised = Urgency.Raised(report.Priority);
        DateTimeOffset? later = raised <= Priority.P1 ? null : visible;
        if (await work.KeepAsync(unit, report, report.Raise(report.TimersFor(raised, jurisdiction.Timers), unit.Now), visible: later) is not Outcome<ReportFact>.Done)
        {
            return;
        }

        if (report.Status == ReportStatus.Offered)
        {
            await routing.DealAgainAsync(unit, report, later); // a higher priority reaches more seats (policy 3)
        }

        foreach (var card in (await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support, Part.Screener)).Where(card => card.OfferedAt is not null))
        {
            await work.NotifyAsync(unit, card.Officer, new Notice.PriorityRaised(report.CaseNumber, reports), report, later);
        }
    }

    private sealed record Beside(Report Report, byte[]? Sealed);
}
