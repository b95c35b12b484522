using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Outbox;

namespace Kentongan.Triage.Telemetry;

/// <summary>What became of a message to a person in office.</summary>
public enum DeliveryResult
{
    Sent,

    /// <summary>Taken, after Telegram had asked us to wait.</summary>
    Delayed,
    Blocked,
    Failed,
}

/// <summary>
/// What the program tells of itself in numbers (threat-model 4, row 14). Every label is the name of a value of ours or of a type of ours: there
/// is no way to hand it a number, a place or a text. Nothing here moves when a resident does something: the minute would point at who did.
/// </summary>
public static class Signals
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Kentongan";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static readonly Counter<long> Moves = Meter.CreateCounter<long>("kentongan.report.moves", description: "What officers did to reports.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("kentongan.deliveries", description: "Messages to officers.");
    private static readonly Histogram<double> Jobs = Meter.CreateHistogram<double>("kentongan.job.duration", "s", "How long jobs took, and how many went well.");
    private static readonly Histogram<double> Pages = Meter.CreateHistogram<double>("kentongan.page.duration", "s", "How long pages of the back office took.");

    /// <summary>Counted where a person in office acted; the system and residents move reports at times that tell too much.</summary>
    public static void Moved(ReportAction action, Role by)
    {
        if (by is Role.Lead or Role.Seat or Role.Agency or Role.Coordinator)
        {
            Moves.Add(1, Label("action", action));
        }
    }

    public static void Delivered(OutboxKind kind, DeliveryResult result) => Deliveries.Add(1, Label("kind", kind), Label("result", result));

    /// <param name="job">Its name is the label.</param>
    public static Span Job(Type job)
    {
        var span = new Span(Source.StartActivity("job"), Jobs, "job");
        span.Is(job);
        return span;
    }

    /// <summary>A request to the back office; nothing is told of it unless a page was drawn, and then which, never the address that was asked for.</summary>
    public static Span Page() => new(Source.StartActivity("page", ActivityKind.Server), Pages, "page");

    private static KeyValuePair<string, object?> Label<T>(string name, T value)
        where T : struct, Enum => new(name, value.ToString());

    /// <summary>Something that takes time; over when it is disposed of.</summary>
    public sealed class Span : IDisposable
    {
        private readonly Activity? _activity;
        private readonly Histogram<double> _durations;
        private readonly string _label;
        private readonly long _started = Stopwatch.GetTimestamp();
        private Type? _type;
        private bool _failed;

        internal Span(Activity? activity, Histogram<double> durations, string label) => (_activity, _durations, _label) = (activity, durations, label);

        /// <summary>What it was: the name of a type of ours.</summary>
        public void Is(Type type)
        {
            _type = type;
            if (_activity is not null)
            {
                _activity.DisplayName = $"{_label} {type.Name}";
            }
        }

        /// <summary>Marks it as gone wrong; why stays in the log.</summary>
        public void Fail()
        {
            _failed = true;
            _activity?.SetStatus(ActivityStatusCode.Error);
        }

        public void Dispose()
        {
            if (_type is { } type)
            {
                _durations.Record(
                    Stopwatch.GetElapsedTime(_started).TotalSeconds,
                    new KeyValuePair<string, object?>(_label, type.Name),
                    new KeyValuePair<string, object?>("outcome", _failed ? "failed" : "done"));
            }
            else if (_activity is not null)
            {
                _activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded; // not sent
            }

            _activity?.Dispose();
        }
    }
}
