using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>The first chunk of a PNG: its size and how its pixels are stored.</summary>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int ColourType, bool Interlaced)
{
    private static readonly (int Left, int Top, int Across, int Down)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public bool HasPalette => ColourType == 3;

    private int BitsPerPixel => Depth * ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <returns>Null where the header is malformed; the size is not judged here.</returns>
    public static PngHeader? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length != 13 || body[10] != 0 || body[11] != 0 || body[12] > 1)
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt32BigEndian(body[4..]));
        var known = (body[9], body[8]) is (0, 1 or 2 or 4 or 8 or 16) or (2 or 4 or 6, 8 or 16) or (3, 1 or 2 or 4 or 8);
        return known && width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new PngHeader((int)width, (int)height, body[8], body[9], body[12] == 1)
            : null;
    }

    /// <summary>The runs of equally long rows that the compressed data must unfold into, exactly.</summary>
    public IEnumerable<(int Rows, int BytesPerRow)> Passes()
    {
        if (!Interlaced)
        {
            yield return (Height, RowLength(Width));
            yield break;
        }

        foreach (var pass in Adam7)
        {
            var width = (Width - pass.Left + pass.Across - 1) / pass.Across;
            var height = (Height - pass.Top + pass.Down - 1) / pass.Down;
            if (width > 0 && height > 0)
            {
                yield return (height, RowLength(width));
            }
        }
    }

    /// <summary>Is a transparency chunk of this length right for these pixels?</summary>
    public bool FitsTransparency(int length, int colours) => ColourType switch
    {
        0 => length == 2,
        2 => length == 6,
        3 => length > 0 && length <= colours,
        _ => false,
    };

    private int RowLength(int width) => 1 + (int)((((long)width * BitsPerPixel) + 7) / 8);
}
