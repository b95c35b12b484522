namespace Kentongan.Triage.Evidence.Media;

/// <summary>
/// An MP4 is clean when every box is on the list, no box that may hold words holds any, no time of creation is set,
/// and no supplementary information lies between the pictures.
/// </summary>
internal static class Mp4Check
{
    private static readonly HashSet<string> Containers = ["moov", "trak", "mdia", "minf", "dinf", "stbl", "edts"];

    private static readonly HashSet<string> Leaves =
        ["ftyp", "mdat", "elst", "vmhd", "smhd", "dref", "stts", "stss", "ctts", "stsc", "stsz", "stco", "co64", "sgpd", "sbgp", "sdtp"];

    private static readonly HashSet<string> CodecBoxes =
        ["avcC", "hvcC", "av1C", "vpcC", "esds", "dOps", "colr", "pasp", "btrt", "fiel", "chan", "mdcv", "clli", "SmDm", "CoLL"];

    /// <summary>The list of tags that ffmpeg always writes, with no tag in it.</summary>
    private static readonly byte[] NoTags =
    [
        0, 0, 0, 53, .. "meta"u8, 0, 0, 0, 0,
        0, 0, 0, 33, .. "hdlr"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "mdirappl"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 8, .. "ilst"u8,
    ];

    public static bool IsClean(byte[] file) =>
        AreClean(file, 0, file.Length) && IsoMediaInspection.Read(file) is not null && NalCheck.IsClean(file);

    private static bool AreClean(ReadOnlyMemory<byte> file, int at, int end)
    {
        var boxes = Mp4Box.Children(file, at, end, out var rest);
        return rest == 0 && boxes.TrueForAll(box => Containers.Contains(box.Type) ? AreClean(file, box.Body, box.End) : IsClean(file, box));
    }

    private static bool IsClean(ReadOnlyMemory<byte> file, Mp4Box box)
    {
        var body = file.Span[box.Body..box.End];
        return box.Type switch
        {
            "free" => IsEmpty(file, box),
            "udta" => body.SequenceEqual(NoTags),
            "mvhd" or "tkhd" or "mdhd" => body.Length > 20 && body[4..(body[0] == 1 ? 20 : 12)].IndexOfAnyExcept((byte)0) < 0,
            "hdlr" => HandlerIsClean(body),
            "stsd" => body.Length > 16
                && Mp4Box.Children(file, box.Body + 8, box.End, out var rest) is [var only] && rest == 0 && EntryIsClean(file, only),
            _ => Leaves.Contains(box.Type),
        };
    }

    private static bool IsEmpty(ReadOnlyMemory<byte> file, Mp4Box box) =>
        box.Type == "free" && file.Span[box.Body..box.End].IndexOfAnyExcept((byte)0) < 0;

    private static bool HandlerIsClean(ReadOnlySpan<byte> body) =>
        body.Length > 24 && (body[8..12].SequenceEqual("vide"u8), body[8..12].SequenceEqual("soun"u8)) switch
        {
            (true, _) => body[24..].SequenceEqual("VideoHandler\0"u8),
            (_, true) => body[24..].SequenceEqual("SoundHandler\0"u8),
            _ => false,
        };

    /// <summary>A picture's entry has a name for its compressor, 32 bytes that phones like to fill.</summary>
    private static bool EntryIsClean(ReadOnlyMemory<byte> file, Mp4Box entry)
    {
        var picture = entry.Type is "avc1" or "avc3" or "hvc1" or "hev1" or "av01" or "vp09";
        var head = picture ? 78 : 28;
        var body = file.Span[entry.Body..entry.End];
        return body.Length >= head
            && (!picture || body[42..74].TrimEnd((byte)0) is [] || body[42..74].TrimEnd((byte)0).SequenceEqual("\x0CLavc libx264"u8))
            && Mp4Box.Children(file, entry.Body + head, entry.End, out var rest)
                .TrueForAll(box => CodecBoxes.Contains(box.Type) || IsEmpty(file, box))
            && rest is 0 or 4; // QuickTime ends a list of boxes with four zeros
    }
}
