using System.Diagnostics;
using Kentongan.Bench.Product;
using Kentongan.Bench.Residents;
using Kentongan.Bench.Telegram;

namespace Kentongan.Bench.Runs;

/// <summary>The runs without Telegram's limits: how much, how quickly, how soon at the officer.</summary>
internal sealed class Load(Settings settings, LeanTelegram telegram, Installation template, Figures figures)
{
    /// <summary>Residents in a closed loop, as many updates as go through.</summary>
    public async Task ThroughputAsync(bool webhook)
    {
        using var here = template.Copy(Fresh());
        var reference = Reference.Transactions(here.Directory, TimeSpan.FromSeconds(2));
        using var product = here.Run(webhook: webhook, storms: settings.Storms);
        await ReadyAsync(webhook);
        var crowd = new Crowd(telegram, Installation.Kecamatan);
        var before = telegram.Updates.Sent;
        crowd.Start(settings.Number("residents", 256));
        await Task.Delay(settings.WarmUp);

        crowd.Replies.Restart();
        var (receipts, cpu, own, clock) = (crowd.Receipts, product.Cpu, Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        await Task.Delay(settings.During);
        var seconds = clock.Elapsed.TotalSeconds;
        crowd.Replies.Stop();
        var (updates, reports) = (crowd.Replies.Count / seconds, (crowd.Receipts - receipts) / seconds);
        var (productCpu, ownCpu) = ((product.Cpu - cpu).TotalSeconds / seconds, (Process.GetCurrentProcess().TotalProcessorTime - own).TotalSeconds / seconds);

        var name = webhook ? "Webhook" : "Polling";
        figures.Add($"{name}: durable updates", "/s", updates, "≥ 2,800");
        figures.Add($"{name}: whole reports", "/s", reports);
        var latency = crowd.Replies.Percentiles(0.5, 0.95, 0.99);
        figures.Add($"{name}: reply at full load, p50", "ms", latency[0]);
        figures.Add($"{name}: reply at full load, p99", "ms", latency[2]);
        figures.Add($"{name}: processor, product", "cores", productCpu);
        figures.Add($"{name}: processor time of the product an update", "µs", productCpu / updates * 1e6);
        figures.Add($"{name}: processor, generator", "cores", ownCpu);
        crowd.Closing = true;
        await DrainAsync(crowd);
        if (!settings.Storms)
        {
            await CardsSettledAsync(crowd);
        }

        figures.Add($"{name}: largest resident set", "MB", product.PeakMegabytes, "≤ 200");
        await product.StopAsync();
        reference = (reference + Reference.Transactions(here.Directory, TimeSpan.FromSeconds(2))) / 2;
        figures.Add($"{name}: raw transactions beside it", "/s", reference);
        figures.Add($"{name}: updates for each raw transaction", "", updates / reference);
        Prove(here, telegram.Updates.Sent - before, crowd);
    }

    /// <summary>Updates at a steady pace, whatever the answers do.</summary>
    public async Task LatencyAsync(int rate)
    {
        using var here = template.Copy(Fresh());
        using var product = here.Run(webhook: settings.Webhook);
        await ReadyAsync(settings.Webhook);
        var crowd = new Crowd(telegram, Installation.Kecamatan) { ClosedLoop = false };
        crowd.Start(Math.Max(64, rate));
        await PaceAsync(rate, settings.WarmUp, () => crowd.TryGoOn());
        crowd.Replies.Restart();
        await PaceAsync(rate, settings.During, () => crowd.TryGoOn());
        crowd.Replies.Stop();
        var latency = crowd.Replies.Percentiles(0.5, 0.95, 0.99);
        figures.Add($"Reply at {rate} updates/s, p50", "ms", latency[0], "≤ 2");
        figures.Add($"Reply at {rate} updates/s, p95", "ms", latency[1]);
        figures.Add($"Reply at {rate} updates/s, p99", "ms", latency[2], "≤ 6");
        await product.StopAsync();
        figures.Add($"Disk: 4 KB writes with a sync", "/s", Reference.Syncs(here.Directory, TimeSpan.FromSeconds(1)));
    }

    /// <summary>New residents at a steady pace, each going through a whole report.</summary>
    public async Task CardsAsync(int rate)
    {
        using var here = template.Copy(Fresh());
        using var product = here.Run(webhook: settings.Webhook, storms: false);
        await ReadyAsync(settings.Webhook);
        var crowd = new Crowd(telegram, Installation.Kecamatan) { Closing = true };
        await PaceAsync(rate, settings.WarmUp, crowd.Begin);
        crowd.Cards.Restart();
        crowd.Replies.Restart();
        var (receipts, clock) = (crowd.Receipts, Stopwatch.StartNew());
        await PaceAsync(rate, settings.During, crowd.Begin);
        var done = (crowd.Receipts - receipts) / clock.Elapsed.TotalSeconds;
        crowd.Replies.Stop();
        crowd.Cards.Stop();
        await DrainAsync(crowd);
        await CardsSettledAsync(crowd);
        figures.Add($"Reports at {rate}/s: finished", "/s", done, $"{rate}");
        var cards = crowd.Cards.Percentiles(0.5, 0.99);
        figures.Add($"Kirim to card at {rate} reports/s, p50", "ms", cards[0]);
        figures.Add($"Kirim to card at {rate} reports/s, p99", "ms", cards[1], "< 1,000");
        figures.Add($"Reports at {rate}/s: reply p99", "ms", crowd.Replies.Percentiles(0.99)[0]);
        figures.Add($"Reports at {rate}/s: receipts without all three cards", "", crowd.Lost(Installation.SeatsOf), "0");
        figures.Add($"Reports at {rate}/s: largest resident set", "MB", product.PeakMegabytes, "≤ 200");
        await product.StopAsync();
    }

    /// <summary>From the start of the process to the first poll, on an existing store.</summary>
    public async Task StartAsync()
    {
        using var here = template.Copy(Fresh());
        telegram.ForgetPolls();
        var started = Stopwatch.GetTimestamp();
        using var product = here.Run();
        await UntilAsync(() => telegram.FirstPoll > 0, TimeSpan.FromSeconds(30));
        figures.Add("Start to the first getUpdates", "ms", Stopwatch.GetElapsedTime(started, telegram.FirstPoll).TotalMilliseconds, "≤ 1,000");
        await Task.Delay(1500);
        await product.StopAsync();
    }

    public async Task ReadyAsync(bool webhook)
    {
        telegram.ForgetPolls();
        await UntilAsync(() => webhook ? telegram.IsHooked : telegram.FirstPoll > 0, TimeSpan.FromSeconds(30));
        await Task.Delay(500);
    }

    public string Fresh() => Path.Combine(settings.Directory, $"run-{Guid.CreateVersion7():N}");

    /// <summary>Everybody who has begun is done.</summary>
    public static Task DrainAsync(Crowd crowd) => UntilAsync(() => crowd.Running == 0, TimeSpan.FromMinutes(2));

    public static Task CardsSettledAsync(Crowd crowd) => UntilAsync(() => crowd.Lost(Installation.SeatsOf) == 0, TimeSpan.FromMinutes(2));

    private static async Task UntilAsync(Func<bool> done, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (!done() && clock.Elapsed < patience)
        {
            await Task.Delay(5);
        }
    }

    private static Task PaceAsync(int rate, TimeSpan during, Action act) => Task.Factory.StartNew(
        () =>
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; clock.Elapsed < during; i++)
            {
                while (clock.Elapsed.TotalSeconds < (double)i / rate)
                {
                    Thread.Sleep(1);
                }

                act();
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>The figure counts only if the store holds what was answered: every update once, a report for every receipt.</summary>
    private static void Prove(Installation here, int updates, Crowd crowd)
    {
        var (seen, reports, poison) = (here.Rows("seen_updates"), here.Rows("reports"), here.Rows("poison_updates"));
        if (seen < updates || reports != crowd.Receipts || poison > 0 || crowd.Strange > 0)
        {
            throw new InvalidOperationException(
                $"The store does not hold what was answered: {updates} updates sent, {seen} seen; {crowd.Receipts} receipts, {reports} reports; {poison} passed over; {crowd.Strange} unexpected answers.");
        }
    }
}
