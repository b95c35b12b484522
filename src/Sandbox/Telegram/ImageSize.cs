using System.Buffers.Binary;

namespace Kentongan.Sandbox.Telegram;

/// <summary>Width and height from the head of a JPEG or PNG; anything else counts as a phone's usual picture.</summary>
internal static class ImageSize
{
    private static readonly (int Width, int Height) Usual = (1280, 960);

    public static (int Width, int Height) Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, ..] when bytes.Length >= 24 => Checked(
            BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        [0xFF, 0xD8, ..] => Jpeg(bytes[2..]),
        _ => Usual,
    };

    private static (int Width, int Height) Jpeg(ReadOnlySpan<byte> rest)
    {
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            // C0 to CF start a frame and hold its size, except the tables C4, C8 and CC.
            if (rest[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Checked(BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]));
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            rest = length <= rest.Length ? rest[length..] : [];
        }

        return Usual;
    }

    private static (int Width, int Height) Checked(int width, int height) =>
        width is > 0 and <= 20_000 && height is > 0 and <= 20_000 ? (width, height) : Usual;
}
