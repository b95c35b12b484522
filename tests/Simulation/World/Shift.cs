using Kentongan.Simulation.Promises;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Retention;

namespace Kentongan.Simulation.World;

/// <summary>
/// The jobs at the spacing that the product's own list gives them, without the runs that would find nothing: deadlines at the first second
/// after the next is due; roster and auditor at their first turn after anything that concerns them, and regularly all the same.
/// </summary>
internal sealed class Shift(Machine machine, VirtualClock clock, Ledger ledger, Watch watch)
{
    /// <summary>Roster and auditor run at least so often.</summary>
    private static readonly TimeSpan Regularly = TimeSpan.FromHours(1);

    private static readonly TimeSpan Meets = Every<MeetDeadlines>(), Tends = Every<TendRoster>(), Audits = Every<AuditOpenReports>(), Digests = Every<SendDigests>();

    private static readonly TimeSpan Morning = TimeSpan.FromHours(7) + TimeSpan.FromSeconds(1), Unread = TimeSpan.FromHours(9) + TimeSpan.FromSeconds(1);

    private DateTimeOffset _started, _meetNotBefore, _tend, _audit, _digest, _keepHouse;

    public long Audited { get; private set; }

    public long Met { get; private set; }

    public DateTimeOffset Next => Earliest(Meeting, _tend, _audit, _digest, _keepHouse);

    private DateTimeOffset Meeting => ledger.NextDeadline() is { } due ? Later(Turn(Meets, due), _meetNotBefore) : DateTimeOffset.MaxValue;

    /// <summary>What the next step runs.</summary>
    public string NextJob => Meeting <= clock.Now ? nameof(MeetDeadlines) : _tend <= clock.Now ? nameof(TendRoster) : _audit <= clock.Now ? nameof(AuditOpenReports)
        : _digest <= clock.Now ? nameof(SendDigests) : "housekeeping";

    /// <summary>The engine is up: every job has its first turn soon.</summary>
    public void Begin()
    {
        (_started, _meetNotBefore) = (clock.Now, clock.Now);
        (_tend, _audit, _digest, _keepHouse) = (clock.Now + Tends, clock.Now + Audits, clock.Now + Digests, clock.Now + TimeSpan.FromHours(1));
    }

    /// <summary>Something happened that the next turns of roster and auditor will see.</summary>
    public void LookSoon() => (_tend, _audit) = (Earliest(_tend, Turn(Tends, clock.Now)), Earliest(_audit, Turn(Audits, clock.Now)));

    public async Task StepAsync()
    {
        if (Meeting <= clock.Now)
        {
            watch.Due(ledger.Due(clock.Now), clock.Now, machine.AwakeSince);
            _meetNotBefore = clock.Now + Meets;
            Met += await machine.RunAsync<MeetDeadlines>();
        }
        else if (_tend <= clock.Now)
        {
            _tend = clock.Now + Regularly;
            await machine.RunAsync<TendRoster>();
        }
        else if (_audit <= clock.Now)
        {
            _audit = clock.Now + Regularly;
            Audited++;
            await machine.RunNotedAsync<AuditOpenReports>();
        }
        else if (_digest <= clock.Now)
        {
            _digest = NextDigest();
            await machine.RunNotedAsync<SendDigests>();
        }
        else
        {
            _keepHouse = clock.Now + TimeSpan.FromHours(1);
            await machine.RunNotedAsync<MeetDeadlines>();
            await machine.RunAsync<DoReporterDeeds>();
            await machine.RunAsync<EmptyLog>();
            await machine.RunAsync<SweepTraces>();
            await machine.RunAsync<ShredEvidence>();
        }
    }

    private DateTimeOffset NextDigest()
    {
        var local = machine.Jurisdiction.Local;
        return Turn(Digests, Earliest(local.NextAt(clock.Now, Morning), local.NextAt(clock.Now, Unread)));
    }

    /// <summary>The first turn of a job at or after the time, counted from the start of the process.</summary>
    private DateTimeOffset Turn(TimeSpan every, DateTimeOffset time) =>
        time <= _started ? _started : _started + (every * Math.Ceiling((time - _started) / every));

    private static TimeSpan Every<TJob>() => JobSchedule.All.Single(scheduled => scheduled.Job == typeof(TJob)).Every;

    private static DateTimeOffset Earliest(params ReadOnlySpan<DateTimeOffset> times)
    {
        var earliest = times[0];
        foreach (var time in times)
        {
            earliest = time < earliest ? time : earliest;
        }

        return earliest;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
