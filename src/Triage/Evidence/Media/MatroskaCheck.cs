namespace Kentongan.Triage.Evidence.Media;

/// <summary>Reads the codecs of a WebM or Matroska file.</summary>
internal static class MatroskaInspection
{
    private const int Head = 64 * 1024;

    private static readonly string[] Videos =
        ["V_VP8", "V_VP9", "V_AV1", "V_MPEG4/ISO/AVC", "V_MPEGH/ISO/HEVC", "V_MPEG4/", "V_MS/", "V_MJPEG", "V_THEORA"];

    private static readonly string[] Audios = ["A_OPUS", "A_VORBIS", "A_AAC", "A_MPEG/L3", "A_PCM/", "A_AC3", "A_FLAC", "A_MS/"];

    /// <summary>
    /// Looks for the names of codecs near the beginning. A file that misleads this look gets the wrong recipe, which
    /// ffmpeg or the check of its result then turns down.
    /// </summary>
    public static MediaTracks? Read(ReadOnlySpan<byte> file)
    {
        var head = System.Text.Encoding.Latin1.GetString(file[..Math.Min(Head, file.Length)]);
        var tracks = new MediaTracks(Array.Find(Videos, head.Contains), Array.Find(Audios, head.Contains));
        return tracks is (null, null) || !(head.Contains("webm") || head.Contains("matroska")) ? null : tracks;
    }
}

/// <summary>
/// A WebM is clean when every element is on the list: no attachments, no chapters, no titles, and no tag but the
/// duration.
/// </summary>
internal static class MatroskaCheck
{
    private const long Segment = 0x18538067;
    private const long Info = 0x1549A966;
    private const long Tracks = 0x1654AE6B;
    private const long Entry = 0xAE;
    private const long Cluster = 0x1F43B675;
    private const long BlockGroup = 0xA0;
    private const long Tags = 0x1254C367;
    private const long Tag = 0x7373;
    private const long SimpleTag = 0x67C8;
    private const long Void = 0xEC;

    private static readonly System.Buffers.SearchValues<byte> DurationLetters = System.Buffers.SearchValues.Create("0123456789:.\0"u8);

    private static readonly Dictionary<long, HashSet<long>> Allowed = new()
    {
        [0] = [0x1A45DFA3, Segment],
        [Segment] = [0x114D9B74, Info, Tracks, 0x1C53BB6B, Cluster, Tags, Void],
        [Info] = [0x2AD7B1, 0x4D80, 0x5741, 0x4489],
        [Tracks] = [Entry],
        [Entry] = [0xD7, 0x73C5, 0x9C, 0x22B59C, 0x86, 0x83, 0x23E383, 0xE0, 0xE1, 0x63A2, 0x56AA, 0x56BB, 0xB9, 0x88, 0x55AA],
        [Cluster] = [0xE7, 0xA3, BlockGroup, 0xAB, 0xA7],
        [BlockGroup] = [0xA1, 0x9B, 0xFB, 0x75A2],
        [Tags] = [Tag],
        [Tag] = [0x63C0, SimpleTag],
        [SimpleTag] = [0x45A3, 0x4487],
    };

    public static bool IsClean(byte[] file) => file.Length > 0 && AreClean(file, 0);

    private static bool AreClean(ReadOnlySpan<byte> elements, long parent)
    {
        while (!elements.IsEmpty)
        {
            if (Number(ref elements, keepMarker: true) is not { } id || Number(ref elements, keepMarker: false) is not { } length
                || length > elements.Length || !Allowed[parent].Contains(id))
            {
                return false;
            }

            var body = elements[..(int)length];
            if (Allowed.ContainsKey(id) ? !AreClean(body, id) : !SaysNothing(id, body))
            {
                return false;
            }

            elements = elements[(int)length..];
        }

        return true;
    }

    private static bool SaysNothing(long id, ReadOnlySpan<byte> body) => id switch
    {
        Void => body.IndexOfAnyExcept((byte)0) < 0,
        0x4D80 or 0x5741 => body.SequenceEqual("Lavf"u8),
        0x22B59C => body.SequenceEqual("und"u8),
        0x45A3 => body.SequenceEqual("DURATION"u8),
        0x4487 => body.Length <= 20 && body.IndexOfAnyExcept(DurationLetters) < 0,
        _ => true,
    };

    /// <summary>A number says by the leading zeros of its first byte how many bytes it has.</summary>
    private static long? Number(ref ReadOnlySpan<byte> at, bool keepMarker)
    {
        if (at.IsEmpty || at[0] == 0)
        {
            return null;
        }

        var length = System.Numerics.BitOperations.LeadingZeroCount((uint)at[0]) - 23;
        if (length > at.Length)
        {
            return null;
        }

        long value = keepMarker ? at[0] : at[0] & ((1 << (8 - length)) - 1);
        foreach (var part in at[1..length])
        {
            value = (value << 8) | part;
        }

        at = at[length..];
        return value;
    }
}
