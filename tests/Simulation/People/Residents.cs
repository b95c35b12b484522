using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Simulation.World;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;

namespace Kentongan.Simulation.People;

/// <summary>They write at all hours, most in the evening, now and then twenty of a kecamatan at once; some come back to what they wrote.</summary>
internal sealed class Residents
{
    private static readonly string[] Words = (
        "malam siang sore pagi warung gudang kebun pasar jembatan sawah lapangan sungai pos ronda motor mobil botol pemuda orang rombongan tetangga suara ribut dijual "
        + "disimpan dibawa diantar dikumpulkan sering kadang kemarin minggu bulan lalu lagi belakang depan samping rumah kosong toko kecil besar dekat sekolah masjid balai").Split(' ');

    private static readonly TimeSpan Held = new PrivacyOptions().OfferDelay + TimeSpan.FromSeconds(1);

    private readonly Machine _machine;
    private readonly VirtualClock _clock;
    private readonly Agenda _agenda;
    private readonly Random _random;
    private readonly Func<Func<Task>, Func<Task>> _turn;
    private readonly ILookup<Priority, Subcategory> _kinds;
    private readonly Queue<(DateTimeOffset At, KecamatanCode? Kecamatan, string? Kind)> _coming;
    private ReportId? _filed;
    private long _update;

    public Residents(Machine machine, VirtualClock clock, Agenda agenda, Random random, int reports, int days, Func<Func<Task>, Func<Task>> turn)
    {
        (_machine, _clock, _agenda, _random, _turn) = (machine, clock, agenda, random, turn);
        _kinds = machine.Jurisdiction.Programmes.Categories.SelectMany(category => category.Subcategories).Where(kind => !kind.IsHelp).ToLookup(kind => kind.Priority);
        _coming = new(Coming(reports, days).OrderBy(one => one.At));
    }

    /// <summary>The reports that were filed, in order; what a crash took with it is filed by the second attempt.</summary>
    public List<ReportId> Filed { get; } = [];

    public long Refused { get; private set; }

    public DateTimeOffset Next => _coming.TryPeek(out var next) ? next.At : DateTimeOffset.MaxValue;

    /// <summary>A process that has just come up tells us of what is filed, so that it is routed at once.</summary>
    public void Open() => _machine.Get<RouteSignal>().Listen(id => _filed = id);

    public Func<Task> Take()
    {
        var next = _coming.Dequeue();
        var (update, chat, filing) = (++_update, 10_000_000L + _random.Next(40_000), FilingOf(next.Kecamatan, next.Kind));
        return _turn(() => FileAsync(update, chat, filing));
    }

    private IEnumerable<(DateTimeOffset At, KecamatanCode? Kecamatan, string? Kind)> Coming(int reports, int days)
    {
        for (var left = reports; left > 0; left--)
        {
            var hour = _random.Of(0.75) ? 7 + (_random.NextDouble() * 15) : _random.NextDouble() * 24;
            var at = _clock.Now.AddDays(_random.Next(days)).AddHours(hour);
            yield return (at, null, null);
            if (!_random.Of(0.0015))
            {
                continue;
            }

            var (kecamatan, kind) = (_random.Pick(_machine.Jurisdiction.Kabupaten.Kecamatan).Code, _random.Pick([.. _kinds.SelectMany(kinds => kinds)]).Code);
            for (var more = Math.Min(left - 1, _random.Next(10, 40)); more > 0; more--, left--)
            {
                yield return (at.AddSeconds(_random.Next(600)), kecamatan, kind); // everybody saw it
            }
        }
    }

    private Filing FilingOf(KecamatanCode? there, string? what)
    {
        var priority = _random.NextDouble() switch { < 0.006 => Priority.P0, < 0.09 => Priority.P1, < 0.6 => Priority.P2, _ => Priority.P3 };
        var kind = what is null ? _random.Pick([.. _kinds[priority]]) : _machine.Jurisdiction.Programmes.Find(what)!;
        var kecamatan = there is { } code ? _machine.Jurisdiction.Regions.Find(code)! : _random.Pick(_machine.Jurisdiction.Kabupaten.Kecamatan);
        var place = there is null && _random.Of(0.06) ? null : new Place(kecamatan.Code, _random.Of(0.85) ? _random.Pick(kecamatan.Desa).Code : null);
        var regimes = _machine.Jurisdiction.Programmes.ProgrammeOf(kind.Code)!.Regimes;
        return new Filing(
            kind.Code,
            _random.Of(0.15) ? Happening.Now : _random.Of(0.5) ? Happening.Often : Happening.Today,
            _random.Of(0.05) ? (AccusedOffice)_random.Next(1, 6) : AccusedOffice.None,
            place,
            place is not null && _random.Of(0.2) ? new Coordinates(kecamatan.Centre.Latitude + ((_random.NextDouble() - 0.5) / 20), kecamatan.Centre.Longitude + ((_random.NextDouble() - 0.5) / 20)) : null,
            [string.Join(' ', Enumerable.Range(0, _random.Next(6, 25)).Select(_ => _random.Pick(Words)))],
            [],
            regimes.Count > 0 ? _random.Pick(regimes) : null)
        {
            Supply = kind.CountsVictims && _random.Of(0.4) ? new Place(_random.Pick(_machine.Jurisdiction.Kabupaten.Kecamatan).Code, null) : null,
        };
    }

    private async Task FileAsync(long update, long chat, Filing filing)
    {
        _filed = null;
        var answer = await _machine.TurnAsync(update, unit => _machine.Get<FileReport>().HandleAsync(unit, filing, chat));
        if (_filed is not { } id)
        {
            Refused += answer is Outcome<Filed>.Refused ? 1 : 0;
            return; // or it was filed by the attempt before the crash, whose signal nobody heard: its deadline routes it
        }

        Filed.Add(id);
        ComeBack(id);
        await _machine.CommitAsync(async unit =>
        {
            await _machine.Get<RouteReport>().HandleAsync(unit, id);
            return true;
        });
    }

    private void ComeBack(ReportId id)
    {
        if (_random.Of(0.08))
        {
            Later(TimeSpan.FromHours(5), (unit, follow) => follow.AddAsync(unit, id, "Sekarang ada lagi.", []));
        }

        if (_random.Of(0.04))
        {
            Later(TimeSpan.FromMinutes(_random.Of(0.5) ? 2 : 300), (unit, follow) => follow.WithdrawAsync(unit, id));
        }

        if (_random.Of(0.25))
        {
            var content = _random.Of(0.6);
            Later(TimeSpan.FromDays(2), (unit, follow) => content ? follow.ConfirmAsync(unit, id) : follow.ObjectAsync(unit, id, "Belum sesuai."));
        }
    }

    private void Later(TimeSpan about, Func<Triage.Store.Unit, FollowUp, Task> act)
    {
        var update = ++_update;
        var when = _clock.Now + _random.Around(about);
        _agenda.At(when, _turn(() => _machine.TurnAsync(update, async unit =>
        {
            await act(unit, _machine.Get<FollowUp>());
            return "";
        })));
        _agenda.At(when + Held, _turn(_machine.RunAsync<DoReporterDeeds>)); // by then its random moment has come
    }
}
