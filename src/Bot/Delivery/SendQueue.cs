namespace Kentongan.Bot.Delivery;

/// <summary>Telegram's limits on sending, with the margins that held when measured against a server that counts.</summary>
/// <param name="PerWindow">Messages in <paramref name="Window"/>, over all chats.</param>
/// <param name="Spacing">At least so long between two messages.</param>
/// <param name="PerChat">At least so long between two messages to one chat.</param>
/// <param name="InFlight">Calls at once.</param>
public sealed record SendLimits(int PerWindow, TimeSpan Window, TimeSpan Spacing, TimeSpan PerChat, int InFlight)
{
    public static SendLimits Telegram { get; } =
        new(30, TimeSpan.FromMilliseconds(1020), TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(1030), 12);

    public static SendLimits None { get; } = new(int.MaxValue, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 64);
}

/// <summary>
/// Decides what is sent next. Within a chat the more urgent goes first, then the older; over all chats likewise; a chat that was told to
/// wait gets nothing until then. Pure but for its memory; not safe for two threads.
/// </summary>
public sealed class SendQueue<T>(SendLimits limits)
{
    private static readonly (int Priority, long Order) NoRank = (int.MinValue, -1);

    private readonly Dictionary<long, ChatQueue> _chats = [];
    private readonly PriorityQueue<ChatQueue, (int Priority, long Order)> _ready = new();
    private readonly PriorityQueue<ChatQueue, long> _waiting = new();
    private readonly Queue<Call> _sent = new();
    private long _lastSent = long.MinValue / 2;
    private long _blockedUntil = long.MinValue;
    private long _usual = long.MaxValue; // what a call takes at best, of late
    private long _order;
    private int _inFlight;

    public int Count { get; private set; }

    public void Add(long chat, int priority, T item, DateTimeOffset now)
    {
        if (!_chats.TryGetValue(chat, out var queue))
        {
            _chats.Add(chat, queue = new ChatQueue(chat));
        }

        queue.Items.Enqueue(item, (priority, _order++));
        Count++;
        if (!queue.InFlight)
        {
            Place(queue, now.UtcTicks);
        }
    }

    /// <returns>False where nothing may be sent now; <paramref name="wakeAt"/> then says when to ask again, null for after the next change.</returns>
    public bool TryTake(DateTimeOffset now, out long chat, out T item, out DateTimeOffset? wakeAt)
    {
        var ticks = now.UtcTicks;
        (chat, item, wakeAt) = (0, default!, null);
        while (_waiting.TryPeek(out var due, out var at) && at <= ticks)
        {
            _waiting.Dequeue();
            due.Placed = false;
            Place(due, ticks);
        }

        if (_inFlight >= limits.InFlight)
        {
            return false;
        }

        if (Gate(ticks) is { } gate && gate > ticks)
        {
            wakeAt = Count > 0 ? new DateTimeOffset(gate, TimeSpan.Zero) : null;
            return false;
        }

        while (_ready.TryDequeue(out var queue, out var rank))
        {
            if (!queue.Placed || queue.InFlight || queue.Items.Count == 0 || queue.Rank != rank)
            {
                continue; // an older place of a chat that has moved since
            }

            queue.Placed = false;
            queue.InFlight = true;
            queue.Items.TryDequeue(out item!, out var place);
            queue.Out = (item, place);
            chat = queue.Chat;
            Count--;
            _inFlight++;
            _lastSent = ticks;
            _sent.Enqueue(queue.Call = new Call(ticks));
            queue.NotBefore = ticks + limits.PerChat.Ticks;
            return true;
        }

        wakeAt = _waiting.TryPeek(out _, out var next) ? new DateTimeOffset(next, TimeSpan.Zero) : null;
        return false;
    }

    /// <summary>Takes out what else waits in a chat and is said by what was just taken there, so that it is not said again.</summary>
    public IReadOnlyList<T> TakeAlong(long chat, Func<T, bool> said)
    {
        var items = _chats[chat].Items;
        List<T>? along = null;
        foreach (var (item, _) in items.UnorderedItems)
        {
            if (said(item))
            {
                (along ??= []).Add(item);
            }
        }

        along?.ForEach(item => items.Remove(item, out _, out _));
        Count -= along?.Count ?? 0;
        return along ?? [];
    }

