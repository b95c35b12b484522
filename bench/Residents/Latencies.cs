using System.Diagnostics;

namespace Kentongan.Bench.Residents;

/// <summary>How long things took, while it counts.</summary>
internal sealed class Latencies
{
    private readonly Lock _gate = new();
    private readonly List<double> _milliseconds = [];
    private bool _counting;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _milliseconds.Count;
            }
        }
    }

    /// <summary>Starts anew: what came before was the warming up.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _milliseconds.Clear();
            _counting = true;
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _counting = false;
        }
    }

    /// <param name="since">A timestamp of <see cref="Stopwatch"/>.</param>
    public void Add(long since)
    {
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        lock (_gate)
        {
            if (_counting)
            {
                _milliseconds.Add(took);
            }
        }
    }

    public double[] Percentiles(params double[] shares)
    {
        lock (_gate)
        {
            double[] sorted = [.. _milliseconds.Order()];
            return [.. shares.Select(share => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1])];
        }
    }
}
