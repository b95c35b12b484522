using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Figures;

/// <summary>Times of one kecamatan or one seat. Each figure is of the reports that its filter lists.</summary>
public sealed record FigureLine(string Name, CaseFilter Behind, int Received, Spread Accept, Spread FirstAction, Spread Close);

/// <summary>One week, Monday to Sunday.</summary>
public sealed record WeekLine(DateOnly Monday, CaseFilter Behind, int Received, int Accepted, int Closed, Spread Accept);

public sealed record FiguresView(CaseFilter Filter, IReadOnlyList<FigureLine> Kecamatan, IReadOnlyList<FigureLine> Seats, IReadOnlyList<WeekLine> Weeks);

/// <summary>Median and 90th percentile from the facts of the reports that the viewer may see (policy 7).</summary>
public sealed class FigureQueries(IDbContextFactory<TriageDb> contexts, Jurisdiction jurisdiction, TimeProvider time)
{
    private const int UsualDays = 90, Weeks = 8;

    private static readonly ReportAction[] Counted = [ReportAction.Accept, .. CaseFilter.FirstActions];

    public async Task<FiguresView> ReadAsync(Viewer viewer, CaseFilter asked, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = jurisdiction.Local.DateOf(now);
        var filter = asked with { From = asked.From ?? today.AddDays(1 - UsualDays), Until = asked.Until ?? today };
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cases = await ReadAsync(db, viewer, filter, now, ct);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var recent = await ReadAsync(db, viewer, asked with { From = monday.AddDays(-7 * (Weeks - 1)), Until = monday.AddDays(6) }, now, ct);
        return new FiguresView(
            filter,
            [.. from kecamatan in jurisdiction.Kabupaten.Kecamatan
                let here = cases.Where(one => one.Kecamatan == kecamatan.Code).ToList()
                where here.Count > 0
                orderby here.Count descending, kecamatan.Name
                select LineOf(kecamatan.Name, filter with { Kecamatan = kecamatan.Code }, here, one => one.Accepts.Values.Cast<DateTimeOffset?>().Min())],
            [.. from seat in cases.SelectMany(one => one.Accepts.Keys).Distinct().Order(StringComparer.Ordinal)
                let here = cases.Where(one => one.Accepts.ContainsKey(seat)).ToList()
                select LineOf(seat, filter with { Seat = seat }, here, one => one.Accepts[seat])],
            [.. Enumerable.Range(0, Weeks).Select(week => WeekOf(monday.AddDays(-7 * week), asked, recent)).Reverse()]);
    }

    private WeekLine WeekOf(DateOnly monday, CaseFilter asked, List<Case> cases)
    {
        var here = cases.Where(one => jurisdiction.Local.DateOf(one.ReceivedAt) is var day && day >= monday && day < monday.AddDays(7)).ToList();
        var accepts = here.Where(one => one.Accepts.Count > 0).Select(one => one.Accepts.Values.Min() - one.ReceivedAt);
        return new WeekLine(
            monday, asked with { From = monday, Until = monday.AddDays(6) }, here.Count, here.Count(one => one.Accepts.Count > 0), here.Count(one => one.ClosedAt is not null), Spread.Of(accepts));
    }

    private static FigureLine LineOf(string name, CaseFilter behind, List<Case> cases, Func<Case, DateTimeOffset?> accepted) => new(
        name,
        behind,
        cases.Count,
        Spread.Of(Times(cases, accepted)),
        Spread.Of(Times(cases, one => one.FirstAction)),
        Spread.Of(Times(cases, one => one.ClosedAt)));

    private static IEnumerable<TimeSpan> Times(IEnumerable<Case> cases, Func<Case, DateTimeOffset?> until) =>
        from one in cases
        let at = until(one)
        where at is not null
        select at.Value - one.ReceivedAt;

    private async Task<List<Case>> ReadAsync(TriageDb db, Viewer viewer, CaseFilter filter, DateTimeOffset now, CancellationToken ct)
    {
        var reports = filter.Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, now);
        var rows = await reports.Select(report => new { report.Id, report.Kecamatan, report.ReceivedAt, report.ClosedAt }).ToListAsync(ct);
        var facts = (await db.Facts.AsNoTracking()
                .Where(fact => Counted.Contains(fact.Action) && reports.Any(report => report.Id == fact.Report))
                .Select(fact => new { fact.Report, fact.Action, fact.Seat, fact.At })
                .ToListAsync(ct))
            .ToLookup(fact => fact.Report);
        return [.. rows.Select(row => new Case(
            row.Kecamatan,
            row.ReceivedAt,
            row.ClosedAt,
            facts[row.Id].Where(fact => fact.Action == ReportAction.Accept).GroupBy(fact => fact.Seat ?? "").ToDictionary(same => same.Key, same => same.Min(fact => fact.At)),
            facts[row.Id].Where(fact => fact.Action != ReportAction.Accept).Select(fact => (DateTimeOffset?)fact.At).Min()))];
    }

    /// <param name="Accepts">First acceptance by each seat.</param>
    private sealed record Case(
        KecamatanCode? Kecamatan, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, IReadOnlyDictionary<string, DateTimeOffset> Accepts, DateTimeOffset? FirstAction);
}
