using System.Linq.Expressions;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Maps;

/// <summary>From calm to dangerous, in the words of the kabupaten (domain.md 10).</summary>
public enum RiskBand
{
    Aman,
    Siaga,
    Waspada,
    Rawan,
    Bahaya,
}

/// <summary>
/// What one report weighs on the map: severity × verification × recency (domain.md 10). It is a sum of reports, not of proven events, and is not
/// divided by inhabitants, as the region files do not carry them yet.
/// </summary>
public static class RiskScore
{
    /// <summary>A report counts half after so many days.</summary>
    public const int HalfLifeDays = 60;

    /// <summary>What is older weighs next to nothing and is left out.</summary>
    public const int WindowDays = 180;

    /// <summary>Under so many reports a cell says nothing: it is hatched.</summary>
    public const int Enough = 3;

    /// <summary>A desa with fewer verified reports is blank outside its own triad.</summary>
    public const int VerifiedForDesa = 3;

    private static readonly double[] Severity = [8, 4, 2, 1];

    /// <summary>From which score on the bands begin.</summary>
    public static readonly IReadOnlyList<double> From = [0, 1, 4, 10, 25];

    public static double WeightOf(Priority priority, ReportStatus status, ReportOutcome? outcome, TimeSpan age) =>
        Severity[(int)priority] * Verification(status, outcome) * Recency(age);

    /// <summary><see cref="WeightOf"/> for the store to add up, in the same numbers: a test compares the two.</summary>
    /// <param name="end">The moment of the map.</param>
    public static Expression<Func<Report, WeighedReport>> WeighedAt(DateTimeOffset end)
    {
        var day = TriageDb.DaysOf(end);
        return report => new WeighedReport
        {
            Kecamatan = report.Kecamatan,
            Desa = report.Desa,
            Verified = report.Status == ReportStatus.Closed && (report.Outcome == ReportOutcome.ActedUpon || report.Outcome == ReportOutcome.Prevented) ? 1 : 0,
            Weight = (report.Priority == Priority.P0 ? 8.0 : report.Priority == Priority.P1 ? 4.0 : report.Priority == Priority.P2 ? 2.0 : 1.0)
                * (report.Status == ReportStatus.Closed
                    ? report.Outcome == ReportOutcome.ActedUpon || report.Outcome == ReportOutcome.Prevented ? 1.0 : report.Outcome == ReportOutcome.InsufficientInformation ? 0.1 : 0.0
                    : report.Status == ReportStatus.Merged || report.Status == ReportStatus.Quarantined ? 0.0
                    : report.Status == ReportStatus.Received || report.Status == ReportStatus.Screening || report.Status == ReportStatus.Offered ? 0.1
                    : 0.4)
                * Math.Pow(0.5, (day - TriageDb.DaysOf(report.ReceivedAt)) / HalfLifeDays),
        };
    }

    public static double Recency(TimeSpan age) => Math.Pow(0.5, Math.Max(0, age.TotalDays) / HalfLifeDays);

    public static bool IsVerified(ReportStatus status, ReportOutcome? outcome) => Verification(status, outcome) >= 1;

    public static RiskBand BandOf(double score) => (RiskBand)(From.Count(from => score >= from) - 1);

    /// <summary>Verified 1, plausible 0.4, not looked at 0.1, rejected 0.</summary>
    private static double Verification(ReportStatus status, ReportOutcome? outcome) => (status, outcome) switch
    {
        (ReportStatus.Closed, ReportOutcome.ActedUpon or ReportOutcome.Prevented) => 1,
        (ReportStatus.Closed, ReportOutcome.InsufficientInformation) => 0.1,
        (ReportStatus.Closed or ReportStatus.Merged or ReportStatus.Quarantined, _) => 0,
        (ReportStatus.Received or ReportStatus.Screening or ReportStatus.Offered, _) => 0.1,
        _ => 0.4,
    };
}

/// <summary>A report as the store counts it on a map.</summary>
public sealed class WeighedReport
{
    public KecamatanCode? Kecamatan { get; init; }

    public DesaCode? Desa { get; init; }

    /// <summary>1 where it proved true.</summary>
    public int Verified { get; init; }

    public double Weight { get; init; }
}
