using System.Globalization;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Clusters;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Digests;

/// <summary>Counts what a digest tells of victims, watches, clusters and spikes (policy 6, parts 3, 4 and 7).</summary>
public sealed class DigestExtras(Jurisdiction jurisdiction, AlertOutbreak outbreak)
{
    private const int MostWatches = 3, MostClusters = 3, MostSpikes = 3, FewestOfASpike = 3, Weeks = 8;

    /// <param name="reports">What this reader may count (policy 5.4).</param>
    public async Task<DigestFigures> AddAsync(TriageDb db, DigestFigures figures, IQueryable<Report> reports, DateTimeOffset until, CancellationToken ct) => figures with
    {
        Victims = await VictimsAsync(reports, until, ct),
        Watches = await WatchesAsync(db, reports, until, ct),
        Clusters = await ClustersAsync(db, reports, until, ct),
        Spikes = await SpikesAsync(reports, until, ct),
        Situations = await reports.CountAsync(report => report.Situation == report.Id && report.ReceivedAt >= until.AddDays(-1) && report.ReceivedAt < until, ct),
        Left = await LeftAsync(db, figures, ct),
    };

    private async Task<VictimFigures?> VictimsAsync(IQueryable<Report> reports, DateTimeOffset until, CancellationToken ct)
    {
        var victims = await outbreak.Victims(reports, until).ToListAsync(ct);
        if (victims.Count == 0)
        {
            return null;
        }

        var sum = victims.Aggregate(default(CasualtyCount), (all, one) => all + one.Casualties);
        var places = victims.SelectMany(one => new[] { one.Kecamatan, one.SupplyKecamatan })
            .Select(code => code is { } kecamatan ? jurisdiction.Regions.Find(kecamatan)?.Name : null)
            .OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return new VictimFigures(victims.Count, sum.Dead, sum.InHospital, sum.Injured, [.. places]);
    }

    private async Task<IReadOnlyList<RunningWatch>> WatchesAsync(TriageDb db, IQueryable<Report> reports, DateTimeOffset until, CancellationToken ct)
    {
        var since = until - Watch.Length;
        var watched = (await outbreak.Victims(reports, until).Where(report => report.ReceivedAt > since).OrderBy(report => report.ReceivedAt).ToListAsync(ct))
            .Where(report => Watch.IsWorthIt(report.Status, report.Outcome)).ToList();
        var running = new List<RunningWatch>();
        foreach (var report in watched.Take(MostWatches))
        {
            var made = await CareForVictims.ChecksAsync(db, report.Id);
            running.Add(new RunningWatch(
                report.CaseNumber,
                report.Kecamatan is { } code ? jurisdiction.Regions.Find(code)?.Name : null,
                (int)(until - report.ReceivedAt).TotalHours,
                Enumerable.Range(1, Watch.DueStep(report.ReceivedAt, until)).Count(step => !made.Contains(Watch.NameOf(step))),
                watched.Count));
        }

        return running;
    }

    /// <summary>Reports that tell the same, grown in the last day; each cluster once, under its first report.</summary>
    private async Task<IReadOnlyList<ClusterFigures>> ClustersAsync(TriageDb db, IQueryable<Report> reports, DateTimeOffset until, CancellationToken ct)
    {
        var yesterday = until.AddDays(-1);
        var grown = await ( // from today's reports: asked for all that may tell the same, the store would go through each pair there could be
            from one in reports
            where one.ReceivedAt >= yesterday && one.ReceivedAt < until
            join like in db.Likes.AsNoTracking() on one.Id equals like.Report
            where reports.Any(other => other.Id == like.Other && other.ReceivedAt < until)
            select new { one.Id, one.Category, one.Kecamatan, like.Other }).ToListAsync(ct);
        var seen = new HashSet<Domain.ReportId>();
        var clusters = new List<ClusterFigures>();
        foreach (var group in grown.GroupBy(row => row.Id).OrderByDescending(group => group.Count()))
        {
            if (seen.Add(group.Key) && group.All(row => seen.Add(row.Other)))
            {
                var kecamatan = group.First().Kecamatan is { } code ? jurisdiction.Regions.Find(code)?.Name : null;
                clusters.Add(new ClusterFigures(group.First().Category, kecamatan, group.Count() + 1));
            }
        }

        return [.. clusters.Take(MostClusters)];
    }

    /// <summary>Kecamatan that had more in a day than on any such weekday of the eight weeks before.</summary>
    private async Task<IReadOnlyList<Spike>> SpikesAsync(IQueryable<Report> reports, DateTimeOffset until, CancellationToken ct)
    {
        var first = await reports.OrderBy(report => report.ReceivedAt).Select(report => (DateTimeOffset?)report.ReceivedAt).FirstOrDefaultAsync(ct);
        var days = new List<Dictionary<(KecamatanCode Kecamatan, string Family), int>> { await DayAsync(until) };
        for (var week = 1; week <= Weeks && first < until.AddDays((-7 * week) - 1); week++)
        {
            days.Add(await DayAsync(until.AddDays(-7 * week)));
        }

        var spikes =
            from same in days[0]
            let counted = Counted.Of(same.Value, [.. days.Skip(1).Select(day => day.GetValueOrDefault(same.Key))])
            where counted.Now >= FewestOfASpike && counted.Outside > 0
            orderby counted.Now descending, same.Key.Family, same.Key.Kecamatan.Value
            select new Spike(jurisdiction.Regions.Find(same.Key.Kecamatan)?.Name ?? "", same.Key.Family, counted);
        return [.. spikes.Take(MostSpikes)];

        async Task<Dictionary<(KecamatanCode Kecamatan, string Family), int>> DayAsync(DateTimeOffset to)
        {
            var from = to.AddDays(-1);
            return (await reports.Where(report => report.Kecamatan != null && report.ReceivedAt >= from && report.ReceivedAt < to)
                    .GroupBy(report => new { report.Kecamatan, report.Category })
                    .Select(same => new { same.Key.Kecamatan, same.Key.Category, Count = same.Count() }).ToListAsync(ct))
                .GroupBy(row => (row.Kecamatan!.Value, Duplicates.FamilyOf(row.Category)))
                .ToDictionary(same => same.Key, same => same.Sum(row => row.Count));
        }
    }

    /// <summary>What was left open on such mornings is read from the digests as they were sent.</summary>
    private static async Task<Counted> LeftAsync(TriageDb db, DigestFigures figures, CancellationToken ct)
    {
        var today = DateOnly.ParseExact(figures.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] mornings = [.. Enumerable.Range(1, Weeks).Select(week => today.AddDays(-7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        var kept = await db.Digests.AsNoTracking().Where(row => row.Scope == figures.Scope && mornings.Contains(row.Date))
            .Select(row => new { row.Date, row.Figures }).ToListAsync(ct);
        return Counted.Of(figures.LeftOpen, [.. kept.GroupBy(row => row.Date).Select(same => DigestFigures.FromJson(same.First().Figures).LeftOpen)]);
    }
}
