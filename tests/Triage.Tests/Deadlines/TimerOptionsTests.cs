using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.Extensions.Configuration;

namespace Kentongan.Triage.Tests.Deadlines;

/// <summary>Each kabupaten can change the timers of policy 3 in its configuration.</summary>
public sealed class TimerOptionsTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Fact]
    public void What_nobody_changed_is_as_in_the_policy()
    {
        var table = Read(("Timers:P1:Level1", "00:20:00"), ("Timers:p2:reminders", "00:30:00, 01:30:00"), ("Timers:_P3", "words"));

        Assert.Equal(Written(Timers.For(Priority.P1) with { Level1 = TimeSpan.FromMinutes(20) }), Written(table.For(Priority.P1)));
        Assert.Equal([TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(90)], table.For(Priority.P2).Reminders);
        Assert.Equal(Written(Timers.For(Priority.P3)), Written(table.For(Priority.P3)));
        Assert.All(Enum.GetValues<Priority>(), priority => Assert.Equal(Written(Timers.For(priority)), Written(Read().For(priority))));
    }

    [Fact]
    public void Every_timer_of_the_table_can_be_changed()
    {
        foreach (var timer in typeof(Timers).GetProperties().Where(property => property.PropertyType == typeof(TimeSpan)))
        {
            var changed = Read(($"Timers:P3:{timer.Name}", timer.Name == "Level1" ? "01:30:00" : "2.12:00:00"));

            Assert.Equal(timer.Name == "Level1" ? TimeSpan.FromMinutes(90) : TimeSpan.FromHours(60), timer.GetValue(changed.For(Priority.P3)));
        }
    }

    [Theory]
    [InlineData("Timers:P4:Level1", "00:20:00", "Timers:P4")]
    [InlineData("Timers:P1:Level9", "00:20:00", "Timers:P1:Level9")]
    [InlineData("Timers:P1:Level1", "twenty", "Timers:P1:Level1")]
    [InlineData("Timers:P1:Level1", "-00:20:00", "Timers:P1:Level1")]
    [InlineData("Timers:P1:Level1", "00:31:00", "Timers:P1")] // after level 2
    [InlineData("Timers:P1:Reminders", "00:16:00", "Timers:P1")] // after level 1
    public void What_cannot_work_stops_the_start_with_its_name(string key, string value, string named) =>
        Assert.StartsWith(named, Assert.Throws<StartRefusedException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Both))]
    public async Task New_reports_run_by_it_also_once_they_are_reopened(StoreProvider provider)
    {
        var table = Read(("Timers:P2:Level1", "00:45:00"), ("Timers:P2:Reminders", "00:10:00"), ("Timers:P1:Level1", "00:20:00"));
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual, jurisdiction: Jepara.Jurisdiction with { Timers = table });
        var (id, filed) = (await desk.FileAsync(Priority.P2), desk.Clock.Now);

        await desk.PassAsync(TimeSpan.FromMinutes(45));

        Assert.Contains(await desk.ToldAsync(filed, id), line => line.StartsWith("+10 reminder 1", StringComparison.Ordinal));
        Assert.Contains(await desk.ToldAsync(filed, id), line => line.StartsWith("+45 level 1", StringComparison.Ordinal));
        await desk.CloseAsync(id);
        await desk.CommitAsync(unit => desk.Get<Triage.Reports.FollowUp>().ObjectAsync(unit, id, "Belum selesai."));
        Assert.Equal(TimeSpan.FromMinutes(20), (await desk.ReportAsync(id)).Timers.Level1);
    }

    /// <summary>Two lists of reminders are the same when the same stands in them.</summary>
    private static string Written(Timers timers) => System.Text.Json.JsonSerializer.Serialize(timers);

    private static TimerTable Read(params (string Key, string Value)[] settings) => TimerOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
