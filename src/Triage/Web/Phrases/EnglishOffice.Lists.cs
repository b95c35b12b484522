using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Maps;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string StatusOf(ReportStatus status) => status switch
    {
        ReportStatus.Received => "received",
        ReportStatus.Screening => "screening",
        ReportStatus.Offered => "offered",
        ReportStatus.Accepted => "accepted",
        ReportStatus.InProgress => "in progress",
        ReportStatus.Waiting => "waiting",
        ReportStatus.ResolutionProposed => "to be verified",
        ReportStatus.Closed => "closed",
        ReportStatus.Referred => "referred",
        ReportStatus.Merged => "merged",
        _ => "in quarantine",
    };

    public override string WordOf(ResidentWord word) => word switch
    {
        ResidentWord.Diterima => "Received",
        ResidentWord.Ditangani => "Being dealt with",
        ResidentWord.Selesai => "Done",
        _ => "Cannot be followed up",
    };

    public override string PriorityOf(Priority priority) => priority switch
    {
        Priority.P0 => "Emergency",
        Priority.P1 => "High",
        Priority.P2 => "Normal",
        _ => "Low",
    };

    public override string OutcomeOf(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.ActedUpon => "acted upon",
        ReportOutcome.Prevented => "prevented",
        ReportOutcome.Unfounded => "unfounded",
        ReportOutcome.InsufficientInformation => "not enough information",
        ReportOutcome.OutOfJurisdiction => "out of jurisdiction",
        ReportOutcome.Duplicate => "duplicate",
        ReportOutcome.Hoax => "hoax",
        _ => "withdrawn",
    };

    public override string StageOf(BoardStage stage) => stage switch
    {
        BoardStage.New => "Waiting to be accepted",
        BoardStage.Accepted => "Accepted",
        BoardStage.Working => "In progress",
        _ => "To be verified",
    };

    public override string DeadlineOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Route => "routing",
        DeadlineKind.Remind => "reminder",
        DeadlineKind.QuietHoursEnd => "quiet hours end",
        DeadlineKind.Level1 => "level 1",
        DeadlineKind.Level2 => "level 2",
        DeadlineKind.Level3 => "level 3",
        DeadlineKind.Level4 => "repeat to all",
        DeadlineKind.ScreeningDue => "coordinator's decision",
        DeadlineKind.ProgressDue => "start of work",
        DeadlineKind.WaitEnds => "end of waiting",
        DeadlineKind.ResolveDue => "target of the result",
        DeadlineKind.VerifyDue => "verification",
        DeadlineKind.FirstActionDue => "first action",
        DeadlineKind.WordDue => "word to the reporter",
        DeadlineKind.LegalDeadline => "legal limit",
        DeadlineKind.ForwardDue => "forward to the election watch",
        DeadlineKind.WatchCheck => "visit victims",
        DeadlineKind.ReviewDue => "review",
        DeadlineKind.ReferralDue => "receipt of the referral",
        _ => "another deadline",
    };

    public override string PartOf(Part part) => part switch
    {
        Part.Lead => "leads",
        Part.Support => "supports",
        Part.Copy => "copy",
        _ => "screens",
    };

    public override string AccusedOf(AccusedOffice office) => office switch
    {
        AccusedOffice.Polsek => "the polsek",
        AccusedOffice.Koramil => "the koramil",
        AccusedOffice.Kecamatan => "the kecamatan office",
        AccusedOffice.Desa => "the desa office",
        AccusedOffice.Kabupaten => "officials of the kabupaten",
        _ => "no official",
    };

    public override string HappeningOf(Happening when) => when switch
    {
        Happening.Now => "going on now",
        Happening.Today => "today",
        Happening.ThisWeek => "this week",
        _ => "often",
    };

    public override string QueueOf(string queue) => queue switch
    {
        Queues.NoPlace => "Place needed",
        Queues.ToVerify => "To verify",
        Queues.ToDecide => "My decision",
        Queues.Overdue => "Overdue",
        Queues.Unreachable => "Unreachable",
        _ => "Quarantine",
    };

    public override string DeliveryOf(string outcome) => outcome switch
    {
        "sent" => "sent",
        "blocked" => "blocked",
        "delayed" => "delayed by Telegram",
        "failed" => "failed",
        "unreachable" => "unreachable",
        _ => "unknown",
    };

    public override string NotificationOf(string kind) => kind.ToLowerInvariant() switch
    {
        "card" => "Card",
        "notice" => "Notice",
        "evidence" => "Evidence",
        "digest" => "Digest",
        _ => "Message",
    };

    public override string BandOf(RiskBand band) => band switch
    {
        RiskBand.Aman => "safe (aman)",
        RiskBand.Siaga => "alert (siaga)",
        RiskBand.Waspada => "watch (waspada)",
        RiskBand.Rawan => "at risk (rawan)",
        _ => "danger (bahaya)",
    };

    public override string GapOf(CellGap gap) => gap == CellGap.Veiled ? "veiled" : "not enough data";

    public override string MonthOf(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    protected override string OtherMeasure(string measure) => measure switch
    {
        Measures.Reopened => "opened again",
        Measures.SentBack => "result sent back",
        Measures.Escalated => "escalated",
        _ => "without merged and quarantined ones",
    };

    public override string ReachedOf(string reached) => reached switch
    {
        CaseFilter.Accepted => "accepted",
        CaseFilter.Acted => "acted on",
        _ => "closed",
    };

    public override string Seconds(int count) => $"{count} s";

    public override string Decimal(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    protected override (string Minutes, string Hours, string Days) SpanUnits => ("min", "h", "d");

    public override string PartOfDay(int hour) => hour switch
    {
        < 5 => "before dawn",
        < 11 => "morning",
        < 15 => "midday",
        < 18 => "afternoon",
        _ => "evening",
    };

    public override string RefusalOf(Refusal why) => why switch
    {
        Refusal.AlreadyAccepted a => $"{SeatOf(a.Seat)} was first to accept it.",
        Refusal.NeverAtEmergency => "An emergency cannot be put off.",
        Refusal.NeedsCoordinator => "Waiting that long needs the coordinator.",
        Refusal.TooShort s => $"Write at least {s.Minimum} characters.",
        Refusal.NeedsEvidence => "This kind needs evidence before it ends.",
        Refusal.OnLeave => "You are on leave. End it first, then repeat.",
        Refusal.NobodyReachable => "Nobody can be reached there.",
        Refusal.NoPhones => "No telephone numbers, please: whoever rings shows their own.",
        Refusal.NoLinks => "No links, accounts or addresses of sites, please.",
        Refusal.NotYours or Refusal.OutOfTurn => "That cannot be done now, or not by you.",
        Refusal.Stale => "The case has changed since the page was opened. Look again, then repeat.",
        _ => "That cannot be done.",
    };
}
