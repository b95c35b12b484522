using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Months;

/// <summary>Counts victims, referrals, escalations and quality of the reports of a month, and looks into the next one (policy 7).</summary>
public sealed class MonthDetailQueries(Jurisdiction jurisdiction)
{
    /// <summary>The family of bootleg liquor, of the first programme's aims (domain.md 1).</summary>
    internal const string Liquor = "miras";

    private const string Blocked = "blocked";

    private static readonly ReportStatus[] Apart = [ReportStatus.Merged, ReportStatus.Quarantined];

    /// <summary>Why one escalated, what came back, and what was learned.</summary>
    private static readonly ReportAction[] Telling =
        [ReportAction.Release, ReportAction.PassOn, ReportAction.Decline, ReportAction.Reopen, ReportAction.SendBack, ReportAction.ReviewAfterwards];

    /// <param name="reports">Those that came in during the month, as far as this reader may count them (policy 5.4).</param>
    internal async Task<MonthDetails> ReadAsync(
        TriageDb db, IQueryable<Report> reports, DateOnly month, List<CountedReports> now, List<CountedKinds> before, DateTimeOffset today, CancellationToken ct)
    {
        var notable = await reports.Where(report => report.Dead + report.InHospital + report.Injured > 0 || report.ReferredTo != null || report.EscalationLevel > 0)
            .OrderBy(report => report.ReceivedAt)
            .Select(report => new Notable(
                report.Id, report.CaseNumber, report.Category, report.Kecamatan, report.Status, report.Outcome, report.Dead, report.InHospital, report.Injured,
                report.ReferredTo, report.HasReferralReceipt, report.ReferralExpectedAt, report.EscalationLevel))
            .ToListAsync(ct);
        var start = jurisdiction.Local.On(month, TimeSpan.Zero); // nothing happens to a report before it came
        var told = (await (
                from fact in db.Facts.AsNoTracking()
                where Telling.Contains(fact.Action) && fact.At >= start
                join report in reports on fact.Report equals report.Id
                select new { fact.Report, fact.Action, fact.By }).Distinct().ToListAsync(ct))
            .Select(fact => (fact.Report, fact.Action, fact.By)).ToList();
        var unreached = await reports
            .Where(report => report.EscalationLevel > 0 && db.Notifications.Any(letter => letter.Report == report.Id && letter.Outcome == Blocked))
            .Select(report => report.Id)
            .ToListAsync(ct);
        var reviewed = told.Where(fact => fact.Action == ReportAction.ReviewAfterwards).Select(fact => fact.Report).ToHashSet();
        var incidents = notable.Where(IsIncident)
            .Select(one => new CasualtyIncident(one.CaseNumber, one.Category, one.Kecamatan, one.Dead, one.InHospital, one.Injured, reviewed.Contains(one.Id))).ToList();
        return new MonthDetails(
            incidents,
            ReferralsOf(notable, today),
            EscalationsOf(notable, told, unreached),
            QualityOf(now, told),
            new Indicators(
                Sum(now, row => FamilyOf(row) == Liquor),
                Sum(before, row => FamilyOf(row) == Liquor),
                incidents.Where(one => one.Category.StartsWith(Liquor + '.', StringComparison.Ordinal)).Sum(one => one.Dead),
                Sum(now, row => row.Status == ReportStatus.Closed),
                Sum(now, row => !Apart.Contains(row.Status))),
            CalendarOf(month.AddMonths(1)));
    }

    /// <summary>What was merged or put aside is counted where it belongs, not twice; what proved untrue is no incident.</summary>
    private static bool IsIncident(Notable one) =>
        one.Dead + one.InHospital + one.Injured > 0 && !Apart.Contains(one.Status) && one.Outcome is not (ReportOutcome.Unfounded or ReportOutcome.Hoax);

    private IReadOnlyList<ReferralLine> ReferralsOf(List<Notable> notable, DateTimeOffset today)
    {
        var names = jurisdiction.Kabupaten.ReferralBodies.ToDictionary(body => body.Code, body => body.Name);
        return
        [
            .. from same in notable.Where(one => one.ReferredTo is not null).GroupBy(one => one.ReferredTo!)
               let line = new ReferralLine(
                   same.Key, names.GetValueOrDefault(same.Key, same.Key), same.Count(), same.Count(one => one.HasReceipt), same.Count(one => !one.HasReceipt && one.ExpectedAt < today))
               orderby line.Count descending, line.Body
               select line,
        ];
    }

    private static Escalations EscalationsOf(List<Notable> notable, List<(ReportId Report, ReportAction Action, Role By)> told, List<ReportId> unreached)
    {
        var levels = notable.Where(one => one.Level > 0).ToDictionary(one => one.Id, one => one.Level);
        var causes = told.Where(fact => levels.ContainsKey(fact.Report)).Select(fact => (Id: fact.Report, Cause: CauseOf(fact.Action, fact.By)))
            .Where(one => one.Cause is not null).Select(one => (one.Id, Cause: one.Cause!.Value))
            .Concat(unreached.Select(id => (Id: id, Cause: EscalationCause.Unreachable))).Distinct().ToList();
        var explained = causes.Select(one => one.Id).ToHashSet();
        return new Escalations(
            levels.Count,
            [.. Enumerable.Range(1, 4).Select(level => levels.Values.Count(one => one == level))],
            [
                .. from cause in Enum.GetValues<EscalationCause>()
                   let count = cause == EscalationCause.NobodyAccepted ? levels.Keys.Count(id => !explained.Contains(id)) : causes.Count(one => one.Cause == cause)
                   where count > 0
                   select (cause, count),
            ]);
    }

    private static EscalationCause? CauseOf(ReportAction action, Role by) => action switch
    {
        ReportAction.Release => by == Role.System ? EscalationCause.NoProgress : EscalationCause.LetGo,
        ReportAction.PassOn => EscalationCause.PassedOn,
        ReportAction.Decline => EscalationCause.Declined,
        _ => null,
    };

    private static Quality QualityOf(List<CountedReports> now, List<(ReportId Report, ReportAction Action, Role By)> told)
    {
        return new Quality(
            Sum(now, row => row.Status == ReportStatus.Closed),
            Closed(ReportOutcome.ActedUpon) + Closed(ReportOutcome.Prevented),
            Closed(ReportOutcome.Unfounded),
            Closed(ReportOutcome.Hoax),
            Closed(ReportOutcome.InsufficientInformation),
            Again(ReportAction.Reopen),
            Again(ReportAction.SendBack));

        int Closed(ReportOutcome outcome) => Sum(now, row => row.Status == ReportStatus.Closed && row.Outcome == outcome);

        int Again(ReportAction action) => told.Where(fact => fact.Action == action).Select(fact => fact.Report).Distinct().Count();
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

    private static int Sum<TCounted>(List<TCounted> rows, Func<TCounted, bool> which)
        where TCounted : CountedKinds => rows.Where(which).Sum(row => row.Count);

    private static string FamilyOf(CountedKinds row) => row.Category.Split('.')[0];

    /// <summary>A report of the month of which the details tell.</summary>
    private sealed record Notable(
        ReportId Id, string CaseNumber, string Category, KecamatanCode? Kecamatan, ReportStatus Status, ReportOutcome? Outcome, int Dead, int InHospital, int Injured,
        string? ReferredTo, bool HasReceipt, DateTimeOffset? ExpectedAt, int Level);
}
