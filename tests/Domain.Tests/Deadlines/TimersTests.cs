using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Deadlines;

/// <summary>The table of policy 3, as it stands there.</summary>
public sealed class TimersTests
{
    // Row of policy 3 | P0 | P1 | P2 | P3. The working days of P3 are days of 24 hours of its clock.
    private const string Policy = """
        Clock                | Always | Always | Daytime | WorkingDays
        Reminders            | 2m 4m  | 7m     | 60m     |
        Level1               | 5m     | 15m    | 2h      | 24h
        Level2               | 10m    | 30m    | 4h      | 48h
        Level3               | 15m    | 60m    | 12h     | 5d
        Level4Every          | 10m    | 30m    | 24h     | 7d
        Progress             | 30m    | 2h     | 24h     | 72h
        Resolve              | 24h    | 24h    | 14d     | 14d
        Verify               | 24h    | 24h    | 72h     | 10d
        FirstAction          | 10m    | 60m    | 24h     | 5d
        Word                 | 2h     | 12h    | 72h     | 7d
        InField              | 0m     | 0m     | 0m      | 60d
        """;

    [Theory]
    [InlineData(Priority.P0)]
    [InlineData(Priority.P1)]
    [InlineData(Priority.P2)]
    [InlineData(Priority.P3)]
    public void Every_priority_has_the_timers_of_policy_3(Priority priority)
    {
        var timers = Timers.For(priority);
        var rows = Policy.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[0], cells => cells[1 + (int)priority]);

        Assert.Equal(typeof(Timers).GetProperties().Select(property => property.Name).Order(), rows.Keys.Order());
        Assert.Equal(rows["Clock"], timers.Clock.ToString());
        Assert.Equal(rows["Reminders"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Local.Span), timers.Reminders);
        Assert.All(
            typeof(Timers).GetProperties().Where(property => property.PropertyType == typeof(TimeSpan)),
            property => Assert.Equal(Local.Span(rows[property.Name]), property.GetValue(timers)));
    }

    [Theory]
    [InlineData(Priority.P0)]
    [InlineData(Priority.P1)]
    [InlineData(Priority.P2)]
    [InlineData(Priority.P3)]
    public void An_operation_in_force_halves_levels_one_and_two_and_what_reminds_before_them(Priority priority)
    {
        var (usual, halved) = (Timers.For(priority), Timers.For(priority).InOperation());

        Assert.Equal((usual.Level1 / 2, usual.Level2 / 2), (halved.Level1, halved.Level2));
        Assert.Equal(usual.Reminders.Select(span => span / 2), halved.Reminders);
        Assert.Equal(
            usual with { Level1 = default, Level2 = default, Reminders = [] },
            halved with { Level1 = default, Level2 = default, Reminders = [] });
    }

    [Fact]
    public void Everything_comes_in_order_and_sooner_the_more_urgent_it_is()
    {
        var usual = Enum.GetValues<Priority>().Select(Timers.For).ToList();
        foreach (var timers in usual.Concat(usual.Select(timers => timers.InOperation())))
        {
            TimeSpan[] order = [.. timers.Reminders, timers.Level1, timers.Level2, timers.Level3];
            Assert.Equal(order.Distinct().Order(), order);
        }

        var levels = usual.Select(timers => timers.Level1).ToList();
        Assert.Equal(levels.Order(), levels);
    }
}
