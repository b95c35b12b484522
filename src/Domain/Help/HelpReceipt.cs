using System.Security.Cryptography;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Help;

/// <summary>
/// The capability to a help conversation (policy 5.7). It looks like a report's receipt and can never be one: its check is the other's
/// turned round, and it is hashed for another purpose.
/// </summary>
public sealed class HelpReceipt
{
    private readonly byte[] _key;

    private HelpReceipt(byte[] key) => _key = key;

    public static HelpReceipt New(Randomness random) => new(random.Bytes(SpokenKey.KeyBytes));

    /// <summary>Eight words in lower case, parted by blanks.</summary>
    public string Words => SpokenKey.Write(_key, Check(_key));

    /// <summary>The same 128 bits for a button, 22 characters of base64url.</summary>
    public string Token => System.Buffers.Text.Base64Url.EncodeToString(_key);

    /// <summary>What the server may know.</summary>
    public byte[] Hash => SHA256.HashData([.. "kentongan help "u8, .. _key]);

    /// <summary>Reads words as people retype them. Null where they are none, also where they are a report's.</summary>
    public static HelpReceipt? FromWords(string text) => SpokenKey.Read(text, Check) is { } key ? new HelpReceipt(key) : null;

    /// <summary>Reads the button's form. Null where it is not one.</summary>
    public static HelpReceipt? FromToken(string token) => SpokenKey.FromToken(token) is { } key ? new HelpReceipt(key) : null;

    private static byte[] Check(byte[] key) => [.. Receipt.Check(key).Select(one => (byte)~one)];
}
