using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Deadlines;

/// <summary>
/// The timers of policy 3 at their edges: a second before, at and after each, over midnight, quiet hours, days off, the ends of months and a
/// leap day. By the wall clock, so the same in WIB, WITA and WIT.
/// </summary>
public sealed class PolicyTableTests
{
    // Offered          | reminded                             | level 1             | level 2             | level 3             | again
    private const string Offered = """
        P0 2026-03-02 10:00    | 2026-03-02 10:02, 2026-03-02 10:04       | 2026-03-02 10:05    | 2026-03-02 10:10    | 2026-03-02 10:15    | 2026-03-02 10:25
        P0 2026-03-02 23:55:59 | 2026-03-02 23:57:59, 2026-03-02 23:59:59 | 2026-03-03 00:00:59 | 2026-03-03 00:05:59 | 2026-03-03 00:10:59 | 2026-03-03 00:20:59
        P0 2026-03-02 23:56    | 2026-03-02 23:58, 2026-03-03 00:00       | 2026-03-03 00:01    | 2026-03-03 00:06    | 2026-03-03 00:11    | 2026-03-03 00:21
        P0 2026-02-28 23:55    | 2026-02-28 23:57, 2026-02-28 23:59       | 2026-03-01 00:00    | 2026-03-01 00:05    | 2026-03-01 00:10    | 2026-03-01 00:20
        P0 2028-02-28 23:58    | 2028-02-29 00:00, 2028-02-29 00:02       | 2028-02-29 00:03    | 2028-02-29 00:08    | 2028-02-29 00:13    | 2028-02-29 00:23
        P1 2026-03-19 22:00    | 2026-03-19 22:07                         | 2026-03-19 22:15    | 2026-03-19 22:30    | 2026-03-19 23:00    | 2026-03-19 23:30
        P1 2026-12-31 23:50    | 2026-12-31 23:57                         | 2027-01-01 00:05    | 2027-01-01 00:20    | 2027-01-01 00:50    | 2027-01-01 01:20
        P1 2028-02-29 23:44:59 | 2028-02-29 23:51:59                      | 2028-02-29 23:59:59 | 2028-03-01 00:14:59 | 2028-03-01 00:44:59 | 2028-03-01 01:14:59
        P2 2026-03-02 09:59:59 | 2026-03-02 10:59:59                      | 2026-03-02 11:59:59 | 2026-03-02 13:59:59 | 2026-03-02 21:59:59 | 2026-03-03 21:59:59
        P2 2026-03-02 10:00    | 2026-03-02 11:00                         | 2026-03-02 12:00    | 2026-03-02 14:00    | 2026-03-03 05:00    | 2026-03-04 05:00
        P2 2026-03-02 10:00:01 | 2026-03-02 11:00:01                      | 2026-03-02 12:00:01 | 2026-03-02 14:00:01 | 2026-03-03 05:00:01 | 2026-03-04 05:00:01
        P2 2026-03-02 19:59:59 | 2026-03-02 20:59:59                      | 2026-03-02 21:59:59 | 2026-03-03 06:59:59 | 2026-03-03 14:59:59 | 2026-03-04 14:59:59
        P2 2026-03-02 20:00    | 2026-03-02 21:00                         | 2026-03-03 05:00    | 2026-03-03 07:00    | 2026-03-03 15:00    | 2026-03-04 15:00
        P2 2026-03-02 20:00:01 | 2026-03-02 21:00:01                      | 2026-03-03 05:00:01 | 2026-03-03 07:00:01 | 2026-03-03 15:00:01 | 2026-03-04 15:00:01
        P2 2026-03-02 21:00    | 2026-03-03 05:00                         | 2026-03-03 06:00    | 2026-03-03 08:00    | 2026-03-03 16:00    | 2026-03-04 16:00
        P2 2026-03-02 21:59:59 | 2026-03-03 05:59:59                      | 2026-03-03 06:59:59 | 2026-03-03 08:59:59 | 2026-03-03 16:59:59 | 2026-03-04 16:59:59
        P2 2026-03-02 22:00    | 2026-03-03 06:00                         | 2026-03-03 07:00    | 2026-03-03 09:00    | 2026-03-03 17:00    | 2026-03-04 17:00
        P2 2026-03-03 04:59:59 | 2026-03-03 06:00                         | 2026-03-03 07:00    | 2026-03-03 09:00    | 2026-03-03 17:00    | 2026-03-04 17:00
        P2 2026-03-03 05:00    | 2026-03-03 06:00                         | 2026-03-03 07:00    | 2026-03-03 09:00    | 2026-03-03 17:00    | 2026-03-04 17:00
        P2 2026-03-03 05:00:01 | 2026-03-03 06:00:01                      | 2026-03-03 07:00:01 | 2026-03-03 09:00:01 | 2026-03-03 17:00:01 | 2026-03-04 17:00:01
        P2 2026-02-28 21:30    | 2026-03-01 05:30                         | 2026-03-01 06:30    | 2026-03-01 08:30    | 2026-03-01 16:30    | 2026-03-02 16:30
        P2 2028-02-28 21:30    | 2028-02-29 05:30                         | 2028-02-29 06:30    | 2028-02-29 08:30    | 2028-02-29 16:30    | 2028-03-01 16:30
        P3 2026-03-02 10:00    | 2026-03-03 07:00                         | 2026-03-03 10:00    | 2026-03-04 10:00    | 2026-03-09 10:00    | 2026-03-16 10:00
        P3 2026-03-02 23:00    | 2026-03-04 07:00                         | 2026-03-04 07:00    | 2026-03-05 07:00    | 2026-03-10 07:00    | 2026-03-17 07:00
        P3 2026-03-06 15:59:59 | 2026-03-09 07:00                         | 2026-03-09 15:59:59 | 2026-03-10 15:59:59 | 2026-03-13 15:59:59 | 2026-03-20 15:59:59
        P3 2026-03-06 16:00    | 2026-03-09 07:00                         | 2026-03-10 07:00    | 2026-03-11 07:00    | 2026-03-16 07:00    | 2026-03-23 07:00
        P3 2026-03-18 10:00    | 2026-03-25 07:00                         | 2026-03-25 10:00    | 2026-03-26 10:00    | 2026-03-31 10:00    | 2026-04-07 10:00
        P3 2028-02-28 10:00    | 2028-03-01 07:00                         | 2028-03-01 10:00    | 2028-03-02 10:00    | 2028-03-07 10:00    | 2028-03-14 10:00
        """;

