using Kentongan.Domain;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Months;

/// <summary>Counts victims, referrals, escalations and quality of the reports of a month, and looks into the next one (policy 7).</summary>
public sealed class MonthDetailQueries(Jurisdiction jurisdiction)
{
    private const string Blocked = "blocked", Liquor = "miras";

    private static readonly ReportStatus[] Apart = [ReportStatus.Merged, ReportStatus.Quarantined];

    private static readonly ReportAction[] GivenAway = [ReportAction.Release, ReportAction.PassOn, ReportAction.Decline], Again = [ReportAction.Reopen, ReportAction.SendBack];

    /// <param name="reports">Those that came in during the month, as far as this reader may count them (policy 5.4).</param>
    internal async Task<MonthDetails> ReadAsync(
        TriageDb db, IQueryable<Report> reports, DateOnly month, List<CountedReports> now, List<CountedReports> before, DateTimeOffset today, CancellationToken ct)
    {
        var incidents = await IncidentsAsync(db, reports, ct);
        return new MonthDetails(
            incidents,
            await ReferralsAsync(reports, today, ct),
            await EscalationsAsync(db, reports, ct),
            await QualityAsync(db, reports, month, now, ct),
            new Indicators(
                Sum(now, row => FamilyOf(row) == Liquor),
                Sum(before, row => FamilyOf(row) == Liquor),
                incidents.Where(one => one.Category.StartsWith(Liquor + '.', StringComparison.Ordinal)).Sum(one => one.Dead),
                Sum(now, row => row.Status == ReportStatus.Closed),
                Sum(now, row => !Apart.Contains(row.Status))),
            CalendarOf(month.AddMonths(1)));
    }

