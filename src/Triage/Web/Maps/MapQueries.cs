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
        var rows = kecamatan is null ? await ByKecamatanAsync(reports, ct) : await ByDesaAsync(reports, ct);
        var end = shown == current ? now : jurisdiction.Local.On(last.AddDays(1), TimeSpan.Zero);
        var ownTriad = kecamatan is not null && viewer.Posts.Any(post => post.Seat.IsTriad && post.Kecamatan == kecamatan.Code);
        var areas = kecamatan is null
            ? jurisdiction.Kabupaten.Kecamatan.Select(one => (one.Code.Value, one.Name, Behind: counted with { Kecamatan = one.Code }))
            : kecamatan.Desa.Select(one => (one.Code.Value, one.Name, Behind: counted with { Desa = one.Code }));
        var weights = rows.Select(row => row.Kind).Distinct().ToDictionary(kind => kind, WeightOf);
        var byArea = rows.ToLookup(row => row.Area);
        return new MapView(kecamatan, shown, [.. Enumerable.Range(1 - SliderMonths, SliderMonths).Select(current.AddMonths)], [.. areas.Select(area =>
        {
            var here = byArea[area.Value].ToList();
            var verified = here.Count(row => weights[row.Kind].IsVerified);
            var score = here.Sum(row => weights[row.Kind].Weight * RiskScore.Recency(end - row.ReceivedAt));
            var gap = kecamatan is not null && !ownTriad && verified < RiskScore.VerifiedForDesa ? CellGap.Veiled
                : here.Count < RiskScore.Enough ? CellGap.Few
                : CellGap.None;
            return new MapCell(area.Value, area.Name, here.Count, verified, score, gap, area.Behind);
        })]);
    }

    // Of tens of thousands of reports: what each weighs is read as one word, and worked out once a word.
    private static async Task<List<(string Area, string Kind, DateTimeOffset ReceivedAt)>> ByKecamatanAsync(IQueryable<Report> reports, CancellationToken ct) =>
    [
        .. (await reports.Select(report => new
        {
            Area = report.Kecamatan,
            Kind = report.Priority.ToString() + "/" + report.Status.ToString() + "/" + (report.Outcome == null ? "" : report.Outcome.Value.ToString()),
            report.ReceivedAt,
        }).ToListAsync(ct)).Select(row => (row.Area?.Value ?? "", row.Kind, row.ReceivedAt)),
    ];

    private static async Task<List<(string Area, string Kind, DateTimeOffset ReceivedAt)>> ByDesaAsync(IQueryable<Report> reports, CancellationToken ct) =>
    [
        .. (await reports.Select(report => new
        {
            Area = report.Desa,
            Kind = report.Priority.ToString() + "/" + report.Status.ToString() + "/" + (report.Outcome == null ? "" : report.Outcome.Value.ToString()),
            report.ReceivedAt,
        }).ToListAsync(ct)).Select(row => (row.Area?.Value ?? "", row.Kind, row.ReceivedAt)),
    ];

    private static (double Weight, bool IsVerified) WeightOf(string kind)
    {
        var words = kind.Split('/');
        var (priority, status) = (Enum.Parse<Priority>(words[0]), Enum.Parse<ReportStatus>(words[1]));
        ReportOutcome? outcome = words[2].Length == 0 ? null : Enum.Parse<ReportOutcome>(words[2]);
        return (RiskScore.WeightOf(priority, status, outcome, TimeSpan.Zero), RiskScore.IsVerified(status, outcome));
    }
}
