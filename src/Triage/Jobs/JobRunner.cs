using Kentongan.Triage.Store;
using Kentongan.Triage.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Jobs;

/// <summary>Runs one job for whichever engine asks, never twice at once in this process, and records how it went.</summary>
public sealed partial class JobRunner(IServiceProvider services, Committer committer, JobIncidents incidents, TimeProvider time, ILogger<JobRunner> logger)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, SemaphoreSlim> _turns = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, DateTimeOffset> _recorded = new();

    /// <summary>A quiet run is recorded this often, so that a heartbeat costs no write a second.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    private readonly Retries<Type> _retries = new();

    /// <summary>Jobs that failed and whose turn to be tried again has come.</summary>
    public IReadOnlyList<Type> DueAgain => _retries.Due(time.GetUtcNow());

    /// <param name="asked">By a person, who need not wait until it is tried again by itself.</param>
    public async Task RunAsync(Type job, CancellationToken ct, bool asked = false)
    {
        if (!asked && _retries.MustWait(job, time.GetUtcNow()))
        {
            return;
        }

        var turn = _turns.GetOrAdd(job, _ => new SemaphoreSlim(1, 1));
        if (!await turn.WaitAsync(TimeSpan.Zero, ct))
        {
            return; // the run before this one is still at it and will find everything that is due
        }

        var started = time.GetUtcNow();
        using var span = Signals.Job(job);
        try
        {
            var count = await ((IJob)services.GetRequiredService(job)).RunAsync(ct);
            if (_retries.Worked(job) || count > 0 || !_recorded.TryGetValue(job, out var last) || started - last >= Heartbeat || started < last)
            {
                await RecordAsync(job, started, count, null, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // stopping; whatever was not done is due at the next start
        }
#pragma warning disable CA1031 // the engine must outlive a failing job
        catch (Exception failure)
#pragma warning restore CA1031
        {
            span.Fail();
            var again = _retries.Failed(job, EveryOf(job), started);
            LogFailed(logger, job.Name, failure.GetType().Name, again);
            await TryRecordAsync(job, started, failure, again, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task TryRecordAsync(Type job, DateTimeOffset started, Exception failure, DateTimeOffset again, CancellationToken ct)
    {
        try
        {
            await RecordAsync(job, started, 0, (failure.GetType().Name, again), ct);
        }
        catch (Exception store) when (store is System.Data.Common.DbException or DbUpdateException or OperationCanceledException)
        {
            LogFailed(logger, job.Name, store.GetType().Name, again);
        }
    }

    private async Task RecordAsync(Type job, DateTimeOffset started, int count, (string Error, DateTimeOffset Again)? failure, CancellationToken ct)
    {
        await committer.CommitAsync(
            async unit =>
            {
                var run = await unit.Db.JobRuns.SingleOrDefaultAsync(row => row.Name == job.Name);
                if (run is null)
                {
                    run = new JobRunRow { Name = job.Name };
                    unit.Db.JobRuns.Add(run);
                }

                (run.LastStart, run.LastCount, run.LastError, run.RetryAt) = (started, count, failure?.Error, failure?.Again);
                run.LastSuccess = failure is null ? unit.Now : run.LastSuccess;
                run.FailuresInARow = failure is null ? 0 : run.FailuresInARow + 1;
                await incidents.NoteAsync(unit, run);
            },
            ct);
        _recorded[job] = started;
    }

    private static TimeSpan EveryOf(Type job) => JobSchedule.All.FirstOrDefault(scheduled => scheduled.Job == job)?.Every ?? TimeSpan.Zero;

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed ({Error}); it is tried again at {Again:u}")]
    private static partial void LogFailed(ILogger logger, string job, string error, DateTimeOffset again);
}
