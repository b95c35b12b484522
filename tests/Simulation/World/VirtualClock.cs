namespace Kentongan.Simulation.World;

/// <summary>Time that goes from one event to the next, and never back.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = start;

    public void Reach(DateTimeOffset time) => Now = time > Now ? time : Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
