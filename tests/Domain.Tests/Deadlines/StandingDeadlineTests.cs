using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Tests.Reports;
using static Kentongan.Domain.Tests.Reports.Given;

namespace Kentongan.Domain.Tests.Deadlines;

/// <summary>Deadlines that belong to the whole report: each open one has something ahead, in every state and zone (policy 1.3, 3, 5.6).</summary>
public sealed class StandingDeadlineTests
{
    private static readonly HashSet<DateOnly> Holidays = [new(2026, 3, 31), new(2026, 4, 1)];

    public static TheoryData<string> Zones { get; } = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];

    [Theory, MemberData(nameof(Zones))]
    public void Every_open_report_has_a_deadline_ahead_at_any_hour(string zone)
    {
        var local = In(zone);
        foreach (var status in Enum.GetValues<ReportStatus>())
        {
            foreach (var priority in Enum.GetValues<Priority>().Where(priority => (status, priority) != (ReportStatus.Waiting, Priority.P0)))
            {
                var report = Given.In(status, priority);
                for (var hours = 0; hours < 24 * 40; hours += 7) // over nights, weekends, holidays and the end of a month
                {
                    var now = Given.Now.AddHours(hours);
                    var plan = DeadlinePlan.For(report, local, now);
                    Assert.Equal(report.IsOpen, plan.Count > 0);
                    Assert.All(plan.Where(deadline => deadline.Kind != DeadlineKind.Route), deadline => Assert.True(deadline.DueAt > now || deadline.Kind is DeadlineKind.Level1 or DeadlineKind.Level2 or DeadlineKind.Level3));
                }
            }
        }
    }

    [Theory]
    [InlineData(Priority.P0, "10m")]
    [InlineData(Priority.P1, "60m")]
    [InlineData(Priority.P2, "24h")]
    public void The_first_action_is_due_from_the_offer(Priority priority, string span)
    {
        var local = In("Asia/Jakarta");
        var report = Given.In(ReportStatus.Offered, priority);
        report.Accept(Kapolsek, Now.AddMinutes(1)).Fact();

        Assert.Equal(local.After(report.Timers.Clock, Now, Local.Span(span)), Due(report, local, DeadlineKind.FirstActionDue, Now.AddMinutes(1)));
    }

    [Fact]
    public void Where_it_would_come_after_the_release_the_lead_is_reminded_in_time()
    {
        var local = In("Asia/Jakarta");
        var report = Given.In(ReportStatus.Accepted, Priority.P3); // five working days, but released after three

        Assert.Equal(local.After(ClockKind.WorkingDays, Now, TimeSpan.FromHours(48)), Due(report, local, DeadlineKind.FirstActionDue, Now));
        Assert.True(Due(report, local, DeadlineKind.FirstActionDue, Now) < Due(report, local, DeadlineKind.ProgressDue, Now));
    }

    /// <summary>Who puts a report off and comes back to it has no more time for that (policy 3).</summary>
    [Fact]
    public void The_target_counts_from_the_acceptance_and_is_told_of_daily_once_it_has_passed()
    {
        var local = In("Asia/Jakarta");
        var report = Given.In(ReportStatus.Waiting);

        report.Resume(Actor.System, Now.AddDays(3)).Fact();
        Assert.Equal(Now.AddDays(14), Due(report, local, DeadlineKind.ResolveDue, Now.AddDays(3)));
        Assert.Equal(Now.AddDays(21), Due(report, local, DeadlineKind.ResolveDue, Now.AddDays(20)));

        report.Release(Actor.System, Now.AddDays(20)).Fact();
        report.Accept(Camat, Now.AddDays(21)).Fact();
        report.StartWork(Camat, Now.AddDays(21)).Fact();
        Assert.Equal(Now.AddDays(35), Due(report, local, DeadlineKind.ResolveDue, Now.AddDays(21))); // another lead, another target
    }

    [Theory]
    [InlineData(Priority.P2, 14)]
    [InlineData(Priority.P3, 60)]
    public void With_field_work_the_target_of_P3_is_later(Priority priority, int days)
    {
        var (local, told) = (In("Asia/Jakarta"), Given.In(ReportStatus.Accepted, priority));
        var visited = Given.In(ReportStatus.Accepted, priority);

        told.Note(Kapolsek, Given.Sealed, Now).Fact();
        visited.StartWork(Kapolsek, Now).Fact();

        Assert.Equal(Now.AddDays(14), Due(told, local, DeadlineKind.ResolveDue, Now));
        Assert.Equal(Now.AddDays(days), Due(visited, local, DeadlineKind.ResolveDue, Now));
    }

    [Fact]
    public void Masih_ditangani_renews_once_and_a_new_lead_may_renew_again()
    {
        var report = Given.In(ReportStatus.Accepted);
        report.KeepWorking(Kapolsek, Now).Fact();
        report.KeepWorking(Kapolsek, Now).Refused<Refusal.NeedsNote>();
        report.KeepWorking(Camat, Now).Refused<Refusal.NotYours>();

        report.TakeOver(Camat, Now).Fact();
        report.KeepWorking(Camat, Now).Fact();
    }

    [Fact]
    public void A_word_is_due_so_long_after_the_last_one_whatever_the_state()
    {
        var local = In("Asia/Jakarta");
        var report = Given.In(ReportStatus.Accepted, Priority.P2);
        report.StartWork(Kapolsek, Now.AddHours(10)).Fact();
        Assert.Equal(Now.AddHours(82), Due(report, local, DeadlineKind.WordDue, Now.AddHours(10)));

        report.Note(Kapolsek, Sealed, Now.AddHours(20)).Fact(); // officers read it, the resident does not
        Assert.Equal(Now.AddHours(82), Due(report, local, DeadlineKind.WordDue, Now.AddHours(20)));
        report.KeepWorking(Kapolsek, Now.AddHours(30)).Fact();
        Assert.Equal(Now.AddHours(102), Due(report, local, DeadlineKind.WordDue, Now.AddHours(30)));
    }

    [Fact]
    public void A_report_stored_before_these_timers_existed_has_none_of_them()
    {
        var report = Report.Receive(
            new NewReport(new ReportId(Guid.Empty), "K7Q-4ZM", [], "miras.uji", Priority.P1, Happening.Now, AccusedOffice.None, Here, 0, Timers.For(Priority.P1) with { FirstAction = default, Word = default }),
            Now);
        report.Offer(Actor.System, null, Now).Fact();
        report.Accept(Kapolsek, Now).Fact();

        Assert.Equal([DeadlineKind.ProgressDue], DeadlinePlan.For(report, In("Asia/Jakarta"), Now).Select(deadline => deadline.Kind));
    }

    [Fact]
    public void A_successor_holds_what_the_other_held_and_the_fact_says_who()
    {
        var report = Given.In(ReportStatus.Waiting);
        var fact = report.Succeed(Officer(9), "kapolsek", Now).Fact();

        Assert.Equal((Officer(9), ReportStatus.Waiting, Role.System, Officer(9)), (report.Lead!.Value, report.Status, fact.By, fact.Officer!.Value));
        Given.In(ReportStatus.Offered).Succeed(Officer(9), "kapolsek", Now).Refused<Refusal.OutOfTurn>();
    }

    [Fact]
    public void Evidence_is_asked_for_where_the_category_does_and_of_the_lead_alone()
    {
        var report = Given.In(ReportStatus.InProgress);
        report.ProposeResolution(Kapolsek, ReportOutcome.Unfounded, LongEnough, Sealed, Now, lacksEvidence: true).Refused<Refusal.NeedsEvidence>();
        report.ProposeResolution(Camat, ReportOutcome.Unfounded, LongEnough, Sealed, Now, lacksEvidence: true).Refused<Refusal.NotYours>();
        report.ProposeResolution(Kapolsek, ReportOutcome.Unfounded, LongEnough, Sealed, Now).Fact();
    }

    private static DateTimeOffset Due(Report report, LocalTime local, DeadlineKind kind, DateTimeOffset now) =>
        DeadlinePlan.For(report, local, now).Single(deadline => deadline.Kind == kind).DueAt;

    private static LocalTime In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone), Holidays);
}
