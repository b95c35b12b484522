using System.Collections.Concurrent;

namespace Kentongan.Sandbox.Telegram;

/// <summary>
/// Telegram's documented limits: 30 messages in any second over all chats, about one a second in a chat with short bursts
/// tolerated, 20 a minute in a group.
/// </summary>
internal sealed class FloodLimits(TimeProvider clock)
{
    private const int OverallPerSecond = 30;
    private const int ChatBurst = 5;
    private const int GroupBurst = 20;
    private static readonly TimeSpan ChatPace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GroupPace = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Queue<long> _recent = new();
    private readonly ConcurrentDictionary<long, Allowance> _chats = new();

    /// <summary>Counts one or more messages to a chat, or says how long to wait and counts nothing.</summary>
    public Refusal? Take(Chat chat, int messages = 1)
    {
        var now = clock.GetTimestamp();
        var allowance = _chats.GetOrAdd(
            chat.Id, static (_, group) => group ? new Allowance(GroupBurst, GroupPace) : new Allowance(ChatBurst, ChatPace), chat.IsGroup);
        lock (_gate)
        {
            while (_recent.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= TimeSpan.FromSeconds(1))
            {
                _recent.Dequeue();
            }

            if (_recent.Count + messages > OverallPerSecond)
            {
                return Refusal.Flood(1);
            }

            if (allowance.Take(clock, now, messages) is { } wait)
            {
                return Refusal.Flood((int)Math.Ceiling(wait.TotalSeconds));
            }

            for (var i = 0; i < messages; i++)
            {
                _recent.Enqueue(now);
            }

            return null;
        }
    }

    /// <summary>A bucket that fills by one each <paramref name="pace"/>, up to the burst.</summary>
    private sealed class Allowance(int burst, TimeSpan pace)
    {
        private double _left = burst;
        private long _since;

        public TimeSpan? Take(TimeProvider clock, long now, int messages)
        {
            if (_since != 0)
            {
                _left = Math.Min(burst, _left + (clock.GetElapsedTime(_since, now) / pace));
            }

            _since = now;
            // An album is taken whole even where it is larger than what a burst allows: it then leaves a debt.
            var needed = Math.Min(messages, burst);
            if (_left < needed)
            {
                return (needed - _left) * pace;
            }

            _left -= messages;
            return null;
        }
    }
}
