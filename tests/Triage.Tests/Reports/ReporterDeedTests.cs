using System.Text.Json;
using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>
/// What a resident does later, to a report that officers know of: until its random moment it has happened for nobody but the resident, so that whoever
/// saw them typing, and looks again and again, learns nothing (threat-model 4, row 13).
/// </summary>
public sealed class ReporterDeedTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(5);

    public static TheoryData<StoreProvider, ReporterAct> Deeds
    {
        get
        {
            var deeds = new TheoryData<StoreProvider, ReporterAct>();
            foreach (var provider in Enum.GetValues<StoreProvider>())
            {
                foreach (var act in Enum.GetValues<ReporterAct>())
                {
                    deeds.Add(provider, act);
                }
            }

            return deeds;
        }
    }

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Deeds))]
    public async Task Until_its_moment_every_officer_reads_the_same_on_every_page_and_card(StoreProvider provider, ReporterAct act)
    {
        await using var office = await Office.OpenAsync(provider, settings: Blurred);
        var desk = office.Desk;
        var (id, receipt) = await ProposedAsync(desk);
        var before = await SeenAsync(office, id);

        Desk.Done(await DoAsync(desk, id, act));

        Assert.Equal(before, await SeenAsync(office, id));
        Assert.Equal(0, await desk.RunAsync<DoReporterDeeds>());
        var shown = JsonSerializer.Serialize(await ReadAsync(desk, receipt));

        desk.Clock.Now += Delay;
        Assert.Equal(1, await desk.RunAsync<DoReporterDeeds>());
        Assert.NotEqual(before, await SeenAsync(office, id));
        Assert.Equal(shown, JsonSerializer.Serialize(await ReadAsync(desk, receipt)).Replace(Written(desk.Clock.Now), Written(desk.Clock.Now - Delay), StringComparison.Ordinal)); // the resident has read that all along
        Assert.Equal(0, await desk.RunAsync<DoReporterDeeds>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_moment_lies_anywhere_within_the_window_and_the_minute_of_the_deed_is_kept_nowhere(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (id, _) = await ProposedAsync(desk);
        var typed = desk.Clock.Now;

        await DoAsync(desk, id, ReporterAct.Object);

        var due = await desk.ReadAsync(db => db.ReporterDeeds.Select(row => row.DueAt).SingleAsync());
        Assert.InRange(due, typed.AddTicks(1), typed + Delay);
        desk.Clock.Now = due.AddSeconds(1);
        await desk.RunAsync<DoReporterDeeds>();
        Assert.Equal(due.AddSeconds(1), (await desk.FactsAsync(id))[^1].At);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Several_deeds_come_together_and_in_their_order(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (id, receipt) = await ProposedAsync(desk);
        await AddAsync(desk, id, "Masih buka.");
        desk.Clock.Now += TimeSpan.FromSeconds(20);
        Desk.Done(await DoAsync(desk, id, ReporterAct.Object));
        await AddAsync(desk, id, "Pindah ke belakang pasar.");
        Assert.Single(await desk.ReadAsync(db => db.ReporterDeeds.Select(row => row.DueAt).Distinct().ToListAsync()));

        desk.Clock.Now += Delay;
        Assert.Equal(3, await desk.RunAsync<DoReporterDeeds>());

        Assert.Equal(ReportStatus.InProgress, (await desk.ReportAsync(id)).Status);
        Assert.Equal(["Masih buka.", "Pindah ke belakang pasar."], (await ReadAsync(desk, receipt)).Messages.Select(message => message.Text));
    }

    /// <summary>An officer verified in between: there is nothing left to send back, so it is reopened; and where even that is too late, the words stay.</summary>
    [Theory]
    [InlineData(StoreProvider.Sqlite, true)]
    [InlineData(StoreProvider.Sqlite, false)]
    [InlineData(StoreProvider.Postgres, true)]
    [InlineData(StoreProvider.Postgres, false)]
    public async Task Where_the_case_moves_on_meanwhile_what_was_written_is_not_lost(StoreProvider provider, bool verified)
    {
        await using var desk = await OpenAsync(provider);
        var (id, receipt) = await ProposedAsync(desk);
        await DoAsync(desk, id, ReporterAct.Object);
        Desk.Done(await desk.TapAsync("kapolsek", id, (unit, by) => verified
            ? desk.Get<WorkOnReport>().VerifyAsync(unit, by)
            : desk.Get<WorkOnReport>().SendBackAsync(unit, by)));

        desk.Clock.Now += Delay;
        await desk.RunAsync<DoReporterDeeds>();

        Assert.Equal(verified ? ReportStatus.Offered : ReportStatus.InProgress, (await desk.ReportAsync(id)).Status);
        if (!verified)
        {
            Assert.Equal("Belum beres.", Assert.Single((await ReadAsync(desk, receipt)).Messages).Text);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_cannot_be_done_is_refused_at_once_also_after_a_deed_that_waits(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (id, receipt) = await ProposedAsync(desk);
        Desk.Done(await DoAsync(desk, id, ReporterAct.Withdraw));

        Assert.IsType<Outcome<ReporterDeed>.Refused>(await DoAsync(desk, id, ReporterAct.Withdraw));
        Assert.IsType<Outcome<ReporterDeed>.Refused>(await DoAsync(desk, id, ReporterAct.Confirm));
        var view = await ReadAsync(desk, receipt);
        Assert.Equal((false, false, ReportOutcome.Withdrawn), (view.IsOpen, view.CanWithdraw, view.Outcome));
        Assert.Equal(1, await desk.ReadAsync(db => db.ReporterDeeds.CountAsync()));
    }

    /// <summary>Nobody looks at it yet: taken back in time it is never heard of, and what is added stands on the card when it comes.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Before_an_officer_knows_of_the_report_nothing_waits(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var id = await desk.FileAsync(Priority.P2);

        await AddAsync(desk, id, "Tadi lupa.");
        Desk.Done(await DoAsync(desk, id, ReporterAct.Withdraw));

        Assert.Equal(ReportStatus.Closed, (await desk.ReportAsync(id)).Status);
        Assert.Equal(0, await desk.ReadAsync(db => db.ReporterDeeds.CountAsync()));
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite, Priority.P0)]
    [InlineData(StoreProvider.Sqlite, Priority.P1)]
    [InlineData(StoreProvider.Postgres, Priority.P1)]
    public async Task Where_somebody_may_be_in_danger_nothing_waits(StoreProvider provider, Priority priority)
    {
        await using var desk = await OpenAsync(provider);
        var id = await desk.FileAsync(priority);

        await AddAsync(desk, id, "Mereka bawa parang.");

        Assert.Equal((0, 1), await desk.ReadAsync(async db => (await db.ReporterDeeds.CountAsync(), await db.Messages.CountAsync())));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Victims_are_told_of_at_once_and_what_waited_comes_before_them(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (id, _) = await desk.FileWithReceiptAsync();
        desk.Clock.Now += Delay;
        Desk.Done(await desk.AcceptAsync("camat", id));
        await DoAsync(desk, id, ReporterAct.TellOfVictims); // none
        await AddAsync(desk, id, "Ada yang tumbang!");

        Desk.Done(await desk.CommitAsync(unit => desk.Get<FollowUp>().TellOfVictimsAsync(unit, id, new VictimsTold(2))));

        Assert.Equal(Priority.P0, (await desk.ReportAsync(id)).Priority);
        Assert.Equal(2, (await desk.ReportAsync(id)).Injured);
        Assert.Equal((0, 1), await desk.ReadAsync(async db => (await db.ReporterDeeds.CountAsync(), await db.Messages.CountAsync())));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Once_the_report_is_urgent_what_waits_comes_at_the_next_turn(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (id, _) = await ProposedAsync(desk);
        await AddAsync(desk, id, "Mereka bawa parang.");
        await desk.CommitAsync(unit => unit.Db.Reports.Where(report => report.Id == id).ExecuteUpdateAsync(row => row.SetProperty(report => report.Priority, Priority.P1)));

        Assert.Equal(1, await desk.RunAsync<DoReporterDeeds>());
        Assert.Equal(1, await desk.ReadAsync(db => db.Messages.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_processes_do_it_once(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (id, _) = await ProposedAsync(desk);
        await AddAsync(desk, id, "Masih buka.");
        desk.Clock.Now += Delay;
        var other = desk.Process().GetRequiredService<DoReporterDeeds>();

        var done = await Task.WhenAll(Task.Run(desk.RunAsync<DoReporterDeeds>), Task.Run(() => other.RunAsync(CancellationToken.None)));

        Assert.Equal(1, done.Sum());
        Assert.Equal(1, await desk.ReadAsync(db => db.Messages.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task With_the_wait_switched_off_nothing_waits(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, _) = await ProposedAsync(desk);

        Desk.Done(await DoAsync(desk, id, ReporterAct.Object));

        Assert.Equal(ReportStatus.InProgress, (await desk.ReportAsync(id)).Status);
    }

    /// <summary>A key that is destroyed takes with it what waits, in every backup; the row goes at its turn.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Of_a_shredded_report_nothing_that_waits_can_be_read_or_done(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (id, _) = await ProposedAsync(desk);
        await AddAsync(desk, id, "Masih buka.");
        desk.Get<Triage.Keys.ReportKeys>().Destroy(id);
        desk.Clock.Now += Delay;

        Assert.Empty(await desk.ReadAsync(db => desk.Get<ReporterDeeds>().WaitingAsync(db, id)));
        await desk.RunAsync<DoReporterDeeds>();

        Assert.Equal((0, 0), await desk.ReadAsync(async db => (await db.ReporterDeeds.CountAsync(), await db.Messages.CountAsync())));
    }

    private static Dictionary<string, string?> Blurred => new() { ["Privacy:OfferDelay"] = Delay.ToString() };

    private static Task<Desk> OpenAsync(StoreProvider provider) => Desk.OpenAsync(provider, Desk.Usual, settings: Blurred);

    /// <summary>A calm report that is proposed as resolved, so that a resident may do to it whatever there is; every card has come.</summary>
    private static async Task<(ReportId Report, Receipt Receipt)> ProposedAsync(Desk desk)
    {
        var (id, receipt) = await desk.FileWithReceiptAsync();
        desk.Clock.Now += Delay;
        Desk.Done(await desk.AcceptAsync("camat", id));
        Desk.Done(await desk.ResolveAsync("camat", id));
        await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());
        return (id, receipt);
    }

    private static Task<Outcome<ReporterDeed>> DoAsync(Desk desk, ReportId id, ReporterAct act) => desk.CommitAsync(unit => desk.Get<ReporterDeeds>().TakeAsync(unit, id, act switch
    {
        ReporterAct.Add => new ReporterDeed(act, "Masih buka."),
        ReporterAct.Object => new ReporterDeed(act, "Belum beres."),
        ReporterAct.TellOfVictims => new ReporterDeed(act, Victims: new VictimsTold(0)),
        _ => new ReporterDeed(act),
    }));

    private static async Task AddAsync(Desk desk, ReportId id, string text) =>
        Assert.True(await desk.CommitAsync(unit => desk.Get<FollowUp>().AddAsync(unit, id, text, [])));

    private static async Task<ReporterView> ReadAsync(Desk desk, Receipt receipt) =>
        Assert.IsType<ReporterView>(await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt)));

    private static string Written(DateTimeOffset at) => JsonSerializer.Serialize(at);

    /// <summary>What is on its way, on the cards, and on every page of the triad.</summary>
    private static async Task<List<string>> SeenAsync(Office office, ReportId id)
    {
        var desk = office.Desk;
        var number = (await desk.ReportAsync(id)).CaseNumber;
        var seen = new List<string> { $"{await desk.ReadAsync(db => db.Outbox.CountAsync())} letters" };
        foreach (var officer in (string[])["camat", "kapolsek", "danramil"])
        {
            var card = (await desk.CardAsync(id, officer))!.Id;
            seen.Add(JsonSerializer.Serialize(await desk.ReadAsync(db => desk.Get<CardQueries>().ReadAsync(db, card, CancellationToken.None))));
            seen.AddRange((await SeenPages.ReadAsync(office, officer, [number], searches: ["-"])).Select(page => $"{officer} {page.Key}: {page.Value}"));
        }

        return seen;
    }
}
