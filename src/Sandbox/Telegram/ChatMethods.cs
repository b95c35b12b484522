namespace Kentongan.Sandbox.Telegram;

/// <summary>What a bot may ask about chats, their members and files.</summary>
internal sealed class ChatMethods(TelegramWorld world)
{
    public Answer GetFile(BotCall call)
    {
        if (string.IsNullOrEmpty(call.Text("file_id")))
        {
            return Refusal.Bad("file_id not specified");
        }

        if (world.Files.Find(call.Text("file_id")!) is not { } file)
        {
            return Refusal.WrongFileId;
        }

        return file.Bytes.Length > FileStore.MaxDownload
            ? Refusal.FileTooBig
            : Answer.Of(json =>
            {
                json.WriteStartObject();
                AttachmentJson.FileFields(json, file);
                json.WriteString("file_path", file.Path);
                json.WriteEndObject();
            });
    }

    public Answer GetChat(BotCall call) => Outgoing.Named(world, call, out var chat) is { } refusal
        ? refusal
        : chat is { IsGroup: false, Started: false } ? Refusal.ChatNotFound
        : Answer.Of(json =>
        {
            json.WriteStartObject();
            MessageJson.ChatFields(json, chat);
            json.WriteNumber("accent_color_id", 4);
            json.WriteNumber("max_reaction_count", 11);
            if (chat.Owner?.Username is { } username)
            {
                json.WriteStartArray("active_usernames");
                json.WriteStringValue(username);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });

    public Answer GetChatMember(BotCall call)
    {
        if (Outgoing.Named(world, call, out var chat) is { } refusal)
        {
            return refusal;
        }

        var isBot = call.Id("user_id") == world.Bot.Id;
        var person = isBot ? null : chat.Members.FirstOrDefault(member => member.Id == call.Id("user_id"));
        return !isBot && person is null
            ? Refusal.MemberNotFound
            : Answer.Of(json => MemberJson.Write(json, person, isBot ? chat.Standing : BotStanding.Member, world));
    }

    public Answer LeaveChat(BotCall call)
    {
        if (Outgoing.Named(world, call, out var chat) is { } refusal)
        {
            return refusal;
        }

        if (!chat.IsGroup)
        {
            return Refusal.Bad("chat member status can't be changed in private chats");
        }

        if (chat.Standing != BotStanding.Member)
        {
            return Refusal.NotMember;
        }

        var was = chat.Standing;
        chat.Standing = BotStanding.Left;
        MemberJson.Announce(world, chat, null, was);
        return Answer.True;
    }
}
