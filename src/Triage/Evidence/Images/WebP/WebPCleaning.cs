using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>Writes a still WebP anew from its picture and transparency. Moving ones are refused.</summary>
internal static class WebPCleaning
{
    private const byte AlphaFlag = 0x10;
    private const byte ExifFlag = 0x08;

    public static Rebuilt Clean(ReadOnlySpan<byte> file, long maxPixels)
    {
        if (WebPParts.Read(file) is not { } parts)
        {
            return Rebuilt.Broken;
        }

        if (parts.IsAnimated)
        {
            return new Rebuilt(null, CleaningRefusal.UnknownType);
        }

        if (parts.Size is not { } size)
        {
            return Rebuilt.Broken;
        }

        if (!ImageSize.IsAcceptable(size.Width, size.Height, maxPixels))
        {
            return Rebuilt.TooLarge;
        }

        var turned = parts.Orientation != ExifOrientation.Upright;
        var output = new MemoryStream(file.Length);
        output.Write([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8]);
        if (turned || parts.Alpha is not null)
        {
            WriteChunk(output, "VP8X"u8, Extended(size, parts, turned));
        }

        WriteChunk(output, "ALPH"u8, parts.Alpha);
        WriteChunk(output, parts.IsLossless ? "VP8L"u8 : "VP8 "u8, parts.Picture);
        WriteChunk(output, "EXIF"u8, turned ? ExifOrientation.Write(parts.Orientation) : null);
        var bytes = output.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        return Rebuilt.As(bytes);
    }

    private static byte[] Extended((int Width, int Height) size, WebPParts parts, bool turned)
    {
        var flags = (parts.HasAlpha ? AlphaFlag : 0) | (turned ? ExifFlag : 0);
        var (width, height) = (size.Width - 1, size.Height - 1);
        return
        [
            (byte)flags, 0, 0, 0,
            (byte)width, (byte)(width >> 8), (byte)(width >> 16),
            (byte)height, (byte)(height >> 8), (byte)(height >> 16),
        ];
    }

    private static void WriteChunk(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return;
        }

        Span<byte> head = [.. type, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)body.Length);
        output.Write(head);
        output.Write(body);
        output.Write("\0"u8[..(body.Length % 2)]);
    }

    /// <summary>Looks at the result with other eyes: known chunks in order, padding of zero, nothing behind.</summary>
    public static bool IsClean(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<string> order = ["VP8X", "ALPH", "VP8 ", "VP8L", "EXIF"];
        var (at, next) = (12, 0);
        while (at + 8 <= file.Length)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]);
            var place = order.IndexOf(System.Text.Encoding.Latin1.GetString(file.Slice(at, 4)));
            if (place < next || length <= 0 || length > file.Length - at - 8)
            {
                return false;
            }

            var body = file.Slice(at + 8, length);
            var strange = (order[place] == "VP8X" && (body[0] & ~(AlphaFlag | ExifFlag)) != 0)
                || (order[place] == "EXIF" && !ExifOrientation.IsMinimal(body));
            at += 8 + length;
            if (strange || (length % 2 == 1 && (at >= file.Length || file[at++] != 0)))
            {
                return false;
            }

            next = place + 1;
        }

        return at == file.Length && BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) == file.Length - 8;
    }
}
