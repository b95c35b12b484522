using System.Security.Cryptography;
using System.Text;

namespace Kentongan.Triage.Keys;

/// <summary>The keys that wrap the keys of reports, and the key beside them from which those of single purposes come (design 9).</summary>
public sealed class MasterKey(KeyFiles files) : WrappingKeys(files, ReportKeys.Purpose)
{
    internal const string DerivedName = "derived";

    /// <summary>A key of its own, so that buttons already out and the webhook's secret outlive every rotation.</summary>
    private readonly Lazy<byte[]> _derived = new(() => files.ReadOrCreate(DerivedName));

    /// <summary>A key for another purpose, so that no two purposes share one. Rotation does not change it.</summary>
    public byte[] Derive(string purpose) => Derive(_derived.Value, purpose);

    internal static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));
}
