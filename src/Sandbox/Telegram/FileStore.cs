using System.Collections.Concurrent;
using System.Globalization;

namespace Kentongan.Sandbox.Telegram;

/// <summary>Every file that went through, in memory, with its original bytes.</summary>
internal sealed class FileStore
{
    public const int MaxDownload = 20 * 1024 * 1024;
    public const int MaxUpload = 50 * 1024 * 1024;
    public const int MaxPhoto = 10 * 1024 * 1024;

    private static readonly int[] PhotoSides = [90, 320, 800, 1280];

    private readonly ConcurrentDictionary<string, StoredFile> _byId = new();
    private readonly ConcurrentDictionary<string, StoredFile> _byPath = new();
    private int _last;

    public StoredFile? Find(string fileId) => _byId.GetValueOrDefault(fileId);

    public StoredFile? FindPath(string path) => _byPath.GetValueOrDefault(path);

    public StoredFile Keep(string kind, byte[] bytes, string? name, string? mime, int width = 0, int height = 0, int duration = 0)
    {
        var number = Interlocked.Increment(ref _last);
        var type = mime ?? DefaultType(kind);
        var file = new StoredFile(
            $"{Prefix(kind)}{number.ToString("x8", CultureInfo.InvariantCulture)}sAndBox{kind.Length}AAQ",
            $"AQAD{number.ToString("x6", CultureInfo.InvariantCulture)}",
            $"{kind}s/file_{number}{Extension(name, type)}",
            name,
            type,
            bytes,
            width,
            height,
            duration);
        _byId[file.Id] = file;
        _byPath[file.Path] = file;
        return file;
    }

    /// <summary>The sizes in which a photo is offered. Real Telegram re-encodes it; here each size has the same bytes.</summary>
    public IReadOnlyList<StoredFile> KeepPhoto(byte[] bytes)
    {
        var (width, height) = ImageSize.Of(bytes);
        var side = Math.Max(width, height);
        var sides = PhotoSides.Where(s => s < side).Append(Math.Min(side, PhotoSides[^1])).Distinct();
        return [.. sides.Select(s => Keep("photo", bytes, null, "image/jpeg", Math.Max(1, width * s / side), Math.Max(1, height * s / side)))];
    }

    private static string Prefix(string kind) => kind switch
    {
        "photo" => "AgACAgUAAxk",
        "voice" => "AwACAgUAAxk",
        "video" => "BAACAgUAAxk",
        "sticker" => "CAACAgUAAxk",
        "audio" => "CQACAgUAAxk",
        _ => "BQACAgUAAxk",
    };

    private static string DefaultType(string kind) => kind switch
    {
        "photo" => "image/jpeg",
        "voice" => "audio/ogg",
        "video" => "video/mp4",
        "audio" => "audio/mpeg",
        "sticker" => "image/webp",
        _ => "application/octet-stream",
    };

    private static string Extension(string? name, string type) => (Path.GetExtension(name), type) switch
    {
        ({ Length: > 1 and <= 6 } own, _) when own.Skip(1).All(char.IsAsciiLetterOrDigit) => own,
        (_, "image/jpeg") => ".jpg",
        (_, "image/webp") => ".webp",
        (_, "audio/ogg") => ".oga",
        (_, "audio/mpeg") => ".mp3",
        (_, "video/mp4") => ".mp4",
        _ => "",
    };
}

internal sealed record StoredFile(
    string Id, string UniqueId, string Path, string? Name, string Mime, byte[] Bytes, int Width, int Height, int Duration);
