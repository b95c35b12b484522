using Kentongan.Bot.Delivery;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>Adds, takes, ends, throttles, blocks and waits at random, and checks each step against what must hold.</summary>
internal sealed class RandomOffice(int seed)
{
    private readonly Random _random = new(seed);
    private readonly SendQueue<int> _queue = new(SendLimits.Telegram);
    private readonly Dictionary<long, int> _underWay = [];
    private readonly Dictionary<long, DateTimeOffset> _notBefore = [];
    private DateTimeOffset _now = new(2026, 2, 20, 5, 0, 0, TimeSpan.Zero);
    private DateTimeOffset _blockedUntil;
    private int _next;

    /// <summary>What was added and not delivered, by item: its chat and priority. Items count up in the order in which they came.</summary>
    public Dictionary<int, (long Chat, int Priority)> Waiting { get; } = [];

    public List<DateTimeOffset> Times { get; } = [];

    public void Step()
    {
        switch (_random.Next(10))
        {
            case < 3:
                Add();
                break;
            case < 6:
                Take();
                break;
            case < 8:
                End();
                break;
            case 8:
                _now += TimeSpan.FromMilliseconds(_random.Next(400));
                break;
            default:
                if (_random.Next(50) == 0)
                {
                    _blockedUntil = Later(_blockedUntil, _now.AddSeconds(_random.Next(3)));
                    _queue.BlockAll(_blockedUntil);
                }

                break;
        }

        Assert.Equal(Waiting.Count - _underWay.Count, _queue.Count);
    }

    /// <summary>No more is added and nobody is throttled any more: everything must leave.</summary>
    public void Drain()
    {
        for (var tries = 0; Waiting.Count > 0 && tries < 200_000; tries++)
        {
            foreach (var chat in _underWay.Keys.ToList())
            {
                End(chat, TimeSpan.Zero, again: false);
            }

            if (Take() is { } wakeAt)
            {
                Assert.True(wakeAt > _now);
                _now = wakeAt;
            }
        }
    }

    private void Add()
    {
        var (chat, priority) = (_random.Next(25), _random.Next(6));
        _queue.Add(chat, priority, _next, _now);
        Waiting.Add(_next++, (chat, priority));
    }

    private DateTimeOffset? Take()
    {
        if (!_queue.TryTake(_now, out var chat, out var item, out var wakeAt))
        {
            return wakeAt;
        }

        Assert.True(_now >= _blockedUntil, "sent while all were blocked");
        Assert.True(_now >= _notBefore.GetValueOrDefault(chat), "sent to a chat too early");
        Assert.False(_underWay.ContainsKey(chat), "two calls at once to one chat");
        var best = Waiting.Where(pair => pair.Value.Chat == chat).OrderBy(pair => pair.Value.Priority).ThenBy(pair => pair.Key).First().Key;
        Assert.Equal(best, item);
        Times.Add(_now);
        _underWay.Add(chat, item);
        _notBefore[chat] = _now + SendLimits.Telegram.PerChat;
        Assert.True(_underWay.Count <= SendLimits.Telegram.InFlight);
        if (_random.Next(3) == 0)
        {
            TakeAlong(chat, item);
        }

        return null;
    }

    private void TakeAlong(long chat, int item)
    {
        foreach (var said in _queue.TakeAlong(chat, other => other % 3 == item % 3))
        {
            Assert.Equal(chat, Waiting[said].Chat);
            Waiting.Remove(said);
        }

        Assert.DoesNotContain(Waiting, pair => pair.Value.Chat == chat && pair.Key != item && pair.Key % 3 == item % 3);
    }

    private void End()
    {
        if (_underWay.Count > 0)
        {
            var throttled = _random.Next(4) == 0;
            End(_underWay.Keys.ElementAt(_random.Next(_underWay.Count)), throttled ? TimeSpan.FromMilliseconds(_random.Next(5_000)) : TimeSpan.Zero, throttled);
        }
    }

    private void End(long chat, TimeSpan wait, bool again)
    {
        _underWay.Remove(chat, out var item);
        if (!again)
        {
            Waiting.Remove(item);
        }

        _notBefore[chat] = Later(_notBefore.GetValueOrDefault(chat), _now + wait);
        _queue.Done(chat, _now, wait, again);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
