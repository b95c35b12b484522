using System.Diagnostics.Metrics;
using Kentongan.Triage.Telemetry;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Metrics are of the whole process: while these tests listen, no other may run.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>What auditor and inspectorate open would tell whoever reads the metrics that there is something to open (policy 5.4; threat-model 4, rows 14 and 19).</summary>
[Collection(nameof(Alone))]
public sealed class PageSignalTests
{
    [Theory]
    [InlineData("camat", "page=BoardPage outcome=done, page=ListPage outcome=done")]
    [InlineData("koordinator", "page=BoardPage outcome=done, page=ListPage outcome=done")]
    [InlineData("auditor", "")]
    [InlineData("inspektorat", "")]
    public async Task Pages_are_counted_but_for_those_who_read_every_accusation(string reader, string expected)
    {
        var counted = new List<string>();
        using var ear = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Signals.Name && instrument.Name == "kentongan.page.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        ear.SetMeasurementEventCallback<double>((_, _, labels, _) =>
        {
            var line = string.Join(' ', labels.ToArray().Select(label => $"{label.Key}={label.Value}"));
            lock (counted)
            {
                counted.Add(line);
            }
        });
        ear.Start();

        await using (var office = await Office.OpenAsync(crew: "camat koordinator auditor inspektorat"))
        {
            var visitor = await office.SignInAsync(reader);
            Assert.Equal(200, (await visitor.GetAsync("/papan")).Status);
            Assert.Equal(200, (await visitor.GetAsync("/daftar")).Status);
        } // a page is counted when its answer has gone out: by now it has

        Assert.Equal(expected, string.Join(", ", counted));
    }
}
