using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kentongan.Triage.Outbox;

/// <summary>
/// A sentence to an officer, kept without words: the bot puts it into them when it leaves. Carries nothing that a resident or an
/// officer wrote. The names are a file format.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "notice")]
[JsonDerivedType(typeof(Reminder), "reminder")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(QuietHoursOver), "quiet-over")]
[JsonDerivedType(typeof(WaitOver), "wait-over")]
[JsonDerivedType(typeof(Overdue), "overdue")]
[JsonDerivedType(typeof(VerifyPlease), "verify")]
[JsonDerivedType(typeof(ScreeningWaits), "screening")]
[JsonDerivedType(typeof(SeatUnreachable), "unreachable")]
[JsonDerivedType(typeof(ReporterWrote), "reporter-wrote")]
[JsonDerivedType(typeof(SentBack), "sent-back")]
[JsonDerivedType(typeof(HandOverOffered), "hand-over")]
[JsonDerivedType(typeof(InvitationUsed), "bound")]
public abstract record Notice
{
    /// <summary>Nobody has answered yet.</summary>
    public sealed record Reminder(string CaseNumber, int Step, int MinutesOpen) : Notice;

    /// <summary>An escalation level was reached; the seats that have not answered, by name of seat.</summary>
    public sealed record Escalated(string CaseNumber, int Level, int MinutesOpen, IReadOnlyList<string> Silent) : Notice;

    /// <summary>Accepted without progress: offered again.</summary>
    public sealed record Released(string CaseNumber, string Seat) : Notice;

    public sealed record QuietHoursOver(string CaseNumber) : Notice;

    public sealed record WaitOver(string CaseNumber) : Notice;

    public sealed record Overdue(string CaseNumber, int Days) : Notice;

    public sealed record VerifyPlease(string CaseNumber, string Seat) : Notice;

    public sealed record ScreeningWaits(string CaseNumber, int MinutesOpen) : Notice;

    public sealed record SeatUnreachable(string Seat, string? Kecamatan, string Officer) : Notice;

    public sealed record ReporterWrote(string CaseNumber, bool Answer) : Notice;

    public sealed record SentBack(string CaseNumber, bool ByReporter) : Notice;

    public sealed record HandOverOffered(string CaseNumber, string Seat) : Notice;

    public sealed record InvitationUsed(string Officer, string Seat, string? Kecamatan) : Notice;

    public string ToJson() => JsonSerializer.Serialize(this, NoticeJson.Default.Notice);

    public static Notice FromJson(string json) => JsonSerializer.Deserialize(json, NoticeJson.Default.Notice)
        ?? throw new JsonException("An empty notice.");
}

[JsonSerializable(typeof(Notice))]
internal sealed partial class NoticeJson : JsonSerializerContext;
