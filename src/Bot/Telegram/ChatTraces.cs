namespace Kentongan.Bot.Telegram;

/// <summary>
/// Which messages stand in a resident's chat, so that they can be deleted when asked. In memory only and for as long as Telegram lets a
/// bot delete: nothing of it is ever stored, and a restart forgets it.
/// </summary>
internal sealed class ChatTraces(TimeProvider time)
{
    private const int MostOfAChat = 200;
    private const int MostChats = 20_000;

    /// <summary>Telegram lets a bot delete what is younger than 48 hours.</summary>
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Traces> _chats = [];

    /// <summary>What was said before it is not known here.</summary>
    private DateTimeOffset _since = time.GetUtcNow();

    /// <summary>Another process spoke until now.</summary>
    public void TookOver()
    {
        lock (_gate)
        {
            _since = time.GetUtcNow();
        }
    }

    /// <param name="sent">Just now, by us; otherwise somebody tapped a button of it, and it may have stood there for long.</param>
    public void Add(long chat, int message, bool sent = true)
    {
        lock (_gate)
        {
            if (!_chats.TryGetValue(chat, out var traces))
            {
                Prune();
                _chats.Add(chat, traces = new Traces());
            }

            traces.Last = time.GetUtcNow();
            traces.Messages.TryAdd(message, sent ? traces.Last : null);
            if (traces.Messages.Count > MostOfAChat)
            {
                traces.Messages.Remove(traces.Messages.Keys.Min());
                traces.AreAll = false;
            }
        }
    }

    /// <summary>Newest first; forgotten with that.</summary>
    public Standing Take(long chat)
    {
        lock (_gate)
        {
            var old = time.GetUtcNow() - Deletable;
            _chats.Remove(chat, out var traces);
            var all = traces?.Messages.OrderByDescending(pair => pair.Key).ToList() ?? [];
            return new Standing(
                [.. all.Where(pair => pair.Value > old).Select(pair => pair.Key)],
                [.. all.Where(pair => !(pair.Value > old)).Select(pair => pair.Key)],
                AreAll: _since <= old && traces?.AreAll != false);
        }
    }

    /// <summary>Whatever could not be done yet, because Telegram was away.</summary>
    public void PutBack(long chat, Standing left)
    {
        foreach (var message in left.Young)
        {
            Add(chat, message);
        }

        foreach (var message in left.Old)
        {
            Add(chat, message, sent: false);
        }

        lock (_gate)
        {
            if (!left.AreAll && _chats.TryGetValue(chat, out var traces))
            {
                traces.AreAll = false;
            }
        }
    }

    private void Prune()
    {
        if (_chats.Count < MostChats)
        {
            return;
        }

        var old = time.GetUtcNow() - Deletable;
        foreach (var (chat, _) in _chats.OrderBy(pair => pair.Value.Last).TakeWhile((pair, index) => index < MostChats / 4 || pair.Value.Last < old).ToList())
        {
            _chats.Remove(chat);
        }

        _since = time.GetUtcNow();
    }

    /// <summary>What stands in a chat, as far as it is known.</summary>
    /// <param name="Young">So young that Telegram lets a bot delete them.</param>
    /// <param name="Old">Older, or nobody knows how old.</param>
    /// <param name="AreAll">Nothing of the last 48 hours has been forgotten.</param>
    internal sealed record Standing(IReadOnlyList<int> Young, IReadOnlyList<int> Old, bool AreAll);

    private sealed class Traces
    {
        /// <summary>When each was sent; null where that is not known.</summary>
        public Dictionary<int, DateTimeOffset?> Messages { get; } = [];

        public bool AreAll { get; set; } = true;

        public DateTimeOffset Last { get; set; }
    }
}
