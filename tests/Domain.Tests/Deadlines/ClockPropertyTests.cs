using FsCheck;
using FsCheck.Fluent;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Tests.Reports;

namespace Kentongan.Domain.Tests.Deadlines;

/// <summary>What holds of the clocks at any moment and for any span.</summary>
public sealed class ClockPropertyTests
{
    private static readonly DateTimeOffset Start = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Any second of more than two years, every fourth one on the hour, where the edges are.</summary>
    private static readonly Gen<DateTimeOffset> Moments = Gen.OneOf(
        Gen.Choose(0, 70_000_000).Select(seconds => Start.AddSeconds(seconds)),
        Gen.Choose(0, 19_000).Select(hours => Start.AddHours(hours)),
        Gen.Choose(0, 19_000).Select(hours => Start.AddHours(hours).AddTicks(-1)),
        Gen.Choose(0, 120).Select(days => Start.AddDays(days).AddHours(15)));

    private static readonly Gen<TimeSpan> Spans = Gen.OneOf(
        Gen.Choose(0, 40 * 24 * 60).Select(minutes => TimeSpan.FromMinutes(minutes)),
        Gen.Choose(0, 400).Select(hours => TimeSpan.FromHours(hours)),
        Gen.Choose(0, 3).Select(ticks => TimeSpan.FromTicks(ticks)));

    private static readonly Gen<Run> Runs =
        from clock in Sentence.AnyOf<ClockKind>()
        from local in Gen.Elements(Local.Zones.AsEnumerable())
        from moment in Moments
        from span in Spans
        select new Run(clock, local, moment, span);

    [Fact]
    public void A_longer_span_never_ends_earlier() => Sentence.Holds(Runs.Zip(Spans), pair =>
    {
        var (run, more) = pair;
        Assert.True(run.Due <= (run with { Span = run.Span + more }).Due);
    }, 2000);

    [Fact]
    public void A_later_start_never_ends_earlier() => Sentence.Holds(Runs.Zip(Spans), pair =>
    {
        var (run, later) = pair;
        Assert.True(run.Due <= (run with { From = run.From + later }).Due);
    }, 2000);

    [Fact]
    public void No_clock_is_faster_than_time() => Sentence.Holds(Runs, run => Assert.True(run.Due >= run.From + run.Span), 2000);

    [Fact]
    public void Always_is_exactly_time() => Sentence.Holds(
        Runs,
        run => Assert.Equal(run.From + run.Span, (run with { Clock = ClockKind.Always }).Due));

    [Fact]
    public void Daytime_never_ends_in_quiet_hours() => Sentence.Holds(
        Runs.Select(run => run with { Clock = ClockKind.Daytime }),
        run => Assert.False(run.Local.IsQuiet(run.Due), run.Local.Wall(run.Due)),
        2000);

    [Fact]
    public void Daytime_counts_the_waking_hours_and_no_others() => Sentence.Holds(
        Runs.Select(run => run with { Clock = ClockKind.Daytime }),
        run => Assert.Equal(run.Span, Awake(run.Local, run.From, run.Due)),
        1000);

    [Fact]
    public void Daytime_can_be_run_in_two_parts() => Sentence.Holds(Runs.Zip(Spans), pair =>
    {
        var (run, more) = (pair.Item1 with { Clock = ClockKind.Daytime }, pair.Item2);
        Assert.Equal((run with { Span = run.Span + more }).Due, (run with { From = run.Due, Span = more }).Due);
    });

    [Fact]
    public void Working_days_end_in_opening_hours_of_a_working_day() => Sentence.Holds(
        Runs.Select(run => run with { Clock = ClockKind.WorkingDays }),
        run =>
        {
            var wall = run.Local.At(run.Due);
            Assert.InRange(wall.TimeOfDay, TimeSpan.FromHours(7), TimeSpan.FromHours(16) - TimeSpan.FromTicks(1));
            Assert.False(wall.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.DoesNotContain(DateOnly.FromDateTime(wall.DateTime), Local.Holidays);
        },
        2000);

    [Fact]
    public void Whole_working_days_from_opening_hours_keep_the_hour() => Sentence.Holds(
        Runs.Zip(Gen.Choose(1, 30)),
        pair =>
        {
            var start = (pair.Item1 with { Clock = ClockKind.WorkingDays, Span = TimeSpan.Zero }).Due;
            var local = pair.Item1.Local;
            var due = local.After(ClockKind.WorkingDays, start, TimeSpan.FromDays(pair.Item2));

            Assert.Equal(local.At(start).TimeOfDay, local.At(due).TimeOfDay);
            var (first, last) = (local.DateOf(start), local.DateOf(due));
            var days = Enumerable.Range(1, last.DayNumber - first.DayNumber).Select(first.AddDays);
            Assert.Equal(pair.Item2, days.Count(local.IsWorkingDay));
        });

    [Fact]
    public void Held_until_morning_is_the_moment_itself_or_seven_o_clock() => Sentence.Holds(Runs, run =>
    {
        var held = run.Local.HeldUntilMorning(run.From);
        var hour = run.Local.At(run.From).Hour;

        Assert.Equal(hour is >= 7 and < 22, held == run.From || run.Local.At(run.From).TimeOfDay == TimeSpan.FromHours(7));
        Assert.True(held == run.From || run.Local.At(held).TimeOfDay == TimeSpan.FromHours(7));
        Assert.InRange(held - run.From, TimeSpan.Zero, TimeSpan.FromHours(9));
    });

    [Fact]
    public void The_next_time_of_day_comes_within_a_day_and_shows_it() => Sentence.Holds(Runs.Zip(Gen.Choose(0, 24 * 60 - 1)), pair =>
    {
        var (local, from, time) = (pair.Item1.Local, pair.Item1.From, TimeSpan.FromMinutes(pair.Item2));
        var next = local.NextAt(from, time);

        Assert.Equal(time, local.At(next).TimeOfDay);
        Assert.InRange(next - from, TimeSpan.Zero, TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
    });

    /// <summary>Waking time between two instants, counted hour by hour: slow, and plainly right.</summary>
    private static TimeSpan Awake(LocalTime local, DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        while (from < to)
        {
            var onTheHour = from.AddTicks(TimeSpan.TicksPerHour - (from.Ticks % TimeSpan.TicksPerHour));
            var end = onTheHour < to ? onTheHour : to;
            total += local.At(from).Hour is >= 5 and < 22 ? end - from : TimeSpan.Zero;
            from = end;
        }

        return total;
    }

    private sealed record Run(ClockKind Clock, LocalTime Local, DateTimeOffset From, TimeSpan Span)
    {
        public DateTimeOffset Due => Local.After(Clock, From, Span);

        public override string ToString() => $"{Clock} in {Local.Zone.Id} from {Local.Wall(From)} for {Span}";
    }
}
