using Kentongan.Domain.Places;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Months;

/// <param name="Behind">Lists the reports that were counted.</param>
public sealed record DesaRank(Desa Desa, Kecamatan Kecamatan, ShrunkenRate Rate, CaseFilter Behind);

/// <param name="Ranks">The highest rate first.</param>
/// <param name="TooFew">Desa with too few verified reports to say anything.</param>
/// <param name="PerInhabitants">Whether rates are per 10,000 inhabitants; else a desa counts as a desa.</param>
public sealed record DesaRanks(IReadOnlyList<DesaRank> Ranks, int TooFew, bool PerInhabitants);

/// <summary>
/// Ranks the desa by the shrunken rate of their verified reports within the window of the map (policy 7, domain.md 10): none of whatever may not be on a
/// map of desa, and no desa with fewer verified reports than one may be shown with.
/// </summary>
public sealed class DesaRanking(Jurisdiction jurisdiction, TimeProvider time)
{
    private const double People = 10_000;

    /// <param name="month">Its first day; a running month counts until today.</param>
    public async Task<DesaRanks> ReadAsync(TriageDb db, Viewer viewer, DateOnly month, KecamatanCode? where, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (today, end) = (jurisdiction.Local.DateOf(now), month.AddMonths(1).AddDays(-1));
        var last = end < today ? end : today;
        var counted = new CaseFilter(where, From: last.AddDays(1 - RiskScore.WindowDays), Until: last, OnMap: true, Measure: Measures.Verified);
        var counts = (await counted.Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, now)
                .Where(report => report.Desa != null)
                .GroupBy(report => report.Desa)
                .Select(same => new { same.Key, Count = same.Count() })
                .ToListAsync(ct))
            .ToDictionary(same => same.Key!.Value, same => same.Count);
        var all = jurisdiction.Kabupaten.Kecamatan.Where(one => where is null || one.Code == where)
            .SelectMany(kecamatan => kecamatan.Desa.Select(desa => (Kecamatan: kecamatan, Desa: desa))).ToDictionary(one => one.Desa.Code.Value);
        var perInhabitants = all.Values.All(one => one.Desa.Population is not null);
        var areas = all.Values.Select(one => new AreaCount(
            one.Desa.Code.Value, counts.GetValueOrDefault(one.Desa.Code), perInhabitants ? one.Desa.Population!.Value / People : 1)).ToList();
        var ranks = ShrunkenRates.Of(areas, area => area.Count >= RiskScore.VerifiedForDesa);
        return new DesaRanks(
            [.. ranks.Select(rate => new DesaRank(all[rate.Code].Desa, all[rate.Code].Kecamatan, rate, counted with { Kecamatan = null, Desa = all[rate.Code].Desa.Code }))],
            all.Count - ranks.Count,
            perInhabitants);
    }
}
