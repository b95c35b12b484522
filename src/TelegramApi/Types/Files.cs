namespace Telegram.Bot.Types;

/// <summary>A file held by Telegram. Neither its name nor the number that is the same for everybody who holds it is read.</summary>
public abstract class FileBase
{
    public string FileId { get; set; } = default!;

    public long? FileSize { get; set; }
}

/// <summary>Where a file can be downloaded for the next hour.</summary>
public sealed class TGFile : FileBase
{
    public string? FilePath { get; set; }
}

/// <summary>One size of a photo.</summary>
public sealed class PhotoSize : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }
}

/// <summary>A file of any kind.</summary>
public sealed class Document : FileBase
{
    public string? MimeType { get; set; }
}

/// <summary>A film without sound.</summary>
public sealed class Animation : FileBase
{
    public int Duration { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A film.</summary>
public sealed class Video : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A round film taken inside Telegram.</summary>
public sealed class VideoNote : FileBase
{
    public int Length { get; set; }

    public int Duration { get; set; }
}

/// <summary>Speech recorded inside Telegram.</summary>
public sealed class Voice : FileBase
{
    public int Duration { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A sound file.</summary>
public sealed class Audio : FileBase
{
    public int Duration { get; set; }

    public string? MimeType { get; set; }
}
