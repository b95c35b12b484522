namespace Kentongan.Triage.Maps;

/// <param name="Exposure">What the count is divided by: inhabitants in ten thousands, or 1 where nobody counted them.</param>
public sealed record AreaCount(string Code, int Count, double Exposure);

/// <summary>Whether an area differs from all areas together by more than chance explains.</summary>
public enum RateVerdict
{
    Unclear,
    Above,
    Below,
}

/// <param name="Rate">Between the rate of the area and that of all: the fewer reports, the nearer to all.</param>
/// <param name="Low">Lower end of the interval in which the rate lies with nine parts in ten.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Rank">1 for the highest rate; equal ones share theirs.</param>
/// <param name="RankFrom">The best rank that the intervals allow.</param>
/// <param name="RankTo">The worst one.</param>
public sealed record ShrunkenRate(string Code, int Count, double Rate, double Low, double High, int Rank, int RankFrom, int RankTo, RateVerdict Verdict);

/// <summary>
/// Rates of small areas, drawn towards the rate of all of them (policy 7): two reports in a hamlet are chance, two hundred in a town are not. Counts
/// are taken as Poisson around rates that follow a gamma distribution, whose mean and spread come from all areas by moments (Marshall 1991), so
/// that the same counts give the same ranks.
/// </summary>
public static class ShrunkenRates
{
    /// <summary>Standard normal deviate that leaves a twentieth on each side.</summary>
    private const double NineInTen = 1.6449;

    /// <param name="all">Every area, those without reports as well: they tell what is usual.</param>
    /// <param name="shown">Which of them may be ranked.</param>
    /// <returns>The highest rate first.</returns>
    public static IReadOnlyList<ShrunkenRate> Of(IReadOnlyList<AreaCount> all, Func<AreaCount, bool> shown)
    {
        var exposure = all.Sum(area => area.Exposure);
        if (exposure <= 0)
        {
            return [];
        }

        var mean = all.Sum(area => area.Count) / exposure;
        var spread = (all.Sum(area => area.Exposure * Square((area.Count / area.Exposure) - mean)) / exposure) - (mean / (exposure / all.Count));
        var ranked = all.Where(shown).Select(area => Shrink(area, mean, spread)).OrderByDescending(one => one.Rate).ThenBy(one => one.Code, StringComparer.Ordinal).ToList();
        return
        [
            .. ranked.Select(one => one with
            {
                Rank = 1 + ranked.Count(other => other.Rate > one.Rate),
                RankFrom = 1 + ranked.Count(other => other.Low > one.High),
                RankTo = ranked.Count - ranked.Count(other => other.High < one.Low),
            }),
        ];
    }

    /// <param name="spread">Variance between the areas beyond chance; none or less means that they do not differ.</param>
    private static ShrunkenRate Shrink(AreaCount area, double mean, double spread)
    {
        if (spread <= 0 || mean <= 0)
        {
            return new ShrunkenRate(area.Code, area.Count, mean, mean, mean, 0, 0, 0, RateVerdict.Unclear);
        }

        var (shape, scale) = ((mean * mean / spread) + area.Count, (mean / spread) + area.Exposure);
        var (low, high) = (Quantile(shape, -NineInTen) / scale, Quantile(shape, NineInTen) / scale);
        return new ShrunkenRate(
            area.Code, area.Count, shape / scale, low, high, 0, 0, 0, low > mean ? RateVerdict.Above : high < mean ? RateVerdict.Below : RateVerdict.Unclear);
    }

    /// <summary>Of a gamma distribution of scale one, after Wilson and Hilferty: right to a hundredth where three reports or more stand behind it.</summary>
    private static double Quantile(double shape, double deviate) =>
        shape * Math.Pow(Math.Max(0, 1 - (1 / (9 * shape)) + (deviate / (3 * Math.Sqrt(shape)))), 3);

    private static double Square(double number) => number * number;
}
