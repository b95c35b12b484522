using System.Diagnostics.CodeAnalysis;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>What can be part of an album.</summary>
[SuppressMessage("Design", "CA1040", Justification = "The shape of the library that this one stands in for.")]
public interface IAlbumInputMedia;

/// <summary>A file with a caption, as part of an album.</summary>
public abstract class InputMedia
{
    private protected InputMedia()
    {
    }

    public required InputFile Media { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public MessageEntity[]? CaptionEntities { get; set; }
}

/// <summary>A photo in an album.</summary>
public sealed class InputMediaPhoto : InputMedia, IAlbumInputMedia
{
    public InputMediaPhoto()
    {
    }

    [SetsRequiredMembers]
    public InputMediaPhoto(InputFile media) => Media = media;

    public bool HasSpoiler { get; set; }
}

/// <summary>A film in an album.</summary>
public sealed class InputMediaVideo : InputMedia, IAlbumInputMedia
{
    public InputMediaVideo()
    {
    }

    [SetsRequiredMembers]
    public InputMediaVideo(InputFile media) => Media = media;

    public bool HasSpoiler { get; set; }

    public bool SupportsStreaming { get; set; }
}

/// <summary>A document in an album of documents.</summary>
public sealed class InputMediaDocument : InputMedia, IAlbumInputMedia
{
    public InputMediaDocument()
    {
    }

    [SetsRequiredMembers]
    public InputMediaDocument(InputFile media) => Media = media;
}
