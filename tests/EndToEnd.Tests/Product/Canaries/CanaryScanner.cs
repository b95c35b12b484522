using System.Buffers.Binary;

namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <summary>
/// Looks for tens of thousands of byte strings at once: four bytes at each place go through a sieve of one bit each, and only what
/// falls through is compared.
/// </summary>
internal sealed class CanaryScanner
{
    public const int Shortest = 5;

    private const int SieveBits = 24;

    private readonly ulong[] _sieve = new ulong[1 << (SieveBits - 6)];
    private readonly Dictionary<uint, List<(string What, byte[] Bytes)>> _byHead = [];

    public CanaryScanner(IEnumerable<(string What, byte[] Bytes)> needles)
    {
        foreach (var needle in needles)
        {
            if (needle.Bytes.Length < Shortest)
            {
                throw new ArgumentException($"Too short to be told from chance: {needle.What}.", nameof(needles));
            }

            var head = BinaryPrimitives.ReadUInt32LittleEndian(needle.Bytes);
            if (!_byHead.TryGetValue(head, out var same))
            {
                _byHead.Add(head, same = []);
            }

            same.Add(needle);
            _sieve[Slot(head) >> 6] |= 1UL << (int)(Slot(head) & 63);
            Count++;
        }
    }

    public int Count { get; }

    public IEnumerable<string> In(byte[] place)
    {
        for (var at = 0; at + 4 <= place.Length; at++)
        {
            var head = BinaryPrimitives.ReadUInt32LittleEndian(place.AsSpan(at));
            if ((_sieve[Slot(head) >> 6] & (1UL << (int)(Slot(head) & 63))) == 0 || !_byHead.TryGetValue(head, out var same))
            {
                continue;
            }

            foreach (var (what, bytes) in same)
            {
                if (place.AsSpan(at).StartsWith(bytes))
                {
                    yield return what;
                }
            }
        }
    }

    private static uint Slot(uint head) => (head * 2_654_435_761) >> (32 - SieveBits);
}
