using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <summary>Every way in which a number or a word could lie on a disk.</summary>
internal static class CanaryForms
{
    /// <summary>
    /// A number of more than five bytes. Four bytes of it alone are not looked for: they come about by chance in what is sealed.
    /// </summary>
    public static IEnumerable<(string Form, byte[] Bytes)> Of(long id)
    {
        var big = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(big, id);
        var significant = big.SkipWhile(part => part == 0).ToArray();
        byte[] little = [.. significant.Reverse()];
        return
        [
            .. Of(id.ToString(CultureInfo.InvariantCulture)).Select(form => ("decimal, " + form.Form, form.Bytes)),
            ("hexadecimal", Ascii(id.ToString("x", CultureInfo.InvariantCulture))),
            ("HEXADECIMAL", Ascii(id.ToString("X", CultureInfo.InvariantCulture))),
            ("big-endian", significant), // as it stands in eight bytes, and in the six that SQLite takes for it
            ("little-endian", little),
            ("little-endian, hexadecimal", Ascii(Convert.ToHexStringLower(little))),
            ("little-endian, HEXADECIMAL", Ascii(Convert.ToHexString(little))),
            ("varint of SQLite", Sevens(id, highFirst: true)),
            ("varint of protocol buffers", Sevens(id, highFirst: false)),
            .. Base64("big-endian", significant),
            .. Base64("little-endian", little),
        ];
    }

    public static IEnumerable<(string Form, byte[] Bytes)> Of(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return
        [
            ("UTF-8", bytes),
            ("UTF-8, small", Encoding.UTF8.GetBytes(word.ToLowerInvariant())),
            ("UTF-8, CAPITALS", Encoding.UTF8.GetBytes(word.ToUpperInvariant())),
            ("UTF-16LE", Encoding.Unicode.GetBytes(word)),
            ("UTF-16BE", Encoding.BigEndianUnicode.GetBytes(word)),
            ("hexadecimal", Ascii(Convert.ToHexStringLower(bytes))),
            ("HEXADECIMAL", Ascii(Convert.ToHexString(bytes))),
            .. Base64("UTF-8", bytes),
        ];
    }

    /// <summary>What of base64 depends on these bytes alone, wherever in a longer text they stand.</summary>
    private static IEnumerable<(string, byte[])> Base64(string what, byte[] bytes) => Enumerable.Range(0, 3).SelectMany(before =>
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes, .. new byte[3]]);
        var own = text[(((before * 8) + 5) / 6)..((before + bytes.Length) * 8 / 6)];
        return ((string, byte[])[])[($"{what}, base64 after {before}", Ascii(own)), ($"{what}, base64url after {before}", Ascii(own.Replace('+', '-').Replace('/', '_')))];
    });

    private static byte[] Sevens(long id, bool highFirst)
    {
        var groups = new List<byte>();
        for (var rest = id; rest > 0; rest >>= 7)
        {
            groups.Add((byte)(rest & 0x7F));
        }

        if (highFirst)
        {
            groups.Reverse();
        }

        return [.. groups.Select((group, index) => index < groups.Count - 1 ? (byte)(group | 0x80) : group)];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
