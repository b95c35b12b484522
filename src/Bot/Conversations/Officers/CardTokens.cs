using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Kentongan.Domain;
using Kentongan.Triage.Keys;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>
/// Seals what an officer's button does into its callback data: opaque, bound to the officer, expiring (threat-model 4, row 12). The
/// nonce is derived from what is sealed, so the same card drawn twice is the same to the byte and needs no edit.
/// </summary>
public sealed class CardTokens(MasterKey master, TimeProvider time)
{
    /// <summary>Tells an officer's button from a resident's.</summary>
    public const char Mark = '!';

    private const int Plain = 8 + 1 + 4 + 2, Nonce = 12, Tag = 16;
    private const int DaysValid = 60;

    private readonly Lazy<byte[]> _seal = new(() => master.Derive("card-seal"));
    private readonly Lazy<byte[]> _nonces = new(() => master.Derive("card-nonce"));

    public string Seal(OfficerId officer, CardTap tap)
    {
        Span<byte> plain = stackalloc byte[Plain];
        BinaryPrimitives.WriteInt64BigEndian(plain, tap.Card);
        plain[8] = (byte)tap.Action;
        BinaryPrimitives.WriteInt32BigEndian(plain[9..], tap.Argument);
        BinaryPrimitives.WriteUInt16BigEndian(plain[13..], (ushort)(Week() + (DaysValid / 7)));

        var token = new byte[Nonce + Plain + Tag];
        Span<byte> keyed = stackalloc byte[Plain + 16];
        plain.CopyTo(keyed);
        officer.Value.TryWriteBytes(keyed[Plain..], bigEndian: true, out _);
        HMACSHA256.HashData(_nonces.Value, keyed).AsSpan(0, Nonce).CopyTo(token);
        using var cipher = new AesGcm(_seal.Value, Tag);
        cipher.Encrypt(token.AsSpan(0, Nonce), plain, token.AsSpan(Nonce, Plain), token.AsSpan(Nonce + Plain), officer.Value.ToByteArray(bigEndian: true));
        return Mark + Base64Url.EncodeToString(token);
    }

    /// <returns>Null where the button was forged, belongs to somebody else, or is too old.</returns>
    public CardTap? Open(OfficerId officer, string data)
    {
        if (data.Length == 0 || data[0] != Mark || !Base64Url.IsValid(data.AsSpan(1)))
        {
            return null;
        }

        var token = Base64Url.DecodeFromChars(data.AsSpan(1));
        if (token.Length != Nonce + Plain + Tag)
        {
            return null;
        }

        Span<byte> plain = stackalloc byte[Plain];
        using var cipher = new AesGcm(_seal.Value, Tag);
        try
        {
            cipher.Decrypt(token.AsSpan(0, Nonce), token.AsSpan(Nonce, Plain), token.AsSpan(Nonce + Plain), plain, officer.Value.ToByteArray(bigEndian: true));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return BinaryPrimitives.ReadUInt16BigEndian(plain[13..]) < Week()
            ? null
            : new CardTap(BinaryPrimitives.ReadInt64BigEndian(plain), (CardAction)plain[8], BinaryPrimitives.ReadInt32BigEndian(plain[9..]));
    }

    /// <summary>Weeks since 1970: coarse, so that a card does not change every minute.</summary>
    private int Week() => (int)(time.GetUtcNow().ToUnixTimeSeconds() / (7 * 24 * 3600));
}
