using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Media;

/// <summary>
/// The settings of an H.265 track list its parameter sets, and on some phones supplementary information beside them,
/// which ffmpeg copies. It is cut out in place; the room it leaves becomes an empty box, so that nothing else moves.
/// </summary>
internal static class HevcConfiguration
{
    private const int Arrays = 22; // where their count stands, followed by themselves
    private const int SmallestBox = 8;

    public static byte[] WithoutRemarks(byte[] file)
    {
        foreach (var movie in Named(file, 0, file.Length, "moov"))
        {
            foreach (var track in Named(file, movie.Body, movie.End, "trak"))
            {
                var description = track.Find(file, "mdia")?.Find(file, "minf")?.Find(file, "stbl")?.Find(file, "stsd");
                if (description is { } d && Mp4Box.Children(file, d.Body + 8, d.End, out _) is [{ Type: "hvc1" or "hev1" } entry]
                    && new Mp4Box(entry.Type, entry.Body + 78, entry.End).Find(file, "hvcC") is { } settings)
                {
                    Cut(file, settings);
                }
            }
        }

        return file;
    }

    private static IEnumerable<Mp4Box> Named(byte[] file, int at, int end, string type) =>
        Mp4Box.Children(file, at, end, out _).Where(box => box.Type == type);

    private static void Cut(byte[] file, Mp4Box settings)
    {
        var body = file.AsSpan(settings.Body..settings.End);
        var kept = new List<byte>(body.Length);
        var (at, arrays) = (Arrays + 1, 0);
        for (var left = body.Length > Arrays ? body[Arrays] : 0; left > 0; left--)
        {
            if (ArrayEnd(body, at) is not { } end)
            {
                return; // the check that follows turns it down
            }

            if ((body[at] & 0x3F) is not (39 or 40))
            {
                kept.AddRange(body[at..end]);
                arrays++;
            }

            at = end;
        }

        var gap = body.Length - Arrays - 1 - kept.Count;
        if (gap < SmallestBox)
        {
            return;
        }

        body[Arrays] = (byte)arrays;
        kept.ToArray().CopyTo(body[(Arrays + 1)..]);
        body[^gap..].Clear();
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(settings.Body - 8), settings.End - settings.Body + 8 - gap);
        BinaryPrimitives.WriteInt32BigEndian(body[^gap..], gap);
        "free"u8.CopyTo(body[^(gap - 4)..]);
    }

    private static int? ArrayEnd(ReadOnlySpan<byte> body, int at)
    {
        if (at + 3 > body.Length)
        {
            return null;
        }

        var units = BinaryPrimitives.ReadUInt16BigEndian(body[(at + 1)..]);
        for (at += 3; units > 0 && at + 2 <= body.Length; units--)
        {
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(body[at..]);
        }

        return units == 0 && at <= body.Length ? at : null;
    }
}
