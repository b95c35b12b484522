namespace Kentongan.Sandbox.Telegram;

/// <summary>A conversation. Its own lock keeps its messages in order; no lock is shared between chats.</summary>
internal sealed class Chat(long id, Person? owner, string? title)
{
    private readonly List<Message> _messages = [];

    public long Id => id;

    /// <summary>The person of a private chat; null in a group.</summary>
    public Person? Owner => owner;

    public string? Title => title;

    public bool IsGroup => owner is null;

    public Lock Gate { get; } = new();

    /// <summary>A person has spoken to the bot at least once; before that a bot may not write.</summary>
    public bool Started { get; set; }

    public BotStanding Standing { get; set; } = BotStanding.Member;

    /// <summary>The person cleared the chat on the phone: what came before is out of sight there, not gone.</summary>
    public int ClearedThrough { get; set; }

    public List<Person> Members { get; } = owner is null ? [] : [owner];

    public Refusal? WhyBotMayNotWrite => (IsGroup, Standing, Started) switch
    {
        (false, BotStanding.Kicked, _) => Refusal.Blocked,
        (false, _, false) => Refusal.NotStarted,
        (true, BotStanding.Kicked, _) => Refusal.Kicked,
        (true, BotStanding.Left, _) => Refusal.NotMember,
        _ => null,
    };

    /// <summary>Call under <see cref="Gate"/>.</summary>
    public Message Add(Func<int, Message> write)
    {
        var message = write(_messages.Count + 1);
        _messages.Add(message);
        return message;
    }

    /// <summary>Call under <see cref="Gate"/>.</summary>
    public void Replace(Message message) => _messages[message.Id - 1] = message;

    /// <summary>The message as it stands, unless it was deleted or never existed.</summary>
    public Message? Find(int messageId)
    {
        lock (Gate)
        {
            return messageId > 0 && messageId <= _messages.Count && !_messages[messageId - 1].Deleted ? _messages[messageId - 1] : null;
        }
    }

    /// <summary>What the phone shows, deleted ones included: they carry the mark.</summary>
    public IReadOnlyList<Message> Shown()
    {
        lock (Gate)
        {
            return _messages[Math.Min(ClearedThrough, _messages.Count)..];
        }
    }

    public Message? Last()
    {
        lock (Gate)
        {
            return _messages.Count > ClearedThrough ? _messages[^1] : null;
        }
    }
}

internal enum BotStanding
{
    Member,
    Kicked,
    Left,
}
