namespace Kentongan.Bot.Tests.TelegramApi;

/// <summary>A clock that moves when told to, and then rings its timers.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _passed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (_alarms)
        {
            _alarms.Add(alarm);
        }

        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        List<Alarm> ringing;
        lock (_alarms)
        {
            _passed += by;
            ringing = [.. _alarms.Where(alarm => alarm.At <= _passed)];
            ringing.ForEach(alarm => alarm.At = null);
        }

        ringing.ForEach(alarm => alarm.Ring());
    }

    private sealed class Alarm(SteppedClock clock, Action ring) : ITimer
    {
        public TimeSpan? At { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._alarms)
            {
                At = dueTime == Timeout.InfiniteTimeSpan ? null : clock._passed + dueTime;
            }

            return true;
        }

        public void Dispose() => At = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
