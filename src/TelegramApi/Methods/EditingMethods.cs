using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    public static Task<Message> EditMessageText(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        string text,
        ParseMode parseMode = ParseMode.None,
        InlineKeyboardMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        IEnumerable<MessageEntity>? entities = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditMessageRequest("editMessageText")
            {
                ChatId = chatId,
                MessageId = messageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                Entities = entities,
            },
            cancellationToken);

    public static Task<Message> EditMessageCaption(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        string? caption,
        ParseMode parseMode = ParseMode.None,
        InlineKeyboardMarkup? replyMarkup = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditMessageRequest("editMessageCaption")
            {
                ChatId = chatId,
                MessageId = messageId,
                Caption = caption,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                CaptionEntities = captionEntities,
            },
            cancellationToken);

    /// <param name="replyMarkup">Null takes the buttons away.</param>
    public static Task<Message> EditMessageReplyMarkup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        InlineKeyboardMarkup? replyMarkup = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditMessageRequest("editMessageReplyMarkup") { ChatId = chatId, MessageId = messageId, ReplyMarkup = replyMarkup },
            cancellationToken);

    public static Task DeleteMessage(
        this ITelegramBotClient botClient, ChatId chatId, int messageId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMessageRequest { ChatId = chatId, MessageId = messageId }, cancellationToken);

    /// <summary>Up to 100 at once; those that cannot be found are passed over.</summary>
    public static Task DeleteMessages(
        this ITelegramBotClient botClient, ChatId chatId, IEnumerable<int> messageIds, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMessagesRequest { ChatId = chatId, MessageIds = messageIds }, cancellationToken);
}
