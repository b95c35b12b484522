using System.Buffers.Binary;
using System.IO.Compression;
using Kentongan.Triage.Evidence.Images;

namespace Kentongan.Triage.Tests.Evidence.Corpus;

/// <summary>Encodes real PNGs, and unpacks them again to see their pixels.</summary>
internal static class PngFactory
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Rows(int width, int height, int bytesPerPixel, int seed = 1)
    {
        var random = new Random(seed);
        var rows = new byte[height * (1 + (width * bytesPerPixel))];
        random.NextBytes(rows);
        for (var row = 0; row < height; row++)
        {
            rows[row * (1 + (width * bytesPerPixel))] = (byte)random.Next(5);
        }

        return rows;
    }

    public static byte[] Pack(byte[] rows)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }

    public static byte[] Header(int width, int height, byte depth = 8, byte colour = 2, byte interlace = 0)
    {
        var body = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(body, width);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(4), height);
        (body[8], body[9], body[12]) = (depth, colour, interlace);
        return body;
    }

    public static byte[] Of(params (string Type, byte[] Body)[] chunks) => [.. Signature, .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Body))];

    public static byte[] Picture(int width = 40, int height = 30) =>
        Of(("IHDR", Header(width, height)), ("IDAT", Pack(Rows(width, height, 3))), ("IEND", []));

    /// <summary>Everything an editor and a curious app leave behind, in one picture.</summary>
    public static byte[] Betraying(byte orientation = 3)
    {
        var data = Pack(Rows(40, 30, 3));
        return
        [
            .. Of(
                ("IHDR", Header(40, 30)),
                ("gAMA", [0, 0, 0xB1, 0x8F]),
                ("pHYs", [0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1]),
                ("iCCP", [.. "CANARY-profile\0\0"u8, .. Pack(Canary.Bytes(Canary.Author))]),
                ("tEXt", [.. "Author\0"u8, .. Canary.Bytes(Canary.Author)]),
                ("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Canary.Xmp]),
                ("zTXt", [.. "CANARY\0\0"u8, .. Pack(Canary.Bytes(Canary.Comment))]),
                ("tIME", [7, 232, 1, 2, 3, 4, 5]),
                ("eXIf", Canary.Exif(orientation, [])),
                ("acTL", [0, 0, 0, 1, 0, 0, 0, 0]),
                ("IDAT", data[..50]),
                ("IDAT", [.. data[50..], .. Canary.Bytes(Canary.Trailing)]), // the cropped-away part of a screenshot
                ("fdAT", Canary.Bytes(Canary.Comment)),
                ("prVt", Canary.Bytes(Canary.Serial)),
                ("IEND", [])),
            .. Canary.Bytes(Canary.Trailing),
        ];
    }

    public static List<(string Type, byte[] Body)> Chunks(byte[] file)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            chunks.Add((System.Text.Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    public static byte[] Unpack(byte[] file)
    {
        var data = Chunks(file).Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Body).ToArray();
        var rows = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        zlib.CopyTo(rows);
        return rows.ToArray();
    }

    private static byte[] Chunk(string type, byte[] body)
    {
        byte[] chunk = [0, 0, 0, 0, .. Canary.Bytes(type), .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }
}
