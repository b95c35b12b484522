using System.Diagnostics.CodeAnalysis;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Which message is answered.</summary>
public sealed class ReplyParameters
{
    public int MessageId { get; set; }

    public ChatId? ChatId { get; set; }

    public bool AllowSendingWithoutReply { get; set; }

    public string? Quote { get; set; }

    public ParseMode QuoteParseMode { get; set; }

    public static implicit operator ReplyParameters(int replyToMessageId) => new() { MessageId = replyToMessageId };

    [return: NotNullIfNotNull(nameof(msg))]
    public static implicit operator ReplyParameters?(Message? msg) =>
        msg is null ? null : new() { MessageId = msg.Id, ChatId = msg.Chat.Id };
}

/// <summary>Whether and how a link in a text is shown as a picture of its page.</summary>
public sealed class LinkPreviewOptions
{
    public bool IsDisabled { get; set; }

    public string? Url { get; set; }

    public bool PreferSmallMedia { get; set; }

    public bool PreferLargeMedia { get; set; }

    public bool ShowAboveText { get; set; }
}
