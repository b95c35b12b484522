using Kentongan.Domain.Places;
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
/// <param name="Population">Inhabitants; null where the region file does not say.</param>
public sealed record MonthLine(
    string Name, CaseFilter Behind, int Received, int Before, int Verified, int Rejected, int Closed, IReadOnlyDictionary<string, int> Kinds, FigureLine? Times, int? Population)
{
    /// <summary>Reports per 10,000 inhabitants.</summary>
    public double? Per10000 => Population is { } people ? Received * 10_000.0 / people : null;
}

/// <param name="Families">Codes of the categories that came in at all, in the order of the programmes.</param>
/// <param name="Months">First days of the months to choose from, newest first.</param>
/// <param name="Kecamatan">The report of one kecamatan; null for the kabupaten.</param>
/// <param name="Points">Decisions asked and actions, with those that earlier months left open.</param>
public sealed record MonthView(
    DateOnly Month,
    Kecamatan? Kecamatan,
    IReadOnlyList<DateOnly> Months,
    IReadOnlyList<string> Families,
    IReadOnlyList<MonthLine> Lines,
    MonthLine Whole,
    IReadOnlyList<FigureLine> Seats,
    MonthDetails Details,
    IReadOnlyList<MonthPoint> Points,
    DesaRanks Desa);

/// <summary>So many reports that agree in these.</summary>
internal record CountedKinds(string Kecamatan, string Category, int Count);

/// <summary>So many reports that agree in how they stand as well.</summary>
internal sealed record CountedReports(string Kecamatan, string Category, ReportStatus Status, ReportOutcome? Outcome, int Count) : CountedKinds(Kecamatan, Category, Count);

