using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Wire;

namespace Telegram.Bot.Types;

/// <summary>Something that happened in a chat with the bot.</summary>
public sealed class Update
{
    [JsonPropertyName("update_id")]
    public int Id { get; set; }

    public Message? Message { get; set; }

    public Message? EditedMessage { get; set; }

    public CallbackQuery? CallbackQuery { get; set; }

    public ChatMemberUpdated? MyChatMember { get; set; }

    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        _ => UpdateType.Unknown,
    };

    public override string ToString() => nameof(Update);
}

/// <summary>The press of a button under a message.</summary>
public sealed class CallbackQuery
{
    public string Id { get; set; } = default!;

    public User From { get; set; } = default!;

    public Message? Message { get; set; }

    public string? InlineMessageId { get; set; }

    public string? Data { get; set; }

    public override string ToString() => nameof(CallbackQuery);
}

/// <summary>The bot was let into a chat, blocked, or put out of it.</summary>
public sealed class ChatMemberUpdated
{
    public Chat Chat { get; set; } = default!;

    public User From { get; set; } = default!;

    [JsonConverter(typeof(UnixTime))]
    public DateTime Date { get; set; }

    public ChatMember OldChatMember { get; set; } = default!;

    public ChatMember NewChatMember { get; set; } = default!;

    public override string ToString() => nameof(ChatMemberUpdated);
}

/// <summary>How somebody belongs to a chat, and nothing about who it is.</summary>
public sealed class ChatMember
{
    public ChatMemberStatus Status { get; set; }
}
