using System.Text.Json.Serialization;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Requests;

internal abstract class SendRequest<TResponse>(string methodName) : FileRequest<TResponse>(methodName)
{
    public required ChatId ChatId { get; init; }

    public int? MessageThreadId { get; init; }

    public bool DisableNotification { get; init; }

    public bool ProtectContent { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public ReplyMarkup? ReplyMarkup { get; init; }
}

internal sealed class SendMessageRequest() : SendRequest<Message>("sendMessage")
{
    public required string Text { get; init; }

    public ParseMode ParseMode { get; init; }

    public IEnumerable<MessageEntity>? Entities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

/// <summary>One file with a caption. The method says which of the five it is.</summary>
internal sealed class SendFileRequest(string methodName) : SendRequest<Message>(methodName)
{
    public string? Photo { get; set; }

    public string? Document { get; set; }

    public string? Video { get; set; }

    public string? Voice { get; set; }

    public string? Audio { get; set; }

    public string? Caption { get; init; }

    public ParseMode ParseMode { get; init; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; init; }

    public bool HasSpoiler { get; init; }

    public bool DisableContentTypeDetection { get; init; }

    public bool SupportsStreaming { get; init; }
}

internal sealed class SendLocationRequest() : SendRequest<Message>("sendLocation")
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double Latitude { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double Longitude { get; init; }

    public double? HorizontalAccuracy { get; init; }
}

internal sealed class SendMediaGroupRequest() : SendRequest<Message[]>("sendMediaGroup")
{
    public List<AlbumItem> Media { get; } = [];

    public SendMediaGroupRequest With(IEnumerable<IAlbumInputMedia> media)
    {
        Media.AddRange(media.Cast<InputMedia>().Select(item => new AlbumItem
        {
            Type = item switch { InputMediaPhoto => "photo", InputMediaVideo => "video", _ => "document" },
            Media = Attach(item.Media),
            Caption = item.Caption,
            ParseMode = item.ParseMode,
            CaptionEntities = item.CaptionEntities,
            HasSpoiler = item is InputMediaPhoto { HasSpoiler: true } or InputMediaVideo { HasSpoiler: true },
            SupportsStreaming = item is InputMediaVideo { SupportsStreaming: true },
        }));
        return this;
    }
}

internal sealed class AlbumItem
{
    public required string Type { get; init; }

    public required string Media { get; init; }

    public string? Caption { get; init; }

    public ParseMode ParseMode { get; init; }

    public MessageEntity[]? CaptionEntities { get; init; }

    public bool HasSpoiler { get; init; }

    public bool SupportsStreaming { get; init; }
}

internal sealed class SendChatActionRequest() : RequestBase<bool>("sendChatAction")
{
    public required ChatId ChatId { get; init; }

    public required ChatAction Action { get; init; }

    public int? MessageThreadId { get; init; }
}