/// <summary>Counts the monthly public-order report (policy 7): the same month and facts give the same figures.</summary>
public sealed class MonthQueries(
    IDbContextFactory<TriageDb> contexts, FigureQueries figures, MonthDetailQueries details, MonthPoints points, DesaRanking desa, Jurisdiction jurisdiction, TimeProvider time)
{
    private const int Choice = 12;

    /// <param name="asked">First day of a month; null for the last one that is over.</param>
    public async Task<MonthView> ReadAsync(Viewer viewer, DateOnly? asked, KecamatanCode? where, CancellationToken ct)
    {
        var today = time.GetUtcNow();
        var current = Current(today);
        var month = asked is { } one && one <= current && one > current.AddMonths(-Choice) ? one : current.AddMonths(-1);
        var only = where is { } code ? jurisdiction.Regions.Find(code) : null;
        var filter = Within(month) with { Kecamatan = only?.Code };
        await using var db = await contexts.CreateDbContextAsync(ct);
        var reports = filter.Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, today);
        var (now, before) = (await CountAsync(reports, ct), await CountKindsAsync((Within(month.AddMonths(-1)) with { Kecamatan = only?.Code }).Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, today), ct));
        var times = await figures.TimesAsync(viewer, filter, ct);
        var lines = jurisdiction.Kabupaten.Kecamatan.Where(kecamatan => only is null || kecamatan == only).Select(kecamatan => LineOf(
            kecamatan.Name,
            filter with { Kecamatan = kecamatan.Code },
            [.. now.Where(row => row.Kecamatan == kecamatan.Code.Value)],
            before.Where(row => row.Kecamatan == kecamatan.Code.Value).Sum(row => row.Count),
            times.Kecamatan.FirstOrDefault(line => line.Behind.Kecamatan == kecamatan.Code),
            kecamatan.Population));
        return new MonthView(
            month,
            only,
            [.. Enumerable.Range(0, Choice).Select(back => current.AddMonths(-back))],
            [.. Families().Where(code => now.Exists(row => FamilyOf(row.Category) == code))],
            [.. lines.Where(line => line.Received + line.Before > 0).OrderByDescending(line => line.Received).ThenBy(line => line.Name, StringComparer.Ordinal)],
            LineOf(only?.Name ?? jurisdiction.Kabupaten.Name, filter, now, before.Sum(row => row.Count), times.Whole, only is null ? jurisdiction.Kabupaten.Population : only.Population),
            times.Seats,
            await details.ReadAsync(db, reports, month, now, before, today, ct),
            await points.ReadAsync(db, month, only?.Code, ct),
            await desa.ReadAsync(db, viewer, month, only?.Code, ct));
    }

    /// <summary>Without whatever accuses anybody in office: not every reader may count that, and the public edition is one for all (policy 5.4).</summary>
    public async Task<PublicMonth> ReadPublicAsync(Viewer viewer, DateOnly? asked, CancellationToken ct)
    {
        var today = time.GetUtcNow();
        var last = Current(today).AddMonths(-1);
        var month = asked is { } one && one <= last && one > last.AddMonths(-Choice) ? one : last;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, before) = (await CountAsync(Open(month), ct), await CountKindsAsync(Open(month.AddMonths(-1)), ct));
        var whole = await details.ReadAsync(db, Open(month), month, now, before, today, ct);
        return new PublicMonth(
            month,
            [.. Enumerable.Range(0, Choice).Select(back => last.AddMonths(-back))],
            Line(jurisdiction.Kabupaten.Name, now, jurisdiction.Kabupaten.Population),
            PublicCount.Of(before.Sum(row => row.Count)),
            PublicCount.Of(whole.Quality.Closed),
            PublicCount.Of(whole.Quality.True),
            PublicCount.Of(whole.Incidents.Count),
            PublicCount.Of(whole.Referrals.Sum(line => line.Count)),
            [.. jurisdiction.Kabupaten.Kecamatan.Select(kecamatan => Line(kecamatan.Name, now.Where(row => row.Kecamatan == kecamatan.Code.Value), kecamatan.Population))],
            [.. Families().Select(code => Line(code, now.Where(row => FamilyOf(row.Category) == code), null))]);

        IQueryable<Report> Open(DateOnly within) =>
            Within(within).Narrow(VisibleReports.For(db, viewer).Where(report => report.Accused == AccusedOffice.None), db, viewer, jurisdiction, today);

        static PublicLine Line(string name, IEnumerable<CountedReports> rows, int? population)
        {
            var received = PublicCount.Of(rows.Sum(row => row.Count));
            return new PublicLine(name, received, population is { } people && received.Rounded > 0 ? received.Rounded * 10_000.0 / people : null);
        }
    }

    private DateOnly Current(DateTimeOffset now) => jurisdiction.Local.DateOf(now) is var today ? new DateOnly(today.Year, today.Month, 1) : default;

    private IEnumerable<string> Families() => jurisdiction.Programmes.Categories.Select(category => category.Code);

    /// <summary>The same for the month before.</summary>
    internal static CaseFilter Before(CaseFilter behind) => behind with { From = behind.From!.Value.AddMonths(-1), Until = behind.From!.Value.AddDays(-1) };

    private static CaseFilter Within(DateOnly month) => new(From: month, Until: month.AddMonths(1).AddDays(-1));

    private static MonthLine LineOf(string name, CaseFilter behind, List<CountedReports> rows, int before, FigureLine? times, int? population) => new(
        name,
        behind,
        rows.Sum(row => row.Count),
        before,
        rows.Where(row => RiskScore.IsVerified(row.Status, row.Outcome)).Sum(row => row.Count),
        rows.Where(row => row.Status == ReportStatus.Closed && row.Outcome is ReportOutcome.Unfounded or ReportOutcome.Hoax).Sum(row => row.Count),
        rows.Where(row => row.Status == ReportStatus.Closed).Sum(row => row.Count),
        rows.GroupBy(row => FamilyOf(row.Category)).ToDictionary(same => same.Key, same => same.Sum(row => row.Count)),
        times,
        population);

    private static async Task<List<CountedReports>> CountAsync(IQueryable<Report> reports, CancellationToken ct) =>
        [.. (await reports.GroupBy(report => new { report.Kecamatan, report.Category, report.Status, report.Outcome })
                .Select(same => new { same.Key.Kecamatan, same.Key.Category, same.Key.Status, same.Key.Outcome, Count = same.Count() })
                .ToListAsync(ct))
            .Select(row => new CountedReports(row.Kecamatan?.Value ?? "", row.Category, row.Status, row.Outcome, row.Count))];

    /// <summary>Of the month before nothing else is told.</summary>
    private static async Task<List<CountedKinds>> CountKindsAsync(IQueryable<Report> reports, CancellationToken ct) =>
        [.. (await reports.GroupBy(report => new { report.Kecamatan, report.Category })
                .Select(same => new { same.Key.Kecamatan, same.Key.Category, Count = same.Count() })
                .ToListAsync(ct))
            .Select(row => new CountedKinds(row.Kecamatan?.Value ?? "", row.Category, row.Count))];

    private static string FamilyOf(string category) => category.Split('.')[0];
}