    /// <summary>A call has ended; the chat may go on, after what it was told to wait.</summary>
    /// <param name="again">What was taken goes back to where it stood, so that nothing of its chat overtakes it.</param>
    public void Done(long chat, DateTimeOffset now, TimeSpan wait = default, bool again = false)
    {
        _inFlight--;
        var queue = _chats[chat];
        queue.InFlight = false;
        if (again)
        {
            queue.Items.Enqueue(queue.Out.Item, queue.Out.Place);
            Count++;
        }

        queue.Out = default;
        Arrived(queue.Call!, now.UtcTicks);
        queue.NotBefore = now.UtcTicks + Math.Max(wait.Ticks, limits.PerChat.Ticks); // from the answer: a call may have been long on its way
        if (queue.Items.Count > 0)
        {
            Place(queue, now.UtcTicks);
        }
        else if (queue.NotBefore <= now.UtcTicks)
        {
            _chats.Remove(chat);
        }
        else
        {
            Wait(queue); // remembered until its wait is over
        }
    }

    /// <summary>As if all that the limits allow had been sent this moment, to every chat: nobody knows what another process sent last.</summary>
    public void Rest(DateTimeOffset now) => BlockAll(now + (limits.PerChat > limits.Window ? limits.PerChat : limits.Window));

    /// <summary>Nothing to anybody until then: Telegram is away, or told all of us to wait.</summary>
    public void BlockAll(DateTimeOffset until) => _blockedUntil = Math.Max(_blockedUntil, until.UtcTicks);

    /// <summary>What took longer than calls do of late may have been that long on its way there: Telegram counts from when it arrived.</summary>
    private void Arrived(Call call, long ticks)
    {
        var took = ticks - call.At;
        _usual = took < _usual ? took : _usual + ((took - _usual) / 64);
        call.At += Math.Min(took - _usual, limits.Window.Ticks);
    }

    private long? Gate(long ticks)
    {
        while (_sent.TryPeek(out var oldest) && oldest.At + limits.Window.Ticks <= ticks)
        {
            _sent.Dequeue();
        }

        var gate = Math.Max(_blockedUntil, _lastSent + limits.Spacing.Ticks);
        return _sent.Count >= limits.PerWindow ? Math.Max(gate, _sent.Peek().At + limits.Window.Ticks) : gate;
    }

    private void Place(ChatQueue queue, long ticks)
    {
        if (queue.Items.Count == 0)
        {
            if (queue.NotBefore <= ticks)
            {
                _chats.Remove(queue.Chat);
            }

            return;
        }

        if (queue.NotBefore > ticks)
        {
            if (!queue.Placed)
            {
                Wait(queue);
            }

            return;
        }

        queue.Items.TryPeek(out _, out var rank);
        queue.Rank = rank;
        queue.Placed = true;
        _ready.Enqueue(queue, rank);
    }

    /// <summary>An older place of the chat among the ready must not be taken for its present one, so it has none there now.</summary>
    private void Wait(ChatQueue queue)
    {
        _waiting.Enqueue(queue, queue.NotBefore);
        (queue.Placed, queue.Rank) = (true, NoRank);
    }

    /// <summary>A call and when it arrived, as far as one can tell from here.</summary>
    private sealed class Call(long at)
    {
        public long At { get; set; } = at;
    }

    private sealed class ChatQueue(long chat)
    {
        public long Chat { get; } = chat;

        public PriorityQueue<T, (int Priority, long Order)> Items { get; } = new();

        public bool InFlight { get; set; }

        /// <summary>What is on its way, and where it stood.</summary>
        public (T Item, (int Priority, long Order) Place) Out { get; set; }

        public Call? Call { get; set; }

        /// <summary>Stands among the ready or the waiting.</summary>
        public bool Placed { get; set; }

        public (int Priority, long Order) Rank { get; set; }

        public long NotBefore { get; set; } = long.MinValue;
    }
}
