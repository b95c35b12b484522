using System.Text;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Evidence.Images;
using Kentongan.Triage.Evidence.Tools;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Pictures;

/// <summary>Turns a drawing into a picture for Telegram, by a tool that is locked up like those that clean evidence; without the tool there is none.</summary>
public sealed class PictureMaker(IOptions<EvidenceOptions> options, TimeProvider time) : IDisposable
{
    private const string Tool = "rsvg-convert";
    private const int Width = 1000;
    private const long MostPixels = 4_000_000;

    private readonly ToolSandbox _sandbox = new(options.Value);
    private readonly SemaphoreSlim _turns = new(1);

    /// <summary>What is missing, as a Debian package; null where pictures can be made.</summary>
    public static MissingTool? Missing(EvidenceOptions options)
    {
        var sandbox = new ToolSandbox(options);
        return !sandbox.Has(Tool) ? new MissingTool("librsvg2-bin", [], MissingToolReason.NotInstalled)
            : !sandbox.Has("bwrap") ? new MissingTool("bubblewrap", [], MissingToolReason.NotInstalled)
            : !sandbox.Works() ? new MissingTool("bubblewrap", [], MissingToolReason.NotPermitted)
            : null;
    }

    /// <returns>A PNG with nothing in it but pixels; null where it cannot be made here.</returns>
    public async Task<byte[]?> PngAsync(string svg, CancellationToken ct)
    {
        if (!_sandbox.Has(Tool) || !_sandbox.Works())
        {
            return null;
        }

        await _turns.WaitAsync(ct);
        try
        {
            using var timeout = new CancellationTokenSource(options.Value.Timeout, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
            var command = new ToolCommand(Tool, "in.svg", ["--format=png", $"--width={Width}", "--keep-aspect-ratio", "--output=out.png", "in.svg"], "out.png");
            return (await _sandbox.RunAsync(command, Encoding.UTF8.GetBytes(svg), both.Token)).Bytes is { } drawn
                && PngCleaning.Clean(drawn, MostPixels, both.Token).Bytes is { } clean
                ? clean
                : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null; // it took too long: the text has gone out already
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
