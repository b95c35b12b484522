using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Deadlines;

/// <summary>Deadlines are met at their second, and after a sleep each once and in the order in which they fell due (policy 1.5, 3).</summary>
public sealed class SleepTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_deadline_is_met_at_its_second_not_before_and_not_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await OfficeAsync(desk);

        for (var step = 0; step < 60; step++)
        {
            var due = await desk.ReadAsync(db => db.Deadlines.MinAsync(row => row.DueAt));
            var together = await desk.ReadAsync(db => db.Deadlines.CountAsync(row => row.DueAt == due));
            desk.Clock.Now = due.AddSeconds(-1);
            var early = await desk.ReadAsync(db => db.Deadlines.CountAsync(row => row.DueAt <= due.AddSeconds(-1)));
            Assert.Equal((0, 0), (early, await desk.RunAsync<MeetDeadlines>()));

            desk.Clock.Now = due;
            Assert.Equal(together, await desk.RunAsync<MeetDeadlines>());
            Assert.Equal(0, await desk.RunAsync<MeetDeadlines>());

            desk.Clock.Now = due.AddSeconds(1);
            Assert.Equal(await desk.ReadAsync(db => db.Deadlines.CountAsync(row => row.DueAt <= due.AddSeconds(1))), await desk.RunAsync<MeetDeadlines>());
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_fell_due_in_six_hours_of_sleep_is_met_once_and_in_order(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        desk.Clock.Now = Jepara.At("19:30");
        await OfficeAsync(desk);
        await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());
        desk.Clock.Now = Jepara.At("01:30", days: 1); // over the beginning of quiet hours and midnight
        var now = desk.Clock.Now;
        var due = await desk.ReadAsync(db => db.Deadlines.AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).ToListAsync());
        Assert.True(due.Count >= 10, $"only {due.Count}");

        Assert.Equal(due.Count, await desk.RunAsync<MeetDeadlines>());
        var met = due.Select(row => row.Id).ToList();
        Assert.Equal(0, await desk.ReadAsync(db => db.Deadlines.CountAsync(row => met.Contains(row.Id))));
        var said = await SaidAsync(desk);
        Assert.Equal(0, await desk.RunAsync<MeetDeadlines>());
        await desk.RunAsync<AuditOpenReports>();

        Assert.Equal(said, await SaidAsync(desk));
        Assert.Equal(said.Count, said.Distinct().Count()); // nobody hears the same twice
        var order = said.Select(one => due.FindIndex(row => row.Report == one.Report && KindOf(one.Notice) == (row.Kind, row.Kind == DeadlineKind.Remind ? row.Step : 0))).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.True(await desk.ReadAsync(db => db.Deadlines.AllAsync(row => row.DueAt > now)));
    }

    /// <summary>Reminders and levels in the order in which they leave.</summary>
    private static async Task<List<(ReportId Report, string To, Notice Notice)>> SaidAsync(Desk desk)
    {
        var rows = await desk.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Notice).OrderBy(row => row.Id).ToListAsync());
        return [.. from row in rows
                   let notice = Notice.FromJson(row.Body!)
                   where notice is Notice.Reminder or Notice.Escalated
                   select (row.Report!.Value, desk.NameOf(row.Officer), notice is Notice.Escalated level ? level with { Silent = [] } : notice)];
    }

    private static (DeadlineKind, int) KindOf(Notice notice) => notice switch
    {
        Notice.Reminder reminder => (DeadlineKind.Remind, reminder.Step),
        Notice.Escalated escalated => (DeadlineKind.Level1 + escalated.Level - 1, 0),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A report in each state, and one on offer of each priority.</summary>
    private static async Task OfficeAsync(Desk desk)
    {
        foreach (var priority in Enum.GetValues<Priority>())
        {
            await desk.FileAsync(priority);
            desk.Clock.Now += TimeSpan.FromMinutes(1);
        }

        await desk.FileAsync(Desk.Filing(nowhere: true));
        var work = desk.Get<WorkOnReport>();
        foreach (var (index, act) in ((Func<Unit, OfficerCase, Task<Outcome<ReportFact>>>[])
        [
            (unit, by) => work.KeepWorkingAsync(unit, by),
            (unit, by) => work.StartAsync(unit, by),
            (unit, by) => work.WaitAsync(unit, by, TimeSpan.FromHours(3)),
            (unit, by) => desk.Get<ReferReport>().ReferAsync(unit, by, "bnnp", 7),
            (unit, by) => work.ProposeResolutionAsync(unit, by, ReportOutcome.ActedUpon, Desk.Told, [Desk.Photo(1)]),
        ]).Index())
        {
            var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(index % 2 == 0 ? Priority.P1 : Priority.P2), story: $"Cerita lain nomor {index}."));
            Desk.Done(await desk.AcceptAsync("camat", id));
            Desk.Done(await desk.TapAsync("camat", id, act));
            desk.Clock.Now += TimeSpan.FromSeconds(70);
        }
    }
}
