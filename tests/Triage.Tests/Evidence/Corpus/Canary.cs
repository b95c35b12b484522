using System.Text;

namespace Kentongan.Triage.Tests.Evidence.Corpus;

/// <summary>Words planted where cameras and programs put what betrays a person.</summary>
internal static class Canary
{
    public const string Author = "CANARY-Budi-Santoso";
    public const string Serial = "CANARY-SN-0081234";
    public const string Comment = "CANARY-dari-rumah-saya";
    public const string Trailing = "CANARY-behind-the-end";

    private static readonly string[] Marks = ["CANARY", "GPSLatitude", "xmpmeta", "http://ns.adobe.com"];

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static void AssertNoneIn(byte[] file)
    {
        foreach (var mark in Marks)
        {
            foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
            {
                Assert.True(file.AsSpan().IndexOf(encoding.GetBytes(mark)) < 0, $"{mark} survived as {encoding.WebName}");
            }
        }
    }

    public static void AssertSomeIn(byte[] file) =>
        Assert.True(file.AsSpan().IndexOf("CANARY"u8) >= 0 || file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("CANARY")) >= 0, "nothing was planted");

    /// <summary>Exif as a phone writes it: orientation, maker, author in UTF-16, position, serial number, thumbnail.</summary>
    public static byte[] Exif(byte orientation, byte[] thumbnail)
    {
        var file = new MemoryStream();
        byte[] author = Encoding.Unicode.GetBytes(Author);
        byte[] serial = Bytes(Serial + "\0");
        const int firstDirectory = 8;
        const int entries = 4;
        var values = firstDirectory + 2 + (12 * entries) + 4;
        file.Write([.. "II"u8, 42, 0, firstDirectory, 0, 0, 0, entries, 0]);
        file.Write([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
        file.Write([0x9D, 0x9C, 1, 0, .. Int(author.Length), .. Int(values)]); // XPAuthor
        file.Write([0x31, 0xA4, 2, 0, .. Int(serial.Length), .. Int(values + author.Length)]); // BodySerialNumber
        file.Write([0x25, 0x88, 4, 0, 1, 0, 0, 0, .. Int(values + author.Length + serial.Length)]); // GPS directory
        file.Write([0, 0, 0, 0]);
        file.Write(author);
        file.Write(serial);
        file.Write([1, 0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)'S', 0, 0, 0, 0, 0, 0, 0]);
        file.Write(Bytes("CANARY-GPSLatitude -6.9667 110.4167"));
        file.Write(thumbnail);
        return file.ToArray();
    }

    public static byte[] Xmp => Bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator>" + Author + "</dc:creator></x:xmpmeta>");

    /// <summary>A whole ZIP archive, as a polyglot carries it behind the picture.</summary>
    public static byte[] Zip()
    {
        var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(Trailing + ".txt", System.IO.Compression.CompressionLevel.NoCompression).Open();
            entry.Write(Bytes(Author));
        }

        return file.ToArray();
    }

    private static byte[] Int(int value) => BitConverter.GetBytes(value);
}
