using Kentongan.Simulation.People;
using Kentongan.Simulation.Promises;
using Kentongan.Simulation.World;

namespace Kentongan.Simulation;

/// <param name="MeanCommits">Between two crashes; 0 for none.</param>
/// <param name="AuditEvery">All open reports are read from the store so often; each minute they are looked at as the checker remembers them.</param>
/// <param name="DrawEvery">Of so many messages one is drawn and put through the client of the Bot API; the others are taken undrawn, to be quicker.</param>
internal sealed record Scene(int Reports, int Days, int Seed, string Directory, int MeanCommits, TimeSpan AuditEvery, int Injuries, int DrawEvery)
{
    /// <summary>Stops after so long by the clock on the wall, wherever it is; the outcome tells of the days that were played.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.MaxValue;

    /// <summary>Whether the product's queries are timed.</summary>
    public bool TimesStatements { get; init; }

    /// <summary>Ramadhan, its operation, Nyepi, Idulfitri and the turn of two months lie in these weeks.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 1, 17, 0, 0, TimeSpan.Zero);
}

/// <summary>Sixty days of a kabupaten in minutes: jumps from event to event, lets each happen in the product, and looks at what it promised.</summary>
internal sealed class Play : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Scene _scene;
    private readonly VirtualClock _clock;
    private readonly Agenda _agenda = new();
    private readonly Power _power;
    private readonly AirTelegram _air;
    private readonly HeardErrors _errors;
    private readonly Machine _machine;
    private readonly Random _random;
    private readonly Stopwatches _spent = new();
    private readonly Watch _watch;
    private readonly Statements? _statements;
    private Ledger _ledger = null!;
    private Shift _shift = null!;
    private PostOffice _post = null!;
    private Memory _memory = null!;
    private DateTimeOffset _minute, _audit;
    private long _looked;
    private int _crashes;
    private TimeSpan _down;

    public Play(Scene scene)
    {
        _scene = scene;
        _random = new Random(scene.Seed);
        _clock = new VirtualClock(scene.Start);
        _power = new Power(new Random(scene.Seed + 1), meanCommits: scene.MeanCommits);
        _air = new AirTelegram(scene.Seed + 2);
        _errors = new HeardErrors(_power);
        _statements = scene.TimesStatements ? new Statements() : null;
        _machine = new Machine(scene.Directory, scene.Seed + 3, _clock, _air, _power, _errors, _statements);
        _watch = new Watch(_machine.Jurisdiction.Local);
    }

    /// <param name="progress">Each day of virtual time: the time, the commits so far, and what was not kept.</param>
    public async Task<Outcome> RunAsync(Action<DateTimeOffset, long, IReadOnlyList<string>>? progress = null)
    {
        var length = TimeSpan.FromDays(_scene.Days);
        await _machine.StartAsync();
        _ledger = new Ledger(_machine.Database, _power);
        _ledger.Listen();
        _memory = new Memory(_ledger, _machine.Jurisdiction.Local);
        _shift = new Shift(_machine, _clock, _ledger, _watch);
        _post = new PostOffice(_machine, _clock, _air, _ledger, _scene.DrawEvery);
        var crew = new Crew(_machine, _random);
        await crew.BindAsync();

        var residents = new Residents(_machine, _clock, _agenda, _random, _scene.Reports, _scene.Days, Turn);
        var officers = new Officers(_machine, _clock, _agenda, _ledger, crew, _random, Turn);
        var comings = new Comings(_machine, _clock, _agenda, crew, officers, _air, _random, Turn, RosterChanged);
        var weather = new Weather(_machine, _clock, _agenda, _air, _random);
        comings.Begin(length);
        weather.Begin(length);
        new Sabotage(_clock, _agenda, _ledger, _watch, _random, () => _shift.LookSoon()).Begin(length, _scene.Injuries);
        Open(residents);
        (_minute, _audit) = (_clock.Now + Minute, _clock.Now + _scene.AuditEvery);

        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var end = _scene.Start + length; _clock.Now < end && System.Diagnostics.Stopwatch.GetElapsedTime(begun) < _scene.Longest;)
        {
            var before = _clock.Now;
            await StepAsync(residents, officers);
            if (_looked != _power.Commits + _ledger.Written)
            {
                var from = System.Diagnostics.Stopwatch.GetTimestamp();
                LookAtTouched();
                _spent.Add("looking at what was touched", from);
            }

            if (_watch.HasInjured)
            {
                _watch.Injuries(report => _ledger.Of(report, _clock.Now), _clock.Now, _machine.AwakeSince);
            }

            if (_power.IsOff)
            {
                await _spent.TakeAsync("starting again", RestartAsync);
                Open(residents);
            }

            if (_clock.Now.Date != before.Date)
            {
                progress?.Invoke(_clock.Now, _power.Commits, _watch.Broken);
            }
        }

        return Outcome.Of(_scene, _clock.Now - _scene.Start, _ledger, _watch, _power, _shift, _post, _air, residents, officers, comings, weather, _crashes, _down, _errors);
    }

    public IEnumerable<(string What, double Seconds, long Times)> Spent => _spent.Spent;

    /// <summary>The queries that took most, where they were timed.</summary>
    public IEnumerable<(string Sql, double Seconds, double Longest, long Times)> Statements => _statements?.Most(25) ?? [];

    public async ValueTask DisposeAsync()
    {
        _ledger?.Dispose();
        await _machine.DisposeAsync();
        _air.Dispose();
        _errors.Dispose();
    }

    private async Task StepAsync(Residents residents, Officers officers)
    {
        var (people, writing, jobs, post) = (_agenda.Next, residents.Next, _shift.Next, _post.Next);
        var next = Earlier(Earlier(Earlier(people, writing), Earlier(jobs, post)), _minute);
        _clock.Reach(next);
        if (jobs == next)
        {
            await _spent.TakeAsync("job " + _shift.NextJob, () => GuardAsync(_shift.StepAsync));
        }
        else if (post == next)
        {
            await _spent.TakeAsync("messages", () => GuardAsync(async () => officers.Heard(await _post.StepAsync())));
        }
        else if (people == next)
        {
            await _spent.TakeAsync("people", _agenda.Take());
        }
        else if (writing == next)
        {
            await _spent.TakeAsync("residents", residents.Take());
        }
        else
        {
            var from = System.Diagnostics.Stopwatch.GetTimestamp();
            Check();
            _spent.Add("every minute", from);
        }
    }

    /// <summary>What somebody does that a crash may cut off: done once more when the machine is up again, as Telegram gives an update twice.</summary>
    private Func<Task> Turn(Func<Task> act) => async () =>
    {
        if (!await GuardAsync(act))
        {
            _agenda.At(_clock.Now, Turn(act));
        }
    };

    private async Task<bool> GuardAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception) when (_power.IsOff)
        {
            // what it was doing is gone
        }

        return !_power.IsOff;
    }

    private void LookAtTouched()
    {
        _looked = _power.Commits + _ledger.Written;
        var (touched, othersToo) = _memory.Learn(_clock.Now);
        if (othersToo)
        {
            RosterChanged();
        }
        else if (touched.Any(standing => standing.IsOrphan))
        {
            _shift.LookSoon(); // the auditor runs every twenty seconds; here, where there is something to find
        }

        _watch.Moved(touched, _clock.Now, _machine.AwakeSince);
    }

    private void RosterChanged()
    {
        _watch.RosterChanged(_clock.Now);
        _shift.LookSoon();
    }

    /// <summary>Not within a minute of waking: what fell due meanwhile is being met.</summary>
    private void Check()
    {
        var awake = _machine.AwakeSince + TimeSpan.FromSeconds(61);
        if (_clock.Now < awake)
        {
            _minute = awake;
            return;
        }

        _minute = _clock.Now + Minute;
        _watch.Minute(_memory, _clock.Now, _machine.AwakeSince);
        if (_audit <= _clock.Now)
        {
            _audit = _clock.Now + _scene.AuditEvery;
            _watch.Audit(_ledger.All(_clock.Now), _memory, _clock.Now);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private async Task RestartAsync()
    {
        _crashes++;
        var down = _random.NextDouble() switch
        {
            < 0.7 => _random.Between(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30)),
            < 0.97 => _random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)),
            _ => _random.Between(TimeSpan.FromMinutes(30), TimeSpan.FromHours(5)),
        };
        _down += down;
        _clock.Reach(_clock.Now + down);
        await _machine.StartAsync();
    }

    private void Open(Residents residents)
    {
        _post.Open();
        residents.Open();
        _shift.Begin();
        _power.Arm();
    }
}
