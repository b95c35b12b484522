using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Media;

/// <summary>Where each picture of a track lies in the file, worked out from the three tables that say it.</summary>
internal static class SampleTable
{
    /// <returns>Null where the tables contradict each other or point outside the file.</returns>
    public static List<(int Start, int Length)>? Read(ReadOnlyMemory<byte> file, Mp4Box stbl)
    {
        var wide = stbl.Find(file, "co64");
        if (Rows(file, stbl.Find(file, "stsz"), 8, 4) is not { } sizes
            || Rows(file, stbl.Find(file, "stsc"), 4, 12) is not { } runs
            || Rows(file, wide ?? stbl.Find(file, "stco"), 4, wide is null ? 4 : 8) is not { } chunks)
        {
            return null;
        }

        var samples = new List<(int Start, int Length)>();
        var (run, sample) = (0, 0L);
        for (var chunk = 0; chunk < chunks.Count; chunk++)
        {
            while (run + 1 < runs.Count && UInt32(file, runs.At + (12 * (run + 1))) <= chunk + 1)
            {
                run++;
            }

            var at = wide is null
                ? UInt32(file, chunks.At + (4 * chunk))
                : BinaryPrimitives.ReadInt64BigEndian(file.Span[(chunks.At + (8 * chunk))..]);
            var inChunk = runs.Count == 0 ? 0 : UInt32(file, runs.At + (12 * run) + 4);
            if (sizes.Fixed > 0)
            {
                if (at < 0 || inChunk > sizes.Total - sample || inChunk * sizes.Fixed > file.Length - at)
                {
                    return null;
                }

                samples.Add(((int)at, (int)(inChunk * sizes.Fixed))); // equally long ones may be millions: all of a chunk at once
                sample += inChunk;
                continue;
            }

            for (; inChunk > 0; inChunk--, sample++)
            {
                var size = sample < sizes.Count ? UInt32(file, sizes.At + (4 * (int)sample)) : long.MaxValue;
                if (at < 0 || size > file.Length - at)
                {
                    return null;
                }

                samples.Add(((int)at, (int)size));
                at += size;
            }
        }

        return sample == sizes.Total ? samples : null;
    }

    private static (int At, int Count, long Fixed, long Total)? Rows(ReadOnlyMemory<byte> file, Mp4Box? found, int countAt, int rowLength)
    {
        if (found is not { } box || box.End - box.Body < countAt + 4)
        {
            return null;
        }

        var total = UInt32(file, box.Body + countAt);
        var each = countAt == 8 ? UInt32(file, box.Body + 4) : 0; // samples that are all of one size have no rows
        var room = (box.End - box.Body - countAt - 4) / rowLength;
        return each == 0 && total > room ? null : (box.Body + countAt + 4, each == 0 ? (int)total : 0, each, total);
    }

    private static long UInt32(ReadOnlyMemory<byte> file, int at) => BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
}
