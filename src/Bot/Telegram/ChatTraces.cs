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

    public void Add(long chat, int message)
    {
        lock (_gate)
        {
            if (!_chats.TryGetValue(chat, out var traces))
            {
                Prune();
                _chats.Add(chat, traces = new Traces());
            }

            traces.Last = time.GetUtcNow();
            if (traces.Messages.Add(message) && traces.Messages.Count > MostOfAChat)
            {
                traces.Messages.Remove(traces.Messages.Min);
            }
        }
    }

    /// <summary>Newest first; forgotten with that.</summary>
    public IReadOnlyList<int> Take(long chat)
    {
        lock (_gate)
        {
            return _chats.Remove(chat, out var traces) ? [.. traces.Messages.Reverse()] : [];
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
    }

    private sealed class Traces
    {
        public SortedSet<int> Messages { get; } = [];

        public DateTimeOffset Last { get; set; }
    }
}
