using FsCheck;
using FsCheck.Fluent;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Tests.Reports;

namespace Kentongan.Domain.Tests.Deadlines;

/// <summary>An open report always has a deadline ahead of it (policy 1.3), and the right one (policy 2, 3).</summary>
public sealed class DeadlinePlanTests
{
    /// <summary>A passing deadline itself takes a report out of these, so nothing needs to follow it.</summary>
    private static readonly ReportStatus[] Passing = [ReportStatus.Received, ReportStatus.Accepted, ReportStatus.Waiting];

    private static readonly Gen<Standing> Standings =
        from status in Gen.Elements(Enum.GetValues<ReportStatus>().Where(Lifecycle.IsOpen))
        from priority in Sentence.AnyOf<Priority>()
        from inOperation in Gen.Elements(true, false)
        from local in Gen.Elements(Local.Zones.AsEnumerable())
        from minutes in Gen.Choose(0, 500 * 24 * 60)
        select new Standing(
            status,
            priority,
            inOperation ? Timers.For(priority).InOperation() : Timers.For(priority),
            local,
            new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    [Theory] // Monday 10:00, or the hour that is named
    [InlineData(ReportStatus.Offered, Priority.P0, "10:00", "Remind 10:02, Remind 10:04, Level1 10:05, Level2 10:10, Level3 10:15")]
    [InlineData(ReportStatus.Offered, Priority.P0, "23:50", "Remind 23:52, Remind 23:54, Level1 23:55, Level2 +1 00:00, Level3 +1 00:05")]
    [InlineData(ReportStatus.Offered, Priority.P1, "10:00", "Remind 10:07, Level1 10:15, Level2 10:30, Level3 11:00")]
    [InlineData(ReportStatus.Offered, Priority.P1, "02:00", "Remind 02:07, Level1 02:15, Level2 02:30, Level3 03:00")]
    [InlineData(ReportStatus.Offered, Priority.P2, "10:00", "Remind 11:00, Level1 12:00, Level2 14:00, Level3 +1 05:00")]
    [InlineData(ReportStatus.Offered, Priority.P2, "00:00", "QuietHoursEnd 05:00, Remind 06:00, Level1 07:00, Level2 09:00, Level3 17:00")]
    [InlineData(ReportStatus.Offered, Priority.P2, "04:59", "QuietHoursEnd 05:00, Remind 06:00, Level1 07:00, Level2 09:00, Level3 17:00")]
    [InlineData(ReportStatus.Offered, Priority.P3, "10:00", "Remind +1 07:00, Level1 +1 10:00, Level2 +2 10:00, Level3 +7 10:00")]
    [InlineData(ReportStatus.Received, Priority.P2, "10:00", "Route 10:00")]
    [InlineData(ReportStatus.Screening, Priority.P0, "02:00", "ScreeningDue 02:10")]
    [InlineData(ReportStatus.Screening, Priority.P2, "21:00", "ScreeningDue +1 08:00")]
    [InlineData(ReportStatus.Accepted, Priority.P0, "10:00", "ProgressDue 10:30")]
    [InlineData(ReportStatus.Accepted, Priority.P1, "23:00", "ProgressDue +1 01:00")]
    [InlineData(ReportStatus.Accepted, Priority.P2, "10:00", "ProgressDue +1 17:00")]
    [InlineData(ReportStatus.Accepted, Priority.P3, "10:00", "ProgressDue +3 10:00")]
    [InlineData(ReportStatus.InProgress, Priority.P0, "10:00", "ResolveDue +1 10:00")]
    [InlineData(ReportStatus.InProgress, Priority.P1, "10:00", "ResolveDue +1 10:00")]
    [InlineData(ReportStatus.InProgress, Priority.P2, "10:00", "ResolveDue +14 10:00")]
    [InlineData(ReportStatus.InProgress, Priority.P3, "10:00", "ResolveDue +14 10:00")]
    [InlineData(ReportStatus.ResolutionProposed, Priority.P0, "10:00", "VerifyDue +1 10:00")]
    [InlineData(ReportStatus.ResolutionProposed, Priority.P2, "05:00", "VerifyDue +4 09:00")]
    [InlineData(ReportStatus.ResolutionProposed, Priority.P3, "10:00", "VerifyDue +14 10:00")]
    [InlineData(ReportStatus.Referred, Priority.P1, "10:00", "ReferralDue +3 10:00")]
    [InlineData(ReportStatus.Closed, Priority.P1, "10:00", "")]
    [InlineData(ReportStatus.Merged, Priority.P1, "10:00", "")]
    [InlineData(ReportStatus.Quarantined, Priority.P1, "10:00", "")]
    public void Entering_a_state_sets_its_deadlines(ReportStatus status, Priority priority, string at, string expected)
    {
        var now = Local.Wib.Instant($"2026-03-02 {at}");
        var plan = DeadlinePlan.Entering(status, priority, Timers.For(priority), Local.Wib, now);

        var told = plan.OrderBy(deadline => deadline.DueAt).Select(deadline =>
        {
            var days = Local.Wib.DateOf(deadline.DueAt).DayNumber - Local.Wib.DateOf(now).DayNumber;
            return $"{deadline.Kind} {(days == 0 ? "" : $"+{days} ")}{Local.Wib.Wall(deadline.DueAt)[11..]}";
        });
        Assert.Equal(expected, string.Join(", ", told));
    }

    [Theory]
    [InlineData("2026-03-06 10:00", "2026-03-09 07:00")] // Friday
    [InlineData("2026-03-07 10:00", "2026-03-09 07:00")] // Saturday
    [InlineData("2026-03-18 10:00", "2026-03-25 07:00")] // before six days off
    [InlineData("2026-03-03 06:59", "2026-03-04 07:00")] // not in a minute: that is no reminder
    public void P3_reminds_on_the_next_working_morning(string offered, string reminded)
    {
        var plan = DeadlinePlan.Entering(
            ReportStatus.Offered, Priority.P3, Timers.For(Priority.P3), Local.Wib, Local.Wib.Instant(offered));

        Assert.Equal(reminded, Local.Wib.Wall(Assert.Single(plan, deadline => deadline.Kind == DeadlineKind.Remind).DueAt));
    }

    [Fact]
    public void A_wait_ends_when_the_lead_said()
    {
        var now = Local.Wib.Instant("2026-03-02 10:00");
        var plan = DeadlinePlan.Entering(
            ReportStatus.Waiting, Priority.P2, Timers.For(Priority.P2), Local.Wib, now, waitUntil: now.AddHours(13));

        Assert.Equal([new Deadline(DeadlineKind.WaitEnds, now.AddHours(13))], plan);
    }

    [Fact]
    public void Every_open_report_has_a_deadline_ahead_at_any_hour() => Sentence.Holds(Standings, standing =>
    {
        Assert.NotEmpty(standing.Plan);
        Assert.All(standing.Plan, deadline => Assert.True(
            standing.Status == ReportStatus.Received ? deadline.DueAt == standing.Now : deadline.DueAt > standing.Now, $"{deadline}"));
        Assert.Equal(standing.Plan.Count, standing.Plan.DistinctBy(deadline => (deadline.Kind, deadline.Step)).Count());
    }, 2000);

    [Fact]
    public void Below_P1_nothing_but_a_target_and_a_wait_runs_out_at_night() => Sentence.Holds(
        Standings.Where(standing => standing.Priority >= Priority.P2
            && standing.Status is not (ReportStatus.Received or ReportStatus.InProgress or ReportStatus.Referred)),
        standing => Assert.All(standing.Plan, deadline => Assert.False(standing.Local.IsQuiet(deadline.DueAt), $"{deadline}")),
        1000);

    [Fact]
    public void An_open_report_that_nobody_touches_has_a_deadline_on_each_of_sixty_days() => Sentence.Holds(
        Standings.Where(standing => !Passing.Contains(standing.Status)),
        standing =>
        {
            var ahead = new PriorityQueue<Deadline, DateTimeOffset>(standing.Plan.Select(deadline => (deadline, deadline.DueAt)));
            var now = standing.Now;
            while (now < standing.Now.AddDays(60))
            {
                Assert.True(ahead.Count > 0, "nothing ahead any more");
                var passed = ahead.Dequeue();
                Assert.True(passed.DueAt >= now);
                now = passed.DueAt;
                if (DeadlinePlan.After(passed, standing.Timers, standing.Local, now) is { } next)
                {
                    Assert.True(next.DueAt > now, $"{next} does not lie ahead of {passed}");
                    ahead.Enqueue(next, next.DueAt);
                }
            }
        });

    [Theory]
    [InlineData(Priority.P0, "2026-03-02 23:55", "2026-03-03 00:05")]
    [InlineData(Priority.P1, "2026-03-02 23:55", "2026-03-03 00:25")]
    [InlineData(Priority.P2, "2026-03-02 14:00", "2026-03-03 14:00")] // daily
    [InlineData(Priority.P3, "2026-03-02 10:00", "2026-03-09 10:00")] // weekly
    public void From_level_three_on_it_repeats_until_a_person_acts(Priority priority, string passed, string next)
    {
        var (timers, now) = (Timers.For(priority), Local.Wib.Instant(passed));
        foreach (var kind in new[] { DeadlineKind.Level3, DeadlineKind.Level4 })
        {
            var following = DeadlinePlan.After(new Deadline(kind, now, 3), timers, Local.Wib, now)!;

            Assert.Equal((DeadlineKind.Level4, 4, next), (following.Kind, following.Step, Local.Wib.Wall(following.DueAt)));
        }
    }

    [Theory]
    [InlineData(DeadlineKind.ResolveDue)]
    [InlineData(DeadlineKind.VerifyDue)]
    [InlineData(DeadlineKind.ReferralDue)]
    public void A_target_that_has_passed_comes_back_daily(DeadlineKind kind)
    {
        var now = Local.Wit.Instant("2026-03-06 15:00");
        foreach (var priority in Enum.GetValues<Priority>())
        {
            Assert.Equal(
                new Deadline(kind, now.AddDays(1), 1),
                DeadlinePlan.After(new Deadline(kind, now), Timers.For(priority), Local.Wit, now));
        }
    }

    [Fact]
    public void What_was_said_once_is_not_repeated()
    {
        DeadlineKind[] repeated =
        [
            DeadlineKind.Level3, DeadlineKind.Level4, DeadlineKind.ScreeningDue,
            DeadlineKind.ResolveDue, DeadlineKind.VerifyDue, DeadlineKind.ReferralDue,
        ];
        var now = Given.Now;

        Assert.All(Enum.GetValues<DeadlineKind>(), kind => Assert.Equal(
            repeated.Contains(kind),
            DeadlinePlan.After(new Deadline(kind, now), Timers.For(Priority.P1), Local.Wib, now) is not null));
    }

    private sealed record Standing(ReportStatus Status, Priority Priority, Timers Timers, LocalTime Local, DateTimeOffset Now)
    {
        public IReadOnlyList<Deadline> Plan { get; } = DeadlinePlan.Entering(Status, Priority, Timers, Local, Now);

        public override string ToString() => $"{Status} {Priority} in {Local.Zone.Id} since {Local.Wall(Now)}";
    }
}
