using Kentongan.Triage.Evidence.Documents;
using Kentongan.Triage.Evidence.Images;
using Kentongan.Triage.Evidence.Media;
using Kentongan.Triage.Evidence.Tools;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Evidence;

/// <summary>
/// Takes what a resident sent and gives back the same picture, film, recording or document without anything that says
/// who made it, where, when, or with what. Whatever cannot be proven clean is refused.
/// </summary>
public sealed class EvidenceCleaner(IOptions<EvidenceOptions> options, TimeProvider time) : IDisposable
{
    private readonly EvidenceOptions _options = options.Value;
    private readonly ToolSandbox _sandbox = new(options.Value);
    private readonly SemaphoreSlim _turns = new(options.Value.AtOnce);

    /// <summary>Reads the file to its end and cleans it; nothing of it touches a disk.</summary>
    public async Task<CleaningResult> CleanAsync(Stream original, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            using var timeout = new CancellationTokenSource(_options.Timeout, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
            return await ReadAsync(original, both.Token) is { } file
                ? await CleanAsync(file, both.Token)
                : new CleaningResult.Refused(CleaningRefusal.TooLarge);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new CleaningResult.Refused(CleaningRefusal.TookTooLong);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>The packages whose absence makes us refuse files; empty where everything can be cleaned.</summary>
    public static IReadOnlyList<MissingTool> MissingTools(EvidenceOptions options)
    {
        var sandbox = new ToolSandbox(options);
        string[] media = ["MP4", "MOV", "3GP", "WebM", "MKV", "OGG", "MP3", "M4A", "AAC", "WAV"];
        string[] documents = ["PDF", "DOCX", "XLSX", "ODT"];
        var missing = new List<MissingTool>();
        if (!sandbox.Has("bwrap"))
        {
            missing.Add(new("bubblewrap", [.. media, .. documents], MissingToolReason.NotInstalled));
        }
        else if (!sandbox.Works())
        {
            missing.Add(new("bubblewrap", [.. media, .. documents], MissingToolReason.NotPermitted));
        }

        if (!sandbox.Has("ffmpeg"))
        {
            missing.Add(new("ffmpeg", media, MissingToolReason.NotInstalled));
        }

        if (!sandbox.Has("mat2"))
        {
            missing.Add(new("mat2", documents, MissingToolReason.NotInstalled));
        }

        return missing;
    }

    public void Dispose() => _turns.Dispose();

    private async Task<byte[]?> ReadAsync(Stream original, CancellationToken ct)
    {
        var file = new MemoryStream();
        var buffer = new byte[81920];
        while (await original.ReadAsync(buffer, ct) is var read and > 0)
        {
            if (file.Length + read > _options.MaxBytes)
            {
                return null;
            }

            file.Write(buffer, 0, read);
        }

        return file.ToArray();
    }

    private async Task<CleaningResult> CleanAsync(byte[] file, CancellationToken ct) => FileFormats.Recognise(file) switch
    {
        null => new CleaningResult.Refused(CleaningRefusal.UnknownType),
        FileFormat.Heif => new CleaningResult.Refused(CleaningRefusal.CannotBeCleaned), // no tool in Debian 12 reads its tiles
        FileFormat.Jpeg => Photo("image/jpeg", "jpg", JpegCleaning.Clean(file, _options.MaxPixels, ct).If(bytes => JpegCleaning.IsClean(bytes))),
        FileFormat.Png => Photo("image/png", "png", PngCleaning.Clean(file, _options.MaxPixels, ct).If(bytes => PngCleaning.IsClean(bytes))),
        FileFormat.WebP => Photo("image/webp", "webp", WebPCleaning.Clean(file, _options.MaxPixels).If(bytes => WebPCleaning.IsClean(bytes))),
        var format when DocumentRecipe.For(format.Value) is { } recipe => Result(
            EvidenceKind.Document, recipe.MediaType, recipe.Extension, (await RunAsync(recipe.Command, file, ct)).If(recipe.IsClean)),
        var format when MediaRecipe.For(format.Value, file) is { } recipe => Result(
            recipe.Kind, recipe.MediaType, recipe.Extension, recipe.Finish(await RunAsync(recipe.Command, file, ct))),
        _ => new CleaningResult.Refused(CleaningRefusal.Broken),
    };

    /// <summary>No sandbox, no tool: a file made to attack its reader must not meet it in the open.</summary>
    private async Task<Rebuilt> RunAsync(ToolCommand command, byte[] file, CancellationToken ct) =>
        _sandbox.Has(command.Tool) && _sandbox.Works() ? await _sandbox.RunAsync(command, file, ct) : Rebuilt.Unavailable;

    private static CleaningResult Photo(string mediaType, string extension, Rebuilt rebuilt) =>
        Result(EvidenceKind.Photo, mediaType, extension, rebuilt);

    private static CleaningResult Result(EvidenceKind kind, string mediaType, string extension, Rebuilt rebuilt) =>
        rebuilt.Bytes is { } content
            ? new CleaningResult.Cleaned(kind, mediaType, extension, content)
            : new CleaningResult.Refused(rebuilt.Why);
}
