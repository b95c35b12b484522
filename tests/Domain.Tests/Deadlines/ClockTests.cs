using Kentongan.Domain.Deadlines;

namespace Kentongan.Domain.Tests.Deadlines;

/// <summary>
/// The three clocks at their edges, the same in WIB, WITA and WIT (policy 3, row Clock). Quiet hours begin at 22:00 and are over at
/// 05:00 exactly; opening hours begin at 07:00 and are over at 16:00 exactly.
/// </summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData("2026-03-02 10:00", "15m", "2026-03-02 10:15")]
    [InlineData("2026-03-02 23:55", "10m", "2026-03-03 00:05")]
    [InlineData("2026-03-06 23:00", "24h", "2026-03-07 23:00")] // Friday evening
    [InlineData("2026-02-28 12:00", "24h", "2026-03-01 12:00")]
    [InlineData("2028-02-28 12:00", "24h", "2028-02-29 12:00")]
    [InlineData("2025-12-31 23:59", "2m", "2026-01-01 00:01")]
    [InlineData("2026-03-02 22:00", "0m", "2026-03-02 22:00")]
    public void Always_counts_every_hour(string from, string span, string due) => Check(ClockKind.Always, from, span, due);

    [Theory]
    [InlineData("2026-03-02 10:00", "2h", "2026-03-02 12:00")]
    [InlineData("2026-03-02 21:30", "29m", "2026-03-02 21:59")]
    [InlineData("2026-03-02 21:30", "30m", "2026-03-03 05:00")] // what would ring at 22:00 sharp rings when the night is over
    [InlineData("2026-03-02 21:30", "31m", "2026-03-03 05:01")]
    [InlineData("2026-03-02 21:30", "2h", "2026-03-03 06:30")]
    [InlineData("2026-03-02 21:59:59", "1s", "2026-03-03 05:00")]
    [InlineData("2026-03-02 22:00", "0m", "2026-03-03 05:00")]
    [InlineData("2026-03-02 22:00", "1h", "2026-03-03 06:00")]
    [InlineData("2026-03-02 23:59", "1h", "2026-03-03 06:00")]
    [InlineData("2026-03-03 00:00", "1h", "2026-03-03 06:00")]
    [InlineData("2026-03-03 04:59:59", "1h", "2026-03-03 06:00")]
    [InlineData("2026-03-03 05:00", "0m", "2026-03-03 05:00")]
    [InlineData("2026-03-03 05:00", "1h", "2026-03-03 06:00")]
    [InlineData("2026-03-03 05:00", "17h", "2026-03-04 05:00")] // a whole day of the clock
    [InlineData("2026-03-03 05:00", "18h", "2026-03-04 06:00")]
    [InlineData("2026-03-02 10:00", "24h", "2026-03-03 17:00")] // 12 h today, 12 h tomorrow
    [InlineData("2026-03-02 10:00", "72h", "2026-03-06 14:00")]
    [InlineData("2026-03-06 21:00", "4h", "2026-03-07 08:00")] // weekends count
    [InlineData("2025-12-31 21:00", "2h", "2026-01-01 06:00")] // so do holidays, over the end of the year
    [InlineData("2026-02-28 21:00", "2h", "2026-03-01 06:00")]
    [InlineData("2028-02-28 21:00", "2h", "2028-02-29 06:00")]
    [InlineData("2028-02-29 21:00", "2h", "2028-03-01 06:00")]
    public void Daytime_stands_still_from_22_to_5(string from, string span, string due) => Check(ClockKind.Daytime, from, span, due);

    [Theory]
    [InlineData("2026-03-02 10:00", "0m", "2026-03-02 10:00")]
    [InlineData("2026-03-02 10:00", "24h", "2026-03-03 10:00")] // the same hour of the next working day
    [InlineData("2026-03-02 07:00", "24h", "2026-03-03 07:00")]
    [InlineData("2026-03-02 06:59", "24h", "2026-03-03 07:00")]
    [InlineData("2026-03-02 15:59", "24h", "2026-03-03 15:59")]
    [InlineData("2026-03-02 16:00", "24h", "2026-03-04 07:00")] // closed at 16:00 sharp
    [InlineData("2026-03-02 23:59", "24h", "2026-03-04 07:00")]
    [InlineData("2026-03-03 00:00", "24h", "2026-03-04 07:00")]
    [InlineData("2026-03-02 10:00", "48h", "2026-03-04 10:00")]
    [InlineData("2026-03-02 10:00", "120h", "2026-03-09 10:00")] // five working days
    [InlineData("2026-03-06 10:00", "24h", "2026-03-09 10:00")] // Friday to Monday
    [InlineData("2026-03-06 18:00", "24h", "2026-03-10 07:00")] // Friday evening: Monday 18:00 is closed
    [InlineData("2026-03-07 10:00", "24h", "2026-03-10 07:00")] // Saturday: the whole of Monday
    [InlineData("2026-03-07 10:00", "0m", "2026-03-09 07:00")]
    [InlineData("2026-03-08 23:00", "24h", "2026-03-10 07:00")]
    [InlineData("2026-03-18 10:00", "24h", "2026-03-25 10:00")] // six days off in a row
    [InlineData("2026-03-18 10:00", "48h", "2026-03-26 10:00")]
    [InlineData("2026-03-20 12:00", "24h", "2026-03-26 07:00")] // starts on a holiday
    [InlineData("2025-12-24 10:00", "24h", "2025-12-29 10:00")] // Christmas and a weekend
    [InlineData("2025-12-31 10:00", "24h", "2026-01-02 10:00")]
    [InlineData("2026-04-30 10:00", "24h", "2026-05-04 10:00")] // 1 May is a Friday
    [InlineData("2028-02-28 10:00", "24h", "2028-03-01 10:00")] // 29 February off
    [InlineData("2028-02-28 10:00", "240h", "2028-03-14 10:00")] // ten working days
    public void Working_days_skip_weekends_and_holidays_and_end_in_opening_hours(string from, string span, string due) =>
        Check(ClockKind.WorkingDays, from, span, due);

    [Theory]
    [InlineData("2026-03-02 21:59:59", false)]
    [InlineData("2026-03-02 22:00", true)]
    [InlineData("2026-03-03 00:00", true)]
    [InlineData("2026-03-03 04:59:59", true)]
    [InlineData("2026-03-03 05:00", false)]
    public void It_is_quiet_from_22_00_until_just_before_05_00(string wall, bool quiet) =>
        Assert.All(Local.Zones, local => Assert.Equal(quiet, local.IsQuiet(local.Instant(wall))));

    [Theory]
    [InlineData("2026-03-02 22:00", "2026-03-03 05:00")]
    [InlineData("2026-03-03 04:59:59", "2026-03-03 05:00")]
    [InlineData("2026-03-03 05:00", "2026-03-03 05:00")]
    [InlineData("2025-12-31 23:00", "2026-01-01 05:00")]
    public void Quiet_hours_end_at_the_next_five_o_clock(string wall, string ends) =>
        Assert.All(Local.Zones, local => Assert.Equal(ends, local.Wall(local.QuietEnds(local.Instant(wall)))));

    [Theory]
    [InlineData("2026-03-02 21:59:59", "2026-03-02 21:59:59")]
    [InlineData("2026-03-02 22:00", "2026-03-03 07:00")]
    [InlineData("2026-03-03 00:00", "2026-03-03 07:00")]
    [InlineData("2026-03-03 06:59:59", "2026-03-03 07:00")]
    [InlineData("2026-03-03 07:00", "2026-03-03 07:00")]
    [InlineData("2026-02-28 22:30", "2026-03-01 07:00")]
    public void What_must_not_wake_anybody_is_held_until_seven(string wall, string held) =>
        Assert.All(Local.Zones, local => Assert.Equal(held, local.Wall(local.HeldUntilMorning(local.Instant(wall)))));

    [Theory]
    [InlineData("2026-03-02 06:00", "2026-03-02 07:00")]
    [InlineData("2026-03-02 07:00", "2026-03-02 07:00")]
    [InlineData("2026-03-02 07:00:01", "2026-03-03 07:00")]
    [InlineData("2026-12-31 23:59", "2027-01-01 07:00")]
    [InlineData("2028-02-28 08:00", "2028-02-29 07:00")]
    public void The_next_time_the_clock_shows_seven(string wall, string next) => Assert.All(Local.Zones, local =>
    {
        var at = local.NextAt(local.Instant(wall), TimeSpan.FromHours(7));
        Assert.Equal((next, TimeSpan.Zero), (local.Wall(at), at.Offset));
    });

    [Fact]
    public void The_same_instant_is_quiet_in_Jayapura_and_not_in_Jakarta()
    {
        var instant = new DateTimeOffset(2026, 3, 2, 13, 30, 0, TimeSpan.Zero);

        Assert.Equal(["20:30", "21:30", "22:30"], Local.Zones.Select(local => local.Wall(instant)[11..]));
        Assert.Equal([false, false, true], Local.Zones.Select(local => local.IsQuiet(instant)));
        Assert.Equal(
            ["2026-03-02 21:30", "2026-03-03 05:30", "2026-03-03 06:00"],
            Local.Zones.Select(local => local.Wall(local.After(ClockKind.Daytime, instant, TimeSpan.FromHours(1)))));
    }

    [Fact]
    public void The_day_changes_at_local_midnight()
    {
        var instant = new DateTimeOffset(2026, 12, 31, 16, 30, 0, TimeSpan.Zero);

        Assert.Equal(
            [new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 1)],
            Local.Zones.Select(local => local.DateOf(instant)));
    }

    private static void Check(ClockKind clock, string from, string span, string due) => Assert.All(Local.Zones, local =>
    {
        var after = local.After(clock, local.Instant(from), Local.Span(span));
        Assert.Equal((due, TimeSpan.Zero), (local.Wall(after), after.Offset));
        Assert.Equal(after, local.After(clock, local.At(local.Instant(from)), Local.Span(span))); // whatever offset it was told in
    });
}
