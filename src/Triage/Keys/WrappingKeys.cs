using System.Collections.Concurrent;
using System.Globalization;

namespace Kentongan.Triage.Keys;

/// <summary>
/// The keys that wrap other keys: <c>master-1</c>, <c>master-2</c> …, the highest of which seals. The directory is looked at anew for
/// each seal and for each number not met before, so a running program takes up a key that another process made.
/// </summary>
public class WrappingKeys
{
    private const string Retired = ".retired";

    private readonly KeyFiles _files;
    private readonly KeyPurpose _purpose;
    private readonly ConcurrentDictionary<int, byte[]> _known = new();

    internal WrappingKeys(KeyFiles files, KeyPurpose purpose) => (_files, _purpose) = (files, purpose);

    /// <summary>Every key there is, lowest first.</summary>
    public IReadOnlyList<int> Numbers => [.. Numbered(_files.Names(_purpose.Wrapping)).Where(number => !IsRetired(number)).Order()];

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

            if (_files.HasMarks(_purpose.Wrapping, Retired))
            {
                throw new StartRefusedException($"Every {_purpose.Words.WrappingKey} in Keys:Directory '{_files.Directory}' is gone. Put back the right key directory.");
            }

            _files.ReadOrCreate(NameOf(1));
            return 1;
        }
    }

    public byte[] Seal(ReadOnlySpan<byte> plain, string context) => Seal(Active, plain, context);

    /// <param name="by">The number of a key that is there.</param>
    internal byte[] Seal(int by, ReadOnlySpan<byte> plain, string context) => Envelope.Seal(Find(by)!, by, plain, context);

    /// <returns>Null where the key is not there or another one sealed it.</returns>
    public byte[]? Open(byte[] sealedBytes, string context) =>
        Find(Envelope.KeyNumber(sealedBytes)) is { } key ? Envelope.Open(key, sealedBytes, context) : null;

    internal string NameOf(int number) => _purpose.Wrapping + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes the next key; whatever is sealed from now on, in any process, is sealed with it.</summary>
    internal int Rotate()
    {
        var next = Math.Max(Active, Numbered(_files.Marks(_purpose.Wrapping, Retired)).DefaultIfEmpty().Max()) + 1;
        _files.ReadOrCreate(NameOf(next));
        return next;
    }

    /// <summary>Whether this names a key that was taken out on purpose.</summary>
    internal bool IsRetired(string name) => name.StartsWith(_purpose.Wrapping, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(_purpose.Wrapping.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && IsRetired(number);

    /// <summary>The mark comes first: it says that the key is missing on purpose, also to a backup that still names it.</summary>
    internal void Retire(int number)
    {
        _files.Mark(NameOf(number) + Retired);
        _files.Destroy(NameOf(number));
        _known.TryRemove(number, out _);
    }

    private bool IsRetired(int number) => _files.HasMark(NameOf(number) + Retired);

    private IEnumerable<int> Numbered(IEnumerable<string> names) => names
        .Select(name => int.TryParse(name.AsSpan(_purpose.Wrapping.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0);

    private byte[]? Find(int number)
    {
        if (!_known.TryGetValue(number, out var key) && number > 0 && _files.TryRead(NameOf(number)) is { } read)
        {
            _known[number] = key = read;
        }

        return key;
    }
}
