using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>
/// The one thing we take from Exif: which way up the photo is. A photo lying on its side is poor evidence, and the
/// number says nothing about anybody.
/// </summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    public static ReadOnlySpan<byte> Prefix => "Exif\0\0"u8;

    /// <returns>1 to 8; anything unreadable counts as upright.</returns>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14 || !(tiff.StartsWith("MM\0*"u8) || tiff.StartsWith("II*\0"u8)))
        {
            return Upright;
        }

        var big = tiff[0] == 'M';
        var directory = UInt32(tiff[4..], big);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = tiff[(int)directory..];
        var count = UInt16(entries, big);
        for (var i = 0; i < count && 2 + (12 * (i + 1)) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (12 * i), 12);
            if (UInt16(entry, big) == 0x0112 && UInt16(entry[2..], big) == 3 && UInt32(entry[4..], big) == 1)
            {
                return UInt16(entry[8..], big) is var value and >= 1 and <= 8 ? value : Upright;
            }
        }

        return Upright;
    }

    /// <summary>A whole Exif block that holds the orientation and nothing else; always 26 bytes.</summary>
    public static byte[] Write(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    public static bool IsMinimal(ReadOnlySpan<byte> tiff) =>
        Read(tiff) is var orientation and not Upright && tiff.SequenceEqual(Write(orientation));

    private static ushort UInt16(ReadOnlySpan<byte> at, bool big) =>
        big ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static uint UInt32(ReadOnlySpan<byte> at, bool big) =>
        big ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
}
