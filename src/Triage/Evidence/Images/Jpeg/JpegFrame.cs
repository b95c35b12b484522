using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>One colour of a JPEG: how finely it is sampled and how many blocks that makes.</summary>
internal sealed record JpegComponent(byte Id, int Across, int Down, int Quantisation)
{
    public int BlocksAcross { get; set; }

    public int BlocksDown { get; set; }

    /// <summary>Blocks in a row of storage, where rows are filled up to whole units.</summary>
    public int Stride { get; set; }

    /// <summary>For each block a bit for each coefficient that an earlier scan has set; progressive JPEGs need it.</summary>
    public ulong[] Known { get; set; } = [];
}

/// <summary>The frame header of a JPEG: size, colours, and whether its picture comes in passes.</summary>
internal sealed class JpegFrame
{
    private JpegFrame(bool progressive, int width, int height, List<JpegComponent> components)
    {
        (IsProgressive, Width, Height, Components) = (progressive, width, height, components);
        var (across, down) = (components.Max(c => c.Across), components.Max(c => c.Down));
        (UnitsAcross, UnitsDown) = (Divide(width, 8 * across), Divide(height, 8 * down));
        foreach (var component in components)
        {
            component.BlocksAcross = Divide(Divide(width * component.Across, across), 8);
            component.BlocksDown = Divide(Divide(height * component.Down, down), 8);
            component.Stride = UnitsAcross * component.Across;
        }
    }

    public bool IsProgressive { get; }

    public int Width { get; }

    public int Height { get; }

    public int UnitsAcross { get; }

    public int UnitsDown { get; }

    public List<JpegComponent> Components { get; }

    /// <returns>Null where the header is malformed; the size is not judged here.</returns>
    public static JpegFrame? Read(byte marker, ReadOnlySpan<byte> body)
    {
        if (body.Length < 6 || body[0] != 8 || body[5] is not (1 or 3 or 4) || body.Length != 6 + (3 * body[5]))
        {
            return null;
        }

        var components = new List<JpegComponent>();
        for (var at = 6; at < body.Length; at += 3)
        {
            var component = new JpegComponent(body[at], body[at + 1] >> 4, body[at + 1] & 15, body[at + 2]);
            if (component.Across is < 1 or > 4 || component.Down is < 1 or > 4 || component.Quantisation > 3
                || components.Exists(other => other.Id == component.Id))
            {
                return null;
            }

            components.Add(component);
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        return width > 0 && height > 0 ? new JpegFrame(marker == 0xC2, width, height, components) : null;
    }

    /// <summary>Makes room for what the passes of a progressive picture must know of each other.</summary>
    public void Remember()
    {
        foreach (var component in Components.Where(_ => IsProgressive))
        {
            component.Known = new ulong[component.Stride * UnitsDown * component.Down];
        }
    }

    private static int Divide(int value, int by) => (value + by - 1) / by;
}
