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
[JsonDerivedType(typeof(FirstActionPlease), "first-action")]
[JsonDerivedType(typeof(WordPlease), "word")]
[JsonDerivedType(typeof(WordMissed), "word-missed")]
[JsonDerivedType(typeof(CallPlease), "call")]
[JsonDerivedType(typeof(WaitAsked), "wait-asked")]
[JsonDerivedType(typeof(ReceiptPlease), "receipt")]
[JsonDerivedType(typeof(AnswerDue), "referral-answer")]
[JsonDerivedType(typeof(ReferredHere), "referred-here")]
[JsonDerivedType(typeof(ForwardPlease), "forward")]
[JsonDerivedType(typeof(LegalLimit), "legal")]
[JsonDerivedType(typeof(NobodyThere), "nobody-there")]
[JsonDerivedType(typeof(SeatAbsent), "absent")]
[JsonDerivedType(typeof(Succeeded), "succeeded")]
[JsonDerivedType(typeof(Found), "found")]
[JsonDerivedType(typeof(Corroborated), "corroborated")]
[JsonDerivedType(typeof(PriorityRaised), "raised")]
[JsonDerivedType(typeof(Outbreak), "outbreak")]
[JsonDerivedType(typeof(WatchDue), "watch")]
[JsonDerivedType(typeof(ReviewPlease), "review")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(VictimsGrave), "victims-grave")]
[JsonDerivedType(typeof(JobFails), "job-fails")]
[JsonDerivedType(typeof(JobWorks), "job-works")]
[JsonDerivedType(typeof(TokenElsewhere), "token-elsewhere")]
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

    /// <summary>Accepted, and nothing done yet (policy 3, first action).</summary>
    public sealed record FirstActionPlease(string CaseNumber, int MinutesOpen) : Notice;

    /// <summary>The resident has had no word for long (policy 3).</summary>
    public sealed record WordPlease(string CaseNumber, int MinutesOpen) : Notice;

    /// <summary>To the coordinator: the seat that leads has left the resident without a word.</summary>
    public sealed record WordMissed(string CaseNumber, string Seat, int MinutesOpen) : Notice;

    /// <summary>A phone-call task: who has not answered, by name (policy 3, level 3).</summary>
    public sealed record CallPlease(string CaseNumber, string Seat, string? Kecamatan, string Officer) : Notice;

    /// <summary>The lead asks to wait longer than they may (policy 2, Waiting).</summary>
    public sealed record WaitAsked(string CaseNumber, string Seat, int Days) : Notice;

    /// <summary>Referred, and no receipt number yet (policy 2, Referred).</summary>
    public sealed record ReceiptPlease(string CaseNumber, string Body, int Days) : Notice;

    /// <summary>Referred with a receipt, and no result by the day it was expected.</summary>
    public sealed record AnswerDue(string CaseNumber, string Body) : Notice;

    /// <summary>To the seat of the body that it was referred to.</summary>
    public sealed record ReferredHere(string CaseNumber, string Seat) : Notice;

    /// <summary>An election report that is to be referred within a day (policy 5.6).</summary>
    public sealed record ForwardPlease(string CaseNumber, string Body) : Notice;

    /// <summary>A legal limit runs out in so many days (policy 5.6).</summary>
    public sealed record LegalLimit(string CaseNumber, int Days) : Notice;

    /// <summary>Kecamatan in which nobody can be reached, before any report comes (policy 4.2).</summary>
    public sealed record NobodyThere(IReadOnlyList<string> Areas) : Notice;

    public sealed record SeatAbsent(string Seat, string? Kecamatan, string Officer, int Days) : Notice;

    /// <summary>The holder is gone or away; the reader answers for it now (policy 1.3).</summary>
    public sealed record Succeeded(string CaseNumber, string Seat) : Notice;

    /// <summary>The auditor found a report that broke an invariant (policy 1.3).</summary>
    public sealed record Found(string CaseNumber) : Notice;

    /// <summary>A report that waited goes on: somebody else told the same (policy 2, 5.2).</summary>
    public sealed record Corroborated(string CaseNumber) : Notice;

    /// <summary>Three independent reporters within the hour (policy 5.2), or victims (policy 1.7).</summary>
    /// <param name="Reports">How many tell the same; 0 where the resident told of victims.</param>
    public sealed record PriorityRaised(string CaseNumber, int Reports) : Notice;

    /// <summary>Reports of victims belong together (domain.md 5.2). Counts only what the addressee may know of.</summary>
    /// <param name="Kecamatan">Names of the kecamatan of victims and sources.</param>
    public sealed record Outbreak(int Reports, int Dead, int InHospital, int Injured, string Kecamatan) : Notice;

    /// <summary>A check of the 72-hour watch is due (policy 5.5).</summary>
    public sealed record WatchDue(string CaseNumber, int Hours) : Notice;

    /// <summary>The case is closed: what was learned? (policy 5.5)</summary>
    public sealed record ReviewPlease(string CaseNumber) : Notice;

    /// <summary>The coordinator opened a closed report again (policy 2, Closed).</summary>
    public sealed record Reopened(string CaseNumber) : Notice;

    /// <summary>The resident tapped that somebody is unconscious or does not breathe (policy 5.5).</summary>
    public sealed record VictimsGrave(string CaseNumber) : Notice;

    /// <summary>A job of the system keeps failing; said once (design 8).</summary>
    public sealed record JobFails(string Job) : Notice;

    public sealed record JobWorks(string Job) : Notice;

    /// <summary>Somebody else uses the bot's token (threat-model 4, row 22).</summary>
    public sealed record TokenElsewhere : Notice;

    public string ToJson() => JsonSerializer.Serialize(this, NoticeJson.Default.Notice);

    public static Notice FromJson(string json) => JsonSerializer.Deserialize(json, NoticeJson.Default.Notice)
        ?? throw new JsonException("An empty notice.");
}

[JsonSerializable(typeof(Notice))]
internal sealed partial class NoticeJson : JsonSerializerContext;
