using Kentongan.Domain;

namespace Kentongan.Triage.Routing;

/// <summary>Wakes routing in this process the moment a report is durable; the sweep finds what nobody heard.</summary>
public sealed class RouteSignal
{
    private volatile Action<ReportId>? _listener;

    public void Listen(Action<ReportId>? listener) => _listener = listener;

    public void Filed(ReportId report) => _listener?.Invoke(report);
}
