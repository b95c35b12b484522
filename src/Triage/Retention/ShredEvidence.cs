using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Retention;

/// <summary>Shreds what has been kept long enough, each report in a unit of its own.</summary>
public sealed partial class ShredEvidence(
    IDbContextFactory<TriageDb> contexts, Committer committer, EndedReports ended, ShredReport shred, TimeProvider time, ILogger<ShredEvidence> logger) : IJob
{
    private const int Batch = 200;

    public async Task<int> RunAsync(CancellationToken ct) => await OneByOne.DoAsync(
        await DueAsync(Batch, ct),
        report => committer.CommitAsync(unit => shred.HandleAsync(unit, report.Report), ct),
        (_, error) => LogFailed(logger, error));

    /// <summary>What a run would shred now: the dry run.</summary>
    public async Task<IReadOnlyList<EndedReport>> DueAsync(int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ended.DueAsync(db, time.GetUtcNow(), take, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A report could not be shredded ({Error}); it is tried again in the next run")]
    private static partial void LogFailed(ILogger logger, string error);
}
