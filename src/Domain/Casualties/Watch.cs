using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Casualties;

/// <summary>The 72-hour watch after people drank: symptoms come late, so somebody asks again at set hours (policy 5.5).</summary>
public static class Watch
{
    /// <summary>Hours after the report came at which those who drank are asked after.</summary>
    public static readonly IReadOnlyList<int> Hours = [12, 24, 48, 72];

    /// <summary>The note on what was learned is due so long after closing.</summary>
    public static readonly TimeSpan ReviewWithin = TimeSpan.FromDays(7);

    private static readonly string[] Health = ["psc-119", "puskesmas", "rsud", "dinkes"];

    public static TimeSpan Length => TimeSpan.FromHours(Hours[^1]);

    /// <summary>Everybody drank before they told of it: the hours count from the report.</summary>
    public static IEnumerable<Deadline> Checks(DateTimeOffset receivedAt) =>
        Hours.Select((hours, index) => new Deadline(DeadlineKind.WatchCheck, receivedAt.AddHours(hours), index + 1));

    /// <summary>The check whose hour has come last, from 1; 0 before the first.</summary>
    public static int DueStep(DateTimeOffset receivedAt, DateTimeOffset now) => Hours.Count(hours => receivedAt.AddHours(hours) <= now);

    /// <summary>How a fact names a check.</summary>
    public static string NameOf(int step) => $"{Hours[step - 1]} h";

    public static bool IsHealth(string seat) => Health.Contains(seat);

    /// <summary>Whether a report in this state is still worth watching: people fall ill also after a case was closed.</summary>
    public static bool IsWorthIt(ReportStatus status, ReportOutcome? outcome) => status is not (ReportStatus.Merged or ReportStatus.Quarantined)
        && outcome is not (ReportOutcome.Hoax or ReportOutcome.Unfounded or ReportOutcome.Withdrawn or ReportOutcome.Duplicate);
}
