using System.Diagnostics.CodeAnalysis;

namespace Telegram.Bot.Types;

/// <summary>A file to be sent: from a stream, from Telegram's own store, or from the web.</summary>
public abstract class InputFile
{
    private protected InputFile()
    {
    }

    /// <param name="fileName">Shown to the receiver; never taken from the stream, whose path may say too much.</param>
    public static InputFileStream FromStream(Stream stream, string? fileName = null) => new(stream, fileName);

    public static InputFileUrl FromUri(Uri url) => new(url);

    public static InputFileUrl FromUri(string url) => new(url);

    public static InputFileId FromFileId(string fileId) => new(fileId);
}

/// <summary>A file uploaded from a stream, which stays open and the caller's.</summary>
public sealed class InputFileStream : InputFile
{
    [SetsRequiredMembers]
    public InputFileStream(Stream content, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        (Content, FileName) = (content, fileName);
    }

    public required Stream Content { get; set; }

    public string? FileName { get; }
}

/// <summary>A file that Telegram has already.</summary>
public sealed class InputFileId : InputFile
{
    [SetsRequiredMembers]
    public InputFileId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
    }

    public required string Id { get; set; }
}

/// <summary>A file that Telegram fetches from the web.</summary>
public sealed class InputFileUrl : InputFile
{
    [SetsRequiredMembers]
    public InputFileUrl(string url)
        : this(new Uri(url))
    {
    }

    [SetsRequiredMembers]
    public InputFileUrl(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        Url = uri;
    }

    public required Uri Url { get; set; }
}
