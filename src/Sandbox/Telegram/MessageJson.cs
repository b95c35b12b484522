using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>Messages as the Bot API writes them, names, phone numbers and forward origins included.</summary>
internal static class MessageJson
{
    public static ReadOnlyMemory<byte> Of(Message message, TelegramWorld world) => JsonPiece.Write(json => Write(json, message, world));

    public static void Write(Utf8JsonWriter json, Message message, TelegramWorld world, bool asReply = false)
    {
        json.WriteStartObject();
        json.WriteNumber("message_id", message.Id);
        json.WritePropertyName("from");
        User(json, message.From, world);
        json.WritePropertyName("chat");
        Chat(json, message.Chat);
        json.WriteNumber("date", message.Date.ToUnixTimeSeconds());
        if (message.EditDate is { } edited)
        {
            json.WriteNumber("edit_date", edited.ToUnixTimeSeconds());
        }

        if (message.ReplyTo is { } reply && !asReply)
        {
            json.WritePropertyName("reply_to_message");
            Write(json, reply, world, asReply: true);
        }

        Origin(json, message.Forward, world);
        if (message.MediaGroup is not null)
        {
            json.WriteString("media_group_id", message.MediaGroup);
        }

        if (message.Protected)
        {
            json.WriteBoolean("has_protected_content", true);
        }

        Words(json, message.Text, "text", "entities");
        if (message.Attachment is not null)
        {
            AttachmentJson.Write(json, message.Attachment, world);
        }

        Words(json, message.Caption, "caption", "caption_entities");
        if (message.Markup is Markup.Inline inline)
        {
            json.WritePropertyName("reply_markup");
            Keyboard(json, inline);
        }

        json.WriteEndObject();
    }

    public static void User(Utf8JsonWriter json, Person? person, TelegramWorld world)
    {
        json.WriteStartObject();
        if (person is null)
        {
            json.WriteNumber("id", world.Bot.Id);
            json.WriteBoolean("is_bot", true);
            json.WriteString("first_name", world.Bot.Name);
            json.WriteString("username", world.Bot.Username);
        }
        else
        {
            json.WriteNumber("id", person.Id);
            json.WriteBoolean("is_bot", false);
            Names(json, person);
            json.WriteString("language_code", person.Language);
        }

        json.WriteEndObject();
    }

    public static void Chat(Utf8JsonWriter json, Chat chat)
    {
        json.WriteStartObject();
        ChatFields(json, chat);
        json.WriteEndObject();
    }

    public static void ChatFields(Utf8JsonWriter json, Chat chat)
    {
        json.WriteNumber("id", chat.Id);
        if (chat.Owner is { } person)
        {
            Names(json, person);
            json.WriteString("type", "private");
        }
        else
        {
            json.WriteString("title", chat.Title);
            json.WriteString("type", "group");
            json.WriteBoolean("all_members_are_administrators", true);
        }
    }

    public static void Keyboard(Utf8JsonWriter json, Markup.Inline inline)
    {
        json.WriteStartObject();
        json.WriteStartArray("inline_keyboard");
        foreach (var row in inline.Rows)
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                json.WriteStartObject();
                json.WriteString("text", button.Text);
                Optional(json, "callback_data", button.Data);
                Optional(json, "url", button.Url);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Entities(Utf8JsonWriter json, FormattedText text, string name)
    {
        json.WriteStartArray(name);
        foreach (var entity in text.Entities)
        {
            json.WriteStartObject();
            json.WriteNumber("offset", entity.Offset);
            json.WriteNumber("length", entity.Length);
            json.WriteString("type", entity.Type);
            Optional(json, "url", entity.Url);
            Optional(json, "language", entity.Language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Names(Utf8JsonWriter json, Person person)
    {
        json.WriteString("first_name", person.FirstName);
        Optional(json, "last_name", person.LastName);
        Optional(json, "username", person.Username);
    }

    private static void Words(Utf8JsonWriter json, FormattedText? text, string name, string entities)
    {
        if (text is null)
        {
            return;
        }

        json.WriteString(name, text.Text);
        if (text.Entities.Count > 0)
        {
            Entities(json, text, entities);
        }
    }

    private static void Origin(Utf8JsonWriter json, ForwardOrigin? origin, TelegramWorld world)
    {
        if (origin is null)
        {
            return;
        }

        json.WriteStartObject("forward_origin");
        json.WriteString("type", origin.Sender is null ? "hidden_user" : "user");
        json.WriteNumber("date", origin.Date.ToUnixTimeSeconds());
        if (origin.Sender is null)
        {
            json.WriteString("sender_user_name", origin.Name);
        }
        else
        {
            json.WritePropertyName("sender_user");
            User(json, origin.Sender, world);
        }

        json.WriteEndObject();
    }
}
