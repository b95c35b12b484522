using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Jobs;

/// <summary>Does what coordinators ordered on several cases and have not taken back in time, each in a unit of its own.</summary>
public sealed partial class DoHeldDeeds(IDbContextFactory<TriageDb> contexts, HeldDeeds held, TimeProvider time, ILogger<DoHeldDeeds> logger) : IJob
{
    private const int Batch = 200;

    public async Task<int> RunAsync(CancellationToken ct) =>
        await OneByOne.DoAsync(await DueAsync(ct), id => held.DoAsync(id, ct), (_, error) => LogFailed(logger, error));

    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        return await db.HeldDeeds.AsNoTracking()
            .Where(row => row.State == HeldDeedState.Held && row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .Select(row => row.Id)
            .Take(Batch)
            .ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A deed that was held back could not be done ({Error}); it is tried again in the next run")]
    private static partial void LogFailed(ILogger logger, string error);
}
