namespace Kentongan.Triage.Keys;

/// <summary>The key that wraps the keys of reports and seals what officers' buttons carry. Made at the first start.</summary>
public sealed class MasterKey(KeyFiles files)
{
    /// <summary>Numbers let a later key stand beside this one while everything is wrapped anew.</summary>
    public const int Number = 1;

    private readonly Lazy<byte[]> _key = new(() => files.ReadOrCreate($"master-{Number}"));

    public bool Exists => files.TryRead($"master-{Number}") is not null;

    public byte[] Seal(ReadOnlySpan<byte> plain, string context) => Envelope.Seal(_key.Value, Number, plain, context);

    public byte[]? Open(byte[] sealedBytes, string context) => Envelope.Open(_key.Value, sealedBytes, context);

    /// <summary>A key of its own for another purpose, so that no two purposes share one.</summary>
    public byte[] Derive(string purpose) => System.Security.Cryptography.HKDF.DeriveKey(
        System.Security.Cryptography.HashAlgorithmName.SHA256, _key.Value, 32, info: System.Text.Encoding.UTF8.GetBytes(purpose));
}
