using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Requests;

/// <summary>A change of a message that the bot sent. The method says what of it changes.</summary>
internal sealed class EditMessageRequest(string methodName) : RequestBase<Message>(methodName)
{
    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }

    public string? Text { get; init; }

    public string? Caption { get; init; }

    public ParseMode ParseMode { get; init; }

    public IEnumerable<MessageEntity>? Entities { get; init; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

internal sealed class DeleteMessageRequest() : RequestBase<bool>("deleteMessage")
{
    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }
}

internal sealed class DeleteMessagesRequest() : RequestBase<bool>("deleteMessages")
{
    public required ChatId ChatId { get; init; }

    public required IEnumerable<int> MessageIds { get; init; }
}

internal sealed class AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    public required string CallbackQueryId { get; init; }

    public string? Text { get; init; }

    public bool ShowAlert { get; init; }

    public string? Url { get; init; }

    public int? CacheTime { get; init; }
}
