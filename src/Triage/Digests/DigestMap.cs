using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Maps;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Digests;

/// <summary>The band of each kecamatan on the map of risk, as the page has it (domain.md 10); no counts, so that none is small.</summary>
/// <param name="Band">Null where the data are not enough.</param>
public sealed record AreaRisk(string Kecamatan, RiskBand? Band);

/// <summary>Reads the map of a morning.</summary>
internal static class DigestMap
{
    /// <param name="reports">What this reader may count (policy 5.4).</param>
    public static async Task<IReadOnlyList<AreaRisk>> ReadAsync(IQueryable<Report> reports, Jurisdiction jurisdiction, DateTimeOffset until, CancellationToken ct)
    {
        var since = jurisdiction.Local.On(jurisdiction.Local.DateOf(until).AddDays(1 - RiskScore.WindowDays), TimeSpan.Zero);
        var rows = (await reports.Where(report => report.ReceivedAt >= since && report.ReceivedAt < until && report.Kecamatan != null)
                .Select(report => new { report.Kecamatan, report.Priority, report.Status, report.Outcome, report.ReceivedAt })
                .ToListAsync(ct))
            .ToLookup(row => row.Kecamatan!.Value);
        return
        [
            .. from kecamatan in jurisdiction.Kabupaten.Kecamatan
               let here = rows[kecamatan.Code].ToList()
               select new AreaRisk(
                   kecamatan.Code.Value,
                   here.Count < RiskScore.Enough ? null : RiskScore.BandOf(here.Sum(row => RiskScore.WeightOf(row.Priority, row.Status, row.Outcome, until - row.ReceivedAt)))),
        ];
    }
}
