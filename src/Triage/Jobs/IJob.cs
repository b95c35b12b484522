using Kentongan.Triage.Help;
using Kentongan.Triage.Retention;

namespace Kentongan.Triage.Jobs;

/// <summary>Asks what is due, decides, saves one at a time; safe to run twice. Takes no argument that could name a person.</summary>
public interface IJob
{
    /// <returns>How many things were done.</returns>
    Task<int> RunAsync(CancellationToken ct);
}

/// <summary>When each job runs. The one list both engines bind to (design 7); what is urgent does not wait for it.</summary>
public static class JobSchedule
{
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        new(typeof(MeetDeadlines), TimeSpan.FromSeconds(1)),
        new(typeof(DoHeldDeeds), TimeSpan.FromSeconds(1)),
        new(typeof(DoReporterDeeds), TimeSpan.FromSeconds(1)),
        new(typeof(RetryJobs), TimeSpan.FromSeconds(5)),
        new(typeof(TendRoster), TimeSpan.FromSeconds(10)),
        new(typeof(SendDigests), TimeSpan.FromSeconds(15)),
        new(typeof(AuditOpenReports), TimeSpan.FromSeconds(20)), // policy 1.3 asks for a minute
        new(typeof(EmptyLog), TimeSpan.FromSeconds(5)),
        new(typeof(MeetHelpDeadlines), TimeSpan.FromSeconds(5)),
        new(typeof(EraseOldHelp), TimeSpan.FromHours(1)),
        new(typeof(ExpireContacts), TimeSpan.FromMinutes(10)),
        new(typeof(SweepTraces), TimeSpan.FromMinutes(10)),
        new(typeof(BackUp), TimeSpan.FromMinutes(5)),
        new(typeof(ShredEvidence), TimeSpan.FromHours(1)),
    ];
}

/// <param name="Every">Spacing of the runs. A run that was missed is not made up for: the next finds everything that is due.</param>
public sealed record ScheduledJob(Type Job, TimeSpan Every)
{
    public string Name => Job.Name;
}
