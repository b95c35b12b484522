using System.Text.Json.Serialization;
using Telegram.Bot.Wire;

namespace Telegram.Bot.Types.Enums;

/// <summary>How Telegram reads the marks in a text.</summary>
[JsonConverter(typeof(ParseModeConverter))]
public enum ParseMode
{
    None = 0,
    Markdown,
    Html,
    MarkdownV2,
}

/// <summary>The kind of a chat; 0 is a kind this version does not know.</summary>
[JsonConverter(typeof(SnakeCaseEnum<ChatType>))]
public enum ChatType
{
    Private = 1,
    Group,
    Channel,
    Supergroup,
    Sender,
}

/// <summary>What the bot is seen to be doing.</summary>
[JsonConverter(typeof(SnakeCaseEnum<ChatAction>))]
public enum ChatAction
{
    Typing = 1,
    UploadPhoto,
    RecordVideo,
    UploadVideo,
    RecordVoice,
    UploadVoice,
    UploadDocument,
    FindLocation,
    RecordVideoNote,
    UploadVideoNote,
    ChooseSticker,
}

/// <summary>How somebody belongs to a chat; 0 is a status this version does not know.</summary>
[JsonConverter(typeof(SnakeCaseEnum<ChatMemberStatus>))]
public enum ChatMemberStatus
{
    Creator = 1,
    Administrator,
    Member,
    Left,
    Kicked,
    Restricted,
}

/// <summary>Whom a list of commands is for.</summary>
public enum BotCommandScopeType
{
    Default = 1,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat,
    ChatAdministrators,
    ChatMember,
}
