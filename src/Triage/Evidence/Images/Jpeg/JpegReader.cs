using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>Walks a JPEG from its first marker to its end marker; what lies behind that is not looked at.</summary>
internal static class JpegReader
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <returns>False where the file is damaged or cut off.</returns>
    public static bool Read(ReadOnlySpan<byte> file, JpegParts parts, CancellationToken ct)
    {
        var at = 2;
        while (NextMarker(file, ref at) is { } marker)
        {
            if (marker == EndOfImage)
            {
                return parts.IsComplete;
            }

            if (at + 2 > file.Length)
            {
                return false;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2 || at + length > file.Length || !parts.Take(marker, file.Slice(at + 2, length - 2), at + 2))
            {
                return false;
            }

            at += length;
            if (marker == StartOfScan && !ReadScan(file, parts, ref at, ct))
            {
                return false;
            }
        }

        return false;
    }

    private static byte? NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF)
        {
            return null;
        }

        while (at < file.Length && file[at] == 0xFF)
        {
            at++; // a marker may be preceded by any number of fill bytes
        }

        return at < file.Length ? file[at++] : null;
    }

    /// <summary>
    /// Follows the codes of a scan to its last block. What stands between that and the next marker is no picture,
    /// and is left out.
    /// </summary>
    private static bool ReadScan(ReadOnlySpan<byte> file, JpegParts parts, ref int at, CancellationToken ct)
    {
        var scan = parts.Scan!;
        var stretch = parts.RestartInterval > 0 ? parts.RestartInterval : scan.Units;
        for (var unit = 0; unit < scan.Units; unit += stretch)
        {
            ct.ThrowIfCancellationRequested();
            if (unit > 0)
            {
                at = SkipToMarker(file, at);
                if (NextMarker(file, ref at) != 0xD0 + (((unit / stretch) - 1) % 8))
                {
                    return false;
                }

                parts.Kept.Add((null, at - 2, 2));
            }

            var bits = new JpegBits(file, at);
            if (!scan.Read(ref bits, unit, Math.Min(stretch, scan.Units - unit)))
            {
                return false;
            }

            var end = bits.Position();
            parts.Kept.Add((null, at, end - at));
            at = end;
        }

        at = SkipToMarker(file, at);
        return true;
    }

    private static int SkipToMarker(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && !(file[at] == 0xFF && file[at + 1] != 0))
        {
            at++;
        }

        return at;
    }
}
