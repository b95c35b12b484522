namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>Time that passes only by hand; timers ring while it passes, on the caller's thread.</summary>
internal sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    private readonly List<HandTimer> _timers = [];
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + _passed;

    public override long GetTimestamp() => _passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Pass(TimeSpan time)
    {
        _passed += time;
        Ring();
    }

    private void Ring()
    {
        while (_timers.Find(timer => timer.Due <= _passed) is { } due)
        {
            due.Ring();
        }
    }

    private sealed class HandTimer(HandClock clock, Action callback) : ITimer
    {
        public TimeSpan? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._passed + dueTime;
            if (dueTime == TimeSpan.Zero)
            {
                Ring();
            }

            return true;
        }

        public void Ring()
        {
            Due = null;
            callback();
        }

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
