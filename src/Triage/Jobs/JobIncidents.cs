using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Jobs;

/// <summary>Tells the coordinators once when a job keeps failing, and once when it works again (design 8).</summary>
public sealed class JobIncidents(CoordinatorNews news)
{
    /// <summary>A slip mends itself; so many failures in a row, half a minute at the least, do not.</summary>
    public const int Patience = 5;

    public async Task NoteAsync(Unit unit, JobRunRow run)
    {
        if (run.FailuresInARow >= Patience && run.ToldAt is null)
        {
            run.ToldAt = unit.Now;
            await news.TellAsync(unit, new Notice.JobFails(run.Name));
        }
        else if (run is { FailuresInARow: 0, ToldAt: not null })
        {
            run.ToldAt = null;
            await news.TellAsync(unit, new Notice.JobWorks(run.Name));
        }
    }
}
