using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>What of a JPEG is picture: where its tables, frame and scans are, and how its colours are meant.</summary>
internal sealed class JpegParts(long maxPixels)
{
    private const int MaxScans = 100;
    private readonly HuffmanTable?[] _dc = new HuffmanTable?[4];
    private readonly HuffmanTable?[] _ac = new HuffmanTable?[4];
    private int _quantisation;
    private int _scans;
    private JpegFrame? _frame;

    /// <summary>The pieces to keep, in order. Those with a marker are segments, those without are scan data.</summary>
    public List<(byte? Marker, int Start, int Length)> Kept { get; } = [];

    public int Orientation { get; private set; } = ExifOrientation.Upright;

    public bool HasJfif { get; private set; }

    public byte? AdobeTransform { get; private set; }

    public int RestartInterval { get; private set; }

    public int Components => _frame?.Components.Count ?? 0;

    public bool NamedRgb => _frame is not null && _frame.Components.Select(component => component.Id).SequenceEqual("RGB"u8.ToArray());

    /// <summary>The scan whose data comes next.</summary>
    public JpegScan? Scan { get; private set; }

    public bool IsTooLarge { get; private set; }

    public bool IsComplete => _scans > 0;

    /// <returns>False where the segment is not what its marker promises.</returns>
    public bool Take(byte marker, ReadOnlySpan<byte> body, int start)
    {
        var keep = marker switch
        {
            0xDB => Quantisation(body),
            0xC4 => Huffman(body),
            0xC0 or 0xC1 or 0xC2 => Frame(marker, body),
            0xDD => Restart(body),
            0xDA => BeginScan(body),
            _ => false,
        };
        if (keep)
        {
            Kept.Add((marker, start, body.Length));
        }

        return keep || TakeNote(marker, body);
    }

    private bool TakeNote(byte marker, ReadOnlySpan<byte> body)
    {
        switch (marker)
        {
            case 0xE0:
                HasJfif |= body.StartsWith("JFIF\0"u8);
                return true;
            case 0xE1 when Orientation == ExifOrientation.Upright && body.StartsWith(ExifOrientation.Prefix):
                Orientation = ExifOrientation.Read(body[ExifOrientation.Prefix.Length..]);
                return true;
            case 0xEE when body.Length >= 12 && body.StartsWith("Adobe"u8):
                AdobeTransform ??= body[11];
                return body[11] <= 2;
            default:
                return marker is (>= 0xE0 and <= 0xEF) or 0xFE; // the rest of APPn and COM: forgotten
        }
    }

    private bool Quantisation(ReadOnlySpan<byte> body)
    {
        var any = !body.IsEmpty;
        while (!body.IsEmpty)
        {
            var size = (body[0] >> 4) switch { 0 => 65, 1 => 129, _ => 0 };
            if (size == 0 || body.Length < size || (body[0] & 15) > 3)
            {
                return false;
            }

            _quantisation |= 1 << (body[0] & 15);
            body = body[size..];
        }

        return any;
    }

    private bool Huffman(ReadOnlySpan<byte> body)
    {
        var any = !body.IsEmpty;
        while (!body.IsEmpty)
        {
            if (body.Length < 17 || (body[0] & 0xEC) != 0)
            {
                return false;
            }

            var symbols = 0;
            foreach (var count in body[1..17])
            {
                symbols += count;
            }

            if (symbols is 0 or > 256 || body.Length < 17 + symbols)
            {
                return false;
            }

            var tables = body[0] >> 4 == 0 ? _dc : _ac;
            tables[body[0] & 15] = HuffmanTable.Read(body[1..(17 + symbols)]);
            any &= tables[body[0] & 15] is not null;
            body = body[(17 + symbols)..];
        }

        return any;
    }

    private bool Frame(byte marker, ReadOnlySpan<byte> body)
    {
        var first = _frame is null;
        _frame = JpegFrame.Read(marker, body);
        IsTooLarge = _frame is not null && !ImageSize.IsAcceptable(_frame.Width, _frame.Height, maxPixels);
        if (!first || _frame is null || IsTooLarge)
        {
            return false;
        }

        _frame.Remember();
        return true;
    }

    private bool Restart(ReadOnlySpan<byte> body)
    {
        if (body.Length != 2)
        {
            return false;
        }

        RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(body);
        return true;
    }

    private bool BeginScan(ReadOnlySpan<byte> body)
    {
        if (_frame is not { } frame || body.Length < 6 || body[0] is < 1 or > 4 || body.Length != 4 + (2 * body[0]) || ++_scans > MaxScans)
        {
            return false;
        }

        var (from, to, refines) = (body[^3], body[^2], body[^1] >> 4 != 0);
        var colours = new List<(JpegComponent, HuffmanTable?, HuffmanTable?)>();
        for (var at = 1; at < body.Length - 3; at += 2)
        {
            var (id, dc, ac) = (body[at], body[at + 1] >> 4, body[at + 1] & 15);
            var component = frame.Components.Find(component => component.Id == id);
            if (component is null || (_quantisation >> component.Quantisation & 1) == 0 || dc > 3 || ac > 3
                || (from == 0 && !refines && _dc[dc] is null) || (to > 0 && _ac[ac] is null))
            {
                return false;
            }

            colours.Add((component, _dc[dc], _ac[ac]));
        }

        Scan = new JpegScan(frame, colours, from, to, refines);
        return frame.IsProgressive
            ? to <= 63 && from <= to && (from > 0 ? colours.Count == 1 : to == 0)
            : _scans <= Components && from == 0 && to == 63;
    }
}
