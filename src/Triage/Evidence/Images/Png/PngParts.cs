using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>The chunks of a PNG that make the picture, taken from a file whose every checksum was verified.</summary>
internal sealed class PngParts
{
    public PngHeader? Header { get; private set; }

    public byte[] HeaderBytes { get; private set; } = [];

    public byte[]? Palette { get; private set; }

    public byte[]? Transparency { get; private set; }

    public byte[]? Gamma { get; private set; }

    public byte[]? StandardColours { get; private set; }

    public int Orientation { get; private set; } = ExifOrientation.Upright;

    public MemoryStream Data { get; } = new();

    /// <returns>Null where a chunk is damaged, cut off, repeated or out of place.</returns>
    public static PngParts? Read(ReadOnlySpan<byte> file)
    {
        var parts = new PngParts();
        var (at, previous) = (8, "");
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
            {
                return null;
            }

            var checkedPart = file.Slice(at + 4, 4 + (int)length);
            if (Crc32.Of(checkedPart) != BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]))
            {
                return null;
            }

            var type = System.Text.Encoding.Latin1.GetString(checkedPart[..4]);
            if (type == "IEND")
            {
                return length == 0 && parts.Data.Length > 0 ? parts : null;
            }

            if (!parts.Take(type, checkedPart[4..], previous))
            {
                return null;
            }

            (at, previous) = (at + 12 + (int)length, type);
        }

        return null;
    }

    private bool Take(string type, ReadOnlySpan<byte> body, string previous)
    {
        if (Header is not { } header)
        {
            HeaderBytes = body.ToArray();
            Header = type == "IHDR" ? PngHeader.Read(body) : null;
            return Header is not null;
        }

        var beforeData = Data.Length == 0;
        switch (type)
        {
            case "PLTE" when beforeData && Palette is null && body.Length % 3 == 0 && body.Length is > 0 and <= 768:
                Palette = body.ToArray();
                return header.ColourType is 2 or 3 or 6;
            case "tRNS" when beforeData && Transparency is null && header.FitsTransparency(body.Length, (Palette?.Length ?? 0) / 3):
                Transparency = body.ToArray();
                return true;
            case "gAMA" when beforeData && Gamma is null && body.Length == 4:
                Gamma = body.ToArray();
                return true;
            case "sRGB" when beforeData && StandardColours is null && body is [<= 3]:
                StandardColours = body.ToArray();
                return true;
            case "eXIf":
                Orientation = ExifOrientation.Read(body);
                return true;
            case "IDAT" when (beforeData || previous == "IDAT") && (Palette is not null || !header.HasPalette):
                Data.Write(body);
                return true;
            default:
                // A capital first letter means that the picture cannot be understood without it.
                return type[0] is >= 'a' and <= 'z';
        }
    }
}
