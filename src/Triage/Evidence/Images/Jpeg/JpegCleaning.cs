using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>Writes a JPEG anew from its picture parts alone. The pixels are those of the original, bit for bit.</summary>
internal static class JpegCleaning
{
    private static ReadOnlySpan<byte> Jfif => [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    public static Rebuilt Clean(ReadOnlySpan<byte> file, long maxPixels, CancellationToken ct)
    {
        var parts = new JpegParts(maxPixels);
        if (!JpegReader.Read(file, parts, ct))
        {
            return parts.IsTooLarge ? Rebuilt.TooLarge : Rebuilt.Broken;
        }

        var output = new MemoryStream(file.Length);
        output.Write([0xFF, 0xD8]);
        WriteColourMarkers(output, parts);
        foreach (var (marker, start, length) in parts.Kept)
        {
            if (marker is { } code)
            {
                WriteSegment(output, code, file.Slice(start, length));
            }
            else
            {
                output.Write(file.Slice(start, length));
            }
        }

        output.Write([0xFF, 0xD9]);
        return Rebuilt.As(output.ToArray());
    }

    /// <summary>
    /// Says what the decoder would otherwise guess. JFIF wins over Adobe, as it does in libjpeg; without either,
    /// three components are YCbCr unless they are named R, G and B.
    /// </summary>
    private static void WriteColourMarkers(MemoryStream output, JpegParts parts)
    {
        var jfif = parts.Components < 4 && (parts.HasJfif || parts.AdobeTransform is not 0 && !parts.NamedRgb);
        if (jfif)
        {
            WriteSegment(output, 0xE0, Jfif);
        }

        if (parts.Orientation != ExifOrientation.Upright)
        {
            WriteSegment(output, 0xE1, [.. ExifOrientation.Prefix, .. ExifOrientation.Write(parts.Orientation)]);
        }

        if (!jfif && parts.AdobeTransform is { } transform)
        {
            WriteSegment(output, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, transform]);
        }
    }

    private static void WriteSegment(MemoryStream output, byte marker, ReadOnlySpan<byte> body)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        output.Write(head);
        output.Write(body);
    }

    /// <summary>Looks at the result with other eyes: every marker on the list, nothing before, between or behind.</summary>
    public static bool IsClean(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length || !IsAllowed(marker, file.Slice(at + 4, length - 2)))
            {
                return false;
            }

            at += 2 + length;
            at = marker == 0xDA ? SkipScan(file, at) : at;
        }

        return at + 2 == file.Length && file[at] == 0xFF && file[at + 1] == 0xD9;
    }

    private static bool IsAllowed(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        0xE0 => body.SequenceEqual(Jfif),
        0xE1 => body.StartsWith(ExifOrientation.Prefix) && ExifOrientation.IsMinimal(body[ExifOrientation.Prefix.Length..]),
        0xEE => body.Length == 12 && body.StartsWith("Adobe\0\x64\0\0\0\0"u8),
        0xDB or 0xC4 or 0xC0 or 0xC1 or 0xC2 or 0xDD or 0xDA => true,
        _ => false,
    };

    private static int SkipScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && !(file[at] == 0xFF && file[at + 1] is not (0 or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }

        return at;
    }
}
