using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Months;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Viewing;

/// <summary>
/// What a figure counts where fields and queues do not say it, so that the list behind it shows the same reports (policy 6, 7). The names are
/// part of addresses: never change one.
/// </summary>
public static class Measures
{
    public const string Verified = "terbukti", Rejected = "ditolak", Unfounded = "tidak-terbukti", Hoax = "hoaks", TooLittleKnown = "kurang-keterangan",
        Reopened = "dibuka-lagi", SentBack = "dikembalikan", Ended = "berakhir", Counted = "dihitung", Victims = "korban", Escalated = "naik";

    private const string Level = "tingkat-", Stage = "kolom-", Cause = "sebab-", Referred = "rujukan-", WithReceipt = "resi-", ReceiptLate = "tanpa-resi-", Held = "dipegang-", Unopened = "belum-dibuka-", Situation = "situasi-";

    /// <summary>The lane of emergencies on the board.</summary>
    public const string Lane = Stage + "darurat";

    private const string Blocked = "blocked";

    private static readonly string[] Plain = [Verified, Rejected, Unfounded, Hoax, TooLittleKnown, Reopened, SentBack, Ended, Counted, Victims, Escalated, Lane];

    private static readonly ReportStatus[] Apart = [ReportStatus.Merged, ReportStatus.Quarantined];

    private static readonly ReportOutcome?[] Proven = [ReportOutcome.ActedUpon, ReportOutcome.Prevented], Untrue = [ReportOutcome.Unfounded, ReportOutcome.Hoax];

    /// <summary>Why one escalates, where an officer or the clock did it.</summary>
    private static readonly ReportAction[] Moves = [ReportAction.Release, ReportAction.PassOn, ReportAction.Decline];

    private static readonly Dictionary<string, EscalationCause> Causes = new(StringComparer.Ordinal)
    {
        [Cause + "tidak-diterima"] = EscalationCause.NobodyAccepted,
        [Cause + "tidak-maju"] = EscalationCause.NoProgress,
        [Cause + "dilepas"] = EscalationCause.LetGo,
        [Cause + "bukan-wilayah"] = EscalationCause.PassedOn,
        [Cause + "ditolak"] = EscalationCause.Declined,
        [Cause + "tak-terjangkau"] = EscalationCause.Unreachable,
    };

    private static readonly Dictionary<string, BoardStage> Stages = new(StringComparer.Ordinal)
    {
        [Stage + "baru"] = BoardStage.New,
        [Stage + "diterima"] = BoardStage.Accepted,
        [Stage + "dikerjakan"] = BoardStage.Working,
        [Stage + "diperiksa"] = BoardStage.ToVerify,
    };

    public static string Of(EscalationCause cause) => Causes.First(pair => pair.Value == cause).Key;

    public static string Of(BoardStage stage) => Stages.First(pair => pair.Value == stage).Key;

    /// <param name="level">1 to 4.</param>
    public static string OfLevel(int level) => $"{Level}{level}";

    public static string ReferredTo(string body) => Referred + body;

    public static string WithReceiptOf(string body) => WithReceipt + body;

    public static string LateReceiptOf(string body) => ReceiptLate + body;

    /// <summary>Open reports that this officer leads.</summary>
    public static string HeldBy(OfficerId officer) => $"{Held}{officer.Value:N}";

    /// <summary>On offer, with a card that this officer has not opened.</summary>
    public static string UnopenedBy(OfficerId officer) => $"{Unopened}{officer.Value:N}";

    /// <summary>Whose reports are meant, and whether those that they lead (true) or have not opened (false).</summary>
    public static (OfficerId Officer, bool Leads)? OfficerIn(string measure) =>
        Guid.TryParseExact(Rest(measure, Held), "N", out var leads) ? (new OfficerId(leads), true)
        : Guid.TryParseExact(Rest(measure, Unopened), "N", out var waits) ? (new OfficerId(waits), false)
        : null;

    /// <summary>Reports of a storm, for all of which one speaks (policy 3.2).</summary>
    public static string SpokenForBy(string number) => Situation + number.ToLowerInvariant();

    /// <summary>Number of the report that speaks.</summary>
    public static string? SpeakerIn(string measure) => Rest(measure, Situation)?.ToUpperInvariant();

    public static EscalationCause? CauseIn(string measure) => Causes.TryGetValue(measure, out var cause) ? cause : null;

    public static BoardStage? StageIn(string measure) => Stages.TryGetValue(measure, out var stage) ? stage : null;

    public static int? LevelIn(string measure) => Rest(measure, Level) is [>= '1' and <= '4' and var digit] ? digit - '0' : null;

    /// <summary>Body of a referral, and whether only those with a receipt (true) or without one in time (false) are meant.</summary>
    public static (string Body, bool? Receipt)? ReferralIn(string measure) =>
        Rest(measure, Referred) is { } any ? (any, null)
        : Rest(measure, WithReceipt) is { } given ? (given, true)
        : Rest(measure, ReceiptLate) is { } late ? (late, false)
        : null;

