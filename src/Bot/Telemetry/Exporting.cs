using System.Diagnostics;
using Kentongan.Bot.Configuration;
using Kentongan.Triage;
using Kentongan.Triage.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kentongan.Bot.Telemetry;

/// <summary>Sends metrics and traces of our own to a collector, where one was named. What libraries measure stays here: their labels hold addresses.</summary>
internal sealed class Exporting : IDisposable
{
    private readonly MeterProvider _metrics;
    private readonly TracerProvider _traces;

    private Exporting(Uri collector, TimeSpan every)
    {
        // No machine, process or user in it, and nothing of ours in the headers of calls to Telegram.
        var resource = ResourceBuilder.CreateEmpty().AddService("kentongan", autoGenerateServiceInstanceId: false);
        DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Signals.Name)
            .AddOtlpExporter((exporter, reader) =>
            {
                Set(exporter, new Uri(collector, "v1/metrics"));
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)every.TotalMilliseconds;
            })
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Signals.Name)
            .AddOtlpExporter(exporter => Set(exporter, new Uri(collector, "v1/traces")))
            .Build();
    }

    /// <returns>Null where nobody asked for it.</returns>
    /// <exception cref="StartRefusedException">The address is none.</exception>
    public static Exporting? Start(IConfiguration configuration)
    {
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        var given = string.IsNullOrWhiteSpace(options.OtlpEndpoint) ? configuration[TelemetryOptions.Standard] : options.OtlpEndpoint;
        return string.IsNullOrWhiteSpace(given) ? null
            : Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https" ? new Exporting(collector, options.Every)
            : throw new StartRefusedException("Telemetry:OtlpEndpoint must be an address such as http://127.0.0.1:4318.");
    }

    /// <summary>What has not been sent yet is sent, for a few seconds at most.</summary>
    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
    }

    private static void Set(OtlpExporterOptions exporter, Uri address)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = address;
        exporter.TimeoutMilliseconds = 3000;
    }
}
