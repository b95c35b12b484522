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
    DeskCounts Desk)
{
    /// <summary>How many asked for help last month; in the coordinator's morning digest alone, null elsewhere (policy 5.7).</summary>
    public SuppressedCount? HelpLastMonth { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, DigestJson.Default.DigestFigures);

    public static DigestFigures FromJson(string json) => JsonSerializer.Deserialize(json, DigestJson.Default.DigestFigures)
        ?? throw new JsonException("An empty digest.");
}

/// <param name="AuditorRan">Whether the auditor ran within the last three minutes (policy 1.3).</param>
/// <param name="Delivered">Notifications of the 24 hours that Telegram took, of <paramref name="Tried"/>.</param>
/// <param name="LastBackup">ISO 8601, or null where none was ever made.</param>
public sealed record MachineHealth(bool AuditorRan, int Delivered, int Tried, string? LastBackup);

/// <param name="Silent">Seats that have not tapped.</param>
public sealed record BrokenClock(string CaseNumber, Priority Priority, string Category, string? Kecamatan, int MinutesOpen, int Level, IReadOnlyList<string> Silent);

/// <summary>A count beside the median of the same weekday of up to eight weeks.</summary>
/// <param name="Weeks">How many of these weeks lie within the life of the system: the n that must be shown.</param>
/// <param name="Outside">-1 or 1 where the count lies outside the range those weeks had, else 0: only then an arrow is drawn.</param>
public sealed record Counted(int Now, double? Median, int Weeks, int Outside);

/// <param name="Why">vacant or unreachable.</param>
public sealed record MissingSeat(string Kecamatan, string Seat, string Why);

public sealed record DeskCounts(int WithoutPlace, int Screening, int Quarantined, int WaitingForProof, int Referred);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(DigestFigures))]
internal sealed partial class DigestJson : JsonSerializerContext;