    public static bool IsKnown(string? measure) => measure is { Length: > 0 and <= 60 } && measure.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')
        && (Plain.Contains(measure) || CauseIn(measure) is not null || StageIn(measure) is not null || LevelIn(measure) is not null || OfficerIn(measure) is not null || ReferralIn(measure) is { Body.Length: > 0 }
            || SpeakerIn(measure) is { Length: > 0 });

    public static IQueryable<Report> Narrow(string measure, IQueryable<Report> reports, TriageDb db, DateTimeOffset now) => measure switch
    {
        Verified => Closed(reports).Where(report => Proven.Contains(report.Outcome)),
        Rejected => Closed(reports).Where(report => Untrue.Contains(report.Outcome)),
        Ended => Closed(reports),
        Unfounded => Closed(reports).Where(report => report.Outcome == ReportOutcome.Unfounded),
        Hoax => Closed(reports).Where(report => report.Outcome == ReportOutcome.Hoax),
        TooLittleKnown => Closed(reports).Where(report => report.Outcome == ReportOutcome.InsufficientInformation),
        Reopened => reports.Where(report => db.Facts.Any(fact => fact.Report == report.Id && fact.Action == ReportAction.Reopen)),
        SentBack => reports.Where(report => db.Facts.Any(fact => fact.Report == report.Id && fact.Action == ReportAction.SendBack)),
        Counted => reports.Where(report => !Apart.Contains(report.Status)),
        Victims => reports.Where(report => report.Dead + report.InHospital + report.Injured > 0 && !Apart.Contains(report.Status) && (report.Outcome == null || !Untrue.Contains(report.Outcome))),
        Escalated => reports.Where(report => report.EscalationLevel > 0),
        Lane => reports.Where(report => report.Priority == Priority.P0 && Lifecycle.OpenStatuses.Contains(report.Status)),
        _ when LevelIn(measure) is { } level => reports.Where(report => report.EscalationLevel == level),
        _ when StageIn(measure) is { } stage => InStage(reports, stage),
        _ when CauseIn(measure) is { } cause => Because(cause, reports.Where(report => report.EscalationLevel > 0), db),
        _ when OfficerIn(measure) is var (officer, leads) => leads
            ? reports.Where(report => report.Lead == officer && Lifecycle.OpenStatuses.Contains(report.Status))
            : reports.Where(report => report.Status == ReportStatus.Offered && report.Lead == null && db.Cards
                .Where(card => card.Officer == officer && card.OfferedAt <= now && card.ReachedAt == null && card.WithdrawnAt == null).Select(card => card.Report).Contains(report.Id)),
        _ when SpeakerIn(measure) is { } number => reports.Where(report => (report.FirstOfferedAt == null || report.FirstOfferedAt <= now)
            && report.Situation == db.Reports.Where(speaker => speaker.CaseNumber == number).Select(speaker => (ReportId?)speaker.Id).FirstOrDefault()),
        _ when ReferralIn(measure) is var (body, receipt) => Referrals(reports.Where(report => report.ReferredTo == body), receipt, now),
        _ => reports,
    };

    private static IQueryable<Report> Closed(IQueryable<Report> reports) => reports.Where(report => TriageDb.Likely(report.Status == ReportStatus.Closed));

    private static IQueryable<Report> InStage(IQueryable<Report> reports, BoardStage stage)
    {
        var statuses = Lifecycle.OpenStatuses.Where(status => BoardQueries.StageOf(status) == stage).ToArray();
        return reports.Where(report => report.Priority != Priority.P0 && statuses.Contains(report.Status));
    }

    private static IQueryable<Report> Because(EscalationCause cause, IQueryable<Report> escalated, TriageDb db) => cause switch
    {
        EscalationCause.NoProgress => escalated.Where(report => db.Facts.Any(fact => fact.Report == report.Id && fact.Action == ReportAction.Release && fact.By == Role.System)),
        EscalationCause.LetGo => escalated.Where(report => db.Facts.Any(fact => fact.Report == report.Id && fact.Action == ReportAction.Release && fact.By != Role.System)),
        EscalationCause.PassedOn => escalated.Where(report => db.Facts.Any(fact => fact.Report == report.Id && fact.Action == ReportAction.PassOn)),
        EscalationCause.Declined => escalated.Where(report => db.Facts.Any(fact => fact.Report == report.Id && fact.Action == ReportAction.Decline)),
        EscalationCause.Unreachable => escalated.Where(report => db.Notifications.Any(letter => letter.Report == report.Id && letter.Outcome == Blocked)),
        _ => escalated.Where(report => !db.Facts.Any(fact => fact.Report == report.Id && Moves.Contains(fact.Action))
            && !db.Notifications.Any(letter => letter.Report == report.Id && letter.Outcome == Blocked)),
    };

    private static IQueryable<Report> Referrals(IQueryable<Report> referred, bool? receipt, DateTimeOffset now) => receipt switch
    {
        true => referred.Where(report => report.HasReferralReceipt),
        false => referred.Where(report => !report.HasReferralReceipt && report.ReferralExpectedAt < now),
        null => referred,
    };

    private static string? Rest(string measure, string prefix) => measure.StartsWith(prefix, StringComparison.Ordinal) ? measure[prefix.Length..] : null;
}
