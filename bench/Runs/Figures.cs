using System.Globalization;

namespace Kentongan.Bench.Runs;

/// <summary>What was measured, round by round, and at the end one table with the medians.</summary>
internal sealed class Figures
{
    private readonly List<(string Name, string Unit, string Target, List<double> Values)> _rows = [];

    /// <param name="target">In words, empty for a figure that only explains.</param>
    public void Add(string name, string unit, double value, string target = "")
    {
        var row = _rows.Find(row => row.Name == name);
        if (row.Values is null)
        {
            _rows.Add(row = (name, unit, target, []));
        }

        row.Values.Add(value);
        Console.WriteLine($"  {name}: {Show(value)} {unit}");
    }

    public string Table()
    {
        var lines = _rows.Select(row =>
            $"| {row.Name} | {Show(Median(row.Values))} {row.Unit} | {Show(row.Values.Min())} … {Show(row.Values.Max())} | {row.Values.Count} | {row.Target} |");
        return string.Join('\n', ["| Figure | Median | Range | Rounds | Target |", "|---|---|---|---|---|", .. lines]);
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Show(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);
}
