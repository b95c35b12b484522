namespace Kentongan.Bench.Telegram;

/// <summary>
/// Telegram's limits as it states them: 30 messages in any second over all chats, one a second to one chat. Who goes over them gets 429
/// with the seconds to wait; who calls that chat before they are over has broken the rule.
/// </summary>
internal sealed class FloodLimits
{
    private const int InAll = 30;

    private readonly Lock _gate = new();
    private readonly Queue<long> _last = new();
    private readonly Dictionary<long, long> _chats = [];
    private readonly Dictionary<long, long> _blocked = [];
    private readonly int _refuseEvery;
    private int _count;

    /// <param name="refuseEvery">Answers every so many calls with 429 although they keep the limits, as Telegram does; 0 for never.</param>
    public FloodLimits(int refuseEvery = 0) => _refuseEvery = refuseEvery;

    /// <summary>Calls over the limit of all chats.</summary>
    public int OverInAll { get; private set; }

    /// <summary>Calls over the limit of one chat.</summary>
    public int OverInChat { get; private set; }

    /// <summary>Calls refused although they kept the limits.</summary>
    public int Forced { get; private set; }

    /// <summary>Calls to a chat whose wait was still running.</summary>
    public int Violations { get; private set; }

    public int MostInASecond { get; private set; }

    /// <returns>Seconds to wait; 0 where the message may pass.</returns>
    public int Check(long chat, long now)
    {
        lock (_gate)
        {
            if (_blocked.TryGetValue(chat, out var until) && now < until)
            {
                Violations++;
                return 1 + (int)((until - now) / TimeSpan.TicksPerSecond);
            }

            while (_last.TryPeek(out var oldest) && oldest <= now - TimeSpan.TicksPerSecond)
            {
                _last.Dequeue();
            }

            var inAll = _last.Count >= InAll;
            if (inAll || (_chats.TryGetValue(chat, out var before) && now - before < TimeSpan.TicksPerSecond))
            {
                (OverInAll, OverInChat) = (OverInAll + (inAll ? 1 : 0), OverInChat + (inAll ? 0 : 1));
                return Block(chat, now, 1);
            }

            if (_refuseEvery > 0 && ++_count % _refuseEvery == 0)
            {
                Forced++;
                return Block(chat, now, 3);
            }

            _chats[chat] = now;
            _last.Enqueue(now);
            MostInASecond = Math.Max(MostInASecond, _last.Count);
            return 0;
        }
    }

    private int Block(long chat, long now, int seconds)
    {
        _blocked[chat] = now + (seconds * TimeSpan.TicksPerSecond);
        return seconds;
    }
}
