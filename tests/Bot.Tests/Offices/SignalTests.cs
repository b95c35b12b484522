using System.Diagnostics.Metrics;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Telemetry;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>Metrics are of the whole process: while these tests listen, no other may run.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Whoever reads the metrics may sit in an office that is accused: no counter moves for such a report (policy 5.4; threat-model 4, rows 14 and 19).</summary>
[Collection(nameof(Alone))]
public sealed class SignalTests
{
    private const long Siti = 7_000_000_001, Joko = 7_000_000_002, Camat = 11, Kapolsek = 12;

    [Theory]
    [InlineData(AccusedOffice.Polsek)]
    [InlineData(AccusedOffice.Kabupaten)]
    public async Task No_counter_moves_for_what_accuses_an_office(AccusedOffice accused)
    {
        var with = await CountedAsync(accused);
        var without = await CountedAsync(null);

        Assert.Contains("kentongan.report.moves 1 action=Accept", without); // the harmless one is counted
        Assert.Contains("kentongan.deliveries 1 kind=Card result=Sent", without);
        Assert.Equal(without, with);
    }

    private static async Task<List<string>> CountedAsync(AccusedOffice? accused)
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("camat", Camat);
        await office.BindAsync("kapolsek", Kapolsek);
        await office.BindAsync("koordinator", 13);
        await office.BindAsync("auditor", 14);
        await office.BindAsync("inspektorat", 15);
        var counted = new List<string>();
        using var ear = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Signals.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        ear.SetMeasurementEventCallback<long>((instrument, value, labels, _) =>
            counted.Add($"{instrument.Name} {value} {string.Join(' ', labels.ToArray().Select(label => $"{label.Key}={label.Value}"))}"));
        ear.Start();

        await office.ReportAsync(Siti);
        await office.PressAsync(Kapolsek, "✅ Terima");
        if (accused is { } meant)
        {
            await office.ReportAsync(Joko, "Ada yang pingsan habis minum.", "miras.korban_oplosan", meant);
            if (meant == AccusedOffice.Polsek)
            {
                await office.PressAsync(Camat, "✅ Terima");
            }
        }

        return counted;
    }
}
