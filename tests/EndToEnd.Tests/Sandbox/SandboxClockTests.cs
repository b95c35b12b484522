using Kentongan.Sandbox;

namespace Kentongan.EndToEnd.Tests.Sandbox;

public sealed class SandboxClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly HandClock _system = new(new DateTimeOffset(2026, 2, 18, 23, 30, 0, TimeSpan.Zero));
    private readonly SandboxClock _clock;
    private int _rung;

    public SandboxClockTests() => _clock = new SandboxClock(_system);

    [Fact]
    public void It_shows_system_time_plus_what_it_was_moved_by()
    {
        _clock.Advance(TimeSpan.FromMinutes(30));
        _system.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(new DateTimeOffset(2026, 2, 19, 0, 5, 0, TimeSpan.Zero), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(30), _clock.Offset);
    }

    [Fact]
    public void Reset_shows_system_time_again()
    {
        _clock.Advance(2 * Hour);

        _clock.Reset();

        Assert.Equal(_system.GetUtcNow(), _clock.GetUtcNow());
    }

    [Fact]
    public void Elapsed_time_grows_with_a_jump_and_never_shrinks()
    {
        var start = _clock.GetTimestamp();

        _clock.Advance(2 * Hour);
        _clock.Reset();
        _system.Pass(Hour);

        Assert.Equal(3 * Hour, _clock.GetElapsedTime(start));
    }

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    [InlineData(600, 1)]
    public void A_timer_fires_once_when_a_jump_reaches_it(int minutes, int times)
    {
        using var timer = Timer(Hour);

        _clock.Advance(TimeSpan.FromMinutes(minutes));
        _clock.Advance(TimeSpan.Zero);

        Assert.Equal(times, _rung);
    }

    [Fact]
    public void A_timer_also_fires_by_the_passing_of_time()
    {
        using var timer = Timer(Hour);

        _clock.Advance(TimeSpan.FromMinutes(40));
        _system.Pass(TimeSpan.FromMinutes(19));
        Assert.Equal(0, _rung);
        _system.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(1, _rung);
    }

    [Fact]
    public void A_jump_back_leaves_a_timer_its_remaining_time()
    {
        _clock.Advance(2 * Hour);
        using var timer = Timer(Hour);

        _clock.Reset();
        _system.Pass(Hour);

        Assert.Equal(1, _rung);
    }

    [Fact]
    public void A_periodic_timer_rings_once_for_a_jump_over_many_periods_and_goes_on()
    {
        using var timer = Timer(Hour, Hour);

        _clock.Advance(5 * Hour);
        Assert.Equal(1, _rung);
        _system.Pass(Hour);
        _system.Pass(Hour);

        Assert.Equal(3, _rung);
    }

    [Fact]
    public void Change_moves_a_timer_and_can_stop_it()
    {
        using var timer = Timer(Hour);

        Assert.True(timer.Change(3 * Hour, Timeout.InfiniteTimeSpan));
        _clock.Advance(2 * Hour);
        Assert.Equal(0, _rung);
        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        _clock.Advance(9 * Hour);

        Assert.Equal(0, _rung);
    }

    [Fact]
    public void Change_wakes_a_timer_that_has_fired()
    {
        using var timer = Timer(Hour);
        _clock.Advance(Hour);

        timer.Change(Hour, Timeout.InfiniteTimeSpan);
        _clock.Advance(Hour);

        Assert.Equal(2, _rung);
    }

    [Fact]
    public void A_disposed_timer_stays_silent_and_refuses_changes()
    {
        var timer = Timer(Hour, Hour);

        timer.Dispose();
        _clock.Advance(9 * Hour);

        Assert.Equal(0, _rung);
        Assert.False(timer.Change(Hour, Hour));
    }

    [Fact]
    public void A_callback_may_change_and_dispose_its_own_timer()
    {
        ITimer? timer = null;
        timer = _clock.CreateTimer(
            _ =>
            {
                if (++_rung == 1)
                {
                    timer!.Change(Hour, Timeout.InfiniteTimeSpan);
                    return;
                }

                timer!.Dispose();
            },
            null,
            Hour,
            Timeout.InfiniteTimeSpan);

        _clock.Advance(Hour);
        _clock.Advance(Hour);
        _clock.Advance(Hour);

        Assert.Equal(2, _rung);
    }

    [Fact]
    public void Impossible_times_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Timer(TimeSpan.FromMilliseconds(-2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Timer(Hour, TimeSpan.FromDays(60)));
    }

    [Fact]
    public async Task A_delay_of_a_day_ends_with_a_jump_on_the_real_clock()
    {
        var clock = new SandboxClock();
        var delay = Task.Delay(TimeSpan.FromDays(1), clock);
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromDays(1));

        await delay;
    }

    [Fact]
    public async Task A_periodic_timer_of_the_framework_follows_jumps()
    {
        var clock = new SandboxClock();
        using var timer = new PeriodicTimer(Hour, clock);
        var tick = timer.WaitForNextTickAsync();

        clock.Advance(Hour);

        Assert.True(await tick);
    }

    [Theory]
    [InlineData(0, 1)] // 06.30 WIB: this morning
    [InlineData(60, 24)] // 07.30 WIB: tomorrow
    public void The_next_digest_is_the_next_seven_o_clock(int minutesLater, int hoursUpTo)
    {
        _clock.Advance(TimeSpan.FromMinutes(minutesLater));

        var next = _clock.Next(new TimeOnly(7, 0), SandboxClock.Wib);

        Assert.Equal(new TimeOnly(7, 0), TimeOnly.FromDateTime(next.DateTime));
        Assert.InRange(next - _clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromHours(hoursUpTo));
    }

    private ITimer Timer(TimeSpan due, TimeSpan? period = null) =>
        _clock.CreateTimer(_ => _rung++, null, due, period ?? Timeout.InfiniteTimeSpan);
}
