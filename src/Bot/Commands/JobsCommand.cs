using System.CommandLine;
using System.Globalization;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Commands;

/// <summary><c>jobs</c>: when each job ran last, how that went, and when it runs next (design 7).</summary>
internal static class JobsCommand
{
    public static Command Build(Surroundings around) =>
        CommandLine.Leaf("jobs", "List the jobs: last run, next run, outcome, failures.", ct => ListAsync(around, ct));

    private static async Task<int> ListAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var local = app.Services.GetRequiredService<Jurisdiction>().Local;
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync(ct);
        var runs = await db.JobRuns.AsNoTracking().ToDictionaryAsync(run => run.Name, ct);
        await around.Output.WriteLineAsync($"{"job",-18} {"every",-9} {"last run",-20} {"next run",-20} {"failures",8}  outcome");
        foreach (var job in JobSchedule.All)
        {
            var run = runs.GetValueOrDefault(job.Name);
            await around.Output.WriteLineAsync(
                $"{job.Name,-18} {job.Every,-9:c} {Said(run?.LastStart),-20} {Said(run?.RetryAt ?? run?.LastStart + job.Every),-20} {run?.FailuresInARow ?? 0,8}  {OutcomeOf(run)}");
        }

        return runs.Values.Any(run => run.FailuresInARow > 0) ? 1 : 0;

        string Said(DateTimeOffset? at) => at is { } time ? local.At(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "-";
    }

    private static string OutcomeOf(JobRunRow? run) => run switch
    {
        null => "has not run yet",
        { LastError: { } error } => $"failed: {error}",
        { LastCount: 0 } => "nothing to do",
        _ => $"done: {run.LastCount}",
    };
}
