using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;

namespace Kentongan.Simulation.Promises;

/// <summary>Holds the product to what it promises (policy 1.3, 3) and writes down where it does not keep it.</summary>
internal sealed class Watch(LocalTime local)
{
    private const int MostTold = 50;

    /// <summary>What the product promises: met, and rescued, within a minute.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>The table of policy 3 in its own words: by when the levels one, two and three are reached.</summary>
    private static readonly Dictionary<Priority, (ClockKind Clock, TimeSpan[] Levels)> Policy = new()
    {
        [Priority.P0] = (ClockKind.Always, [Minutes(5), Minutes(10), Minutes(15)]),
        [Priority.P1] = (ClockKind.Always, [Minutes(15), Minutes(30), Minutes(60)]),
        [Priority.P2] = (ClockKind.Daytime, [Minutes(120), Minutes(240), Minutes(720)]),
        [Priority.P3] = (ClockKind.WorkingDays, [TimeSpan.FromHours(24), TimeSpan.FromHours(48), TimeSpan.FromHours(120)]),
    };

    private readonly List<(string Report, string How, DateTimeOffset At)> _injected = [];
    private readonly List<string> _broken = [];
    private readonly HashSet<string> _told = [];
    private DateTimeOffset _rosterChanged;

    public IReadOnlyList<string> Broken => _broken;

    public long Deadlines { get; private set; }

    public TimeSpan WorstDeadline { get; private set; }

    public long Escalations { get; private set; }

    public TimeSpan WorstEscalation { get; private set; }

    public int Injected { get; private set; }

    public int Rescued { get; private set; }

    public TimeSpan WorstRescue { get; private set; }

    /// <summary>Minutes at which every open report was looked at.</summary>
    public long Looks { get; private set; }

    /// <summary>Times that all of them were read from the store.</summary>
    public long Audits { get; private set; }

    public long StandingsChecked { get; private set; }

    public int MostOpen { get; private set; }

    public bool HasInjured => _injected.Count > 0;

    /// <summary>Whoever held something may be gone since this moment: a minute to put it right.</summary>
    public void RosterChanged(DateTimeOffset now) => _rosterChanged = now;

    public void Injure(string report, string how, DateTimeOffset now)
    {
        Injected++;
        _injected.Add((report, how, now));
    }

    /// <summary>Deadlines that are being met now: none may be late, but for the time in which the machine did not run.</summary>
    public void Due(IReadOnlyList<(string Kind, DateTimeOffset DueAt)> rows, DateTimeOffset now, DateTimeOffset awakeSince)
    {
        foreach (var (kind, dueAt) in rows)
        {
            var late = now - (dueAt > awakeSince ? dueAt : awakeSince);
            Deadlines++;
            WorstDeadline = Longer(WorstDeadline, late);
            if (kind.StartsWith("Level", StringComparison.Ordinal))
            {
                Escalations++;
                WorstEscalation = Longer(WorstEscalation, late);
            }

            if (late > Grace)
            {
                Tell($"{kind} due at {local.At(dueAt):u} was met {late} late");
            }
        }
    }

    /// <summary>Whether those that were injured stand again.</summary>
    public void Injuries(Func<string, Standing?> look, DateTimeOffset now, DateTimeOffset awakeSince)
    {
        for (var i = _injected.Count - 1; i >= 0; i--)
        {
            var (report, how, at) = _injected[i];
            var took = now - (at > awakeSince ? at : awakeSince);
            if (look(report) is not { IsOrphan: true } standing)
            {
                Rescued++;
                WorstRescue = Longer(WorstRescue, took);
                _injected.RemoveAt(i);
            }
            else if (took > Grace)
            {
                Tell($"{standing.Status} was not rescued after {how}, injected at {local.At(at):u}: {standing}");
                _injected.RemoveAt(i);
            }
        }
    }

    /// <summary>Reports that something has just happened to: the moment must not orphan them.</summary>
    public void Moved(IReadOnlyList<Standing> standings, DateTimeOffset now, DateTimeOffset awakeSince)
    {
        StandingsChecked += standings.Count;
        foreach (var orphan in standings.Where(standing => standing.IsOrphan && now - awakeSince > Grace && !IsExcused(standing.Report, now)))
        {
            Tell($"orphaned at {local.At(now):u} by what just happened: {orphan}");
        }
    }

    /// <summary>Every open report at one minute, as the memory has it.</summary>
    public void Minute(Memory memory, DateTimeOffset now, DateTimeOffset awakeSince)
    {
        Looks++;
        StandingsChecked += memory.Open.Count;
        MostOpen = Math.Max(MostOpen, memory.Open.Count);
        foreach (var orphan in memory.Orphans(now).Where(orphan => !IsExcused(orphan.Report, now) && _told.Add(orphan.Report)))
        {
            Tell($"orphan at {local.At(now):u}: {orphan}");
        }

        foreach (var known in memory.Overdue(now, awakeSince).Where(known => _told.Add($"{known.Report} {known.Next!.Value.Level}")))
        {
            var (priority, level, due) = known.Next!.Value;
            Tell($"level {level} of {priority}, due at {local.At(due):u}, not reached at {local.At(now):u}: {known.Report}");
        }
    }

    /// <summary>Every open report as the store has it; the memory must say the same.</summary>
    public void Audit(IReadOnlyList<Standing> standings, Memory memory, DateTimeOffset now)
    {
        Audits++;
        foreach (var orphan in standings.Where(standing => standing.IsOrphan && !IsExcused(standing.Report, now)))
        {
            Tell($"orphan in the store at {local.At(now):u}: {orphan}");
        }

        foreach (var difference in memory.Differences(standings, now))
        {
            Tell($"at {local.At(now):u} {difference}");
        }
    }

    /// <returns>The next level of the table and when it is to be reached; null after the last.</returns>
    public static (Priority Priority, int Level, DateTimeOffset Due)? NextLevel(LocalTime local, Priority priority, DateTimeOffset since, int level)
    {
        var (clock, levels) = Policy[priority];
        return level < levels.Length ? (priority, level + 1, local.After(clock, since, levels[level])) : null;
    }

    public void Tell(string what)
    {
        if (_broken.Count < MostTold)
        {
            _broken.Add(what);
        }
    }

    private bool IsExcused(string report, DateTimeOffset now) =>
        now - _rosterChanged <= Grace || _injected.Exists(one => one.Report == report);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);
}
