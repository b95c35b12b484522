using Kentongan.Triage.Deadlines;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Jobs;

/// <summary>Meets every deadline that has passed, oldest first, each in a unit of its own. Routing after a crash is one of them.</summary>
public sealed partial class MeetDeadlines(
    IDbContextFactory<TriageDb> contexts, Committer committer, MeetDeadline meet, TimeProvider time, ILogger<MeetDeadlines> logger) : IJob
{
    private const int Batch = 200;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var met = 0;
        foreach (var id in await DueAsync(ct))
        {
            try
            {
                await committer.CommitAsync(unit => meet.HandleAsync(unit, id), ct);
                met++;
            }
#pragma warning disable CA1031 // one bad row must not hold up the others
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, failure.GetType().Name);
            }
        }

        return met;
    }

    private async Task<IReadOnlyList<long>> DueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        return await db.Deadlines.AsNoTracking()
            .Where(row => row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .Select(row => row.Id)
            .Take(Batch)
            .ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A deadline could not be met ({Error}); it is tried again in the next run")]
    private static partial void LogFailed(ILogger logger, string error);
}
