namespace Kentongan.Triage.Web.Figures;

/// <summary>How long something took, over so many reports.</summary>
public sealed record Spread(int Count, TimeSpan Median, TimeSpan P90)
{
    public static Spread Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0
            ? new Spread(0, default, default)
            : new Spread(sorted.Count, (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, sorted[(int)Math.Ceiling(sorted.Count * 0.9) - 1]);
    }
}
