using System.Text.Json;
using System.Text.Json.Serialization;
using Kentongan.Domain.Help;
using Kentongan.Domain.Reports;

namespace Kentongan.Triage.Digests;

/// <summary>
/// What a digest says, as numbers (policy 6). Kept as it was sent, so that every figure can be proved. No names of residents, no
/// points, no quotes.
/// </summary>
/// <param name="Date">Local date of the morning, ISO 8601.</param>
/// <param name="Scope">Code of the kabupaten or the kecamatan.</param>
/// <param name="NeedsYou">At most five reports whose clock broke.</param>
/// <param name="Emergencies">P0 reports that came in the 24 hours.</param>
/// <param name="DueToday">Open reports whose target runs out before tomorrow's digest.</param>
/// <param name="Desk">What lies with the coordinator.</param>
public sealed record DigestFigures(
    string Date,
    string Scope,
    MachineHealth Health,
    IReadOnlyList<BrokenClock> NeedsYou,
    int Emergencies,
    Counted Received,
    Counted AcceptedOnTime,
    Counted Closed,
    Counted Reopened,
    int LeftOpen,
    int DueToday,
    IReadOnlyList<MissingSeat> MissingSeats,
    DeskCounts Desk,
    DutyFigures? Duties = null)
{
    /// <summary>Victims of the seven days that the cluster rule counts; null where there are none.</summary>
    public VictimFigures? Victims { get; init; }

    /// <summary>The 72-hour watches that run, oldest first; at most three are named.</summary>
    public IReadOnlyList<RunningWatch>? Watches { get; init; }

    /// <summary>Reports that tell the same and grew in the 24 hours.</summary>
    public IReadOnlyList<ClusterFigures>? Clusters { get; init; }

    public IReadOnlyList<Spike>? Spikes { get; init; }

    /// <summary>Storms of the 24 hours (policy 3.2).</summary>
    public int Situations { get; init; }

    /// <summary>What is left open, against the digests of such mornings.</summary>
    public Counted? Left { get; init; }

    /// <summary>How many people read a digest of this scope: beyond one, small counts are blurred (policy 6).</summary>
    public int Readers { get; init; } = 1;

    /// <summary>How many asked for help last month; in the coordinator's morning digest alone, null elsewhere (policy 5.7).</summary>
    public SuppressedCount? HelpLastMonth { get; init; }

    /// <summary>The map of the morning, for the kabupaten; null elsewhere and in digests kept before there was one.</summary>
    public IReadOnlyList<AreaRisk>? Risk { get; init; }

    /// <summary>The reader's own filters; in the morning digest of a coordinator who asked for it, null elsewhere.</summary>
    public IReadOnlyList<ViewFigure>? Views { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, DigestJson.Default.DigestFigures);

    public static DigestFigures FromJson(string json) => JsonSerializer.Deserialize(json, DigestJson.Default.DigestFigures)
        ?? throw new JsonException("An empty digest.");
}

/// <param name="AuditorRan">Whether the auditor ran within the last three minutes (policy 1.3).</param>
/// <param name="Delivered">Notifications of the 24 hours that Telegram took, of <paramref name="Tried"/>.</param>
/// <param name="LastBackup">ISO 8601, or null where none was ever made.</param>
public sealed record MachineHealth(bool AuditorRan, int Delivered, int Tried, string? LastBackup)
{
    /// <summary>Whole hours since the last backup; null where none was ever made.</summary>
    public int? BackupHours { get; init; }
}

public sealed record VictimFigures(int Reports, int Dead, int InHospital, int Injured, IReadOnlyList<string> Kecamatan);

/// <param name="Missed">Checks whose hour has come and that nobody has noted.</param>
/// <param name="Running">How many watches run in all.</param>
public sealed record RunningWatch(string CaseNumber, string? Kecamatan, int Hours, int Missed, int Running);

public sealed record ClusterFigures(string Category, string? Kecamatan, int Reports);

/// <param name="Family">First half of a category code.</param>
public sealed record Spike(string Kecamatan, string Family, Counted Counted);

/// <param name="Silent">Seats that have not tapped.</param>
public sealed record BrokenClock(string CaseNumber, Priority Priority, string Category, string? Kecamatan, int MinutesOpen, int Level, IReadOnlyList<string> Silent);

/// <summary>A count beside the median of the same weekday of up to eight weeks.</summary>
/// <param name="Weeks">How many of these weeks lie within the life of the system: the n that must be shown.</param>
/// <param name="Outside">-1 or 1 where the count lies outside the range those weeks had, else 0: only then an arrow is drawn.</param>
public sealed record Counted(int Now, double? Median, int Weeks, int Outside)
{
    /// <summary>Fewer weeks make no band: one quiet Monday is not what is usual.</summary>
    public const int FewestWeeks = 4;

    public static Counted Of(int now, IReadOnlyCollection<int> earlier)
    {
        if (earlier.Count == 0)
        {
            return new Counted(now, null, 0, 0);
        }

        var sorted = earlier.Order().ToList();
        var median = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
        return new Counted(now, median, sorted.Count, sorted.Count < FewestWeeks ? 0 : now < sorted[0] ? -1 : now > sorted[^1] ? 1 : 0);
    }
}

/// <param name="Why">vacant or unreachable.</param>
public sealed record MissingSeat(string Kecamatan, string Seat, string Why);

public sealed record DeskCounts(int WithoutPlace, int Screening, int Quarantined, int WaitingForProof, int Referred);

/// <summary>What is owed: legal limits, referrals, phone calls, operations, and what the auditor found (policy 1.3, 2, 3, 5.6).</summary>
/// <param name="LegalDueSoon">Open reports whose legal limit runs out within two days.</param>
/// <param name="NotForwarded">Election reports that are not referred yet.</param>
/// <param name="WithoutReceipt">Referrals for which no receipt number was entered.</param>
/// <param name="CallsLogged">Phone calls of the 24 hours, of which <paramref name="CallsReached"/> reached somebody.</param>
/// <param name="Findings">Reports that the auditor found without a holder or a deadline in the 24 hours.</param>
/// <param name="Absent">Seats whose holders are away.</param>
/// <param name="Unmanned">Kecamatan in which nobody can be reached.</param>
public sealed record DutyFigures(
    int LegalDueSoon,
    int NotForwarded,
    int WithoutReceipt,
    int CallsLogged,
    int CallsReached,
    int Findings,
    IReadOnlyList<MissingSeat> Absent,
    IReadOnlyList<string> Unmanned,
    IReadOnlyList<OperationFigures> Operations);

/// <summary>The section of an operation in force (policy 3.1).</summary>
/// <param name="Programme">Its name.</param>
public sealed record OperationFigures(string Programme, int Received, int Closed, int Open);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(DigestFigures))]
internal sealed partial class DigestJson : JsonSerializerContext;
