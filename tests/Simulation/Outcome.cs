using System.Globalization;
using Kentongan.Simulation.People;
using Kentongan.Simulation.Promises;
using Kentongan.Simulation.World;

namespace Kentongan.Simulation;

/// <summary>What a run came to: figures to read, and every promise that was not kept.</summary>
internal sealed record Outcome(IReadOnlyList<(string What, string Figure)> Figures, IReadOnlyList<string> Broken)
{
    public int Crashes { get; private init; }

    public int Injured { get; private init; }

    public int Rescued { get; private init; }

    public long Escalations { get; private init; }

    public long Reports { get; private init; }

    public static Outcome Of(
        Scene scene, TimeSpan played, Ledger ledger, Watch watch, Power power, Shift shift, PostOffice post, AirTelegram air,
        Residents residents, Officers officers, Comings comings, Weather weather, int crashes, TimeSpan down, HeardErrors errors)
    {
        var reports = ledger.Count("reports");
        (string, string)[] figures =
        [
            ("Seed", Number(scene.Seed)),
            ("Reports filed, refused for their limit", $"{Number(reports)}, {Number(residents.Refused)}"),
            ("Days played, of", $"{played.TotalDays:0.0}, {Number(scene.Days)}"),
            ("Facts", Number(ledger.Count("report_facts"))),
            ("Commits", Number(power.Commits)),
            ("Officers' turns", Number(officers.Acted)),
            ("Messages that Telegram took", Number(air.Taken)),
            ("Crashes, down for", $"{Number(crashes)}, {down:d\\.hh\\:mm}"),
            .. scene.DrawEvery == 1 ? MessagesOfEmergencies(ledger, post) : [],
            ("Messages on their way at a crash", Number(post.Repeats)),
            ("Outages of Telegram, together", $"{Number(weather.Outages)}, {weather.Away:d\\.hh\\:mm}"),
            ("Sleeps and clock jumps, together", $"{Number(weather.Sleeps)} and {Number(weather.Jumps)}, {weather.Slept:d\\.hh\\:mm}"),
            ("Leaves, blocks, replacements", $"{Number(comings.Leaves)}, {Number(comings.Blocks)}, {Number(comings.Replacements)}"),
            ("Deadlines met, the worst late", $"{Number(watch.Deadlines)}, {watch.WorstDeadline.TotalSeconds:0.0} s"),
            ("Escalations, the worst late", $"{Number(watch.Escalations)}, {watch.WorstEscalation.TotalSeconds:0.0} s"),
            ("Orphans injected, rescued, the slowest after", $"{Number(watch.Injected)}, {Number(watch.Rescued)}, {watch.WorstRescue.TotalSeconds:0.0} s"),
            ("Runs of the auditor", Number(shift.Audited)),
            ("Minutes looked at, audits of the store, standings, most open", $"{Number(watch.Looks)}, {Number(watch.Audits)}, {Number(watch.StandingsChecked)}, {Number(watch.MostOpen)}"),
        ];
        return new Outcome(figures, [.. watch.Broken, .. errors.Lines.Select(line => $"logged: {line}")])
        {
            Crashes = crashes,
            Injured = watch.Injected,
            Rescued = watch.Rescued,
            Escalations = watch.Escalations,
            Reports = reports,
        };
    }

    private static IEnumerable<(string, string)> MessagesOfEmergencies(Ledger ledger, PostOffice post)
    {
        var said = ledger.Emergencies().Select(report => post.Said.GetValueOrDefault(report)).OrderBy(one => one.Cards + one.Notices).ToList();
        if (said is [.., var most])
        {
            yield return ("Messages for an emergency, cards and sentences", $"{Number(said.Sum(one => one.Cards) / said.Count)} and {Number(said.Sum(one => one.Notices) / said.Count)}, at most {Number(most.Cards)} and {Number(most.Notices)}");
        }
    }

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
