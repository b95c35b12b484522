using System.ComponentModel.DataAnnotations;

namespace Kentongan.Bot.Configuration;

/// <summary>The <c>Telemetry</c> section: off until an address is given.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The standard name, which works as well.</summary>
    public const string Standard = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Where metrics and traces go by OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>; nowhere when nothing is said.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>How often metrics are sent.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ErrorMessage = "Every must be between 00:00:05 and 01:00:00.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The log as one JSON object a line, for machines.</summary>
    public bool JsonLogs { get; set; }
}
