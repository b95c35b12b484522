using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>Membership as the Bot API writes it, and the update that tells a bot of its own.</summary>
internal static class MemberJson
{
    public static void Write(Utf8JsonWriter json, Person? person, BotStanding standing, TelegramWorld world)
    {
        json.WriteStartObject();
        json.WritePropertyName("user");
        MessageJson.User(json, person, world);
        json.WriteString("status", standing switch
        {
            BotStanding.Kicked => "kicked",
            BotStanding.Left => "left",
            _ => "member",
        });
        if (standing == BotStanding.Kicked)
        {
            json.WriteNumber("until_date", 0);
        }

        json.WriteEndObject();
    }

    /// <summary>Tells the bot by <c>my_chat_member</c> that its standing in a chat changed, and the phones too.</summary>
    public static void Announce(TelegramWorld world, Chat chat, Person? by, BotStanding was)
    {
        var body = JsonPiece.Write(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("chat");
            MessageJson.Chat(json, chat);
            json.WritePropertyName("from");
            MessageJson.User(json, by, world);
            json.WriteNumber("date", world.Clock.GetUtcNow().ToUnixTimeSeconds());
            json.WritePropertyName("old_chat_member");
            Write(json, null, was, world);
            json.WritePropertyName("new_chat_member");
            Write(json, null, chat.Standing, world);
            json.WriteEndObject();
        });
        world.Updates.Add("my_chat_member", chat.Id, body);
        world.Changes.Publish(new Change.ChatChanged(chat));
    }
}
