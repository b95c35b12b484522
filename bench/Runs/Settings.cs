using System.Globalization;

namespace Kentongan.Bench.Runs;

/// <summary>What the command line said.</summary>
internal sealed record Settings(string Mode, string Program, string Directory, IReadOnlyDictionary<string, string> Given)
{
    public int Rounds => Number("rounds", 3);

    public TimeSpan WarmUp => TimeSpan.FromSeconds(Number("warm-up", 20));

    public TimeSpan During => TimeSpan.FromSeconds(Number("seconds", 15));

    public bool Webhook => Given.ContainsKey("webhook") || Mode == "webhook";

    /// <summary>Bundle storms in the runs of throughput, as the product does by default.</summary>
    public bool Storms => !Given.ContainsKey("no-storms");

    public bool Kill => Given.ContainsKey("kill");

    public static Settings Read(string[] args)
    {
        var given = new Dictionary<string, string>();
        for (var i = 1; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{args[i]}' is no option. See bench/README.md.");
            }

            var hasValue = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            given[args[i][2..]] = hasValue ? args[++i] : "";
        }

        return new Settings(
            args.Length == 0 ? "help" : args[0],
            given.GetValueOrDefault("program", "artifacts/bench/Kentongan.Bot"),
            given.GetValueOrDefault("directory", Path.Combine(Path.GetTempPath(), "kentongan-bench")),
            given);
    }

    public int Number(string name, int otherwise) =>
        Given.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
