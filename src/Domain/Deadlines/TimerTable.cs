using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Deadlines;

/// <summary>The timers of each priority as one kabupaten has them: those of policy 3, but for what it has changed.</summary>
public sealed class TimerTable(IReadOnlyDictionary<Priority, Timers> changed)
{
    public static TimerTable OfPolicy { get; } = new(new Dictionary<Priority, Timers>());

    public Timers For(Priority priority) => changed.TryGetValue(priority, out var own) ? own : Timers.For(priority);
}
