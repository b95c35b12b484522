using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>What of a JPEG is picture: where its tables, frame and scans are, and how its colours are meant.</summary>
internal sealed class JpegParts(long maxPixels)
{
    private const int MaxScans = 100;
    private readonly Dictionary<byte, byte> _components = []; // id → quantisation table
    private int _quantisation;
    private int _dcTables;
    private int _acTables;
    private int _scans;
    private byte _frame;

    /// <summary>The pieces to keep, in order. Those with a marker are segments, those without are scan data.</summary>
    public List<(byte? Marker, int Start, int Length)> Kept { get; } = [];

    public int Orientation { get; private set; } = ExifOrientation.Upright;

    public bool HasJfif { get; private set; }

    public byte? AdobeTransform { get; private set; }

    public int RestartInterval { get; private set; }

    public int Components => _components.Count;

    public bool NamedRgb => _components.Keys.SequenceEqual("RGB"u8.ToArray());

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
            0xDA => Scan(body),
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

            _ = body[0] >> 4 == 0 ? _dcTables |= 1 << (body[0] & 15) : _acTables |= 1 << (body[0] & 15);
            body = body[(17 + symbols)..];
        }

        return any;
    }

    private bool Frame(byte marker, ReadOnlySpan<byte> body)
    {
        if (_frame != 0 || body.Length < 6 || body[0] != 8 || body[5] is not (1 or 3 or 4) || body.Length != 6 + (3 * body[5]))
        {
            return false;
        }

        for (var at = 6; at < body.Length; at += 3)
        {
            var sampling = (Across: body[at + 1] >> 4, Down: body[at + 1] & 15);
            if (sampling.Across is < 1 or > 4 || sampling.Down is < 1 or > 4 || body[at + 2] > 3 || !_components.TryAdd(body[at], body[at + 2]))
            {
                return false;
            }
        }

        _frame = marker;
        var height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        IsTooLarge = !ImageSize.IsAcceptable(width, height, maxPixels) && width > 0 && height > 0;
        return ImageSize.IsAcceptable(width, height, maxPixels);
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

    private bool Scan(ReadOnlySpan<byte> body)
    {
        if (_frame == 0 || body.Length < 6 || body[0] is < 1 or > 4 || body.Length != 4 + (2 * body[0]) || ++_scans > MaxScans)
        {
            return false;
        }

        var (from, to, fresh) = (body[^3], body[^2], body[^1] >> 4 == 0);
        for (var at = 1; at < body.Length - 3; at += 2)
        {
            var known = _components.TryGetValue(body[at], out var quantisation) && (_quantisation >> quantisation & 1) == 1;
            var dc = from > 0 || !fresh || (_dcTables >> (body[at + 1] >> 4) & 1) == 1;
            var ac = to == 0 || (_acTables >> (body[at + 1] & 15) & 1) == 1;
            if (!known || !dc || !ac)
            {
                return false;
            }
        }

        return to <= 63 && from <= to && (_frame == 0xC2 || (_scans <= Components && from == 0 && to == 63));
    }
}
