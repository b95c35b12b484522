using System.Diagnostics;
using Kentongan.Bench.Product;
using Kentongan.Bench.Residents;
using Kentongan.Bench.Telegram;

namespace Kentongan.Bench.Runs;

/// <summary>The runs with Telegram's limits on: how near to them the sender comes, and what a burst and a kill leave behind.</summary>
internal sealed class Limits(Settings settings, LeanTelegram telegram, Installation template, Figures figures, Load load)
{
    /// <param name="refuseEvery">A 429 on every so many messages that keep the limits; 0 for none.</param>
    public async Task SustainedAsync(int refuseEvery)
    {
        using var here = template.Copy(load.Fresh());
        using var product = here.Run(limits: true, settings.Webhook, storms: false);
        await load.ReadyAsync(settings.Webhook);
        var flood = new FloodLimits(refuseEvery);
        telegram.Limits = flood;
        var crowd = new Crowd(telegram, Installation.Kecamatan);
        crowd.Start(settings.Number("residents", 200));
        await Task.Delay(settings.WarmUp);
        var (before, clock) = (telegram.Sends, Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(settings.Number("limit-seconds", 60)));
        var name = refuseEvery == 0 ? "Limits" : $"Limits, every {refuseEvery}th refused";
        figures.Add($"{name}: messages", "/s", (telegram.Sends - before) / clock.Elapsed.TotalSeconds, "≥ 29");
        figures.Add($"{name}: most in any second", "", flood.MostInASecond, "≤ 30");
        figures.Add($"{name}: 429 earned over all chats", "", flood.OverInAll, "0");
        figures.Add($"{name}: 429 earned in one chat", "", flood.OverInChat, "0");
        figures.Add($"{name}: calls into a running retry_after", "", flood.Violations, "0");
        crowd.Closing = true;
        await product.StopAsync();
        telegram.Limits = null;
    }

    /// <summary>Many residents press Kirim in the same moment; where asked, the product dies while the cards queue and comes back.</summary>
    public async Task BurstAsync(int reports, bool kill)
    {
        using var here = template.Copy(load.Fresh());
        var crowd = new Crowd(telegram, Installation.Kecamatan) { WaitBeforeSending = true, Closing = true };
        using (var unlimited = here.Run(storms: false))
        {
            await load.ReadyAsync(webhook: false);
            crowd.Start(reports);
            while (crowd.Waiting < reports)
            {
                await Task.Delay(20);
            }

            await Task.Delay(1000);
            await unlimited.StopAsync();
        }

        var product = here.Run(limits: true, storms: false);
        await load.ReadyAsync(webhook: false);
        var flood = new FloodLimits();
        telegram.Limits = flood;
        var clock = Stopwatch.StartNew();
        crowd.SendAll();
        if (kill)
        {
            await Task.Delay(TimeSpan.FromSeconds(settings.Number("kill-after", 8)));
            var (receipts, cards) = (crowd.Receipts, crowd.CardsInAll);
            await product.KillAsync();
            product.Dispose();
            await Task.Delay(1200); // Telegram's count of the last second runs out with it
            Console.WriteLine($"  killed with {receipts} receipts and {cards} cards out");
            product = here.Run(limits: true, storms: false);
        }

        await Load.DrainAsync(crowd);
        var receiptsAfter = clock.Elapsed.TotalSeconds;
        await Load.CardsSettledAsync(crowd);
        var name = kill ? $"Burst of {reports} and kill -9" : $"Burst of {reports}";
        figures.Add($"{name}: receipts", "", crowd.Receipts, $"{reports}");
        figures.Add($"{name}: receipts without all three cards", "", crowd.Lost(Installation.SeatsOf), "0");
        figures.Add($"{name}: last receipt after", "s", receiptsAfter);
        figures.Add($"{name}: last card after", "s", clock.Elapsed.TotalSeconds);
        figures.Add($"{name}: 429 earned", "", flood.OverInAll + flood.OverInChat, "0");
        await product.StopAsync();
        product.Dispose();
        telegram.Limits = null;
    }
}
