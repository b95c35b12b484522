namespace Kentongan.Domain.Tests.Reports;

/// <summary>Chance that falls the same way in every run.</summary>
internal sealed class SeededRandomness(int seed) : Randomness
{
    private readonly Random _random = new(seed);

    public override void Fill(Span<byte> bytes) => _random.NextBytes(bytes);
}
