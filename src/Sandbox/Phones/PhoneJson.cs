using System.Text.Json;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary>People, chats and messages as the page and the tests read them: what a phone shows, and what it showed before.</summary>
internal static class PhoneJson
{
    public static void Person(Utf8JsonWriter json, Person person)
    {
        json.WriteStartObject();
        json.WriteNumber("id", person.Id);
        json.WriteString("name", person.Name);
        json.WriteString("username", person.Username);
        json.WriteString("language", person.Language);
        json.WriteString("role", person.Role);
        json.WriteString("place", person.Place);
        json.WriteEndObject();
    }

    public static void Chat(Utf8JsonWriter json, Chat chat)
    {
        json.WriteStartObject();
        json.WriteNumber("id", chat.Id);
        json.WriteString("type", chat.IsGroup ? "group" : "private");
        json.WriteString("title", chat.Title ?? chat.Owner!.Name);
        json.WriteBoolean("started", chat.Started);
        json.WriteString("bot", chat.Standing switch
        {
            BotStanding.Kicked => chat.IsGroup ? "kicked" : "blocked",
            BotStanding.Left => "left",
            _ => "member",
        });
        json.WriteStartArray("members");
        foreach (var member in chat.Members)
        {
            json.WriteNumberValue(member.Id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Message(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        json.WriteNumber("id", message.Id);
        json.WriteNumber("chat", message.Chat.Id);
        json.WritePropertyName("from");
        if (message.From is { } from)
        {
            Person(json, from);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("date", message.Date);
        if (message.EditDate is { } edited)
        {
            json.WriteString("edited", edited);
        }

        Words(json, message.Text, "text", "entities");
        Words(json, message.Caption, "caption", "captionEntities");
        PhoneAttachmentJson.Write(json, message.Attachment);
        MarkupOf(json, message.Markup);
        MessageJson.Optional(json, "mediaGroup", message.MediaGroup);
        MessageJson.Optional(json, "forwardedFrom", message.Forward?.Name);
        if (message.ReplyTo is { } reply)
        {
            json.WriteStartObject("replyTo");
            json.WriteNumber("id", reply.Id);
            json.WriteString("text", reply.Words?.Text ?? "…");
            json.WriteEndObject();
        }

        json.WriteBoolean("protected", message.Protected);
        json.WriteBoolean("silent", message.Silent);
        json.WriteBoolean("deleted", message.Deleted);
        json.WriteStartArray("before");
        foreach (var earlier in message.Before)
        {
            json.WriteStringValue(earlier.Text);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Query(Utf8JsonWriter json, CallbackQuery query)
    {
        json.WriteStartObject();
        json.WriteString("id", query.Id);
        json.WriteNumber("chat", query.Message.Chat.Id);
        json.WriteNumber("messageId", query.Message.Id);
        json.WriteString("data", query.Data);
        json.WriteBoolean("answered", query.Answer.IsCompletedSuccessfully);
        if (query.Answer.IsCompletedSuccessfully)
        {
            var answer = query.Answer.Result;
            json.WriteString("text", answer.Text);
            json.WriteBoolean("alert", answer.Alert);
            json.WriteString("url", answer.Url);
        }

        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, FormattedText? text, string name, string entities)
    {
        if (text is not null)
        {
            json.WriteString(name, text.Text);
            MessageJson.Entities(json, text, entities);
        }
    }

    private static void MarkupOf(Utf8JsonWriter json, Markup? markup)
    {
        switch (markup)
        {
            case Markup.Inline inline:
                json.WriteStartArray("inline");
                Rows(json, inline.Rows, button =>
                {
                    json.WriteString("text", button.Text);
                    MessageJson.Optional(json, "data", button.Data);
                    MessageJson.Optional(json, "url", button.Url);
                });
                break;
            case Markup.Keys keys:
                json.WriteBoolean("oneTime", keys.OneTime);
                MessageJson.Optional(json, "placeholder", keys.Placeholder);
                json.WriteStartArray("keys");
                Rows(json, keys.Rows, key =>
                {
                    json.WriteString("text", key.Text);
                    json.WriteBoolean("location", key.AsksLocation);
                    json.WriteBoolean("contact", key.AsksContact);
                });
                break;
            case Markup.RemoveKeys:
                json.WriteBoolean("removeKeys", true);
                break;
            case Markup.ForceReply force:
                json.WriteBoolean("forceReply", true);
                MessageJson.Optional(json, "placeholder", force.Placeholder);
                break;
        }
    }

    private static void Rows<T>(Utf8JsonWriter json, IReadOnlyList<IReadOnlyList<T>> rows, Action<T> write)
    {
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                json.WriteStartObject();
                write(button);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
