using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Maps;

/// <summary>Why a cell has no band.</summary>
public enum CellGap
{
    None,

    /// <summary>Too few reports to say anything.</summary>
    Few,

    /// <summary>Too few verified ones to show a desa outside its own triad.</summary>
    Veiled,
}

/// <param name="Behind">Narrows the list to exactly the reports that were counted.</param>
public sealed record MapCell(string Code, string Name, int Count, int Verified, double Score, CellGap Gap, CaseFilter Behind)
{
    public RiskBand? Band => Gap == CellGap.None ? RiskScore.BandOf(Score) : null;
}

/// <param name="Kecamatan">Whose desa are shown; null for the kecamatan of the kabupaten.</param>
/// <param name="Months">First days of the months of the slider, oldest first.</param>
public sealed record MapView(Kecamatan? Kecamatan, DateOnly Month, IReadOnlyList<DateOnly> Months, IReadOnlyList<MapCell> Cells);

/// <summary>Counts the map of risk within what the viewer may see, with the guard rails of domain.md 10.</summary>
public sealed class MapQueries(IDbContextFactory<TriageDb> contexts, Jurisdiction jurisdiction, TimeProvider time)
{
    private const int SliderMonths = 12;

    /// <param name="month">First day of the month at whose end the map is drawn; null for now.</param>
    public async Task<MapView> ReadAsync(Viewer viewer, CaseFilter filter, DateOnly? month, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = jurisdiction.Local.DateOf(now);
        var current = new DateOnly(today.Year, today.Month, 1);
        var shown = month is { } asked && asked <= current && asked > current.AddMonths(-SliderMonths) ? asked : current;
        var last = shown == current ? today : shown.AddMonths(1).AddDays(-1);
        var kecamatan = filter.Kecamatan is { } code ? jurisdiction.Regions.Find(code) : null;
        var counted = filter with { From = last.AddDays(1 - RiskScore.WindowDays), Until = last, OnMap = kecamatan is not null, Desa = null };

        await using var db = await contexts.CreateDbContextAsync(ct);
        var reports = counted.Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, now);
        var end = shown == current ? now : jurisdiction.Local.On(last.AddDays(1), TimeSpan.Zero);
        var ownTriad = kecamatan is not null && viewer.Posts.Any(post => post.Seat.IsTriad && post.Kecamatan == kecamatan.Code);
        var areas = kecamatan is null
            ? jurisdiction.Kabupaten.Kecamatan.Select(one => (one.Code.Value, one.Name, Behind: counted with { Kecamatan = one.Code }))
            : kecamatan.Desa.Select(one => (one.Code.Value, one.Name, Behind: counted with { Desa = one.Code }));
        var counts = await CountAsync(reports, kecamatan is null, end, ct);
        return new MapView(kecamatan, shown, [.. Enumerable.Range(1 - SliderMonths, SliderMonths).Select(current.AddMonths)], [.. areas.Select(area =>
        {
            var (count, verified, score) = counts.GetValueOrDefault(area.Value);
            var gap = kecamatan is not null && !ownTriad && verified < RiskScore.VerifiedForDesa ? CellGap.Veiled
                : count < RiskScore.Enough ? CellGap.Few
                : CellGap.None;
            return new MapCell(area.Value, area.Name, count, verified, score, gap, area.Behind);
        })]);
    }

    /// <summary>Added up by the store, along an index that has all it takes: of tens of thousands of reports a few rows come out.</summary>
    private static async Task<Dictionary<string, (int Count, int Verified, double Score)>> CountAsync(IQueryable<Report> reports, bool byKecamatan, DateTimeOffset end, CancellationToken ct)
    {
        var weighed = reports.Select(RiskScore.WeighedAt(end));
        return byKecamatan
            ? (await weighed.GroupBy(report => report.Kecamatan)
                .Select(same => new { same.Key, Count = same.Count(), Verified = same.Sum(report => report.Verified), Score = same.Sum(report => report.Weight) })
                .ToListAsync(ct)).ToDictionary(row => row.Key?.Value ?? "", row => (row.Count, row.Verified, row.Score))
            : (await weighed.GroupBy(report => report.Desa)
                .Select(same => new { same.Key, Count = same.Count(), Verified = same.Sum(report => report.Verified), Score = same.Sum(report => report.Weight) })
                .ToListAsync(ct)).ToDictionary(row => row.Key?.Value ?? "", row => (row.Count, row.Verified, row.Score));
    }
}
