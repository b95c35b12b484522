using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kentongan.Triage.Keys;

/// <summary>
/// The keys that wrap the keys of reports: <c>master-1</c>, <c>master-2</c> …, the highest of which seals. The directory is looked
/// at anew for each seal and for each number not met before, so a running program takes up a key that another process made.
/// </summary>
public sealed class MasterKey(KeyFiles files)
{
    internal const string Prefix = "master-";
    internal const string DerivedName = "derived";
    private const string Retired = ".retired";

    private readonly ConcurrentDictionary<int, byte[]> _known = new();

    /// <summary>A key of its own, so that buttons already out and the webhook's secret outlive every rotation.</summary>
    private readonly Lazy<byte[]> _derived = new(() => files.ReadOrCreate(DerivedName));

    /// <summary>Every key there is, lowest first.</summary>
    public IReadOnlyList<int> Numbers => [.. Numbered(files.Names(Prefix)).Where(number => !IsRetired(number)).Order()];

    /// <summary>The key that seals from now on; the first one is made where there was never any.</summary>
    /// <exception cref="StartRefusedException">There were keys, and they are gone.</exception>
    public int Active
    {
        get
        {
            if (Numbers is [.., var last])
            {
                return last;
            }

            if (files.HasMarks(Prefix, Retired))
            {
                throw new StartRefusedException($"Every master key in Keys:Directory '{files.Directory}' is gone. Put back the right key directory.");
            }

            files.ReadOrCreate(NameOf(1));
            return 1;
        }
    }

    public byte[] Seal(ReadOnlySpan<byte> plain, string context)
    {
        var number = Active;
        return Envelope.Seal(Find(number)!, number, plain, context);
    }

    /// <returns>Null where the key is not there or another one sealed it.</returns>
    public byte[]? Open(byte[] sealedBytes, string context) =>
        Find(Envelope.KeyNumber(sealedBytes)) is { } key ? Envelope.Open(key, sealedBytes, context) : null;

    /// <summary>A key for another purpose, so that no two purposes share one. Rotation does not change it.</summary>
    public byte[] Derive(string purpose) => Derive(_derived.Value, purpose);

    internal static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));

    internal static string NameOf(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes the next key; whatever is sealed from now on, in any process, is sealed with it.</summary>
    internal int Rotate()
    {
        var next = Math.Max(Active, Numbered(files.Marks(Prefix, Retired)).DefaultIfEmpty().Max()) + 1;
        files.ReadOrCreate(NameOf(next));
        return next;
    }

    internal bool IsRetired(int number) => files.HasMark(NameOf(number) + Retired);

    /// <summary>The mark comes first: it says that the key is missing on purpose, also to a backup that still names it.</summary>
    internal void Retire(int number)
    {
        files.Mark(NameOf(number) + Retired);
        files.Destroy(NameOf(number));
        _known.TryRemove(number, out _);
    }

    private static IEnumerable<int> Numbered(IEnumerable<string> names) => names
        .Select(name => int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0);

    private byte[]? Find(int number)
    {
        if (!_known.TryGetValue(number, out var key) && number > 0 && files.TryRead(NameOf(number)) is { } read)
        {
            _known[number] = key = read;
        }

        return key;
    }
}
