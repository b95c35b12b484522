using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary>What one person can do in one chat with a finger on the glass.</summary>
internal sealed class Phone(TelegramWorld world, Person owner, Chat chat)
{
    private const int MaxText = 4096;

    public Person Owner => owner;

    public Chat Chat => chat;

    public IReadOnlyList<Message> Messages => chat.Shown();

    /// <summary>Sends text, cut into several messages where it is longer than one may be, as phones do.</summary>
    /// <returns>The last message.</returns>
    public Message SendText(string text, int? replyTo = null)
    {
        var (sent, rest) = ((Message?)null, text);
        do
        {
            var length = Math.Min(MaxText, rest.Length);
            length -= length < rest.Length && char.IsHighSurrogate(rest[length - 1]) ? 1 : 0;
            var part = FoundEntities.Mark(new FormattedText(rest[..length], []));
            sent = Send(message => message with { Text = part, ReplyTo = replyTo is { } id ? chat.Find(id) : null });
            rest = rest[length..];
        }
        while (rest.Length > 0);

        return sent;
    }

    /// <summary>Follows <c>https://t.me/…?start=…</c>, or presses Start where there is no payload.</summary>
    public Message OpenLink(string? payload) => SendText(string.IsNullOrEmpty(payload) ? "/start" : $"/start {payload}");

    public Message? EditText(int messageId, string text)
    {
        var words = FoundEntities.Mark(new FormattedText(text, []));
        return chat.Find(messageId) is { } message && message.From == owner && message.Words is not null
            ? world.Amend(message, Change, "edited_message")
            : null;

        Message Change(Message current)
        {
            var edited = current with { EditDate = world.Clock.GetUtcNow(), Before = [.. current.Before, current.Words!] };
            return current.Text is null ? edited with { Caption = words } : edited with { Text = words };
        }
    }

    public Message SendFile(string kind, UploadedFile file, string? caption = null, string? mediaGroup = null)
    {
        Attachment attachment = kind == "photo"
            ? new Attachment.Photo(world.Files.KeepPhoto(file.Bytes))
            : new Attachment.Media(kind, KeepMedia(kind, file));
        var words = string.IsNullOrWhiteSpace(caption) ? null : FoundEntities.Mark(new FormattedText(caption.Trim(), []));
        return Send(message => message with { Attachment = attachment, Caption = words, MediaGroup = mediaGroup });
    }

    /// <summary>Several files as one; the words belong to the first.</summary>
    public IReadOnlyList<Message> SendAlbum(IEnumerable<(string Kind, UploadedFile File)> files, string? caption = null)
    {
        var group = AlbumMethod.NextGroup();
        return [.. files.Select((part, index) => SendFile(part.Kind, part.File, index == 0 ? caption : null, group))];
    }

    public Message SendLocation(double latitude, double longitude, double? accuracy = null) =>
        Send(message => message with { Attachment = new Attachment.Location(latitude, longitude, accuracy) });

    public Message SendContact(string? phone = null, string? firstName = null, string? lastName = null)
    {
        var contact = phone is null
            ? new Attachment.Contact(owner.Phone, owner.FirstName, owner.LastName, owner.Id)
            : new Attachment.Contact(phone, firstName ?? "Kontak", lastName, null);
        return Send(message => message with { Attachment = contact });
    }

    public Message SendSticker(string emoji)
    {
        var file = world.Files.Keep("sticker", [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50], null, null, 512, 512);
        return Send(message => message with { Attachment = new Attachment.Sticker(emoji, file) });
    }

    public Message SendPoll(string question, IReadOnlyList<string> options) =>
        Send(message => message with { Attachment = new Attachment.Poll($"51{message.Id:D16}", question, options) });

    /// <summary>Forwards words of someone else, whose account is known or hidden.</summary>
    public Message Forward(string text, Person? from, string name)
    {
        var origin = new ForwardOrigin(from, from?.Name ?? name, world.Clock.GetUtcNow().AddMinutes(-7));
        var words = FoundEntities.Mark(new FormattedText(text, []));
        return Send(message => message with { Text = words, Forward = origin });
    }

    /// <summary>Taps an inline button that carries data.</summary>
    public CallbackQuery? Press(int messageId, string data)
    {
        if (chat.Find(messageId) is not { Markup: Markup.Inline } message || chat.Standing != BotStanding.Member)
        {
            return null;
        }

        var query = world.Callbacks.Ask(owner, message, data);
        world.Updates.Add("callback_query", chat.Id, JsonPiece.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", query.Id);
            json.WritePropertyName("from");
            MessageJson.User(json, owner, world);
            json.WritePropertyName("message");
            MessageJson.Write(json, message, world);
            json.WriteString("chat_instance", $"-{Math.Abs(chat.Id) * 31}");
            json.WriteString("data", data);
            json.WriteEndObject();
        }));
        return query;
    }

    public CallbackQuery? Press(int messageId, int row, int column) =>
        (chat.Find(messageId)?.Markup as Markup.Inline)?.Rows.ElementAtOrDefault(row)?.ElementAtOrDefault(column) is { Data: { } data }
            ? Press(messageId, data)
            : null;

    public void Block() => Stand(BotStanding.Kicked);

    public void Unblock() => Stand(BotStanding.Member);

    /// <summary>Clears the chat on this phone. Telegram tells the bot nothing of it.</summary>
    public void ClearChat()
    {
        lock (chat.Gate)
        {
            chat.ClearedThrough = chat.Shown() is [.., var last] ? last.Id : chat.ClearedThrough;
        }

        world.Changes.Publish(new Change.ChatChanged(chat));
    }

    private void Stand(BotStanding standing)
    {
        var was = chat.Standing;
        if (was != standing)
        {
            chat.Standing = standing;
            MemberJson.Announce(world, chat, owner, was);
        }
    }

    private StoredFile KeepMedia(string kind, UploadedFile file) => kind switch
    {
        "video" => world.Files.Keep(kind, file.Bytes, file.Name, file.Mime, 1280, 720, 5),
        "voice" => world.Files.Keep(kind, file.Bytes, null, file.Mime, duration: 4),
        _ => world.Files.Keep(kind, file.Bytes, file.Name, file.Mime),
    };

    private Message Send(Func<Message, Message> fill) =>
        world.Hear(chat, id => fill(new Message(id, chat, world.Clock.GetUtcNow()) { From = owner }));
}
