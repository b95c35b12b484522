namespace Kentongan.Sandbox;

/// <summary>
/// The system's time plus an offset that can be moved. A jump forward makes every timer due that the new time has passed;
/// a jump back changes what the clock shows and leaves the timers their remaining time, as a corrected wall clock would.
/// </summary>
public sealed class SandboxClock(TimeProvider? system = null) : TimeProvider
{
    /// <summary>WIB, without asking the machine for time zone data.</summary>
    public static readonly TimeZoneInfo Wib = TimeZoneInfo.CreateCustomTimeZone("WIB", TimeSpan.FromHours(7), "WIB", "WIB");

    private readonly TimeProvider _system = system ?? System;
    private readonly Lock _gate = new();
    private readonly HashSet<SandboxTimer> _armed = [];
    private TimeSpan _shown;
    private TimeSpan _passed;

    /// <summary>How far the clock stands from real time.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_gate)
            {
                return _shown;
            }
        }
    }

    public override long TimestampFrequency => _system.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => Wib;

    public override DateTimeOffset GetUtcNow() => _system.GetUtcNow() + Offset;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _system.GetTimestamp() + (long)(_passed.TotalSeconds * TimestampFrequency);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SandboxTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; backwards where <paramref name="by"/> is negative.</summary>
    public void Advance(TimeSpan by)
    {
        SandboxTimer[] armed;
        lock (_gate)
        {
            _shown += by;
            if (by <= TimeSpan.Zero)
            {
                return;
            }

            _passed += by;
            armed = [.. _armed];
        }

        foreach (var timer in armed)
        {
            timer.Rearm();
        }
    }

    /// <summary>Shows real time again.</summary>
    public void Reset() => Advance(-Offset);

    /// <summary>The next time at which the clock in <paramref name="zone"/> shows <paramref name="time"/>.</summary>
    public DateTimeOffset Next(TimeOnly time, TimeZoneInfo zone)
    {
        var now = TimeZoneInfo.ConvertTime(GetUtcNow(), zone);
        var day = DateOnly.FromDateTime(now.DateTime);
        var today = new DateTimeOffset(day.ToDateTime(time), zone.GetUtcOffset(now));
        return today > now ? today : today.AddDays(1);
    }

    /// <summary>Time that only ever grows, on which timers are due.</summary>
    private TimeSpan Elapsed => GetElapsedTime(0, GetTimestamp());

    private void Track(SandboxTimer timer, bool armed)
    {
        lock (_gate)
        {
            _ = armed ? _armed.Add(timer) : _armed.Remove(timer);
        }
    }

    /// <summary>A timer of the system that is set anew whenever the clock jumps.</summary>
    private sealed class SandboxTimer : ITimer
    {
        private readonly SandboxClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly Lock _gate = new();
        private readonly ITimer _alarm;
        private TimeSpan? _due;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;
        private bool _disposed;

        public SandboxTimer(SandboxClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _alarm = clock._system.CreateTimer(
                static timer => ((SandboxTimer)timer!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Check(dueTime, nameof(dueTime));
            Check(period, nameof(period));
            lock (_gate)
            {
                if (_disposed)
                {
                    return false;
                }

                // Zero as a period means once, as with the system's own timers.
                _period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
                Arm(dueTime == Timeout.InfiniteTimeSpan ? null : _clock.Elapsed + dueTime);
                return true;
            }
        }

        public void Rearm()
        {
            lock (_gate)
            {
                if (!_disposed && _due is not null)
                {
                    Arm(_due);
                }
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _disposed = true;
                _due = null;
                _alarm.Dispose();
                _clock.Track(this, armed: false);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return _alarm.DisposeAsync();
        }

        private void Ring()
        {
            lock (_gate)
            {
                if (_disposed || _due is not { } due)
                {
                    return;
                }

                if (_clock.Elapsed < due)
                {
                    Arm(due); // an alarm set before the last change, or one a hair early
                    return;
                }

                // Periods that a jump skipped ring once, like a machine that wakes from sleep.
                Arm(_period == Timeout.InfiniteTimeSpan ? null : _clock.Elapsed + _period);
            }

            _callback(_state);
        }

        private void Arm(TimeSpan? due)
        {
            _due = due;
            _clock.Track(this, armed: due is not null);
            var left = due is { } at ? at - _clock.Elapsed : Timeout.InfiniteTimeSpan;
            _alarm.Change(due is null || left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        private static void Check(TimeSpan time, string name)
        {
            var milliseconds = (long)time.TotalMilliseconds;
            ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, uint.MaxValue - 1, name);
        }
    }
}
