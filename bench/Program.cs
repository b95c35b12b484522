using System.Globalization;
using Kentongan.Bench.Pages;
using Kentongan.Bench.Product;
using Kentongan.Bench.Runs;
using Kentongan.Bench.Telegram;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var settings = Settings.Read(args);
if (settings.Mode == "help" || (settings.Mode != "reference" && !File.Exists(settings.Program)))
{
    Console.Error.WriteLine("Modes: throughput, webhook, latency, cards, start, limits, burst, web, reference, all. Publish the product first; bench/README.md has the command.");
    return 2;
}

Directory.CreateDirectory(settings.Directory);
var figures = new Figures();
if (settings.Mode == "reference")
{
    Repeat(settings.Rounds, () =>
    {
        figures.Add("Raw durable one-row transactions", "/s", Reference.Transactions(settings.Directory, TimeSpan.FromSeconds(3)));
        figures.Add("4 KB writes with a sync", "/s", Reference.Syncs(settings.Directory, TimeSpan.FromSeconds(2)));
        return Task.CompletedTask;
    });
    return Finish();
}

using var telegram = new LeanTelegram();
if (settings.Mode == "web")
{
    await new PageRun(settings, telegram, figures).RunAsync();
    return Finish();
}

var seats = Path.Combine(settings.Directory, "seats");
var template = new Installation(seats, settings.Program, telegram);
if (!settings.Given.ContainsKey("keep") || !Directory.Exists(seats))
{
    Console.WriteLine("Binding the seats of four kecamatan and a coordinator …");
    template.Clear();
    await template.BindEverybodyAsync();
}

var load = new Load(settings, telegram, template, figures);
var limits = new Limits(settings, telegram, template, figures, load);
var all = settings.Mode == "all";
var rate = settings.Number("rate", settings.Mode == "cards" ? 50 : 150);

foreach (var (mode, run) in new (string, Func<Task>)[]
{
    ("start", load.StartAsync),
    ("throughput", () => load.ThroughputAsync(webhook: settings.Webhook)),
    ("webhook", () => load.ThroughputAsync(webhook: true)),
    ("latency", () => load.LatencyAsync(rate)),
    ("cards", () => load.CardsAsync(all ? 50 : rate)),
})
{
    if (all || mode == settings.Mode)
    {
        Repeat(mode == "start" ? 5 : settings.Rounds, run);
    }
}

if (all || settings.Mode == "limits")
{
    await limits.SustainedAsync(refuseEvery: 0);
    await limits.SustainedAsync(refuseEvery: 100);
}

if (all || settings.Mode == "burst")
{
    await limits.BurstAsync(settings.Number("reports", 150), kill: all || settings.Kill);
}

return Finish();

void Repeat(int rounds, Func<Task> run)
{
    for (var i = 1; i <= rounds; i++)
    {
        Console.WriteLine($"{settings.Mode}, round {i} of {rounds}; load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        run().GetAwaiter().GetResult();
    }
}

int Finish()
{
    Console.WriteLine();
    Console.WriteLine(figures.Table());
    return 0;
}
