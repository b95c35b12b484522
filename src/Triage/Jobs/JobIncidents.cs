using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Tells the coordinators once when a job keeps failing, and once when it works again. The operator has no chat with the bot; a
/// coordinator knows whom to call (design 8).
/// </summary>
public sealed class JobIncidents(CaseWork work)
{
    /// <summary>A slip mends itself; so many failures in a row, half a minute at the least, do not.</summary>
    public const int Patience = 5;

    public async Task NoteAsync(Unit unit, JobRunRow run)
    {
        if (run.FailuresInARow >= Patience && run.ToldAt is null)
        {
            run.ToldAt = unit.Now;
            await TellAsync(unit, new Notice.JobFails(run.Name));
        }
        else if (run is { FailuresInARow: 0, ToldAt: not null })
        {
            run.ToldAt = null;
            await TellAsync(unit, new Notice.JobWorks(run.Name));
        }
    }

    private async Task TellAsync(Unit unit, Notice notice)
    {
        foreach (var coordinator in (await unit.Db.RosterAsync(unit.Now)).Coordinators.Where(held => held.Available).Select(held => held.Officer).Distinct())
        {
            await work.NotifyAsync(unit, coordinator, notice);
        }
    }
}
