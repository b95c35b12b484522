namespace Kentongan.Simulation.World;

/// <summary>What people and the weather do, by time; of two at the same time the one that was entered first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _entries = new();
    private long _order;

    public DateTimeOffset Next => _entries.TryPeek(out _, out var first) ? first.At : DateTimeOffset.MaxValue;

    public void At(DateTimeOffset time, Func<Task> what) => _entries.Enqueue(what, (time, _order++));

    public Func<Task> Take() => _entries.Dequeue();
}