    // Accepted, begun or proposed at | released             | resolve by          | look at it by
    private const string Held = """
        P0 2026-03-02 23:30    | 2026-03-03 00:00    | 2026-03-03 23:30    | 2026-03-03 23:30
        P0 2028-02-28 23:30:01 | 2028-02-29 00:00:01 | 2028-02-29 23:30:01 | 2028-02-29 23:30:01
        P1 2026-12-31 22:00    | 2027-01-01 00:00    | 2027-01-01 22:00    | 2027-01-01 22:00
        P2 2026-03-02 10:00    | 2026-03-03 17:00    | 2026-03-16 10:00    | 2026-03-06 14:00
        P2 2026-03-02 21:59:59 | 2026-03-04 11:59:59 | 2026-03-16 21:59:59 | 2026-03-07 08:59:59
        P2 2026-03-02 22:00    | 2026-03-04 12:00    | 2026-03-16 22:00    | 2026-03-07 09:00
        P2 2026-03-03 05:00    | 2026-03-04 12:00    | 2026-03-17 05:00    | 2026-03-07 09:00
        P3 2026-03-02 10:00    | 2026-03-05 10:00    | 2026-03-16 10:00    | 2026-03-16 10:00
        P3 2026-03-18 10:00    | 2026-03-27 10:00    | 2026-04-01 10:00    | 2026-04-07 10:00
        P3 2028-02-28 15:59:59 | 2028-03-03 15:59:59 | 2028-03-13 15:59:59 | 2028-03-14 15:59:59
        P3 2028-02-28 16:00    | 2028-03-06 07:00    | 2028-03-13 16:00    | 2028-03-15 07:00
        """;

