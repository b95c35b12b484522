namespace Kentongan.Simulation.World;

/// <summary>Telegram goes away for minutes or hours, the machine sleeps, its clock is put forward.</summary>
internal sealed class Weather(Machine machine, VirtualClock clock, Agenda agenda, AirTelegram air, Random random)
{
    public int Outages { get; private set; }

    public TimeSpan Away { get; private set; }

    public int Sleeps { get; private set; }

    public int Jumps { get; private set; }

    public TimeSpan Slept { get; private set; }

    public void Begin(TimeSpan length)
    {
        Often(length, TimeSpan.FromDays(2), TelegramGoes);
        Often(length, TimeSpan.FromDays(5), () =>
        {
            Sleeps++;
            Sleep(random.Between(TimeSpan.FromMinutes(30), TimeSpan.FromHours(7)));
        });
        Often(length, TimeSpan.FromDays(4), () =>
        {
            Jumps++;
            Sleep(random.Between(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(20)));
        });
    }

    private void Often(TimeSpan length, TimeSpan every, Action what)
    {
        for (var times = Math.Max(1, (int)(length / every)); times > 0; times--)
        {
            agenda.At(clock.Now + (length * random.NextDouble()), () =>
            {
                what();
                return Task.CompletedTask;
            });
        }
    }

    private void TelegramGoes()
    {
        if (air.IsAway)
        {
            return;
        }

        var away = random.Between(TimeSpan.FromMinutes(3), TimeSpan.FromHours(random.Of(0.3) ? 6 : 1));
        (Outages, Away, air.IsAway) = (Outages + 1, Away + away, true);
        agenda.At(clock.Now + away, () =>
        {
            air.IsAway = false;
            return Task.CompletedTask;
        });
    }

    private void Sleep(TimeSpan length)
    {
        Slept += length;
        machine.SleepUntil(clock.Now + length);
    }
}
