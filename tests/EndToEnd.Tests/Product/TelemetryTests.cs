using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>What the real process sends to a collector: its own work in numbers, and of reports and people nothing (threat-model 4, row 14).</summary>
public sealed class TelemetryTests
{
    private const string Story = "gelatik-bersiul-7712";

    [Fact]
    public async Task A_collector_learns_of_the_work_and_of_no_report_place_or_person()
    {
        await using var collector = new Collector();
        var address = await collector.StartAsync();
        await using var stage = await Stage.SetAsync($"--Telemetry:OtlpEndpoint={address}", "--Telemetry:JsonLogs=true");
        var siti = new Resident(stage.Telegram, "Sitirahayu Wulandari", "siti_rahayu_w");
        await siti.ReportsAsync(Story);
        await stage.Kapolsek.TapAsync("✅ Terima");
        await stage.Kapolsek.SeesAsync("Diterima Kapolsek");

        await stage.Product.StopAsync(); // sends what is left

        var sent = collector.All;
        Assert.Contains(sent, one => one.Path == "/v1/metrics" && Holds(one.Body, "kentongan.report.moves") && Holds(one.Body, "Accept"));
        Assert.Contains(sent, one => one.Path == "/v1/metrics" && Holds(one.Body, "kentongan.deliveries"));
        Assert.Contains(sent, one => one.Path == "/v1/traces" && Holds(one.Body, "job AuditOpenReports"));
        var person = siti.Hand.Phone.Owner;
        var id = person.Id.ToString(CultureInfo.InvariantCulture);
        string[] needles =
        [
            Story, id, person.FirstName, person.Username!, person.Phone.TrimStart('+'), stage.Telegram.Token, stage.Camat.Id.ToString(CultureInfo.InvariantCulture),
            "33.20", "Pakis", "miras", "trantibum",
            .. Environment.MachineName is { Length: > 4 } machine ? [machine] : Array.Empty<string>(), // two letters stand in any random number
        ];
        Assert.Empty(
            from needle in needles
            from one in sent
            where Holds(one.Body, needle) || one.Headers.Contains(needle, StringComparison.OrdinalIgnoreCase)
            select $"{needle} in {one.Path}");
        Assert.All(
            stage.Product.Output.Split('\n').Where(line => line.Contains("Category", StringComparison.Ordinal)),
            line => System.Text.Json.JsonDocument.Parse(line).Dispose());
    }

    private static bool Holds(byte[] body, string needle) => Encoding.Latin1.GetString(body).Contains(needle, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes whatever is sent.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly List<(string Path, byte[] Body, string Headers)> _all = [];

        public Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Urls.Add("http://127.0.0.1:0");
            _app.MapPost("/v1/{signal}", TakeAsync);
        }

        public IReadOnlyList<(string Path, byte[] Body, string Headers)> All
        {
            get
            {
                lock (_all)
                {
                    return [.. _all];
                }
            }
        }

        public async Task<string> StartAsync()
        {
            await _app.StartAsync();
            return _app.Urls.First();
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task TakeAsync(HttpContext http)
        {
            var body = new MemoryStream();
            await (http.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(http.Request.Body, CompressionMode.Decompress) : http.Request.Body).CopyToAsync(body);
            lock (_all)
            {
                _all.Add((http.Request.Path, body.ToArray(), string.Join('\n', http.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))));
            }
        }
    }
}
