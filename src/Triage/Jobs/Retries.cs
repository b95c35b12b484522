using System.Collections.Concurrent;

namespace Kentongan.Triage.Jobs;

/// <summary>When a job that failed is tried again, in this process: soon, then less and less often, and never less than every ten minutes (design 7).</summary>
internal sealed class Retries
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2), Often = TimeSpan.FromMinutes(1), Seldom = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Type, (int Failures, DateTimeOffset At)> _waiting = new();

    /// <param name="failures">In a row, this one included.</param>
    public static TimeSpan After(int failures, TimeSpan every)
    {
        var longest = every < Often ? Often : every > Seldom ? Seldom : every; // what runs each second guards emergencies: a minute is long
        return failures > 16 ? longest : TimeSpan.FromTicks(Math.Min((First * Math.Pow(2, failures - 1)).Ticks, longest.Ticks));
    }

    /// <returns>When it is tried again.</returns>
    public DateTimeOffset Failed(Type job, TimeSpan every, DateTimeOffset now) => _waiting.AddOrUpdate(
        job,
        _ => (1, now + After(1, every)),
        (_, before) => (before.Failures + 1, now + After(before.Failures + 1, every))).At;

    /// <returns>Whether it had failed before.</returns>
    public bool Worked(Type job) => _waiting.TryRemove(job, out _);

    public bool MustWait(Type job, DateTimeOffset now) => _waiting.TryGetValue(job, out var waiting) && waiting.At > now;

    /// <summary>Those whose turn to be tried again has come.</summary>
    public IReadOnlyList<Type> Due(DateTimeOffset now) => [.. _waiting.Where(pair => pair.Value.At <= now).Select(pair => pair.Key)];
}
