using System.Threading.Channels;
using Kentongan.Domain;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Jobs;

/// <summary>Routes a report the moment it is durable. What a crash leaves is a deadline that is due, and the sweep meets it.</summary>
public sealed partial class RouteAtOnce(RouteSignal signal, RouteReport route, Committer committer, ILogger<RouteAtOnce> logger) : BackgroundService
{
    private const int AtOnce = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var filed = Channel.CreateUnbounded<ReportId>();
        signal.Listen(id => filed.Writer.TryWrite(id));
        await Parallel.ForEachAsync(
            filed.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            RouteAsync);
    }

    private async ValueTask RouteAsync(ReportId id, CancellationToken ct)
    {
        try
        {
            await committer.CommitAsync(unit => route.HandleAsync(unit, id), ct);
        }
#pragma warning disable CA1031 // the sweep tries again
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A report could not be routed at once ({Error}); the sweep takes it")]
    private static partial void LogFailed(ILogger logger, string error);
}
