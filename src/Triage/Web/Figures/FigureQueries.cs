using Kentongan.Domain;
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

/// <summary>Times of a filter per kecamatan, per seat and altogether.</summary>
public sealed record TimesView(IReadOnlyList<FigureLine> Kecamatan, IReadOnlyList<FigureLine> Seats, FigureLine Whole);

public sealed record FiguresView(CaseFilter Filter, IReadOnlyList<FigureLine> Kecamatan, IReadOnlyList<FigureLine> Seats, IReadOnlyList<WeekLine> Weeks);

/// <summary>Median and 90th percentile from the facts of the reports that the viewer may see (policy 7).</summary>
public sealed class FigureQueries(IDbContextFactory<TriageDb> contexts, Jurisdiction jurisdiction, TimeProvider time)
{
    private const int UsualDays = 90, Weeks = 8;

    public async Task<FiguresView> ReadAsync(Viewer viewer, CaseFilter asked, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = jurisdiction.Local.DateOf(now);
        var filter = asked with { From = asked.From ?? today.AddDays(1 - UsualDays), Until = asked.Until ?? today };
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var weeks = asked with { From = monday.AddDays(-7 * (Weeks - 1)), Until = monday.AddDays(6) };
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cases = await ReadAsync(db, viewer, filter, now, ct);
        var recent = filter.From <= weeks.From && filter.Until >= today
            ? cases // read once: the weeks lie within
            : await ReadAsync(db, viewer, weeks, now, ct);
        var times = await TimesAsync(db, filter, cases, ct);
        return new FiguresView(
            filter,
            times.Kecamatan,
            times.Seats,
            [.. Enumerable.Range(0, Weeks).Select(week => WeekOf(monday.AddDays(-7 * week), asked, recent.Values)).Reverse()]);
    }

    /// <param name="filter">With its first day.</param>
    public async Task<TimesView> TimesAsync(Viewer viewer, CaseFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await TimesAsync(db, filter, await ReadAsync(db, viewer, filter, time.GetUtcNow(), ct), ct);
    }

    private async Task<TimesView> TimesAsync(TriageDb db, CaseFilter filter, Dictionary<ReportId, Case> cases, CancellationToken ct)
    {
        var accepts = await AcceptsAsync(db, filter.From!.Value, cases, ct);
        return new TimesView(
            [.. from here in cases.Values.GroupBy(one => one.Kecamatan)
                where here.Key is not null
                let kecamatan = jurisdiction.Regions.Find(here.Key!.Value)
                where kecamatan is not null
                orderby here.Count() descending, kecamatan.Name
                select LineOf(kecamatan.Name, filter with { Kecamatan = kecamatan.Code }, [.. here], one => one.FirstAcceptedAt)],
            [.. from seat in accepts
                orderby seat.Key
                select LineOf(seat.Key, filter with { Seat = seat.Key }, [.. seat.Value.Keys], one => seat.Value[one])],
            LineOf("", filter, [.. cases.Values], one => one.FirstAcceptedAt));
    }

    private WeekLine WeekOf(DateOnly monday, CaseFilter asked, IEnumerable<Case> cases)
    {
        var (start, end) = (jurisdiction.Local.On(monday, TimeSpan.Zero), jurisdiction.Local.On(monday.AddDays(7), TimeSpan.Zero));
        var here = cases.Where(one => one.ReceivedAt >= start && one.ReceivedAt < end).ToList();
        return new WeekLine(
            monday,
            asked with { From = monday, Until = monday.AddDays(6) },
            here.Count,
            here.Count(one => one.FirstAcceptedAt is not null),
            here.Count(one => one.ClosedAt is not null),
            Spread.Of(Times(here, one => one.FirstAcceptedAt)));
    }

    private static FigureLine LineOf(string name, CaseFilter behind, List<Case> cases, Func<Case, DateTimeOffset?> accepted) => new(
        name,
        behind,
        cases.Count,
        Spread.Of(Times(cases, accepted)),
        Spread.Of(Times(cases, one => one.FirstActionAt)),
        Spread.Of(Times(cases, one => one.ClosedAt)));

    /// <summary>For whoever does not know the minute of the arrival, from the offer, whose minute their phone showed: of a single report the median tells it (threat-model 4, row 13).</summary>
    private static IEnumerable<TimeSpan> Times(IEnumerable<Case> cases, Func<Case, DateTimeOffset?> until) =>
        from one in cases
        let at = until(one)
        where at is not null && at >= (one.Known ?? one.ReceivedAt) // reopened, it was offered anew
        select at.Value - (one.Known ?? one.ReceivedAt);

    private async Task<Dictionary<ReportId, Case>> ReadAsync(TriageDb db, Viewer viewer, CaseFilter filter, DateTimeOffset now, CancellationToken ct) =>
        await filter.Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, now)
            .Select(report => new Case(report.Id, report.Kecamatan, report.ReceivedAt, viewer.KnowsMinutes ? null : report.FirstOfferedAt, report.FirstAcceptedAt, report.FirstActionAt, report.ClosedAt))
            .ToDictionaryAsync(one => one.Report, ct);

    /// <summary>First acceptance by each seat, of the cases that were read; facts of others are left alone.</summary>
    private async Task<Dictionary<string, Dictionary<Case, DateTimeOffset?>>> AcceptsAsync(
        TriageDb db, DateOnly from, Dictionary<ReportId, Case> cases, CancellationToken ct)
    {
        var start = jurisdiction.Local.On(from, TimeSpan.Zero); // nothing is accepted before it came
        var seats = new Dictionary<string, Dictionary<Case, DateTimeOffset?>>(StringComparer.Ordinal);
        foreach (var fact in await db.Facts.AsNoTracking()
            .Where(fact => fact.Action == ReportAction.Accept && fact.At >= start && fact.Seat != null)
            .Select(fact => new { fact.Report, fact.Seat, fact.At })
            .ToListAsync(ct))
        {
            if (cases.TryGetValue(fact.Report, out var one))
            {
                var times = seats.TryGetValue(fact.Seat!, out var known) ? known : seats[fact.Seat!] = [];
                times[one] = times.GetValueOrDefault(one) is { } earlier && earlier < fact.At ? earlier : fact.At;
            }
        }

        return seats;
    }

    private sealed record Case(
        ReportId Report, KecamatanCode? Kecamatan, DateTimeOffset ReceivedAt, DateTimeOffset? Known, DateTimeOffset? FirstAcceptedAt, DateTimeOffset? FirstActionAt, DateTimeOffset? ClosedAt)
    {
        public bool Equals(Case? other) => other is not null && other.Report == Report;

        public override int GetHashCode() => Report.GetHashCode();
    }
}