    /// <summary>What was merged or put aside is counted where it belongs, not twice; what proved untrue is no incident.</summary>
    private static async Task<IReadOnlyList<CasualtyIncident>> IncidentsAsync(TriageDb db, IQueryable<Report> reports, CancellationToken ct)
    {
        var rows = await reports.Where(report => report.Dead + report.InHospital + report.Injured > 0 && !Apart.Contains(report.Status))
            .OrderBy(report => report.ReceivedAt)
            .Select(report => new
            {
                report.CaseNumber,
                report.Category,
                report.Kecamatan,
                report.Dead,
                report.InHospital,
                report.Injured,
                report.Outcome,
                IsReviewed = db.Facts.Any(fact => fact.Report == report.Id && fact.Action == ReportAction.ReviewAfterwards),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Where(row => row.Outcome is not (ReportOutcome.Unfounded or ReportOutcome.Hoax))
                .Select(row => new CasualtyIncident(row.CaseNumber, row.Category, row.Kecamatan, row.Dead, row.InHospital, row.Injured, row.IsReviewed)),
        ];
    }

    private async Task<IReadOnlyList<ReferralLine>> ReferralsAsync(IQueryable<Report> reports, DateTimeOffset today, CancellationToken ct)
    {
        var rows = await reports.Where(report => report.ReferredTo != null)
            .Select(report => new { report.ReferredTo, report.HasReferralReceipt, report.ReferralExpectedAt }).ToListAsync(ct);
        var names = jurisdiction.Kabupaten.ReferralBodies.ToDictionary(body => body.Code, body => body.Name);
        return
        [
            .. from same in rows.GroupBy(row => row.ReferredTo!)
               let line = new ReferralLine(
                   names.GetValueOrDefault(same.Key, same.Key), same.Count(), same.Count(row => row.HasReferralReceipt), same.Count(row => !row.HasReferralReceipt && row.ReferralExpectedAt < today))
               orderby line.Count descending, line.Body
               select line,
        ];
    }

    private static async Task<Escalations> EscalationsAsync(TriageDb db, IQueryable<Report> reports, CancellationToken ct)
    {
        var escalated = reports.Where(report => report.EscalationLevel > 0);
        var levels = await escalated.Select(report => new { report.Id, report.EscalationLevel }).ToListAsync(ct);
        if (levels.Count == 0)
        {
            return new Escalations(0, [0, 0, 0, 0], []);
        }

        var facts = await (
            from report in escalated
            join fact in db.Facts.AsNoTracking() on report.Id equals fact.Report
            where GivenAway.Contains(fact.Action)
            select new { report.Id, fact.Action, fact.By }).Distinct().ToListAsync(ct);
        var unreached = await (
            from report in escalated
            join told in db.Notifications.AsNoTracking() on (ReportId?)report.Id equals told.Report
            where told.Outcome == Blocked
            select report.Id).Distinct().ToListAsync(ct);
        var causes = facts.Select(fact => (fact.Id, Cause: fact.Action switch
        {
            ReportAction.Release => fact.By == Role.System ? EscalationCause.NoProgress : EscalationCause.LetGo,
            ReportAction.PassOn => EscalationCause.PassedOn,
            _ => EscalationCause.Declined,
        })).Concat(unreached.Select(id => (Id: id, Cause: EscalationCause.Unreachable))).Distinct().ToList();
        var explained = causes.Select(one => one.Id).ToHashSet();
        return new Escalations(
            levels.Count,
            [.. Enumerable.Range(1, 4).Select(level => levels.Count(row => row.EscalationLevel == level))],
            [
                .. from cause in Enum.GetValues<EscalationCause>()
                   let count = cause == EscalationCause.NobodyAccepted ? levels.Count(row => !explained.Contains(row.Id)) : causes.Count(one => one.Cause == cause)
                   where count > 0
                   select (cause, count),
            ]);
    }

    private async Task<Quality> QualityAsync(TriageDb db, IQueryable<Report> reports, DateOnly month, List<CountedReports> now, CancellationToken ct)
    {
        var start = jurisdiction.Local.On(month, TimeSpan.Zero);
        var again = await (
            from fact in db.Facts.AsNoTracking()
            join report in reports on fact.Report equals report.Id
            where Again.Contains(fact.Action) && fact.At >= start
            select new { report.Id, fact.Action }).Distinct().ToListAsync(ct);
        return new Quality(
            Sum(now, row => row.Status == ReportStatus.Closed),
            Closed(ReportOutcome.ActedUpon) + Closed(ReportOutcome.Prevented),
            Closed(ReportOutcome.Unfounded),
            Closed(ReportOutcome.Hoax),
            Closed(ReportOutcome.InsufficientInformation),
            again.Count(row => row.Action == ReportAction.Reopen),
            again.Count(row => row.Action == ReportAction.SendBack));

        int Closed(ReportOutcome outcome) => Sum(now, row => row.Status == ReportStatus.Closed && row.Outcome == outcome);
    }

    /// <summary>The operations and holidays of the month after: what is to be prepared.</summary>
    private IReadOnlyList<CalendarEntry> CalendarOf(DateOnly next)
    {
        var calendar = jurisdiction.Calendar;
        var days = Enumerable.Range(0, DateTime.DaysInMonth(next.Year, next.Month)).Select(next.AddDays).ToList();
        var operations =
            from programme in jurisdiction.Programmes.Programmes
            where programme.Operation is { Kind: not PeriodKind.Always }
            let active = days.Where(day => calendar.IsActive(programme.Operation!, new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero))).ToList()
            where active.Count > 0
            select new CalendarEntry(active[0], active[^1], programme.Name.Id, Certain: programme.Operation!.Kind == PeriodKind.Dates);
        var holidays = calendar.Holidays.Where(holiday => holiday.Date >= days[0] && holiday.Date <= days[^1])
            .Select(holiday => new CalendarEntry(holiday.Date, holiday.Date, holiday.Name, holiday.IsCertain));
        return [.. operations.Concat(holidays).OrderBy(entry => entry.From).ThenBy(entry => entry.Name, StringComparer.Ordinal)];
    }

    private static int Sum(List<CountedReports> rows, Func<CountedReports, bool> which) => rows.Where(which).Sum(row => row.Count);

    private static string FamilyOf(CountedReports row) => row.Category.Split('.')[0];
}
