using System.Buffers.Binary;

namespace Kentongan.Triage.Tests.Evidence.Corpus;

/// <summary>Three still pictures of one pixel, as encoders write them, and what apps add to them.</summary>
internal static class WebPFactory
{
    public static byte[] Lossy => Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    public static byte[] Lossless => Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    public static byte[] Transparent => Convert.FromBase64String(
        "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==");

    public static byte[] Of(params (string Type, byte[] Body)[] chunks)
    {
        var body = chunks.SelectMany(Chunk).ToArray();
        byte[] file = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. body];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    public static byte[] Betraying(byte[] picture, byte orientation = 8)
    {
        var chunks = Chunks(picture).Where(chunk => chunk.Type != "VP8X").ToArray();
        byte flags = (byte)(0x2C | (chunks.Any(chunk => chunk.Type == "ALPH") ? 0x10 : 0));
        return
        [
            .. Of([
                ("VP8X", [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
                ("ICCP", Canary.Bytes(Canary.Author)),
                .. chunks,
                ("EXIF", Canary.Exif(orientation, [])),
                ("XMP ", Canary.Xmp),
                ("CNRY", Canary.Bytes(Canary.Comment)),
            ]),
            .. Canary.Bytes(Canary.Trailing),
        ];
    }

    public static List<(string Type, byte[] Body)> Chunks(byte[] file)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 12; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            chunks.Add((System.Text.Encoding.ASCII.GetString(file, at, 4), file[(at + 8)..(at + 8 + length)]));
            at += 8 + length + (length % 2);
        }

        return chunks;
    }

    private static byte[] Chunk((string Type, byte[] Body) chunk) =>
        [.. Canary.Bytes(chunk.Type), .. BitConverter.GetBytes(chunk.Body.Length), .. chunk.Body, .. new byte[chunk.Body.Length % 2]];
}
