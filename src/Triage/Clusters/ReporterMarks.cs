using Kentongan.Domain;
using Kentongan.Domain.Clusters;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Clusters;

/// <summary>
/// Tells three people from one who writes three times (policy 5.2), and forgets it within the hour. A mark is a pseudonym of the
/// day, sealed for one report with the day's key: two rows of one person differ, so the database alone links nothing.
/// </summary>
public sealed class ReporterMarks(DayKeys keys)
{
    private const string Purpose = "corroboration";

    /// <summary>A little longer than the hour that counts, for a report that is routed late.</summary>
    private static readonly TimeSpan Kept = Duplicates.CorroborationWindow + TimeSpan.FromMinutes(5);

    public void Keep(Unit unit, ReportId report, long chat)
    {
        var key = keys.Today;
        unit.Db.ReporterMarks.Add(new ReporterMarkRow
        {
            Report = report,
            Sealed = key.Seal(key.Mark(Purpose, chat), Context(report)),
            ExpiresAt = unit.Now + Kept,
        });
    }

    /// <summary>How many of these reports surely come from different people; a report without a mark counts as nobody's.</summary>
    public async Task<int> IndependentAsync(Unit unit, IReadOnlyCollection<ReportId> reports)
    {
        var rows = await unit.Db.ReporterMarks.AsNoTracking().Where(row => reports.Contains(row.Report) && row.ExpiresAt > unit.Now).ToListAsync();
        return Duplicates.IndependentReporters(rows.Select(Open).OfType<(int, string)>());
    }

    /// <summary>Whether two reports are known to come from one person. Past the hour nobody knows.</summary>
    public async Task<bool> AreOfOneAsync(Unit unit, ReportId one, ReportId other)
    {
        ReportId[] both = [one, other];
        var rows = await unit.Db.ReporterMarks.AsNoTracking().Where(row => both.Contains(row.Report)).ToListAsync();
        return rows.Count == 2 && Duplicates.IndependentReporters(rows.Select(Open).OfType<(int, string)>()) == 1;
    }

    private (int Day, string Mark)? Open(ReporterMarkRow row)
    {
        var day = Envelope.KeyNumber(row.Sealed);
        return keys.ByNumber(day)?.Open(row.Sealed, Context(row.Report)) is { } mark ? (day, Convert.ToHexString(mark)) : null;
    }

    private static string Context(ReportId report) => $"reporter_marks.sealed.{report.Value:N}";
}
