using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Figures;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Months;

/// <summary>One kecamatan in one month (policy 7). The filter lists the reports that came in.</summary>
/// <param name="Before">How many came in the month before.</param>
/// <param name="Kinds">How many of each category, by its code.</param>
public sealed record MonthLine(
    string Name, CaseFilter Behind, int Received, int Before, int Verified, int Rejected, int Closed, IReadOnlyDictionary<string, int> Kinds, FigureLine? Times);

/// <param name="Families">Codes of the categories that came in at all, in the order of the programmes.</param>
/// <param name="Months">First days of the months to choose from, newest first.</param>
public sealed record MonthView(DateOnly Month, IReadOnlyList<DateOnly> Months, IReadOnlyList<string> Families, IReadOnlyList<MonthLine> Lines, MonthLine Whole, IReadOnlyList<FigureLine> Seats);

/// <summary>Counts the monthly public-order report, restricted edition (policy 7): the same month and facts give the same figures.</summary>
public sealed class MonthQueries(IDbContextFactory<TriageDb> contexts, FigureQueries figures, Jurisdiction jurisdiction, TimeProvider time)
{
    private const int Choice = 12;

    /// <param name="asked">First day of a month; null for the last one that is over.</param>
    public async Task<MonthView> ReadAsync(Viewer viewer, DateOnly? asked, CancellationToken ct)
    {
        var today = jurisdiction.Local.DateOf(time.GetUtcNow());
        var current = new DateOnly(today.Year, today.Month, 1);
        var month = asked is { } one && one <= current && one > current.AddMonths(-Choice) ? one : current.AddMonths(-1);
        var filter = Within(month);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, before) = (await CountAsync(db, viewer, filter, ct), await CountAsync(db, viewer, Within(month.AddMonths(-1)), ct));
        var times = await figures.ReadAsync(viewer, filter, ct);
        var lines = jurisdiction.Kabupaten.Kecamatan.Select(kecamatan => LineOf(
            kecamatan.Name,
            filter with { Kecamatan = kecamatan.Code },
            [.. now.Where(row => row.Kecamatan == kecamatan.Code.Value)],
            before.Where(row => row.Kecamatan == kecamatan.Code.Value).Sum(row => row.Count),
            times.Kecamatan.FirstOrDefault(line => line.Behind.Kecamatan == kecamatan.Code)));
        return new MonthView(
            month,
            [.. Enumerable.Range(0, Choice).Select(back => current.AddMonths(-back))],
            [.. jurisdiction.Programmes.Categories.Select(category => category.Code).Where(code => now.Exists(row => FamilyOf(row.Category) == code))],
            [.. lines.Where(line => line.Received + line.Before > 0).OrderByDescending(line => line.Received).ThenBy(line => line.Name, StringComparer.Ordinal)],
            LineOf(jurisdiction.Kabupaten.Name, filter, now, before.Sum(row => row.Count), null),
            times.Seats);
    }

    private static CaseFilter Within(DateOnly month) => new(From: month, Until: month.AddMonths(1).AddDays(-1));

    private static MonthLine LineOf(string name, CaseFilter behind, List<Counted> rows, int before, FigureLine? times) => new(
        name,
        behind,
        rows.Sum(row => row.Count),
        before,
        rows.Where(row => RiskScore.IsVerified(row.Status, row.Outcome)).Sum(row => row.Count),
        rows.Where(row => row.Status == ReportStatus.Closed && row.Outcome is ReportOutcome.Unfounded or ReportOutcome.Hoax).Sum(row => row.Count),
        rows.Where(row => row.Status == ReportStatus.Closed).Sum(row => row.Count),
        rows.GroupBy(row => FamilyOf(row.Category)).ToDictionary(same => same.Key, same => same.Sum(row => row.Count)),
        times);

    private async Task<List<Counted>> CountAsync(TriageDb db, Viewer viewer, CaseFilter filter, CancellationToken ct) =>
        [.. (await filter.Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, time.GetUtcNow())
                .GroupBy(report => new { report.Kecamatan, report.Category, report.Status, report.Outcome })
                .Select(same => new { same.Key.Kecamatan, same.Key.Category, same.Key.Status, same.Key.Outcome, Count = same.Count() })
                .ToListAsync(ct))
            .Select(row => new Counted(row.Kecamatan?.Value ?? "", row.Category, row.Status, row.Outcome, row.Count))];

    private static string FamilyOf(string category) => category.Split('.')[0];

    private sealed record Counted(string Kecamatan, string Category, ReportStatus Status, ReportOutcome? Outcome, int Count);
}
