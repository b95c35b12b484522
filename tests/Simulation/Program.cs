using System.Diagnostics;
using System.Globalization;
using Kentongan.Simulation;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var given = args.Where((_, i) => i % 2 == 0).Zip(args.Where((_, i) => i % 2 == 1)).ToDictionary(pair => pair.First, pair => pair.Second);
var seed = Of("--seed", Random.Shared.Next(1, 1_000_000));
var reports = Of("--reports", 100_000);
var directory = given.GetValueOrDefault("--directory") ?? Directory.CreateTempSubdirectory("kentongan-simulation").FullName;
var scene = new Scene(
    reports,
    Of("--days", 60),
    seed,
    directory,
    MeanCommits: Of("--crash-every", Math.Max(400, reports / 25)),
    AuditEvery: TimeSpan.FromMinutes(Of("--audit-every", 240)),
    Injuries: Of("--orphans", Math.Max(40, reports / 100)),
    DrawEvery: Of("--draw-every", reports > 5_000 ? 100 : 1))
{
    Longest = Of("--minutes", 0) is > 0 and var minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.MaxValue,
    TimesStatements = Of("--statements", 0) > 0,
};
Console.WriteLine($"Seed {seed}: {reports} reports in {scene.Days} days, in {directory}");

var watch = Stopwatch.StartNew();
await using var play = new Play(scene);
var told = 0;
var outcome = await play.RunAsync((now, commits, broken) =>
{
    Console.Error.WriteLine($"{now:yyyy-MM-dd} {watch.Elapsed:h\\:mm\\:ss} {Outcome.Number(commits)} commits, {broken.Count} promises not kept");
    broken.Skip(told).ToList().ForEach(Console.Error.WriteLine);
    told = broken.Count;
});
foreach (var (what, figure) in outcome.Figures)
{
    Console.WriteLine($"{what,-55} {figure}");
}

foreach (var (what, seconds, times) in play.Spent)
{
    Console.WriteLine($"{"  " + what,-55} {seconds:0} s, {Outcome.Number(times)} times");
}

foreach (var (sql, seconds, longest, times) in play.Statements)
{
    Console.WriteLine($"{seconds:0.0} s, {Outcome.Number(times)} times, the longest {longest * 1000:0} ms\n    {sql.ReplaceLineEndings("\n    ")}");
}

using var self = Process.GetCurrentProcess();
Console.WriteLine($"{"Wall time, processor time, most memory",-55} {watch.Elapsed:h\\:mm\\:ss}, {self.TotalProcessorTime:h\\:mm\\:ss}, {self.PeakWorkingSet64 / 1_048_576} MB");
Console.WriteLine(outcome.Broken.Count == 0 ? "Every promise was kept." : $"NOT KEPT:\n{string.Join('\n', outcome.Broken)}");
if (!given.ContainsKey("--directory"))
{
    Directory.Delete(directory, recursive: true);
}

return outcome.Broken.Count == 0 ? 0 : 1;

int Of(string name, int otherwise) => given.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
