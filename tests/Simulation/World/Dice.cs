using Kentongan.Domain;

namespace Kentongan.Simulation.World;

/// <summary>Chance that falls the same way for the same seed.</summary>
internal sealed class Dice(int seed) : Randomness
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

/// <summary>How people and machines spread over time.</summary>
internal static class Chance
{
    public static bool Of(this Random random, double probability) => random.NextDouble() < probability;

    public static TimeSpan Between(this Random random, TimeSpan from, TimeSpan to) => from + ((to - from) * random.NextDouble());

    /// <summary>Half of them sooner than the median, a few very much later.</summary>
    public static TimeSpan Around(this Random random, TimeSpan median)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return median * Math.Clamp(Math.Exp(normal), 0.05, 20);
    }

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
