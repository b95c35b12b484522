using System.Diagnostics;

namespace Kentongan.Simulation.World;

/// <summary>Where the time of a run goes. Only one thing happens at a time, so the parts add up to the whole.</summary>
internal sealed class Stopwatches
{
    private readonly Dictionary<string, (long Ticks, long Times)> _spent = [];

    public IEnumerable<(string What, double Seconds, long Times)> Spent =>
        _spent.Select(pair => (pair.Key, TimeSpan.FromTicks(pair.Value.Ticks).TotalSeconds, pair.Value.Times)).OrderByDescending(one => one.TotalSeconds);

    public async Task TakeAsync(string what, Func<Task> act)
    {
        var from = Stopwatch.GetTimestamp();
        try
        {
            await act();
        }
        finally
        {
            Add(what, from);
        }
    }

    public void Add(string what, long from)
    {
        var (ticks, times) = _spent.GetValueOrDefault(what);
        _spent[what] = (ticks + Stopwatch.GetElapsedTime(from).Ticks, times + 1);
    }
}
