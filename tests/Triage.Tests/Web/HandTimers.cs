namespace Kentongan.Triage.Tests.Web;

/// <summary>Another clock's time, with timers that fire when the test says so.</summary>
internal sealed class HandTimers(TimeProvider clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<HandTimer> _timers = [];
    private TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, callback, state, period);
        lock (_gate)
        {
            _timers.Add(timer);
            _made.TrySetResult();
        }

        return timer;
    }

    /// <summary>Once so many timers of this period run.</summary>
    public async Task RunAsync(TimeSpan period, int count)
    {
        while (true)
        {
            Task made;
            lock (_gate)
            {
                if (Of(period).Count >= count)
                {
                    return;
                }

                _made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                made = _made.Task;
            }

            await made;
        }
    }

    /// <summary>Every timer of this period fires once.</summary>
    public void Tick(TimeSpan period)
    {
        List<HandTimer> due;
        lock (_gate)
        {
            due = Of(period);
        }

        due.ForEach(timer => timer.Fire());
    }

    private List<HandTimer> Of(TimeSpan period) => [.. _timers.Where(timer => timer.Period == period)];

    private void Drop(HandTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class HandTimer(HandTimers of, TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        public TimeSpan Period => period;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => of.Drop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
