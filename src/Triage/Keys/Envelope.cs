using System.Security.Cryptography;
using System.Text;

namespace Kentongan.Triage.Keys;

/// <summary>
/// AES-256-GCM in one byte string: <c>version | key number (4) | nonce (12) | ciphertext | tag (16)</c>. The context (table, column
/// and row) is authenticated, so a value cannot be moved to another place. A new cipher object each time: one is not safe for
/// two threads.
/// </summary>
public static class Envelope
{
    private const byte Version = 1;
    private const int Header = 5, Nonce = 12, Tag = 16;

    /// <summary>
    /// A text with blanks behind it, up to a whole number of blocks and one at least: a length would tell a long story from a short one, and one person's
    /// number from another's, without any key (threat-model 4, row 3).
    /// </summary>
    public static byte[] Padded(ReadOnlySpan<byte> text, int block)
    {
        var padded = new byte[Math.Max(1, (text.Length + block - 1) / block) * block];
        text.CopyTo(padded);
        padded.AsSpan(text.Length).Fill((byte)' ');
        return padded;
    }

    public static byte[] Seal(byte[] key, int keyNumber, ReadOnlySpan<byte> plain, string context)
    {
        var sealedBytes = new byte[Header + Nonce + plain.Length + Tag];
        sealedBytes[0] = Version;
        BitConverter.TryWriteBytes(sealedBytes.AsSpan(1), keyNumber);
        var nonce = sealedBytes.AsSpan(Header, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, Tag);
        cipher.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(Header + Nonce, plain.Length),
            sealedBytes.AsSpan(Header + Nonce + plain.Length),
            Encoding.UTF8.GetBytes(context));
        return sealedBytes;
    }

    public static int KeyNumber(byte[] sealedBytes) => BitConverter.ToInt32(sealedBytes, 1);

    /// <returns>Null where the key or the context is another, or the bytes were changed.</returns>
    public static byte[]? Open(byte[] key, byte[] sealedBytes, string context)
    {
        var length = sealedBytes.Length - Header - Nonce - Tag;
        if (length < 0 || sealedBytes[0] != Version)
        {
            return null;
        }

        var plain = new byte[length];
        using var cipher = new AesGcm(key, Tag);
        try
        {
            cipher.Decrypt(
                sealedBytes.AsSpan(Header, Nonce),
                sealedBytes.AsSpan(Header + Nonce, length),
                sealedBytes.AsSpan(Header + Nonce + length),
                plain,
                Encoding.UTF8.GetBytes(context));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
