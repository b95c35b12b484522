using System.Buffers.Binary;
using System.IO.Compression;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>
/// Writes a PNG anew. The pixel data is unpacked and packed again, so nothing can hide behind the end of the
/// compressed stream, where screenshot editors have been known to leave the part that was cropped away.
/// </summary>
internal static class PngCleaning
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Rebuilt Clean(ReadOnlySpan<byte> file, long maxPixels, CancellationToken ct)
    {
        if (PngParts.Read(file) is not { Header: { } header } parts)
        {
            return Rebuilt.Broken;
        }

        if (!ImageSize.IsAcceptable(header.Width, header.Height, maxPixels))
        {
            return Rebuilt.TooLarge;
        }

        if (Repack(parts.Data, header, ct) is not { } data)
        {
            return Rebuilt.Broken;
        }

        var output = new MemoryStream((int)data.Length + 1024);
        output.Write(Signature);
        WriteChunk(output, "IHDR"u8, parts.HeaderBytes);
        WriteChunk(output, "gAMA"u8, parts.StandardColours is null ? parts.Gamma : null);
        WriteChunk(output, "sRGB"u8, parts.StandardColours);
        WriteChunk(output, "PLTE"u8, parts.Palette);
        WriteChunk(output, "tRNS"u8, parts.Transparency);
        WriteChunk(output, "eXIf"u8, parts.Orientation == ExifOrientation.Upright ? null : ExifOrientation.Write(parts.Orientation));
        WriteChunk(output, "IDAT"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
        WriteChunk(output, "IEND"u8, []);
        return Rebuilt.As(output.ToArray());
    }

    /// <summary>Row by row, so that a picture that unfolds into gigabytes still costs one row of memory.</summary>
    private static MemoryStream? Repack(MemoryStream packed, PngHeader header, CancellationToken ct)
    {
        packed.Position = 0;
        var output = new MemoryStream((int)packed.Length);
        try
        {
            using var unpack = new ZLibStream(packed, CompressionMode.Decompress);
            using (var pack = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
            {
                foreach (var (rows, length) in header.Passes())
                {
                    var row = new byte[length];
                    for (var i = 0; i < rows; i++)
                    {
                        ct.ThrowIfCancellationRequested();
                        unpack.ReadExactly(row);
                        if (row[0] > 4)
                        {
                            return null; // no such row filter
                        }

                        pack.Write(row);
                    }
                }
            }

            return unpack.ReadByte() < 0 ? output : null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static void WriteChunk(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty && !type.SequenceEqual("IEND"u8))
        {
            return;
        }

        byte[] chunk = [0, 0, 0, 0, .. type, .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(chunk.AsSpan(4, body.Length + 4)));
        output.Write(chunk);
    }

    /// <summary>Looks at the result with other eyes: known chunks, each once, in order, and nothing behind.</summary>
    public static bool IsClean(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<string> order = ["IHDR", "gAMA", "sRGB", "PLTE", "tRNS", "eXIf", "IDAT", "IEND"];
        var (at, next) = (8, 0);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var place = order.IndexOf(System.Text.Encoding.Latin1.GetString(file.Slice(at + 4, 4)));
            if (place < next || length < 0 || length > file.Length - at - 12
                || (order[place] == "eXIf" && !ExifOrientation.IsMinimal(file.Slice(at + 8, length))))
            {
                return false;
            }

            (at, next) = (at + 12 + length, place + 1);
        }

        return at == file.Length && next == order.Length;
    }
}
