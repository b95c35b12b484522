using Kentongan.Triage.Deadlines;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Meets every deadline that has passed, oldest first, each in a unit of its own. Routing after a crash is one of them. One that cannot be met
/// is tried again less and less often, so that no number of them holds up the others; the auditor tells the coordinators of it.
/// </summary>
public sealed partial class MeetDeadlines(
    IDbContextFactory<TriageDb> contexts, Committer committer, MeetDeadline meet, TimeProvider time, ILogger<MeetDeadlines> logger) : IJob
{
    private const int Batch = 200;

    private readonly Retries<long> _failed = new();

    public async Task<int> RunAsync(CancellationToken ct) => await OneByOne.DoAsync(
        await DueAsync(ct),
        async id =>
        {
            await committer.CommitAsync(unit => meet.HandleAsync(unit, id), ct);
            _failed.Worked(id);
            return true;
        },
        (id, error) => LogFailed(logger, error, _failed.Failed(id, TimeSpan.Zero, time.GetUtcNow())));

    private async Task<IReadOnlyList<long>> DueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var resting = _failed.Waiting(now).ToArray();
        return await db.Deadlines.AsNoTracking()
            .Where(row => row.DueAt <= now && !resting.Contains(row.Id))
            .OrderBy(row => row.DueAt)
            .Select(row => row.Id)
            .Take(Batch)
            .ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A deadline could not be met ({Error}); it is tried again at {Again:u}")]
    private static partial void LogFailed(ILogger logger, string error, DateTimeOffset again);
}
