using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Viewing;

/// <summary>The heaps of work that a coordinator goes through. The names are part of addresses: never change one.</summary>
public static class Queues
{
    public const string NoPlace = "perlu-lokasi", ToVerify = "perlu-verifikasi", ToDecide = "perlu-keputusan", Overdue = "terlambat",
        Unreachable = "tak-terjangkau", Quarantine = "karantina";

    public static readonly IReadOnlyList<string> All = [NoPlace, ToVerify, ToDecide, Overdue, Unreachable, Quarantine];

    /// <summary>
    /// Deadlines that, once passed, mean that somebody is late. The others are the system's own, or tell of victims (<see cref="DeadlinePlan.Outlives"/>),
    /// which a board shows to more people than may know of them.
    /// </summary>
    public static readonly DeadlineKind[] Promises =
    [
        DeadlineKind.Level1, DeadlineKind.Level2, DeadlineKind.Level3, DeadlineKind.Level4, DeadlineKind.ScreeningDue, DeadlineKind.ProgressDue,
        DeadlineKind.WaitEnds, DeadlineKind.ResolveDue, DeadlineKind.VerifyDue, DeadlineKind.ReferralDue, DeadlineKind.FirstActionDue, DeadlineKind.WordDue,
        DeadlineKind.LegalDeadline, DeadlineKind.ForwardDue,
    ];

    /// <summary>The one promise that runs out first; null where none is open.</summary>
    public static Deadline? NextOf(IEnumerable<Deadline> deadlines) =>
        deadlines.Where(deadline => Promises.Contains(deadline.Kind)).Select(DeadlinePlan.RunsOut).MinBy(deadline => deadline.DueAt);

    /// <summary>Promises that are asked for again once they have passed: from the first repetition on, somebody is late. Words to the resident count from 1.</summary>
    private static readonly DeadlineKind[] Again =
        [DeadlineKind.ResolveDue, DeadlineKind.VerifyDue, DeadlineKind.ReferralDue, DeadlineKind.ScreeningDue, DeadlineKind.ForwardDue];

    /// <summary>Whatever has gone further has a lead: looking there too would only read most of what is open in vain.</summary>
    private static readonly ReportStatus[] Unanswered = [ReportStatus.Received, ReportStatus.Screening, ReportStatus.Offered];

    public static IQueryable<Report> Narrow(string queue, IQueryable<Report> reports, TriageDb db, DateTimeOffset now) => queue switch
    {
        NoPlace => Open(reports).Where(report => report.Kecamatan == null),
        ToVerify => reports.Where(report => report.Status == ReportStatus.ResolutionProposed),
        ToDecide => reports.Where(report => report.Status == ReportStatus.Screening || (report.Status == ReportStatus.Offered && report.EscalationLevel >= 2)),
        Overdue => Open(reports).Where(report => report.EscalationLevel > 0
            || db.Deadlines.Any(row => row.Report == report.Id && row.Step > 0 && Again.Contains(row.Kind))
            || db.Deadlines.Any(row => row.Report == report.Id && row.Step > 1 && row.Kind == DeadlineKind.WordDue)
            || db.Deadlines.Any(row => row.Report == report.Id && row.DueAt < now)),
        Unreachable => reports.Where(report => Unanswered.Contains(report.Status) && report.Lead == null
            && db.Cards.Any(card => card.Report == report.Id && card.OfferedAt != null && card.WithdrawnAt == null
                && db.Officers.Any(officer => officer.Id == card.Officer && officer.UnreachableSince != null))),
        Quarantine => reports.Where(report => report.Status == ReportStatus.Quarantined),
        _ => reports,
    };

    private static IQueryable<Report> Open(IQueryable<Report> reports) => reports.Where(report => Lifecycle.OpenStatuses.Contains(report.Status));
}
