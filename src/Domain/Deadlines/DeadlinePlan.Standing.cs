using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Deadlines;

/// <content>The deadlines of a whole report: those of its state, and those that go on whatever state it is in.</content>
public static partial class DeadlinePlan
{
    /// <summary>Silent so often, it is released and offered again (policy 3: no report dies silently).</summary>
    public const int WordsMissed = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The deadlines that replace all earlier ones when a report has moved at <paramref name="now"/>.</summary>
    public static IReadOnlyList<Deadline> For(Report report, LocalTime local, DateTimeOffset now, DateTimeOffset? waitUntil = null) =>
    [
        .. report.Status switch
        {
            ReportStatus.Offered => OnTheTotalClock(Entering(report.Status, report.Priority, report.Timers, local, now), report, local, now),
            ReportStatus.Referred => [ReferralAfter(report, now)],
            ReportStatus.InProgress => [ResolveBy(report, now)],
            _ => Entering(report.Status, report.Priority, report.Timers, local, now, waitUntil),
        },
        .. report.IsOpen ? Standing(report, local, now) : [],
    ];

    /// <summary>Counted from the acceptance: putting it off and coming back to it moves no target; one that has passed is told of daily (policy 3).</summary>
    private static Deadline ResolveBy(Report report, DateTimeOffset now)
    {
        var target = (report.AcceptedAt ?? now) + report.Timers.Resolve;
        return new Deadline(DeadlineKind.ResolveDue, (target > now ? target : now + Day).ToUniversalTime());
    }

    /// <summary>Until there is a receipt, a day; then the day on which an answer is expected, and every third day from there (policy 2).</summary>
    public static Deadline ReferralAfter(Report report, DateTimeOffset now, int step = 0) => new(
        DeadlineKind.ReferralDue,
        !report.HasReferralReceipt ? now + Day : report.ReferralExpectedAt is { } expected && expected > now + Day ? expected : now + ReferralAnswer,
        step);

    /// <summary>
    /// A transfer starts the accept clock anew while the total clock goes on (policy 5.1): the coordinator and the leadership hear of it as
    /// if it had never been passed on, but not before the new triad has had its time to accept.
    /// </summary>
    private static IReadOnlyList<Deadline> OnTheTotalClock(IReadOnlyList<Deadline> fresh, Report report, LocalTime local, DateTimeOffset now)
    {
        if (report.FirstOfferedAt is not { } first || first >= now)
        {
            return fresh;
        }

        var accept = fresh.Single(deadline => deadline.Kind == DeadlineKind.Level1).DueAt;
        return
        [
            .. fresh.Select(deadline => deadline.Kind switch
            {
                DeadlineKind.Level2 => deadline with { DueAt = NotBefore(accept, local.After(report.Timers.Clock, first, report.Timers.Level2)) },
                DeadlineKind.Level3 => deadline with { DueAt = NotBefore(accept, local.After(report.Timers.Clock, first, report.Timers.Level3)) },
                _ => deadline,
            }),
        ];

        static DateTimeOffset NotBefore(DateTimeOffset earliest, DateTimeOffset due) => due < earliest ? earliest : due;
    }

    /// <summary>What follows a deadline of a report that has passed and left it in its state.</summary>
    public static Deadline? Next(Deadline passed, Report report, LocalTime local, DateTimeOffset now) => passed.Kind switch
    {
        DeadlineKind.ReferralDue => ReferralAfter(report, now, passed.Step + 1),
        DeadlineKind.WordDue => new(DeadlineKind.WordDue, now + report.Timers.Word, passed.Step + 1),
        DeadlineKind.ForwardDue => new(DeadlineKind.ForwardDue, now + Day, passed.Step + 1),
        DeadlineKind.LegalDeadline when passed.Step == 0 && report.LegalDueAt is { } legal && legal > now => new(DeadlineKind.LegalDeadline, legal, 1),
        _ => After(passed, report.Timers, local, now),
    };

    /// <summary>When what it promises is over: of a legal limit people are told a day before (policy 5.6), which is not the limit.</summary>
    public static Deadline RunsOut(Deadline deadline) =>
        deadline is { Kind: DeadlineKind.LegalDeadline, Step: 0 } ? deadline with { DueAt = deadline.DueAt + Day } : deadline;

    /// <summary>From the offer; once renewed, or where it would come too late to be of use, some time before the release.</summary>
    private static DateTimeOffset FirstAction(Report report, LocalTime local, DateTimeOffset now)
    {
        var timers = report.Timers;
        var due = local.After(timers.Clock, report.OfferedAt ?? now, timers.FirstAction);
        return report.Renewals == 0 && due > now && due < local.After(timers.Clock, now, timers.Progress)
            ? due
            : local.After(timers.Clock, now, timers.Progress * 2 / 3);
    }

    private static IEnumerable<Deadline> Standing(Report report, LocalTime local, DateTimeOffset now)
    {
        var (timers, status) = (report.Timers, report.Status);
        if (status == ReportStatus.Accepted && timers.FirstAction > TimeSpan.Zero)
        {
            yield return new(DeadlineKind.FirstActionDue, FirstAction(report, local, now));
        }

        if (timers.Word > TimeSpan.Zero && status is ReportStatus.Accepted or ReportStatus.InProgress or ReportStatus.Waiting or ReportStatus.Referred)
        {
            var due = (report.LastWordAt ?? now) + timers.Word;
            yield return new(DeadlineKind.WordDue, due > now ? due : now + timers.Word, 1);
        }

        if (report.LegalDueAt is { } legal && legal > now)
        {
            yield return legal - Day > now ? new(DeadlineKind.LegalDeadline, legal - Day) : new(DeadlineKind.LegalDeadline, legal, 1);
        }

        if (report is { Regime: not null, ReferredTo: null })
        {
            var due = local.KnownOf(report.Priority, report.ReceivedAt) + Day; // the lead hears it strike
            yield return new(DeadlineKind.ForwardDue, due > now ? due : now + Day);
        }
    }
}
