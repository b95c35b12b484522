using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;

namespace Kentongan.Simulation.Promises;

/// <summary>An open report as it was when something last happened to it: enough to say at any later minute whether it stands.</summary>
internal sealed class Known(string report, ReportStatus status)
{
    public string Report => report;

    public ReportStatus Status => status;

    /// <summary>Its last deadline, in UTC ticks; long ago where it has none.</summary>
    public long LastDue { get; init; }

    /// <summary>Who holds it and in which seat; null where nobody does.</summary>
    public (string Officer, string Seat)? Lead { get; init; }

    /// <summary>Where it happened, across the border, where the goods came from (policy 5.1, 5.5); null where nobody knows.</summary>
    public string[]? Areas { get; init; }

    /// <summary>Who was asked and may still take it.</summary>
    public string[] Asked { get; init; } = [];

    /// <summary>Speaks for itself and for others of its storm (policy 3.2).</summary>
    public bool Speaks { get; init; }

    /// <summary>On offer: when the next level is to be reached, and which (policy 3).</summary>
    public (Priority Priority, int Level, DateTimeOffset Due)? Next { get; init; }

    /// <summary>Somebody who can be reached holds it or was asked; kept up to date as the roster changes.</summary>
    public bool Answered { get; set; }

    public Standing At(long late) => new(report, status, LastDue > late, Answered);
}

/// <summary>
/// Remembers of every open report who answers for it, its last deadline and its next level, so that all of them can be looked at each minute of
/// virtual time without asking the store. What is touched in the store, by whatever way, is read anew at once; so is the roster, when it is
/// touched and when a leave or a posting begins or ends. <see cref="Differences"/> holds the memory against the store.
/// </summary>
internal sealed class Memory(Ledger ledger, LocalTime local)
{
    private readonly Dictionary<string, Known> _open = [];
    private HashSet<(string Officer, string Seat, string Kecamatan)> _seated = [];
    private ILookup<(string Officer, string Seat), string> _areas = Array.Empty<string>().ToLookup(_ => ("", ""));
    private HashSet<string> _sitting = [];
    private DateTimeOffset _rosterUntil = DateTimeOffset.MinValue;

    public IReadOnlyCollection<Known> Open => _open.Values;

    /// <summary>Reads what was touched since the last time.</summary>
    /// <returns>
    /// The touched that are open; and whether others may have lost whoever answered for them: the roster has changed, or a report has gone
    /// its way behind which they had waited, and they speak for themselves now.
    /// </returns>
    public (IReadOnlyList<Standing> Touched, bool OthersToo) Learn(DateTimeOffset now)
    {
        var (touched, roster) = ledger.Touched();
        var left = (roster || now >= _rosterUntil) && ReadRoster(now);
        var learned = new Dictionary<string, Known?>();
        foreach (var report in touched)
        {
            var known = learned[report] = Read(report, out var before);
            left |= before is { Speaks: true } && (known is not { Speaks: true } || known.Status != before.Status);
            if (before is { Speaks: true } || known is { Speaks: true })
            {
                ledger.SpokenFor(report).ForEach(member => learned.TryAdd(member, Read(member, out _)));
            }
        }

        var late = Late(now);
        return ([.. learned.Values.OfType<Known>().Select(known => known.At(late))], left);
    }

    /// <summary>Every open report that does not stand at this minute.</summary>
    public List<Standing> Orphans(DateTimeOffset now)
    {
        if (now >= _rosterUntil)
        {
            ReadRoster(now); // a leave has begun or is over, though nothing was written
        }

        var late = Late(now);
        var orphans = new List<Standing>();
        foreach (var known in _open.Values)
        {
            if (known.LastDue <= late || !known.Answered)
            {
                orphans.Add(known.At(late));
            }
        }

        return orphans;
    }

    /// <summary>Every report on offer whose next level should have been reached.</summary>
    public List<Known> Overdue(DateTimeOffset now, DateTimeOffset awakeSince)
    {
        var overdue = new List<Known>();
        foreach (var known in _open.Values)
        {
            if (known.Next is var (_, _, due) && now > (due > awakeSince ? due : awakeSince) + Watch.Grace)
            {
                overdue.Add(known);
            }
        }

        return overdue;
    }

    /// <summary>Where the memory is not what the store says.</summary>
    public IEnumerable<string> Differences(IReadOnlyCollection<Standing> store, DateTimeOffset now)
    {
        var late = Late(now);
        foreach (var standing in store)
        {
            if (!_open.TryGetValue(standing.Report, out var known) || known.At(late) != standing)
            {
                yield return $"the checker remembered {known?.At(late)}, the store has {standing}";
            }
        }

        if (store.Count != _open.Count)
        {
            yield return $"the checker remembered {_open.Count} open reports, the store has {store.Count}";
        }
    }

    private static long Late(DateTimeOffset now) => (now - Watch.Grace).UtcTicks;

    private Known? Read(string report, out Known? before)
    {
        before = _open.GetValueOrDefault(report);
        if (ledger.Find(report, (priority, since, level) => Watch.NextLevel(local, priority, since, level)) is not { } known)
        {
            _open.Remove(report);
            return null;
        }

        known.Answered = IsAnswered(known);
        return _open[report] = known;
    }

    private bool ReadRoster(DateTimeOffset now)
    {
        (var seated, _rosterUntil) = ledger.Roster(now);
        if (_seated.SetEquals(seated))
        {
            return false;
        }

        (_seated, _sitting, _areas) = (seated, [.. seated.Select(one => one.Officer)], seated.ToLookup(one => (one.Officer, one.Seat), one => one.Kecamatan));
        foreach (var known in _open.Values)
        {
            known.Answered = IsAnswered(known);
        }

        return true;
    }

    private bool IsAnswered(Known known) => known.Status == ReportStatus.Received
        || (known.Lead is { } lead ? _areas[lead].Any(area => area.Length == 0 || known.Areas?.Contains(area) != false) : Array.Exists(known.Asked, _sitting.Contains));
}
