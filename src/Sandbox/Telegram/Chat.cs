namespace Kentongan.Sandbox.Telegram;

/// <summary>A conversation. Its own lock keeps its messages in order; no lock is shared between chats.</summary>
/// <param name="number">The next number of a message: like a real bot's, one row of them for all chats.</param>
internal sealed class Chat(long id, Person? owner, string? title, Func<int> number)
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
        var message = write(number());
        _messages.Add(message);
        return message;
    }

    /// <summary>Call under <see cref="Gate"/>.</summary>
    public void Replace(Message message) => _messages[At(message.Id)] = message;

    /// <summary>The message as it stands, unless it was deleted or never existed.</summary>
    public Message? Find(int messageId)
    {
        lock (Gate)
        {
            return At(messageId) is >= 0 and var at && !_messages[at].Deleted ? _messages[at] : null;
        }
    }

    /// <summary>What the phone shows, deleted ones included: they carry the mark.</summary>
    public IReadOnlyList<Message> Shown()
    {
        lock (Gate)
        {
            return _messages[_messages.Count(message => message.Id <= ClearedThrough)..];
        }
    }

    public Message? Last()
    {
        lock (Gate)
        {
            return _messages is [.., var last] && last.Id > ClearedThrough ? last : null;
        }
    }

    /// <returns>Negative where no such message was ever in this chat.</returns>
    private int At(int messageId)
    {
        var (low, high) = (0, _messages.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (_messages[middle].Id.CompareTo(messageId))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return -1;
    }
}

internal enum BotStanding
{
    Member,
    Kicked,
    Left,
}
