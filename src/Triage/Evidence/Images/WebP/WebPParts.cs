using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>The chunks of a WebP that make the picture.</summary>
internal sealed class WebPParts
{
    private (int Width, int Height)? _canvas;

    public byte[]? Picture { get; private set; }

    public bool IsLossless { get; private set; }

    public byte[]? Alpha { get; private set; }

    public int Orientation { get; private set; } = ExifOrientation.Upright;

    public bool IsAnimated { get; private set; }

    /// <summary>A lossless picture says for itself whether it is transparent.</summary>
    public bool HasAlpha => Alpha is not null || (IsLossless && (Picture![4] & 0x10) != 0);

    /// <summary>The size the picture itself states; null where the picture is malformed or the canvas disagrees.</summary>
    public (int Width, int Height)? Size =>
        (IsLossless ? LosslessSize(Picture) : LossySize(Picture)) is { } size && (_canvas is null || _canvas == size) ? size : null;

    /// <returns>Null where the file is damaged or cut off.</returns>
    public static WebPParts? Read(ReadOnlySpan<byte> file)
    {
        var riff = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (riff < 4 || riff > file.Length - 8)
        {
            return null;
        }

        file = file[..(8 + (int)riff)];
        var parts = new WebPParts();
        var at = 12;
        while (at + 8 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > file.Length - at - 8 || !parts.Take(file.Slice(at, 4), file.Slice(at + 8, (int)length)))
            {
                return null;
            }

            at += 8 + (int)length + ((int)length % 2);
        }

        return parts.Picture is not null || parts.IsAnimated ? parts : null;
    }

    private bool Take(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8))
        {
            var first = Picture is null;
            (Picture, IsLossless) = (body.ToArray(), type[3] == 'L');
            return first && !(IsLossless && Alpha is not null);
        }

        if (type.SequenceEqual("ALPH"u8))
        {
            // Above the two bits of compression, filter and preprocessing each lie two reserved ones.
            var sane = Alpha is null && Picture is null && _canvas is not null && body.Length > 1
                && (body[0] & 0xC2) == 0 && (body[0] & 0x30) <= 0x10;
            Alpha = body.ToArray();
            return sane;
        }

        if (type.SequenceEqual("VP8X"u8))
        {
            var first = _canvas is null && Picture is null && body.Length == 10;
            _canvas = first ? (1 + UInt24(body[4..]), 1 + UInt24(body[7..])) : null;
            return first;
        }

        IsAnimated |= type.SequenceEqual("ANIM"u8) || type.SequenceEqual("ANMF"u8);
        if (type.SequenceEqual("EXIF"u8))
        {
            Orientation = ExifOrientation.Read(body.StartsWith(ExifOrientation.Prefix) ? body[ExifOrientation.Prefix.Length..] : body);
        }

        return true; // colour profiles, XMP and what nobody has heard of: forgotten
    }

    private static (int Width, int Height)? LossySize(ReadOnlySpan<byte> picture)
    {
        if (picture.Length < 11 || (picture[0] & 1) != 0 || !picture[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A]))
        {
            return null;
        }

        var firstPartition = UInt24(picture) >> 5;
        return firstPartition > 0 && firstPartition < picture.Length - 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(picture[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(picture[8..]) & 0x3FFF)
            : null;
    }

    private static (int Width, int Height)? LosslessSize(ReadOnlySpan<byte> picture)
    {
        if (picture.Length < 6 || picture[0] != 0x2F || picture[4] >> 5 != 0)
        {
            return null;
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(picture[1..]);
        return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    private static int UInt24(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
