using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Backups;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Digests;

/// <summary>Counts a digest from the facts (policy 6). The window is the 24 hours up to 07:00 local, or up to now on demand.</summary>
public sealed class DigestQueries(Jurisdiction jurisdiction, DutyQueries duties, DigestExtras extras, IOptions<PrivacyOptions> privacy)
{
    private const int Weeks = 8;
    private const int MostDecisions = 5;

    /// <param name="kecamatan">Null for the whole kabupaten.</param>
    public async Task<DigestFigures> ReadAsync(TriageDb db, KecamatanCode? kecamatan, DateTimeOffset until, CancellationToken ct)
    {
        var reports = Visible(db, kecamatan);
        var open = Arrived(reports, DateTimeOffset.MinValue, until).Where(report => Lifecycle.OpenStatuses.Contains(report.Status)); // a late digest is of the morning
        var from = until.AddDays(-1);
        var roster = await db.RosterAsync(until);
        var figures = new DigestFigures(
            jurisdiction.Local.DateOf(until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            kecamatan?.Value ?? jurisdiction.Kabupaten.Code.Value,
            await HealthAsync(db, kecamatan is null ? reports : null, from, until, ct),
            await BrokenAsync(db, open, knowsMinutes: kecamatan is null, until, ct),
            await reports.CountAsync(report => report.Priority == Priority.P0 && report.ReceivedAt >= from && report.ReceivedAt < until, ct),
            await CountAsync(reports, (a, b) => Arrived(reports, a, b), until, ct),
            await CountAsync(reports, (a, b) => Having(reports, OnTime(db).Where(fact => fact.At >= a && fact.At < b)), until, ct),
            await CountAsync(reports, (a, b) => reports.Where(report => report.ClosedAt >= a && report.ClosedAt < b), until, ct),
            await CountAsync(reports, (a, b) => Having(reports, db.Facts.Where(fact => fact.Action == ReportAction.Reopen && fact.At >= a && fact.At < b)), until, ct),
            await open.CountAsync(ct),
            await open.CountAsync(report => db.Deadlines.Any(row => row.Report == report.Id && row.Kind == DeadlineKind.ResolveDue && row.DueAt < until.AddDays(1)), ct),
            MissingSeats(roster, kecamatan),
            new DeskCounts(
                await open.CountAsync(report => report.Kecamatan == null, ct),
                await open.CountAsync(report => report.Status == ReportStatus.Screening, ct),
                await reports.CountAsync(report => report.Status == ReportStatus.Quarantined, ct),
                await open.CountAsync(report => report.Status == ReportStatus.ResolutionProposed, ct),
                await open.CountAsync(report => report.Status == ReportStatus.Referred, ct)),
            await duties.ReadAsync(db, reports, open, kecamatan, until, ct))
        {
            Readers = kecamatan is { } read
                ? Seat.Triad.SelectMany(seat => roster.Holding(seat, read)).Select(posting => posting.Officer).Distinct().Count()
                : roster.Coordinators.Select(posting => posting.Officer).Distinct().Count(),
            Risk = kecamatan is null ? await DigestMap.ReadAsync(reports, jurisdiction, until, ct) : null,
        };
        return await extras.AddAsync(db, figures, reports, until, ct);
    }

    /// <summary>A triad never counts a report that accuses one of its seats; nobody here counts one that accuses the kabupaten (policy 5.4).</summary>
    private static IQueryable<Report> Visible(TriageDb db, KecamatanCode? kecamatan) => kecamatan is { } code
        ? db.Reports.AsNoTracking().Where(report => report.Kecamatan == code && report.Accused == AccusedOffice.None)
        : db.Reports.AsNoTracking().Where(report => report.Accused != AccusedOffice.Kabupaten);

    /// <summary>What is not urgent is counted when its offer has surely gone out, or a figure asked for now would tell the minute (threat-model 4, row 13).</summary>
    private IQueryable<Report> Arrived(IQueryable<Report> reports, DateTimeOffset from, DateTimeOffset to)
    {
        var delay = privacy.Value.OfferDelay;
        var (early, late) = (from == DateTimeOffset.MinValue ? from : from - delay, to - delay);
        return reports.Where(report => report.Priority == Priority.P0 || report.Priority == Priority.P1
            ? report.ReceivedAt >= from && report.ReceivedAt < to
            : report.ReceivedAt >= early && report.ReceivedAt < late);
    }

    /// <summary>From the facts of these hours to the reports: the other way round every report there ever was would be asked.</summary>
    private static IQueryable<ReportId> Having(IQueryable<Report> reports, IQueryable<ReportFact> facts) =>
        facts.Where(fact => reports.Any(report => report.Id == fact.Report)).Select(fact => fact.Report).Distinct();

    /// <summary>Accepted before anything escalated: the fact tells the level of that moment, which later ones do not change.</summary>
    private static IQueryable<ReportFact> OnTime(TriageDb db) => db.Facts.Where(fact => fact.Action == ReportAction.Accept && fact.Detail == "0");

    private static async Task<Counted> CountAsync<T>(
        IQueryable<Report> all, Func<DateTimeOffset, DateTimeOffset, IQueryable<T>> within, DateTimeOffset until, CancellationToken ct)
    {
        var now = await within(until.AddDays(-1), until).CountAsync(ct);
        var first = await all.OrderBy(report => report.ReceivedAt).Select(report => (DateTimeOffset?)report.ReceivedAt).FirstOrDefaultAsync(ct);
        var earlier = new List<int>();
        for (var week = 1; week <= Weeks && first < until.AddDays((-7 * week) - 1); week++)
        {
            earlier.Add(await within(until.AddDays((-7 * week) - 1), until.AddDays(-7 * week)).CountAsync(ct));
        }

        return Counted.Of(now, earlier);
    }

    /// <param name="knowsMinutes">Otherwise those of one part of the day draw the lot (threat-model 4, row 13).</param>
    private async Task<IReadOnlyList<BrokenClock>> BrokenAsync(TriageDb db, IQueryable<Report> open, bool knowsMinutes, DateTimeOffset until, CancellationToken ct)
    {
        var waiting = await open
            .Where(report => report.Lead == null && (report.EscalationLevel > 0 || report.Status == ReportStatus.Screening))
            .OrderBy(report => report.Priority).ThenByDescending(report => report.EscalationLevel).ThenBy(report => report.ReceivedAt)
            .Take(knowsMinutes ? MostDecisions : int.MaxValue)
            .ToListAsync(ct);
        var broken = knowsMinutes ? waiting : waiting
            .OrderBy(report => report.Priority).ThenByDescending(report => report.EscalationLevel)
            .ThenBy(report => jurisdiction.Local.KnownOf(report.Priority, report.ReceivedAt)).ThenBy(report => report.CaseNumber, StringComparer.Ordinal)
            .Take(MostDecisions);
        var clocks = new List<BrokenClock>();
        foreach (var report in broken)
        {
            var silent = await db.Cards.AsNoTracking()
                .Where(card => card.Report == report.Id && card.OfferedAt != null && card.ReachedAt == null
                    && (card.Part == Part.Lead || card.Part == Part.Support))
                .Select(card => card.Seat)
                .Distinct()
                .OrderBy(seat => seat)
                .ToListAsync(ct);
            var kecamatan = report.Kecamatan is { } code ? jurisdiction.Regions.Find(code)?.Name : null;
            clocks.Add(new BrokenClock(
                report.CaseNumber, report.Priority, report.Category, kecamatan, (int)(until - report.ReceivedAt).TotalMinutes, report.EscalationLevel, silent));
        }

        return clocks;
    }

    /// <summary>Counts no notification of a report that this reader does not count, or the sum would tell of it (policy 5.4).</summary>
    /// <param name="reports">Null for a triad: its five lines do not say how many were delivered.</param>
    private static async Task<MachineHealth> HealthAsync(TriageDb db, IQueryable<Report>? reports, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var tally = reports is null ? null : await db.Notifications.AsNoTracking()
            .Where(row => row.At >= from && row.At < until && (row.Report == null || reports.Any(report => report.Id == row.Report)))
            .GroupBy(_ => 1).Select(all => new { Sent = all.Count(row => row.Outcome == "sent" || row.Outcome == "delayed"), Tried = all.Count() }).SingleOrDefaultAsync(ct);
        var auditor = await db.JobRuns.AsNoTracking()
            .Where(run => run.Name == nameof(AuditOpenReports))
            .Select(run => run.LastSuccess)
            .SingleOrDefaultAsync(ct);
        var backup = await db.SettingAsync(StoreBackup.LastBackup, ct);
        return new MachineHealth(
            auditor is { } ran && until - ran < TimeSpan.FromMinutes(3),
            tally?.Sent ?? 0,
            tally?.Tried ?? 0,
            backup)
        {
            BackupHours = DateTimeOffset.TryParse(backup, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Math.Max(0, (int)(until - at).TotalHours) : null,
        };
    }

    private List<MissingSeat> MissingSeats(Roster roster, KecamatanCode? only) =>
    [
        .. from kecamatan in jurisdiction.Kabupaten.Kecamatan
           where only is null || kecamatan.Code == only
           from seat in Seat.Triad
           let holders = roster.Holding(seat, kecamatan.Code).ToList()
           where !holders.Exists(holder => holder.Reachable)
           select new MissingSeat(kecamatan.Name, seat.Code, holders.Count == 0 ? "vacant" : "unreachable"),
    ];
}
