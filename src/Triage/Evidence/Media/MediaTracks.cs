using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Media;

/// <summary>The codecs of a film or recording, as far as they decide how it is cleaned. Null means none of that kind.</summary>
internal sealed record MediaTracks(string? Video, string? Audio);

/// <summary>Reads the tracks of an MP4, MOV or 3GP, and notices one that was cut off.</summary>
internal static class IsoMediaInspection
{
    /// <returns>Null where the file is damaged or cut off.</returns>
    public static MediaTracks? Read(ReadOnlyMemory<byte> file)
    {
        var boxes = Mp4Box.Children(file, 0, file.Length, out var rest);
        var movie = boxes.FirstOrDefault(box => box.Type == "moov");
        if (movie.Type is null || !boxes.Any(box => box.Type == "mdat"))
        {
            return null; // also when the damaged rest was one of the two
        }

        _ = rest; // what follows a complete film, a thumbnail or an archive, is simply not copied
        var tracks = Mp4Box.Children(file, movie.Body, movie.End, out var left)
            .Where(box => box.Type == "trak").Select(track => Track(file, track)).ToList();
        var media = boxes.FindAll(box => box.Type == "mdat");
        var copied = tracks.FindAll(track => track.Handler is "vide" or "soun");
        return left > 0 || tracks.Count is 0 or > 64 || !copied.TrueForAll(track => LiesWithin(media, track.Samples))
            ? null
            : new MediaTracks(tracks.Find(track => track.Handler == "vide").Codec, tracks.Find(track => track.Handler == "soun").Codec);
    }

    /// <summary>A damaged table could pass off what is written about the film as a piece of it.</summary>
    private static bool LiesWithin(List<Mp4Box> media, List<(int Start, int Length)>? samples) =>
        samples is not null
        && samples.TrueForAll(sample => sample.Length == 0
            || media.Exists(box => box.Body <= sample.Start && sample.Start + sample.Length <= box.End));

    private static (string? Handler, string? Codec, List<(int Start, int Length)>? Samples) Track(ReadOnlyMemory<byte> file, Mp4Box track)
    {
        var media = track.Find(file, "mdia");
        var handler = media?.Find(file, "hdlr");
        var table = media?.Find(file, "minf")?.Find(file, "stbl");
        var description = table?.Find(file, "stsd");
        return handler is { } h && description is { } d && h.End - h.Body >= 12 && d.End - d.Body >= 16
            ? (Mp4Box.Name(file.Span[(h.Body + 8)..]), Mp4Box.Name(file.Span[(d.Body + 12)..]), SampleTable.Read(file, table!.Value))
            : default;
    }
}

/// <summary>A box of an ISO base media file: its name, and where its body lies.</summary>
internal readonly record struct Mp4Box(string Type, int Body, int End)
{
    /// <param name="rest">How many bytes at the end are no complete box.</param>
    public static List<Mp4Box> Children(ReadOnlyMemory<byte> file, int at, int end, out int rest)
    {
        var boxes = new List<Mp4Box>();
        while (at + 8 <= end && boxes.Count < 100_000)
        {
            var span = file.Span;
            long size = BinaryPrimitives.ReadUInt32BigEndian(span[at..]);
            var head = 8;
            if (size == 1 && at + 16 <= end)
            {
                (size, head) = (BinaryPrimitives.ReadInt64BigEndian(span[(at + 8)..]), 16);
            }
            else if (size == 0)
            {
                size = end - at;
            }

            if (size < head || size > end - at)
            {
                break;
            }

            boxes.Add(new Mp4Box(Name(span[(at + 4)..]), at + head, at + (int)size));
            at += (int)size;
        }

        rest = end - at;
        return boxes;
    }

    public static string Name(ReadOnlySpan<byte> at) => System.Text.Encoding.Latin1.GetString(at[..4]);

    public Mp4Box? Find(ReadOnlyMemory<byte> file, string type)
    {
        foreach (var box in Children(file, Body, End, out _))
        {
            if (box.Type == type)
            {
                return box;
            }
        }

        return null;
    }
}
