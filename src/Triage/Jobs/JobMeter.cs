using System.Diagnostics.Metrics;

namespace Kentongan.Triage.Jobs;

/// <summary>Counts runs of jobs for whoever measures the process; the only tags are the name of the job and how it went.</summary>
internal static class JobMeter
{
    /// <summary>What a measuring tool listens to.</summary>
    public const string Name = "Kentongan.Jobs";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("kentongan.jobs.runs", description: "Runs of a job");

    public static void Ran(Type job, bool failed) =>
        Runs.Add(1, new KeyValuePair<string, object?>("job", job.Name), new KeyValuePair<string, object?>("outcome", failed ? "failed" : "done"));
}
