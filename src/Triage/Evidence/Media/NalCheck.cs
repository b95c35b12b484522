using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Media;

/// <summary>Walks every picture of an H.264 or H.265 track and looks for supplementary information among its units.</summary>
internal static class NalCheck
{
    public static bool IsClean(ReadOnlyMemory<byte> file) =>
        Mp4Box.Children(file, 0, file.Length, out _).Where(box => box.Type == "moov")
            .SelectMany(movie => Mp4Box.Children(file, movie.Body, movie.End, out _))
            .Where(box => box.Type == "trak")
            .All(track => TrackIsClean(file, track));

    private static bool TrackIsClean(ReadOnlyMemory<byte> file, Mp4Box track)
    {
        var table = track.Find(file, "mdia")?.Find(file, "minf")?.Find(file, "stbl");
        if (table is not { } stbl || stbl.Find(file, "stsd") is not { } description)
        {
            return false;
        }

        var entry = Mp4Box.Children(file, description.Body + 8, description.End, out _)[0];
        var h264 = entry.Type is "avc1" or "avc3";
        if (!h264 && entry.Type is not ("hvc1" or "hev1"))
        {
            return true; // no units to walk
        }

        var codec = new Mp4Box(entry.Type, entry.Body + 78, entry.End).Find(file, h264 ? "avcC" : "hvcC");
        if (codec is not { } configuration || configuration.End - configuration.Body < (h264 ? 7 : 23))
        {
            return false;
        }

        var settings = file.Span[configuration.Body..configuration.End];
        var prefix = 1 + (settings[h264 ? 4 : 21] & 3);
        var samples = SampleTable.Read(file, stbl);
        return (h264 || ArraysAreClean(settings))
            && samples is not null
            && samples.All(sample => SampleIsClean(file.Span.Slice(sample.Start, sample.Length), prefix, h264));
    }

    /// <summary>H.265 may also keep supplementary information beside its parameter sets.</summary>
    private static bool ArraysAreClean(ReadOnlySpan<byte> settings)
    {
        var at = 23;
        for (var arrays = settings[22]; arrays > 0; arrays--)
        {
            if (at + 3 > settings.Length || (settings[at] & 0x3F) is 39 or 40)
            {
                return false;
            }

            var units = BinaryPrimitives.ReadUInt16BigEndian(settings[(at + 1)..]);
            at += 3;
            for (; units > 0; units--)
            {
                if (at + 2 > settings.Length)
                {
                    return false;
                }

                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(settings[at..]);
            }
        }

        return at == settings.Length;
    }

    private static bool SampleIsClean(ReadOnlySpan<byte> sample, int prefix, bool h264)
    {
        while (sample.Length > prefix)
        {
            long length = 0;
            foreach (var part in sample[..prefix])
            {
                length = (length << 8) | part;
            }

            if (length == 0 || length > sample.Length - prefix)
            {
                return false;
            }

            var type = h264 ? sample[prefix] & 0x1F : (sample[prefix] >> 1) & 0x3F;
            if (h264 ? type is 6 : type is 39 or 40)
            {
                return false;
            }

            sample = sample[(prefix + (int)length)..];
        }

        return sample.IsEmpty;
    }
}
