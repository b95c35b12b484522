using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>What all sending methods share: where to, who may, what hangs under it.</summary>
internal static class Outgoing
{
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;

    /// <summary>The chat named by <c>chat_id</c>, if the bot may write there and is not too fast.</summary>
    public static Refusal? To(TelegramWorld world, BotCall call, out Chat chat, int messages = 1)
    {
        if (Named(world, call, out chat) is { } unknown)
        {
            return unknown;
        }

        return chat.WhyBotMayNotWrite ?? (messages > 0 ? world.Limits?.Take(chat, messages) : null);
    }

    public static Refusal? Named(TelegramWorld world, BotCall call, out Chat chat)
    {
        chat = null!;
        if (string.IsNullOrEmpty(call.Text("chat_id")))
        {
            return Refusal.ChatIdEmpty;
        }

        chat = call.Id("chat_id") is { } id ? world.FindChat(id)! : null!;
        return chat is null ? Refusal.ChatNotFound : null;
    }

    public static Refusal? Text(BotCall call, out FormattedText? text)
    {
        var refusal = Words(call.Text("text"), call.Text("parse_mode"), call.Json("entities"), out text);
        return refusal
            ?? (text!.Text.Length == 0 ? Refusal.TextEmpty
            : text.Text.Length > MaxText ? Refusal.TextTooLong
            : null);
    }

    public static Refusal? Caption(string? words, string? mode, JsonElement? entities, out FormattedText? caption)
    {
        var refusal = Words(words, mode, entities, out caption);
        if (refusal is null && caption!.Text.Length > MaxCaption)
        {
            return Refusal.CaptionTooLong;
        }

        caption = caption is { Text.Length: > 0 } ? caption : null;
        return refusal;
    }

    /// <summary>Markup, answered message, protection and silence, as they will stand on the message.</summary>
    public static Refusal? Frame(BotCall call, Chat chat, out Func<int, DateTimeOffset, Message> frame)
    {
        frame = null!;
        if (Markup.Read(call.Text("reply_markup"), out var markup) is { } wrong)
        {
            return wrong;
        }

        var (replyId, optional) = ReplyTo(call);
        var reply = replyId is { } id ? chat.Find(id) : null;
        if (replyId is not null && reply is null && !optional)
        {
            return Refusal.ReplyNotFound;
        }

        var (isProtected, silent) = (call.Flag("protect_content"), call.Flag("disable_notification"));
        frame = (messageId, now) =>
            new Message(messageId, chat, now) { Markup = markup, ReplyTo = reply, Protected = isProtected, Silent = silent };
        return null;
    }

    private static Refusal? Words(string? words, string? mode, JsonElement? entities, out FormattedText text)
    {
        text = FormattedText.Empty;
        if (string.IsNullOrEmpty(words))
        {
            return null;
        }

        var refusal = mode?.ToLowerInvariant() switch
        {
            null or "" or "none" => Marked(words, entities, out text),
            "html" => HtmlText.Read(words, out text),
            _ => Refusal.Bad("unsupported parse_mode"),
        };
        text = FoundEntities.Mark(text.Trimmed());
        return refusal;
    }

    private static Refusal? Marked(string words, JsonElement? entities, out FormattedText text)
    {
        var marks = entities is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(Entity).OfType<TextEntity>()
            : [];
        text = new FormattedText(words, [.. marks.Where(e => e.Length > 0 && e.Offset >= 0 && e.Offset + e.Length <= words.Length)]);
        return null;
    }

    private static TextEntity? Entity(JsonElement json) =>
        json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
        && json.TryGetProperty("offset", out var offset) && offset.TryGetInt32(out var from)
        && json.TryGetProperty("length", out var length) && length.TryGetInt32(out var size)
            ? new TextEntity(type.GetString()!, from, size, json.TryGetProperty("url", out var url) ? url.GetString() : null)
            : null;

    private static (int? Id, bool Optional) ReplyTo(BotCall call)
    {
        if (call.Json("reply_parameters") is { ValueKind: JsonValueKind.Object } json
            && json.TryGetProperty("message_id", out var id) && id.TryGetInt32(out var messageId))
        {
            return (messageId, json.TryGetProperty("allow_sending_without_reply", out var flag) && flag.ValueKind == JsonValueKind.True);
        }

        return (call.Whole("reply_to_message_id", 0) is > 0 and var old ? old : null, call.Flag("allow_sending_without_reply"));
    }
}