    public static TheoryData<string> OfferedRows { get; } = [.. Offered.Split('\n')];

    public static TheoryData<string> HeldRows { get; } = [.. Held.Split('\n')];

    [Theory, MemberData(nameof(OfferedRows))]
    public void What_is_on_offer_reminds_and_escalates_by_the_table(string row)
    {
        var (priority, at, due) = Read(row);
        foreach (var local in Local.Zones)
        {
            var timers = Timers.For(priority);
            var plan = DeadlinePlan.Entering(ReportStatus.Offered, priority, timers, local, local.Instant(at));
            var third = plan.Single(deadline => deadline.Kind == DeadlineKind.Level3);

            Assert.Equal(
                due,
                [
                    string.Join(", ", plan.Where(deadline => deadline.Kind == DeadlineKind.Remind).Select(deadline => local.Wall(deadline.DueAt))),
                    Wall(plan, DeadlineKind.Level1, local), Wall(plan, DeadlineKind.Level2, local), Wall(plan, DeadlineKind.Level3, local),
                    local.Wall(DeadlinePlan.After(third, timers, local, third.DueAt)!.DueAt),
                ]);
            Assert.Equal(
                priority == Priority.P2 && local.IsQuiet(local.Instant(at)),
                plan.Any(deadline => deadline.Kind == DeadlineKind.QuietHoursEnd && local.At(deadline.DueAt).TimeOfDay == TimeSpan.FromHours(5)));
        }
    }

    [Theory, MemberData(nameof(HeldRows))]
    public void What_somebody_holds_is_released_and_overdue_by_the_table(string row)
    {
        var (priority, at, due) = Read(row);
        foreach (var local in Local.Zones)
        {
            Assert.Equal(due, [Due(ReportStatus.Accepted, DeadlineKind.ProgressDue), Due(ReportStatus.InProgress, DeadlineKind.ResolveDue), Due(ReportStatus.ResolutionProposed, DeadlineKind.VerifyDue)]);

            string Due(ReportStatus status, DeadlineKind kind) =>
                Wall(DeadlinePlan.Entering(status, priority, Timers.For(priority), local, local.Instant(at)), kind, local);
        }
    }

    /// <summary>Calendar time: a word, a referral, a legal limit run through nights and days off.</summary>
    [Theory]
    [InlineData(Priority.P0, "2028-02-28 23:00", "2028-02-29 01:00")]
    [InlineData(Priority.P1, "2026-12-31 18:30", "2027-01-01 06:30")]
    [InlineData(Priority.P2, "2026-03-18 22:30", "2026-03-21 22:30")]
    [InlineData(Priority.P3, "2026-03-18 10:00", "2026-03-25 10:00")]
    public void The_resident_has_a_word_by_the_calendar(Priority priority, string at, string word)
    {
        foreach (var local in Local.Zones)
        {
            var report = Reports.Given.In(ReportStatus.Offered, priority);
            report.Accept(Reports.Given.Kapolsek, local.Instant(at));

            Assert.Equal(word, Wall(DeadlinePlan.For(report, local, local.Instant(at)), DeadlineKind.WordDue, local));
        }
    }

    private static string Wall(IEnumerable<Deadline> plan, DeadlineKind kind, LocalTime local) =>
        local.Wall(plan.Single(deadline => deadline.Kind == kind).DueAt);

    private static (Priority Priority, string At, IEnumerable<string> Due) Read(string row)
    {
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        return (Enum.Parse<Priority>(cells[0][..2]), cells[0][3..], cells[1..]);
    }
}
