using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    public static Task<Message> SendPhoto(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile photo,
        string? caption = null,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        bool hasSpoiler = false,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default)
    {
        var request = new SendFileRequest("sendPhoto")
        {
            ChatId = chatId,
            Caption = caption,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            MessageThreadId = messageThreadId,
            CaptionEntities = captionEntities,
            HasSpoiler = hasSpoiler,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
        };
        request.Photo = request.Attach(photo);
        return botClient.SendRequest(request, cancellationToken);
    }

    public static Task<Message> SendAudio(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile audio,
        string? caption = null,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default)
    {
        var request = new SendFileRequest("sendAudio")
        {
            ChatId = chatId,
            Caption = caption,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            MessageThreadId = messageThreadId,
            CaptionEntities = captionEntities,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
        };
        request.Audio = request.Attach(audio);
        return botClient.SendRequest(request, cancellationToken);
    }

    public static Task<Message> SendDocument(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile document,
        string? caption = null,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        bool disableContentTypeDetection = false,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default)
    {
        var request = new SendFileRequest("sendDocument")
        {
            ChatId = chatId,
            Caption = caption,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            MessageThreadId = messageThreadId,
            CaptionEntities = captionEntities,
            DisableContentTypeDetection = disableContentTypeDetection,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
        };
        request.Document = request.Attach(document);
        return botClient.SendRequest(request, cancellationToken);
    }

    public static Task<Message> SendVideo(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile video,
        string? caption = null,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        bool hasSpoiler = false,
        bool supportsStreaming = false,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default)
    {
        var request = new SendFileRequest("sendVideo")
        {
            ChatId = chatId,
            Caption = caption,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            MessageThreadId = messageThreadId,
            CaptionEntities = captionEntities,
            HasSpoiler = hasSpoiler,
            SupportsStreaming = supportsStreaming,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
        };
        request.Video = request.Attach(video);
        return botClient.SendRequest(request, cancellationToken);
    }

    public static Task<Message> SendVoice(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile voice,
        string? caption = null,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default)
    {
        var request = new SendFileRequest("sendVoice")
        {
            ChatId = chatId,
            Caption = caption,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            MessageThreadId = messageThreadId,
            CaptionEntities = captionEntities,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
        };
        request.Voice = request.Attach(voice);
        return botClient.SendRequest(request, cancellationToken);
    }
}
