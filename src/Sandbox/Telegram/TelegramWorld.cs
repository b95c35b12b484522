using System.Collections.Concurrent;
using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>All there is in this small Telegram: one bot, some people, their chats and files. In memory only.</summary>
internal sealed class TelegramWorld(TimeProvider clock, string token, bool limits)
{
    private const long FirstPersonId = 6_481_203_977;
    private const long FirstGroupId = -4_190_273_551;
    private readonly ConcurrentDictionary<long, Person> _people = new();
    private readonly ConcurrentDictionary<long, Chat> _chats = new();
    private int _lastPerson;
    private int _lastGroup;
    private int _lastMessage;

    public TimeProvider Clock => clock;

    public string Token => token;

    public BotProfile Bot { get; set; } = new(BotId(token), "Kentongan (bak pasir)", "kentongan_sandbox_bot");

    public FileStore Files { get; } = new();

    public UpdateQueue Updates { get; } = new();

    public CallbackQueries Callbacks { get; } = new(clock);

    public FloodLimits? Limits { get; } = limits ? new FloodLimits(clock) : null;

    public Changes Changes { get; } = new();

    public IEnumerable<Person> People => _people.Values.OrderBy(person => person.Id);

    public IEnumerable<Chat> Chats => _chats.Values.OrderBy(chat => chat.IsGroup).ThenBy(chat => Math.Abs(chat.Id));

    public Person? FindPerson(long id) => _people.GetValueOrDefault(id);

    public Chat? FindChat(long id) => _chats.GetValueOrDefault(id);

    public Person AddPerson(string name, string? username = null, string? language = null, string? role = null, string? place = null, long? id = null)
    {
        var number = Interlocked.Increment(ref _lastPerson);
        var parts = name.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var person = new Person(
            id ?? (FirstPersonId + (number * 7_919L)),
            parts.Length > 0 ? parts[0] : "Warga",
            parts.Length > 1 ? parts[1] : null,
            string.IsNullOrWhiteSpace(username) ? null : username.Trim().TrimStart('@'),
            string.IsNullOrWhiteSpace(language) ? "id" : language,
            $"+62812{30_000_000 + (number * 1_009)}",
            string.IsNullOrWhiteSpace(role) ? "resident" : role,
            place);
        _people[person.Id] = person;
        _chats[person.Id] = new Chat(person.Id, person, null, NextMessage);
        Changes.Publish(new Change.PersonAdded(person));
        return person;
    }

    public Chat AddGroup(string title, IEnumerable<Person> members)
    {
        var chat = new Chat(FirstGroupId - (Interlocked.Increment(ref _lastGroup) * 6_151L), null, title, NextMessage) { Started = true };
        chat.Members.AddRange(members);
        _chats[chat.Id] = chat;
        return chat;
    }

    /// <summary>The bot says something.</summary>
    public Message Say(Chat chat, Func<int, Message> write)
    {
        lock (chat.Gate)
        {
            var message = chat.Add(write);
            Changes.Publish(new Change.Sent(message));
            return message;
        }
    }

    /// <summary>A person says something; the bot hears of it by an update.</summary>
    public Message Hear(Chat chat, Func<int, Message> write)
    {
        lock (chat.Gate)
        {
            chat.Started = true;
            var message = chat.Add(write);
            if (BotSees(message))
            {
                Updates.Add("message", chat.Id, MessageJson.Of(message, this));
            }

            Changes.Publish(new Change.Sent(message));
            return message;
        }
    }

    /// <summary>Replaces a message by a new version, unless <paramref name="change"/> declines.</summary>
    public Message? Amend(Message message, Func<Message, Message?> change, string? update = null)
    {
        var chat = message.Chat;
        lock (chat.Gate)
        {
            if (chat.Find(message.Id) is not { } current || change(current) is not { } next)
            {
                return null;
            }

            chat.Replace(next);
            if (update is not null && BotSees(next))
            {
                Updates.Add(update, chat.Id, MessageJson.Of(next, this));
            }

            Changes.Publish(next.Deleted ? new Change.Deleted(next) : new Change.Edited(next));
            return next;
        }
    }

    private int NextMessage() => Interlocked.Increment(ref _lastMessage);

    /// <summary>Privacy mode, as every bot has it at first: in groups only what is meant for the bot.</summary>
    private bool BotSees(Message message) =>
        !message.Chat.IsGroup
        || (message.Chat.Standing == BotStanding.Member
            && (message.Attachment is Attachment.BotJoined
                || message.ReplyTo is { From: null }
                || (message.Words is { } words
                    && (words.Text.StartsWith('/') || words.Text.Contains("@" + Bot.Username, StringComparison.OrdinalIgnoreCase)))));

    private static long BotId(string token) => long.TryParse(token.Split(':')[0], out var id) ? id : 1;
}

/// <summary>A piece of JSON already written, to be put into answers and updates as it is.</summary>
internal static class JsonPiece
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return buffer.WrittenMemory;
    }
}
