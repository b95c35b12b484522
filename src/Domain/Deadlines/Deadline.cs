using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Deadlines;

/// <summary>What happens when a deadline passes. Stored by name: never rename one.</summary>
public enum DeadlineKind
{
    /// <summary>Route a report that has just come, or whose chosen delay has passed.</summary>
    Route,

    /// <summary>Remind those who were offered the report and have not answered.</summary>
    Remind,

    /// <summary>Quiet hours are over: what came silently is said aloud (policy 3, P2).</summary>
    QuietHoursEnd,
    Level1,
    Level2,
    Level3,
    Level4,

    /// <summary>Remind the coordinator that a report waits for screening.</summary>
    ScreeningDue,

    /// <summary>Accepted without progress: release (policy 3).</summary>
    ProgressDue,

    /// <summary>The time a lead asked for is over: back to work, said aloud.</summary>
    WaitEnds,

    /// <summary>The target for a resolution has passed: lead and coordinator are told, daily.</summary>
    ResolveDue,

    /// <summary>A proposed resolution has not been looked at: P3 closes, the others remind.</summary>
    VerifyDue,

    /// <summary>A referral has brought no receipt, or no answer by the day it was expected.</summary>
    ReferralDue,

    /// <summary>Accepted, and nothing was done yet (policy 3, first action): the lead is reminded.</summary>
    FirstActionDue,

    /// <summary>The resident has had no word for so long (policy 3): the lead is reminded, then the coordinator, then it is released.</summary>
    WordDue,

    /// <summary>A legal limit runs out in a day (step 0), or now (step 1) (policy 5.6).</summary>
    LegalDeadline,

    /// <summary>An election report is not referred within a day (policy 5.6).</summary>
    ForwardDue,

    /// <summary>One of the checks of the 72-hour watch (policy 5.5); outlives the states of its report.</summary>
    WatchCheck,

    /// <summary>The note on what was learned is missing a week after closing (policy 5.5).</summary>
    ReviewDue,
}

/// <param name="Step">Tells two of a kind apart: the second reminder, the third repetition.</param>
public sealed record Deadline(DeadlineKind Kind, DateTimeOffset DueAt, int Step = 0);

/// <summary>Which deadlines a report has in each state, so that an open report always has one in the future (policy 1.3).</summary>
public static partial class DeadlinePlan
{
    private static readonly TimeSpan ReferralAnswer = TimeSpan.FromDays(3);

    /// <summary>The deadlines that replace all earlier ones when a report enters a state at <paramref name="now"/>.</summary>
    public static IReadOnlyList<Deadline> Entering(
        ReportStatus status,
        Priority priority,
        Timers timers,
        LocalTime local,
        DateTimeOffset now,
        DateTimeOffset? waitUntil = null) => status switch
        {
            ReportStatus.Received => [new(DeadlineKind.Route, now)],
            ReportStatus.Screening => [new(DeadlineKind.ScreeningDue, local.After(timers.Clock, now, timers.Level2))],
            ReportStatus.Offered => [.. Offered(priority, timers, local, now)],
            ReportStatus.Accepted => [new(DeadlineKind.ProgressDue, local.After(timers.Clock, now, timers.Progress))],
            ReportStatus.InProgress => [new(DeadlineKind.ResolveDue, local.After(ClockKind.Always, now, timers.Resolve))],
            ReportStatus.Waiting => [new(DeadlineKind.WaitEnds, waitUntil ?? local.After(timers.Clock, now, timers.Progress))],
            ReportStatus.ResolutionProposed => [new(DeadlineKind.VerifyDue, local.After(timers.Clock, now, timers.Verify))],
            ReportStatus.Referred => [new(DeadlineKind.ReferralDue, local.After(ClockKind.Always, now, ReferralAnswer))],
            _ => [],
        };

    /// <summary>Whether a deadline stays when its report enters another state: it is about people, not about the state.</summary>
    public static bool Outlives(DeadlineKind kind) => kind is DeadlineKind.WatchCheck or DeadlineKind.ReviewDue;

    /// <summary>What follows a deadline that has passed and left the report in its state.</summary>
    public static Deadline? After(Deadline passed, Timers timers, LocalTime local, DateTimeOffset now) => passed.Kind switch
    {
        DeadlineKind.Level3 or DeadlineKind.Level4 =>
            new(DeadlineKind.Level4, local.After(ClockKind.Always, now, timers.Level4Every), passed.Step + 1),
        DeadlineKind.ScreeningDue =>
            new(DeadlineKind.ScreeningDue, local.After(timers.Clock, now, timers.Level2), passed.Step + 1),
        DeadlineKind.ResolveDue or DeadlineKind.VerifyDue or DeadlineKind.ReferralDue =>
            new(passed.Kind, local.After(ClockKind.Always, now, TimeSpan.FromDays(1)), passed.Step + 1),
        _ => null,
    };

    private static IEnumerable<Deadline> Offered(Priority priority, Timers timers, LocalTime local, DateTimeOffset now)
    {
        for (var i = 0; i < timers.Reminders.Count; i++)
        {
            yield return new(DeadlineKind.Remind, local.After(timers.Clock, now, timers.Reminders[i]), i + 1);
        }

        if (priority == Priority.P2 && local.IsQuiet(now))
        {
            yield return new(DeadlineKind.QuietHoursEnd, local.QuietEnds(now));
        }

        if (priority == Priority.P3)
        {
            // The morning after the one on which a held card goes out, and only on working days.
            var morning = local.NextAt(local.HeldUntilMorning(now).AddMinutes(1), TimeSpan.FromHours(7));
            yield return new(DeadlineKind.Remind, local.After(timers.Clock, morning, TimeSpan.Zero), 1);
        }

        yield return new(DeadlineKind.Level1, local.After(timers.Clock, now, timers.Level1));
        yield return new(DeadlineKind.Level2, local.After(timers.Clock, now, timers.Level2));
        yield return new(DeadlineKind.Level3, local.After(timers.Clock, now, timers.Level3));
    }
}
