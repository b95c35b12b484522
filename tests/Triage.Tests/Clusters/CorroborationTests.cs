using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Clusters;

/// <summary>Second tellings of the same (policy 5.2).</summary>
public sealed class CorroborationTests
{
    private const string Story = "Warung pojok menjual ciu dan gingseng tiap malam minggu";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Three_people_within_the_hour_raise_the_priority_once(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var first = await desk.FileFromAsync(901, Told());
        desk.Clock.Now += TimeSpan.FromMinutes(20);
        var again = await desk.FileFromAsync(901, Told());
        var second = await desk.FileFromAsync(902, Told());
        Assert.Equal(Priority.P2, (await desk.ReportAsync(first!.Value)).Priority); // three reports of two people
        await desk.HeardAsync<Notice>();

        desk.Clock.Now += TimeSpan.FromMinutes(20);
        var third = await desk.FileFromAsync(903, Told());

        foreach (var id in new[] { first, again, second, third })
        {
            var report = await desk.ReportAsync(id!.Value);
            Assert.Equal((Priority.P1, true, Timers.For(Priority.P1).Clock), (report.Priority, report.Raised, report.Timers.Clock));
            Assert.Single(await desk.FactsAsync(id.Value), fact => fact is { Action: ReportAction.Raise, By: Role.System, Detail: "P1" });
        }

        var heard = await desk.HeardAsync<Notice.PriorityRaised>();
        Assert.Equal(["camat", "danramil", "kapolsek"], heard.Select(one => one.To).Distinct().Order());
        await desk.FileFromAsync(904, Told());
        Assert.Equal(Priority.P1, (await desk.ReportAsync(first.Value)).Priority); // not a second time
        Assert.Single(await desk.CardsAsync(first.Value), card => card.Officer == desk["camat"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Raised_in_an_operation_it_keeps_the_shorter_levels(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await desk.CommitAsync(unit => desk.Get<OperationsInForce>().SwitchAsync(unit, "cipta-kondisi-ramadhan", on: true, by: null));
        var ids = new List<ReportId>();
        for (var resident = 1; resident <= 3; resident++)
        {
            ids.Add((await desk.FileFromAsync(resident, Desk.Filing()))!.Value);
        }

        var report = await desk.ReportAsync(ids[0]);
        Assert.Equal((Priority.P0, true), (report.Priority, report.Raised)); // P2, one higher for the operation, one for three people
        Assert.Equal(Timers.For(Priority.P0).Level1 / 2, report.Timers.Level1); // policy 3.1
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Three_people_over_more_than_an_hour_raise_nothing(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var first = await desk.FileFromAsync(901, Told());
        desk.Clock.Now += TimeSpan.FromMinutes(40);
        await desk.FileFromAsync(902, Told());
        desk.Clock.Now += TimeSpan.FromMinutes(40);
        await desk.FileFromAsync(903, Told());

        Assert.Equal(Priority.P2, (await desk.ReportAsync(first!.Value)).Priority);
        Assert.Equal(6, await desk.ReadAsync(db => db.Likes.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_store_alone_links_no_two_reports_of_one_person_and_forgets_within_two_hours(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await desk.FileFromAsync(901, Told());
        await desk.FileFromAsync(901, Desk.Filing());

        var marks = await desk.ReadAsync(db => db.ReporterMarks.AsNoTracking().ToListAsync());
        var standing = await desk.ReadAsync(db => db.ReputationMarks.AsNoTracking().ToListAsync());
        Assert.Equal(2, marks.Count);
        Assert.NotEqual(marks[0].Sealed[5..], marks[1].Sealed[5..]);
        Assert.NotEqual(standing[0].Sealed[5..], standing[1].Sealed[5..]);

        desk.Clock.Now += TimeSpan.FromHours(2);
        await desk.RunAsync<SweepTraces>();
        Assert.Equal(0, await desk.ReadAsync(db => db.ReporterMarks.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_second_telling_ends_a_wait_and_wakes_the_lead(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var first = (await desk.FileFromAsync(901, Told()))!.Value;
        Desk.Done(await desk.AcceptAsync("camat", first));
        Desk.Done(await desk.TapAsync("camat", first, (unit, by) => desk.Get<WorkOnReport>().WaitAsync(unit, by, TimeSpan.FromHours(24))));
        await desk.HeardAsync<Notice>();

        await desk.FileFromAsync(902, Told());

        Assert.Equal(ReportStatus.InProgress, (await desk.ReportAsync(first)).Status);
        Assert.Equal("camat", Assert.Single(await desk.HeardAsync<Notice.Corroborated>()).To);
        Assert.Contains(await desk.ReadAsync(db => db.Deadlines.Where(row => row.Report == first).ToListAsync()), row => row.Kind == DeadlineKind.ResolveDue);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_second_person_brings_a_report_out_of_quarantine_and_the_same_person_does_not(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = (await desk.FileFromAsync(901, Desk.Filing("trantibum.tawuran", place: Jepara.InKedung, nowhere: false, story: Story)))!.Value;
        await desk.CommitAsync(async unit =>
        {
            var report = (await CaseWork.FindAsync(unit, id))!;
            await desk.Get<Triage.Routing.RouteReport>().ScreenAsync(unit, report, "uji");
        });
        Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().QuarantineAsync(unit, by, "Meragukan.")));

        await desk.FileFromAsync(901, Desk.Filing("trantibum.tawuran", story: Story));
        Assert.Equal(ReportStatus.Quarantined, (await desk.ReportAsync(id)).Status);

        await desk.FileFromAsync(902, Desk.Filing("trantibum.tawuran", story: Story));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(id)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_that_accuses_is_tied_only_to_its_like(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await desk.FileFromAsync(901, Told());
        await desk.FileFromAsync(902, Desk.Filing("miras.penjualan", AccusedOffice.Polsek, story: Story.Replace("gingseng", "arak", StringComparison.Ordinal)));

        Assert.Equal(0, await desk.ReadAsync(db => db.Likes.CountAsync()));
    }

    /// <summary>Only so many of the newest are compared: those that accuse must not push out what the accused may read.</summary>
    [Fact]
    public async Task However_many_accuse_two_harmless_reports_are_tied_as_if_they_were_alone()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, Desk.Usual);
        var one = await desk.FileFromAsync(901, Told());
        for (var number = 0; number < 20; number++)
        {
            desk.Clock.Now += TimeSpan.FromMinutes(15);
            await desk.FileFromAsync(1_000 + number, Told() with { Accused = AccusedOffice.Polsek });
        }

        var other = await desk.FileFromAsync(902, Told());

        Assert.Equal(1, await desk.ReadAsync(db => db.Likes.CountAsync(like => like.Report == one && like.Other == other)));
    }

    private static Filing Told() => Desk.Filing("miras.konsumsi", place: Jepara.InKedung, story: Story.Replace("gingseng", "arak", StringComparison.Ordinal));
}
