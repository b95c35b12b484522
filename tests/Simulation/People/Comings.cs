using Kentongan.Simulation.World;
using Kentongan.Triage.Officers;

namespace Kentongan.Simulation.People;

/// <summary>Officers go on leave, block the bot and write again, are replaced. Each of it may orphan what they hold.</summary>
internal sealed class Comings(Machine machine, VirtualClock clock, Agenda agenda, Crew crew, Officers officers, AirTelegram air, Random random, Func<Func<Task>, Func<Task>> turn, Action changed)
{
    public int Leaves { get; private set; }

    public int Blocks { get; private set; }

    public int Replacements { get; private set; }

    public void Begin(TimeSpan length)
    {
        for (var times = crew.All.Count * length / TimeSpan.FromDays(18); times > 0; times--)
        {
            agenda.At(clock.Now + (length * random.NextDouble()), SomebodyAsync);
        }
    }

    private Task SomebodyAsync()
    {
        var who = random.Pick([.. crew.All.Values.Where(officer => !officer.Stays && !officers.Away.Contains(officer.Id))]);
        return random.NextDouble() switch
        {
            < 0.55 => turn(() => LeaveAsync(who))(),
            < 0.92 => Block(who),
            _ => turn(() => ReplaceAsync(who))(),
        };
    }

    private async Task LeaveAsync(Officer who)
    {
        var (ahead, days, dice) = (random.Next(3), random.Next(1, 8), random.Next(3));
        var from = machine.Jurisdiction.Local.DateOf(clock.Now).AddDays(ahead);
        var absence = await machine.CommitAsync(async unit =>
        {
            var others = await machine.Get<Absences>().StandInsAsync(unit, who.Id);
            return await machine.Get<Absences>().BeginAsync(unit, who.Id, from, days, dice == 0 || others.Count == 0 ? null : others[dice % others.Count].Officer);
        });
        Leaves++;
        if (absence.From <= clock.Now)
        {
            changed(); // at once: until the next turn of the roster they hold what they held
        }

        agenda.At(absence.From, () => IsAway(who, true));
        agenda.At(absence.To, () => IsAway(who, false));
        if (random.Of(0.2))
        {
            agenda.At(clock.Now + (random.NextDouble() * (absence.To - clock.Now)), turn(async () =>
            {
                await machine.CommitAsync(unit => Absences.EndAsync(unit, who.Id));
                await IsAway(who, false);
            }));
        }
    }

    private Task IsAway(Officer who, bool away)
    {
        _ = away ? officers.Away.Add(who.Id) : officers.Away.Remove(who.Id);
        changed();
        return Task.CompletedTask;
    }

    /// <summary>The product learns of it from Telegram, at the next message.</summary>
    private Task Block(Officer who)
    {
        Blocks++;
        air.Blocked.Add(who.Chat);
        officers.Away.Add(who.Id);
        agenda.At(clock.Now + random.Around(TimeSpan.FromHours(30)), turn(async () =>
        {
            air.Blocked.Remove(who.Chat);
            officers.Away.Remove(who.Id);
            await machine.CommitAsync(async unit =>
            {
                await Unreachable.FoundAsync(unit, who.Id); // as any word of theirs does
                return true;
            });
            changed();
        }));
        return Task.CompletedTask;
    }

    private async Task ReplaceAsync(Officer who)
    {
        await machine.CommitAsync(unit => machine.Get<Invitations>().RemoveAsync(unit, who.Id));
        changed();
        crew.Forget(who.Id);
        Replacements++;
        agenda.At(clock.Now + random.Around(TimeSpan.FromHours(12)), turn(async () =>
        {
            await crew.BindAsync(who.Seat.Seat, who.Seat.Kecamatan, who.Seat.IsDeputy);
            changed();
        }));
    }
}
