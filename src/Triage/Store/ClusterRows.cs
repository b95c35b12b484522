using Kentongan.Domain;

namespace Kentongan.Triage.Store;

/// <summary>Two reports that may tell the same (policy 5.2); one row each way. Says nothing of who sent them.</summary>
public sealed class LikeRow
{
    public ReportId Report { get; set; }

    public ReportId Other { get; set; }
}

/// <summary>
/// For an hour or so: which reporter of the day sent a report, sealed with the day's key, so that no two rows can be compared without it
/// (policy 5.2). See <see cref="Clusters.ReporterMarks"/>.
/// </summary>
public sealed class ReporterMarkRow
{
    public ReportId Report { get; set; }

    public byte[] Sealed { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>Whose standing a hoax would touch, sealed for the role <c>bot</c> alone (policy 5.3). See <see cref="Reputation.ReputationBook"/>.</summary>
public sealed class ReputationMarkRow
{
    public ReportId Report { get; set; }

    public byte[] Sealed { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>How many confirmed hoaxes a keyed pseudonym has; gone with its key (policy 5.3). Without times, which could be laid beside those of reports.</summary>
public sealed class ReputationRow
{
    public byte[] Pseudonym { get; set; } = [];

    /// <summary>Number of the key that made the pseudonym.</summary>
    public int Key { get; set; }

    public int Hoaxes { get; set; }
}

/// <summary>Somebody of three hoaxes has sent today's report; under a pseudonym of the day (policy 5.3).</summary>
public sealed class DailyLimitRow
{
    public byte[] Mark { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }
}
