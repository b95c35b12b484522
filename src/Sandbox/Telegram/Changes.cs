using System.Threading.Channels;

namespace Kentongan.Sandbox.Telegram;

/// <summary>What the phones see happen.</summary>
internal abstract record Change
{
    public sealed record Sent(Message Message) : Change;

    public sealed record Edited(Message Message) : Change;

    public sealed record Deleted(Message Message) : Change;

    public sealed record Answered(CallbackQuery Query) : Change;

    public sealed record Typing(Chat Chat, string Action) : Change;

    public sealed record PersonAdded(Person Person) : Change;

    /// <summary>Blocked, unblocked, cleared or left: the page reads the chat anew.</summary>
    public sealed record ChatChanged(Chat Chat) : Change;

    public sealed record ClockMoved : Change;
}

/// <summary>Hands changes to whoever watches. A watcher that falls far behind is cut off and reads everything anew.</summary>
internal sealed class Changes
{
    private const int Backlog = 5_000;
    private readonly Lock _gate = new();
    private volatile Channel<Change>[] _watchers = [];

    public void Publish(Change change)
    {
        foreach (var watcher in _watchers)
        {
            if (!watcher.Writer.TryWrite(change))
            {
                watcher.Writer.TryComplete();
            }
        }
    }

    public Watch Begin()
    {
        var channel = Channel.CreateBounded<Change>(new BoundedChannelOptions(Backlog) { SingleReader = true });
        lock (_gate)
        {
            _watchers = [.. _watchers, channel];
        }

        return new Watch(this, channel);
    }

    private void End(Channel<Change> channel)
    {
        lock (_gate)
        {
            _watchers = [.. _watchers.Where(other => other != channel)];
        }
    }

    internal readonly struct Watch(Changes changes, Channel<Change> channel) : IDisposable
    {
        public ChannelReader<Change> Reader => channel.Reader;

        public void Dispose() => changes.End(channel);
    }
}
