using System.Text;

namespace Kentongan.Triage.Web.People;

/// <summary>
/// A link as a QR code, drawn here so that no picture of an invitation is asked of anybody else. Bytes, error correction M, up to
/// version 6 (106 bytes): as long as a link of ours can be.
/// </summary>
public static class QrCode
{
    public const int Longest = 106;

    /// <summary>Any mask can be read; a fixed one keeps this short.</summary>
    private const int Mask = 0;

    /// <summary>By version, from 1: codewords in all, of error correction in a block, and blocks (all of one length at M up to 6).</summary>
    private static readonly (int Total, int Correction, int Blocks)[] Versions = [(26, 10, 1), (44, 16, 1), (70, 26, 1), (100, 18, 2), (134, 24, 2), (172, 16, 4)];

    /// <returns>Rows from above, true for dark; without the quiet zone of four.</returns>
    public static bool[,] Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, Longest);
        var version = 1 + Array.FindIndex(Versions, one => bytes.Length + 2 <= one.Total - (one.Correction * one.Blocks));
        var grid = new QrGrid(version);
        grid.Draw(Interleaved(Padded(bytes, Versions[version - 1]), Versions[version - 1]), Mask);
        return grid.Dark;
    }

    /// <summary>Mode, length, bytes, end; then filled up as the standard says.</summary>
    private static byte[] Padded(byte[] bytes, (int Total, int Correction, int Blocks) version)
    {
        var data = new byte[version.Total - (version.Correction * version.Blocks)];
        data[0] = (byte)(0x40 | (bytes.Length >> 4));
        data[1] = (byte)(bytes.Length << 4);
        for (var i = 0; i < bytes.Length; i++)
        {
            data[i + 1] |= (byte)(bytes[i] >> 4);
            data[i + 2] = (byte)(bytes[i] << 4);
        }

        for (var i = bytes.Length + 2; i < data.Length; i++)
        {
            data[i] = (i - bytes.Length) % 2 == 0 ? (byte)0xEC : (byte)0x11;
        }

        return data;
    }

    private static byte[] Interleaved(byte[] data, (int Total, int Correction, int Blocks) version)
    {
        var length = data.Length / version.Blocks;
        var blocks = Enumerable.Range(0, version.Blocks).Select(block => data[(block * length)..((block + 1) * length)]).ToList();
        var corrections = blocks.ConvertAll(block => Remainder(block, version.Correction));
        return
        [
            .. Enumerable.Range(0, length).SelectMany(i => blocks.Select(block => block[i])),
            .. Enumerable.Range(0, version.Correction).SelectMany(i => corrections.Select(correction => correction[i])),
        ];
    }

    /// <summary>Reed-Solomon over GF(256) with the polynomial of the standard.</summary>
    private static byte[] Remainder(byte[] data, int degree)
    {
        var divisor = new byte[degree];
        divisor[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                divisor[j] = (byte)(Times(divisor[j], root) ^ (j + 1 < degree ? divisor[j + 1] : 0));
            }

            root = Times(root, 2);
        }

        var rest = new byte[degree];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ rest[0]);
            for (var i = 0; i < degree; i++)
            {
                rest[i] = (byte)((i + 1 < degree ? rest[i + 1] : 0) ^ Times(divisor[i], factor));
            }
        }

        return rest;
    }

    private static byte Times(byte one, byte other)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((other >> bit) & 1) * one;
        }

        return (byte)product;
    }
}
