using System.Collections.Concurrent;

namespace Kentongan.Triage.Jobs;

/// <summary>How long to wait after something failed: little, then longer and longer, and never longer than ten minutes (design 7).</summary>
internal static class Retries
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2), Often = TimeSpan.FromMinutes(1), Seldom = TimeSpan.FromMinutes(10);

    /// <param name="failures">In a row, this one included.</param>
    public static TimeSpan After(int failures, TimeSpan every)
    {
        var longest = every < Often ? Often : every > Seldom ? Seldom : every; // what runs each second guards emergencies: a minute is long
        return failures > 16 ? longest : TimeSpan.FromTicks(Math.Min((First * Math.Pow(2, failures - 1)).Ticks, longest.Ticks));
    }
}

/// <summary>What failed and when it is tried again, in this process.</summary>
internal sealed class Retries<T>
    where T : notnull
{
    private readonly ConcurrentDictionary<T, (int Failures, DateTimeOffset At)> _waiting = new();

    /// <returns>When it is tried again.</returns>
    public DateTimeOffset Failed(T what, TimeSpan every, DateTimeOffset now) => _waiting.AddOrUpdate(
        what,
        _ => (1, now + Retries.After(1, every)),
        (_, before) => (before.Failures + 1, now + Retries.After(before.Failures + 1, every))).At;

    /// <returns>Whether it had failed before.</returns>
    public bool Worked(T what) => _waiting.TryRemove(what, out _);

    public bool MustWait(T what, DateTimeOffset now) => _waiting.TryGetValue(what, out var waiting) && waiting.At > now;

    /// <summary>Those whose turn to be tried again has come.</summary>
    public IReadOnlyList<T> Due(DateTimeOffset now) => [.. _waiting.Where(pair => pair.Value.At <= now).Select(pair => pair.Key)];

    /// <summary>Those whose turn has not come.</summary>
    public IReadOnlyList<T> Waiting(DateTimeOffset now) => [.. _waiting.Where(pair => pair.Value.At > now).Select(pair => pair.Key)];
}
