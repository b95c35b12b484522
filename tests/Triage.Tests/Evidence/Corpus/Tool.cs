using System.Diagnostics;
using Kentongan.Triage.Evidence;

namespace Kentongan.Triage.Tests.Evidence.Corpus;

/// <summary>What is installed here decides which tests can run, and makes the films they run on.</summary>
internal static class Tool
{
    private static readonly Lazy<IReadOnlyList<MissingTool>> Missing = new(() => EvidenceCleaner.MissingTools(new EvidenceOptions()));

    public static void Needs(params string[] packages)
    {
        foreach (var missing in Missing.Value.Where(tool => packages.Contains(tool.Package)))
        {
            Assert.Skip($"{missing.Package}: {missing.Why}");
        }
    }

    /// <summary>Films and recordings with a canary for every place that ffmpeg can write one to.</summary>
    public static byte[] Film(string extension, params string[] codecs)
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "film." + extension);
        string[] picture = codecs.Contains("-vn") ? [] : ["-f", "lavfi", "-i", "testsrc=s=176x144:d=1:r=10"];
        Ffmpeg([
            .. picture, "-f", "lavfi", "-i", "sine=d=1", .. codecs,
            "-metadata", $"title={Canary.Author}", "-metadata", $"comment={Canary.Comment}", "-metadata", "location=CANARY-6.9+110.4/",
            "-metadata", $"com.apple.quicktime.make={Canary.Serial}", "-metadata:s", $"handler_name={Canary.Serial}",
            "-metadata:s", $"title={Canary.Comment}", "-metadata", "creation_time=2026-01-02T03:04:05Z",
            .. extension is "mp4" or "mov" ? (string[])["-movflags", "use_metadata_tags"] : [], output,
        ]);
        return File.ReadAllBytes(output);
    }

    /// <summary>Decodes every frame; the test fails where the file is damaged.</summary>
    public static void AssertPlays(byte[] file, string extension)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file." + extension);
        File.WriteAllBytes(path, file);
        Ffmpeg(["-xerror", "-i", path, "-f", "null", "-"]);
    }

    /// <summary>The decoded pictures, as a sum.</summary>
    public static string Pictures(byte[] file, string extension)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file." + extension);
        File.WriteAllBytes(path, file);
        return Ffmpeg(["-i", path, "-an", "-f", "md5", "-"]);
    }

    private static string Ffmpeg(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("film").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
