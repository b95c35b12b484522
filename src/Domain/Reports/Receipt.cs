using System.Security.Cryptography;

namespace Kentongan.Domain.Reports;

/// <summary>
/// The resident's capability: whoever holds it may follow a report up, from any account (threat-model 3). 128 random bits,
/// written as eight words of three syllables that a person can say, copy and write down. The server keeps only the hash.
/// </summary>
public sealed class Receipt
{
    private const int KeyBytes = 16;

    private readonly byte[] _key;

    private Receipt(byte[] key) => _key = key;

    public static Receipt New(Randomness random) => new(random.Bytes(KeyBytes));

    /// <summary>The words in lower case, parted by blanks.</summary>
    public string Words => SpokenKey.Write(_key, Check(_key));

    /// <summary>The same 128 bits for a button, 22 characters of base64url.</summary>
    public string Token => System.Buffers.Text.Base64Url.EncodeToString(_key);

    /// <summary>What the server may know. The key is random over its whole length, so a plain hash cannot be searched.</summary>
    public byte[] Hash => SHA256.HashData(_key);

    /// <summary>Reads words as people retype them: any case, any blanks, hyphens or line breaks. Null where they are not a receipt.</summary>
    public static Receipt? FromWords(string text) => SpokenKey.Read(text, Check) is { } key ? new Receipt(key) : null;

    /// <summary>Reads the button's form. Null where it is not one.</summary>
    public static Receipt? FromToken(string token) => SpokenKey.FromToken(token) is { } key ? new Receipt(key) : null;

    /// <summary>Catches a slip of the pen before the database is asked.</summary>
    internal static byte[] Check(byte[] key) => SHA256.HashData([.. "kentongan receipt"u8, .. key])[..SpokenKey.CheckBytes];
}
