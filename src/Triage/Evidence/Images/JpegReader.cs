using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>Walks a JPEG from its first marker to its end marker; what lies behind that is not looked at.</summary>
internal static class JpegReader
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <returns>False where the file is damaged or cut off.</returns>
    public static bool Read(ReadOnlySpan<byte> file, JpegParts parts)
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
            if (marker == StartOfScan)
            {
                if (EndOfScan(file, at, parts.RestartInterval > 0) is not { } end || end == at)
                {
                    return false;
                }

                parts.Kept.Add((null, at, end - at));
                at = end;
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

    /// <summary>Scan data ends at the first marker that is neither a stuffed zero nor the restart whose turn it is.</summary>
    private static int? EndOfScan(ReadOnlySpan<byte> file, int at, bool restarts)
    {
        var turn = 0;
        while (true)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length)
            {
                return null;
            }

            at += next;
            var code = file[at + 1];
            if (code is >= 0xD0 and <= 0xD7)
            {
                if (!restarts || code != 0xD0 + turn)
                {
                    return null;
                }

                turn = (turn + 1) % 8;
            }
            else if (code != 0)
            {
                return at;
            }

            at += 2;
        }
    }
}
