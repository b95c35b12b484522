using Kentongan.Domain;

namespace Kentongan.Triage.Store;

/// <summary>An update that has acted; a second delivery changes nothing.</summary>
public sealed class SeenUpdateRow
{
    public long Id { get; set; }

    public long At { get; set; }
}

/// <summary>An update that could not be handled. Its content is not kept.</summary>
public sealed class PoisonRow
{
    public long UpdateId { get; set; }

    public string Kind { get; set; } = "";

    /// <summary>Type name of the last error. Its message might quote the content.</summary>
    public string Error { get; set; } = "";

    public int Attempts { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>Something that may only run in one process at a time.</summary>
public sealed class LeaseRow
{
    public string Name { get; set; } = "";

    public string Holder { get; set; } = "";

    public DateTimeOffset Until { get; set; }
}

/// <summary>What became of something we told an officer (policy 1.6).</summary>
public sealed class NotificationRow
{
    public long Id { get; set; }

    public ReportId? Report { get; set; }

    public OfficerId Officer { get; set; }

    public string Kind { get; set; } = "";

    public string Outcome { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

/// <summary>One morning digest for one reader.</summary>
public sealed class DigestRow
{
    public OfficerId Officer { get; set; }

    /// <summary>Local date, ISO 8601.</summary>
    public string Date { get; set; } = "";

    /// <summary>Code of the kabupaten for the coordinator's digest, of the kecamatan for the triad's.</summary>
    public string Scope { get; set; } = "";

    public DateTimeOffset MadeAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The figures, as JSON: what was said can be proved later.</summary>
    public string Figures { get; set; } = "";
}

/// <summary>What a job did last, for the jobs page and <c>doctor</c>.</summary>
public sealed class JobRunRow
{
    public string Name { get; set; } = "";

    public DateTimeOffset LastStart { get; set; }

    public DateTimeOffset? LastSuccess { get; set; }

    public int LastCount { get; set; }

    public int FailuresInARow { get; set; }

    public string? LastError { get; set; }

    /// <summary>Not tried again before; null where the last run succeeded.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>When the coordinators were told that it keeps failing; null outside such a time.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}

/// <summary>What a coordinator said about an operation, over what the calendar says (policy 3.1).</summary>
public sealed class OperationRow
{
    /// <summary>Code of the programme.</summary>
    public string Programme { get; set; } = "";

    public bool IsOn { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null where the command line said it.</summary>
    public OfficerId? By { get; set; }
}

/// <summary>Something that broke an invariant of policy 1.3, found by the auditor.</summary>
public sealed class FindingRow
{
    public long Id { get; set; }

    public ReportId Report { get; set; }

    /// <summary>nobody, deadline or stuck.</summary>
    public string Kind { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

/// <summary>Facts about this installation, such as the proof that the keys fit the data.</summary>
public sealed class SettingRow
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}
