using Kentongan.Triage.Audit;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Web.Office;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string BindingOf(string state) => state switch
    {
        "invited" => "invited, not connected",
        "unreachable" => "unreachable",
        _ => "connected",
    };

    public override string JobOf(string name) => name switch
    {
        "MeetDeadlines" => "Meeting deadlines",
        "DoHeldDeeds" => "Doing what was held back",
        "DoReporterDeeds" => "Doing what residents did, at its moment",
        "SendDigests" => "Sending digests",
        "TendRoster" => "Tending seats and leave",
        "EmptyLog" => "Emptying the log of the database",
        "MeetHelpDeadlines" => "Reminding counsellors",
        "EraseOldHelp" => "Erasing old help conversations",
        "AuditOpenReports" => "Auditing open reports",
        "ExpireContacts" => "Expiring contacts",
        "SweepTraces" => "Sweeping traces",
        "RetryJobs" => "Try again what failed",
        "BackUp" => "Backup",
        "ShredEvidence" => "Shredding old evidence",
        _ => "Another job",
    };

    public override string DeedOf(AuditedDeed deed) => deed switch
    {
        AuditedDeed.SignedIn => "signed in",
        AuditedDeed.SignedOut => "signed out",
        AuditedDeed.SessionRevoked => "ended a session",
        AuditedDeed.SignInRefused => "sign-in refused",
        AuditedDeed.CaseViewed => "opened a case",
        AuditedDeed.EvidenceViewed => "saw evidence",
        AuditedDeed.ViewedAs => "looked as",
        AuditedDeed.Acted => "acted",
        AuditedDeed.Exported => "exported",
        AuditedDeed.Administered => "administered",
        AuditedDeed.Searched => "searched",
        _ => "asked for what is not there",
    };

    public override string? AuditWordOf(string word) => word switch
    {
        "Hold" => "held back:",
        "TakeBack" => "taken back:",
        "Ask" => "ask the resident",
        "MarkAlike" => "same story as",
        "month-point" => "monthly report:",
        _ => null,
    };

    public override string LetterOf(OutboxKind kind) => kind switch
    {
        OutboxKind.Reply => "answer of the bot",
        OutboxKind.Card => "card",
        OutboxKind.Notice => "notice",
        OutboxKind.Evidence => "evidence",
        OutboxKind.Digest => "digest",
        OutboxKind.DigestPicture => "picture of a digest",
        OutboxKind.Recall => "emptying of a card",
        OutboxKind.Nudge => "news",
        OutboxKind.Commands => "menu",
        _ => "message",
    };

    public override string HealthOf(HealthItem item) => item switch
    {
        HealthItem.Store => "Store",
        HealthItem.Keys => "Key directory",
        HealthItem.Backup => "Last backup",
        HealthItem.Auditor => "Auditor of reports",
        HealthItem.Sender => "Sender of messages (until)",
        HealthItem.Outbox => "Messages held over a minute",
        HealthItem.Poison => "Updates passed over",
        _ => "Tools that clean evidence",
    };
}
