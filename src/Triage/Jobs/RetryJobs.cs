namespace Kentongan.Triage.Jobs;

/// <summary>Tries jobs again that failed in this process, long before the turn of those that run each hour (design 7).</summary>
public sealed class RetryJobs(JobRunner runner) : IJob
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = runner.DueAgain;
        foreach (var job in due)
        {
            await runner.RunAsync(job, ct);
        }

        return due.Count;
    }
}
