using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>When officers see what a resident did must not point at whoever was just seen typing (threat-model 4, row 13).</summary>
public sealed class BlurredTimeTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(5);

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Fact]
    public void A_wait_of_some_minutes_is_the_default() => Assert.Equal(Delay, new PrivacyOptions().OfferDelay);

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_not_urgent_is_routed_at_once_and_reaches_nobody_before_a_random_moment(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);

        var id = await desk.FileAsync(Priority.P2);

        var report = await desk.ReportAsync(id);
        var leaves = report.OfferedAt!.Value;
        Assert.Equal(ReportStatus.Offered, report.Status);
        Assert.InRange(leaves, desk.Clock.Now.AddTicks(1), desk.Clock.Now + Delay);
        Assert.All(await RowsAsync(desk, id), row => Assert.True(row.DueAt >= leaves.ToUnixTimeMilliseconds()));
        Assert.Equal(leaves + report.Timers.Level1, await desk.ReadAsync(db => db.Deadlines.Where(row => row.Kind == DeadlineKind.Level1).Select(row => row.DueAt).SingleAsync()));
        Assert.Equal((0, 0), await SeenAsync(desk));
        desk.Clock.Now = leaves.AddTicks(-1);
        Assert.Equal((0, 0), await SeenAsync(desk));

        desk.Clock.Now = report.ReceivedAt + Delay + TimeSpan.FromSeconds(1);
        Assert.Equal((1, 1), await SeenAsync(desk));
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite, Priority.P0)]
    [InlineData(StoreProvider.Sqlite, Priority.P1)]
    [InlineData(StoreProvider.Postgres, Priority.P0)]
    public async Task Where_somebody_may_be_in_danger_nothing_waits(StoreProvider provider, Priority priority)
    {
        await using var desk = await OpenAsync(provider);

        var id = await desk.FileAsync(priority);

        var rows = await RowsAsync(desk, id);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(desk.Clock.Now.ToUnixTimeMilliseconds(), row.DueAt));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_goes_to_the_desk_of_the_coordinator_waits_as_well(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);

        var id = await desk.FileAsync(Desk.Filing(nowhere: true));

        Assert.Equal(ReportStatus.Screening, (await desk.ReportAsync(id)).Status);
        Assert.All(await RowsAsync(desk, id), row => Assert.True(row.DueAt > desk.Clock.Now.ToUnixTimeMilliseconds()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_that_is_taken_back_in_time_is_never_heard_of(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var id = await desk.FileAsync(Priority.P2);

        Desk.Done(await desk.CommitAsync(unit => desk.Get<FollowUp>().WithdrawAsync(unit, id)));

        Assert.Empty(await RowsAsync(desk, id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_resident_adds_later_waits_as_well_and_says_nothing_before_the_card_does(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var id = await desk.FileAsync(Priority.P2);
        await desk.CommitAsync(unit => desk.Get<FollowUp>().AddAsync(unit, id, "Tadi lupa.", []));
        Assert.DoesNotContain(await RowsAsync(desk, id), row => row.Kind == OutboxKind.Notice || row.DueAt <= desk.Clock.Now.ToUnixTimeMilliseconds());
        desk.Clock.Now += Delay + Delay;
        await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());

        await desk.CommitAsync(unit => desk.Get<FollowUp>().AddAsync(unit, id, "Masih ada lagi.", []));

        Assert.Empty(await RowsAsync(desk, id)); // what waits, and how: ReporterDeedTests
        desk.Clock.Now += Delay;
        await desk.RunAsync<DoReporterDeeds>();
        Assert.Contains(await RowsAsync(desk, id), row => row.Kind == OutboxKind.Notice);
    }

    /// <summary>The card of the first telling shows that there is a second one: were it changed at once, it would tell when that was written.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task A_second_telling_changes_the_card_of_the_first_no_earlier_than_its_own_comes(StoreProvider provider)
    {
        const string Tale = "Botol-botol tuak dijual di belakang balai desa tiap malam Minggu.";
        await using var desk = await OpenAsync(provider);
        var first = await desk.FileAsync(Desk.Filing(story: Tale));
        desk.Clock.Now += Delay + Delay;
        Desk.Done(await desk.AcceptAsync("kapolsek", first));
        await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());

        var second = await desk.FileAsync(Desk.Filing(story: Tale));

        var comes = (await desk.ReportAsync(second)).OfferedAt!.Value;
        Assert.NotEmpty(await RowsAsync(desk, first));
        Assert.All(await RowsAsync(desk, first), row => Assert.True(row.DueAt >= comes.ToUnixTimeMilliseconds()));
        Assert.Equal(0, await AlikeAsync(desk, first));
        desk.Clock.Now = comes.AddTicks(-1);
        Assert.Equal(0, await AlikeAsync(desk, first)); // whatever else redraws it

        desk.Clock.Now = comes;
        Assert.Equal(1, await AlikeAsync(desk, first));
    }

    /// <summary>Kolmogorov and Smirnov: the waits of ten thousand reports are spread evenly, and no wait tells of the next.</summary>
    [Fact]
    public async Task The_waits_are_spread_evenly_and_do_not_hang_together()
    {
        const int Count = 10_000;
        await using var desk = await OpenAsync(StoreProvider.Sqlite);
        var work = desk.Get<CaseWork>();
        var report = await desk.ReportAsync(await desk.FileAsync(Priority.P2));

        var waits = Enumerable.Range(0, Count).Select(_ => (work.Blurred(report, desk.Clock.Now) - desk.Clock.Now) / Delay).ToList();

        var farthest = waits.Order().Select((wait, index) => Math.Abs(wait - ((index + 0.5) / Count))).Max();
        var together = waits.Zip(waits.Skip(1), (one, next) => (one - 0.5) * (next - 0.5)).Average() * 12;
        Assert.InRange(farthest, 0, 1.63 / Math.Sqrt(Count)); // 1 % of fair coins do worse
        Assert.InRange(together, -2.58 / Math.Sqrt(Count), 2.58 / Math.Sqrt(Count));
    }

    private static Task<Desk> OpenAsync(StoreProvider provider) => Desk.OpenAsync(provider, Desk.Usual, settings: new() { ["Privacy:OfferDelay"] = Delay.ToString() });

    private static Task<List<OutboxRow>> RowsAsync(Desk desk, ReportId id) =>
        desk.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Report == id).ToListAsync());

    /// <summary>How many reports that tell the same the lead reads on the card.</summary>
    private static async Task<int> AlikeAsync(Desk desk, ReportId id)
    {
        var card = (await desk.CardAsync(id, "kapolsek"))!.Id;
        return (await desk.ReadAsync(db => desk.Get<CardQueries>().ReadAsync(db, card, CancellationToken.None)))!.Cluster.Alike;
    }

    /// <summary>What the lead finds under /tugas, and what a figure asked for now counts.</summary>
    private static Task<(int Tasks, int Received)> SeenAsync(Desk desk) => desk.ReadAsync(async db => (
        (await CardQueries.OpenCardsAsync(db, desk["kapolsek"], Jepara.Jurisdiction.Local, desk.Clock.Now, 20, CancellationToken.None)).Count,
        (await desk.Get<DigestQueries>().ReadAsync(db, Jepara.Kedung, desk.Clock.Now, CancellationToken.None)).Received.Now));
}
