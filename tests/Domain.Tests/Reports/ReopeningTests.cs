using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using static Kentongan.Domain.Tests.Reports.Given;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>Reopening and withdrawing: what the resident can still change (policy 2).</summary>
public sealed class ReopeningTests
{
    [Theory]
    [InlineData(Priority.P3, Priority.P2)]
    [InlineData(Priority.P2, Priority.P1)]
    [InlineData(Priority.P1, Priority.P0)]
    [InlineData(Priority.P0, Priority.P0)]
    public void Reopening_offers_it_again_one_priority_higher(Priority before, Priority after)
    {
        var report = In(ReportStatus.Closed, before);
        var timers = Timers.For(after);

        report.Reopen(Actor.Reporter, timers, Sealed, Now.AddDays(1)).Fact();

        Assert.Equal((ReportStatus.Offered, after, Now.AddDays(1)), (report.Status, report.Priority, report.OfferedAt));
        Assert.Same(timers, report.Timers);
        Assert.Equal((null, null, null, null), (report.Lead, report.AcceptedAt, report.ClosedAt, report.Outcome));
        report.Accept(Danramil, Now.AddDays(1)).Fact();
    }

    [Fact]
    public void The_reporter_reopens_once_within_thirty_days_and_the_coordinator_whenever_it_is_needed()
    {
        var late = In(ReportStatus.Closed);
        late.Reopen(Actor.Reporter, late.Timers, null, Now.AddDays(30).AddTicks(1)).Refused<Refusal.ReopeningUsedUp>();
        late.Reopen(Koordinator, late.Timers, null, Now.AddDays(300)).Fact();

        var twice = In(ReportStatus.Closed);
        twice.Reopen(Actor.Reporter, twice.Timers, null, Now.AddDays(30)).Fact();
        CloseAgain(twice);
        twice.Reopen(Actor.Reporter, twice.Timers, null, Now).Refused<Refusal.ReopeningUsedUp>();
        twice.Reopen(Koordinator, twice.Timers, null, Now).Fact();
    }

    [Fact]
    public void Reopening_by_the_coordinator_leaves_the_reporter_theirs()
    {
        var report = In(ReportStatus.Closed);
        report.Reopen(Koordinator, report.Timers, null, Now).Fact();
        CloseAgain(report);

        report.Reopen(Actor.Reporter, report.Timers, null, Now).Fact();
        Assert.True(report.ReopenedByReporter);
    }

    [Fact]
    public void A_reopened_report_has_nobody_who_was_asked_to_take_it_over_before()
    {
        var report = In(ReportStatus.InProgress);
        report.ProposeHandOver(Kapolsek, Officer(2), "camat", Now).Fact();
        report.ProposeResolution(Kapolsek, ReportOutcome.ActedUpon, LongEnough, Sealed, Now).Fact();
        report.Verify(Danramil, Now).Fact();
        report.Reopen(Koordinator, report.Timers, null, Now).Fact();

        Assert.Null(report.HandOverTo);
    }

    [Fact]
    public void Seats_and_auditor_do_not_reopen()
    {
        var report = In(ReportStatus.Closed);

        report.Reopen(Camat, report.Timers, null, Now).Refused<Refusal.NotYours>();
        report.Reopen(Auditor, report.Timers, null, Now).Refused<Refusal.NotYours>();
    }

    [Theory]
    [InlineData(Priority.P1)]
    [InlineData(Priority.P2)]
    [InlineData(Priority.P3)]
    public void The_resident_withdraws_any_open_report_below_P0(Priority priority)
    {
        foreach (var status in Enum.GetValues<ReportStatus>().Where(Lifecycle.IsOpen))
        {
            var report = In(status, priority);
            report.Withdraw(Now).Fact();

            Assert.Equal((ReportStatus.Closed, ReportOutcome.Withdrawn, Now), (report.Status, report.Outcome, report.ClosedAt));
            report.Reopen(Actor.Reporter, report.Timers, null, Now).Refused<Refusal.ReopeningUsedUp>();
        }
    }

    [Fact]
    public void An_emergency_is_looked_after_even_if_the_resident_takes_it_back() =>
        Assert.All(
            Enum.GetValues<ReportStatus>().Where(status => status != ReportStatus.Waiting),
            status => In(status, Priority.P0).Withdraw(Now).Refused<Refusal.NeverAtEmergency>());

    private static void CloseAgain(Report report)
    {
        report.Accept(Kapolsek, Now).Fact();
        report.StartWork(Kapolsek, Now).Fact();
        report.ProposeResolution(Kapolsek, ReportOutcome.ActedUpon, LongEnough, Sealed, Now).Fact();
        report.Verify(Camat, Now).Fact();
    }
}
