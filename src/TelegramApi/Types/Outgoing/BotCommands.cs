using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A command in the bot's menu.</summary>
public sealed class BotCommand
{
    public BotCommand()
    {
    }

    public BotCommand(string command, string description) => (Command, Description) = (command, description);

    public string Command { get; set; } = default!;

    public string Description { get; set; } = default!;
}

/// <summary>Whom a list of commands is for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BotCommandScopeDefault), "default")]
[JsonDerivedType(typeof(BotCommandScopeAllPrivateChats), "all_private_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllGroupChats), "all_group_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllChatAdministrators), "all_chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChat), "chat")]
[JsonDerivedType(typeof(BotCommandScopeChatAdministrators), "chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChatMember), "chat_member")]
public abstract class BotCommandScope
{
    private protected BotCommandScope()
    {
    }

    [JsonIgnore]
    public BotCommandScopeType Type => this switch
    {
        BotCommandScopeAllPrivateChats => BotCommandScopeType.AllPrivateChats,
        BotCommandScopeAllGroupChats => BotCommandScopeType.AllGroupChats,
        BotCommandScopeAllChatAdministrators => BotCommandScopeType.AllChatAdministrators,
        BotCommandScopeChat => BotCommandScopeType.Chat,
        BotCommandScopeChatAdministrators => BotCommandScopeType.ChatAdministrators,
        BotCommandScopeChatMember => BotCommandScopeType.ChatMember,
        _ => BotCommandScopeType.Default,
    };

    public static BotCommandScopeDefault Default() => new();

    public static BotCommandScopeAllPrivateChats AllPrivateChats() => new();

    public static BotCommandScopeAllGroupChats AllGroupChats() => new();

    public static BotCommandScopeAllChatAdministrators AllChatAdministrators() => new();

    public static BotCommandScopeChat Chat(ChatId chatId) => new() { ChatId = chatId };

    public static BotCommandScopeChatAdministrators ChatAdministrators(ChatId chatId) => new() { ChatId = chatId };

    public static BotCommandScopeChatMember ChatMember(ChatId chatId, long userId) => new() { ChatId = chatId, UserId = userId };
}

/// <summary>Everybody for whom nothing narrower is set.</summary>
public sealed class BotCommandScopeDefault : BotCommandScope;

/// <summary>All private chats.</summary>
public sealed class BotCommandScopeAllPrivateChats : BotCommandScope;

/// <summary>All groups.</summary>
public sealed class BotCommandScopeAllGroupChats : BotCommandScope;

/// <summary>The administrators of all groups.</summary>
public sealed class BotCommandScopeAllChatAdministrators : BotCommandScope;

/// <summary>One chat.</summary>
public sealed class BotCommandScopeChat : BotCommandScope
{
    public ChatId ChatId { get; set; } = default!;
}

/// <summary>The administrators of one group.</summary>
public sealed class BotCommandScopeChatAdministrators : BotCommandScope
{
    public ChatId ChatId { get; set; } = default!;
}

/// <summary>One member of one group.</summary>
public sealed class BotCommandScopeChatMember : BotCommandScope
{
    public ChatId ChatId { get; set; } = default!;

    public long UserId { get; set; }
}
