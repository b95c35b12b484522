using Kentongan.Domain;

namespace Kentongan.Triage.Tests.Store;

/// <summary>Chance that falls the same way in every run; safe for many threads.</summary>
internal sealed class SeededRandomness(int seed) : Randomness
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public override void Fill(Span<byte> bytes)
    {
        lock (_gate)
        {
            _random.NextBytes(bytes);
        }
    }
}
