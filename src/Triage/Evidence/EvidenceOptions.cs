using System.ComponentModel.DataAnnotations;

namespace Kentongan.Triage.Evidence;

/// <summary>The <c>Evidence</c> section: how large a file may be, and how much its cleaning may cost.</summary>
public sealed class EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>Telegram lets a bot download 20 MB.</summary>
    [Range(1, 100 * 1024 * 1024)]
    public long MaxBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>A small file can unfold into a huge picture; phones of today reach 200 megapixels only on request.</summary>
    [Range(1, 500_000_000)]
    public long MaxPixels { get; set; } = 110_000_000;

    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Address space of a cleaning tool, and as much again for its folder in memory.</summary>
    [Range(256L * 1024 * 1024, 16L * 1024 * 1024 * 1024)]
    public long MemoryBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Files cleaned at once; the others wait.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 2;

    /// <summary>Where bwrap, prlimit, ffmpeg and mat2 are, if not in <c>/usr/bin</c>.</summary>
    public string? ToolsDirectory { get; set; }
}
