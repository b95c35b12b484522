using Kentongan.Triage.Evidence.Tools;

namespace Kentongan.Triage.Evidence.Media;

/// <summary>How a film or recording is cleaned: what ffmpeg is told, what comes out, and who checks that.</summary>
internal sealed record MediaRecipe(EvidenceKind Kind, string MediaType, string Extension, ToolCommand Command, Func<byte[], bool> IsClean)
{
    private static readonly string[] Anonymous =
    [
        "-map_metadata", "-1", "-map_chapters", "-1", "-dn", "-sn",
        "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
    ];

    /// <summary>The last touch on what the tool gave back.</summary>
    public Rebuilt Finish(Rebuilt rebuilt) =>
        (rebuilt.Bytes is { } bytes && Extension == "mp4" ? Rebuilt.As(HevcConfiguration.WithoutRemarks(bytes)) : rebuilt).If(IsClean);

    /// <returns>Null where the file is damaged, cut off, or holds nothing to see or hear.</returns>
    public static MediaRecipe? For(FileFormat format, byte[] file) => format switch
    {
        FileFormat.IsoMedia => IsoMediaInspection.Read(file) is { } tracks ? Film("mov", tracks) : null,
        FileFormat.Matroska => Matroska(MatroskaInspection.Read(file)),
        FileFormat.Ogg => Ogg(file),
        FileFormat.Mp3 => Sound("mp3", "mp3", "audio/mpeg", ["-id3v2_version", "0", "-write_id3v1", "0", "-write_xing", "0"], Mp3Check.IsClean),
        FileFormat.Aac => Sound("aac", "m4a", "audio/mp4", ["-bsf:a", "aac_adtstoasc"], Mp4Check.IsClean),
        FileFormat.Wav => Sound("wav", "wav", "audio/wav", [], WavCheck.IsClean),
        _ => null,
    };

    private static MediaRecipe? Ogg(byte[] file) => OggCheck.FirstPacket(file) switch
    {
        "OpusHead" => Sound("ogg", "ogg", "audio/ogg", [], OggCheck.IsClean, EvidenceKind.Voice),
        "\u0001vorbis" => Sound("ogg", "ogg", "audio/ogg", [], OggCheck.IsClean),
        _ => null,
    };

    private static MediaRecipe Sound(
        string demuxer, string extension, string mediaType, string[] extra, Func<byte[], bool> isClean, EvidenceKind kind = EvidenceKind.Audio) =>
        new(kind, mediaType, extension, Ffmpeg(demuxer, extension, ["-map", "0:a:0", "-c", "copy", .. extra]), isClean);

    private static MediaRecipe? Film(string demuxer, MediaTracks tracks) => tracks switch
    {
        (null, null) => null,
        (null, _) => new(EvidenceKind.Audio, "audio/mp4", "m4a", Ffmpeg(demuxer, "m4a", Mp4Sound(tracks)), Mp4Check.IsClean),
        _ => new(EvidenceKind.Video, "video/mp4", "mp4", Ffmpeg(demuxer, "mp4", [.. Mp4Picture(tracks), .. Mp4Sound(tracks)]), Mp4Check.IsClean),
    };

    private static MediaRecipe? Matroska(MediaTracks? tracks) => tracks switch
    {
        null => null,
        ({ } video, _) when video.StartsWith("V_VP", StringComparison.Ordinal) =>
            new(
                EvidenceKind.Video, "video/webm", "webm",
                Ffmpeg("matroska", "webm", ["-map", "0:V:0", "-c:v", "copy", .. WebMSound(tracks)]), MatroskaCheck.IsClean),
        (null, "A_OPUS" or "A_VORBIS") => Sound("matroska", "ogg", "audio/ogg", [], OggCheck.IsClean),
        _ => Film("matroska", tracks),
    };

    /// <summary>
    /// Cameras may write place and serial number between the pictures themselves, as supplementary information
    /// (SEI, OBU metadata); a filter takes those out. What no filter knows is decoded and encoded again.
    /// </summary>
    private static string[] Mp4Picture(MediaTracks tracks) => ["-map", "0:V:0", "-write_tmcd", "0", "-movflags", "+faststart", .. tracks.Video switch
    {
        "avc1" or "avc3" or "V_MPEG4/ISO/AVC" => (string[])["-c:v", "copy", "-bsf:v", "filter_units=remove_types=6"],
        "hvc1" or "hev1" or "V_MPEGH/ISO/HEVC" => ["-c:v", "copy", "-tag:v", "hvc1", "-bsf:v", "filter_units=remove_types=39-40"],
        "av01" or "V_AV1" => ["-c:v", "copy", "-bsf:v", "filter_units=remove_types=5"],
        "vp09" => ["-c:v", "copy"],
        _ => ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-bsf:v", "filter_units=remove_types=6"],
    }];

    private static string[] Mp4Sound(MediaTracks tracks) =>
        ["-map", "0:a:0?", "-c:a", tracks.Audio is "mp4a" or "Opus" or "A_AAC" or "A_OPUS" ? "copy" : "aac"];

    private static string[] WebMSound(MediaTracks tracks) => ["-map", "0:a:0?", "-c:a", tracks.Audio is "A_OPUS" or "A_VORBIS" ? "copy" : "libopus"];

    private static ToolCommand Ffmpeg(string demuxer, string extension, string[] streams)
    {
        var muxer = extension == "m4a" ? "mp4" : extension;
        return new ToolCommand("ffmpeg", "in", [
            "-nostdin", "-loglevel", "quiet", "-protocol_whitelist", "file", "-f", demuxer, "-i", "in",
            .. streams, .. Anonymous, "-f", muxer, $"out.{extension}",
        ], $"out.{extension}");
    }
}
