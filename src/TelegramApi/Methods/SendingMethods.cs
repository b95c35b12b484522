using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    public static Task<Message> SendMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        string text,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? entities = null,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendMessageRequest
            {
                ChatId = chatId,
                Text = text,
                ParseMode = parseMode,
                ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                MessageThreadId = messageThreadId,
                Entities = entities,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
            },
            cancellationToken);

    public static Task<Message> SendLocation(
        this ITelegramBotClient botClient,
        ChatId chatId,
        double latitude,
        double longitude,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        double? horizontalAccuracy = null,
        int? messageThreadId = null,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendLocationRequest
            {
                ChatId = chatId,
                Latitude = latitude,
                Longitude = longitude,
                ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup,
                HorizontalAccuracy = horizontalAccuracy,
                MessageThreadId = messageThreadId,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
            },
            cancellationToken);

    public static Task<Message[]> SendMediaGroup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        IEnumerable<IAlbumInputMedia> media,
        ReplyParameters? replyParameters = null,
        int? messageThreadId = null,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendMediaGroupRequest
            {
                ChatId = chatId,
                ReplyParameters = replyParameters,
                MessageThreadId = messageThreadId,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
            }.With(media),
            cancellationToken);

    public static Task SendChatAction(
        this ITelegramBotClient botClient,
        ChatId chatId,
        ChatAction action,
        int? messageThreadId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendChatActionRequest { ChatId = chatId, Action = action, MessageThreadId = messageThreadId },
            cancellationToken);
}
