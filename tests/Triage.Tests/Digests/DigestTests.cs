using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Digests;

/// <summary>The morning digest (policy 6): when, for whom, and that every figure can be counted again.</summary>
public sealed class DigestTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task At_seven_local_every_coordinator_and_seat_gets_one_a_day(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        desk.Clock.Now = Jepara.At("07:00", 1).AddSeconds(-1);
        Assert.Equal(0, await desk.RunAsync<SendDigests>());

        desk.Clock.Now = Jepara.At("07:00", 1);
        Assert.Equal(7, await desk.RunAsync<SendDigests>());
        Assert.Equal(0, await desk.RunAsync<SendDigests>());
        Assert.Equal(0, await desk.Process().GetRequiredService<SendDigests>().RunAsync(CancellationToken.None));

        Assert.Equal(["+0 digest → camat camat/02 danramil danramil/02 kapolsek kapolsek/02 koordinator", "+0 digestpicture → koordinator (silent)"], await desk.ToldAsync(Jepara.At("07:00", 1)));
        var scopes = await desk.ReadAsync(db => db.Digests.AsNoTracking().Select(row => new { row.Officer, row.Scope, row.Date }).ToListAsync());
        Assert.All(scopes, row => Assert.Equal("2026-09-17", row.Date));
        Assert.Equal("33.20", scopes.Single(row => row.Officer == desk["koordinator"]).Scope);
        Assert.Equal("33.20.02", scopes.Single(row => row.Officer == desk["camat/02"]).Scope);

        desk.Clock.Now = Jepara.At("07:00", 2);
        Assert.Equal(7, await desk.RunAsync<SendDigests>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_late_start_sends_the_digest_of_the_morning(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "koordinator");
        await desk.FileAsync(Desk.Filing(nowhere: true));
        desk.Clock.Now = Jepara.At("08:30", 1);
        await desk.FileAsync(Desk.Filing(nowhere: true));
        desk.Clock.Now = Jepara.At("12:00", 1);

        Assert.Equal(1, await desk.RunAsync<SendDigests>());

        var figures = await KeptAsync(desk, "koordinator");
        Assert.Equal(("2026-09-17", 1, 1), (figures.Date, figures.Received.Now, figures.LeftOpen));
        Assert.Equal(21 * 60, Assert.Single(figures.NeedsYou).MinutesOpen);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_processes_send_it_once(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        desk.Clock.Now = Jepara.At("07:00", 1);
        var others = Enumerable.Range(0, 2).Select(_ => desk.Process().GetRequiredService<SendDigests>()).ToList();

        await Task.WhenAll(others.Select(other => Task.Run(() => other.RunAsync(CancellationToken.None))));

        Assert.Equal(9, await desk.ReadAsync(db => db.Outbox.CountAsync())); // with the coordinator's two pictures
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_quiet_day_has_a_digest_of_zeros(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        desk.Clock.Now = Jepara.At("07:00", 1);
        await desk.RunAsync<SendDigests>();

        var figures = await KeptAsync(desk, "camat");

        var nothing = new Counted(0, null, 0, 0);
        Assert.Equal((nothing, nothing, nothing, nothing, 0, 0, 0), (figures.Received, figures.AcceptedOnTime, figures.Closed, figures.Reopened, figures.LeftOpen, figures.DueToday, figures.Emergencies));
        Assert.Equal((new DeskCounts(0, 0, 0, 0, 0), true), (figures.Desk, figures.Health.AuditorRan));
        Assert.Empty(figures.NeedsYou);
        Assert.Empty(figures.MissingSeats);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Every_figure_equals_a_count_of_the_facts(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        desk.Clock.Now = Jepara.At("06:30", 1);
        var before = await desk.FileAsync();
        desk.Clock.Now = Jepara.At("09:00", 1);
        await desk.CloseAsync(before);
        await desk.CommitAsync(unit => desk.Get<FollowUp>().ObjectAsync(unit, before, "Belum."));
        var urgent = await desk.FileAsync(Priority.P0);
        await desk.PassAsync(TimeSpan.FromMinutes(6));
        Desk.Done(await desk.AcceptAsync("danramil", urgent)); // too late
        Desk.Done(await desk.AcceptAsync("kapolsek", await desk.FileAsync(Priority.P1)));
        await desk.FileAsync(Desk.Filing(place: new Place(Jepara.Pecangaan, null)));
        await desk.FileAsync(Desk.Filing(nowhere: true));
        await desk.FileAsync(Desk.Filing(accused: AccusedOffice.Polsek));
        await desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kabupaten));
        Desk.Done(await desk.ResolveAsync("danramil", urgent));
        await desk.PassAsync(Jepara.At("07:00", 2) - desk.Clock.Now);

        await desk.RunAsync<SendDigests>();

        await EqualsFactsAsync(desk, await KeptAsync(desk, "koordinator"), null, counts: (5, 2, 6));
        await EqualsFactsAsync(desk, await KeptAsync(desk, "camat"), Jepara.Kedung, counts: (2, 2, 3));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_weekday_of_eight_weeks_is_what_is_usual(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "koordinator camat kapolsek danramil");
        var today = desk.Clock.Now;
        int[] earlier = [1, 2, 2, 3, 0]; // five weeks of life
        for (var week = 0; week < earlier.Length; week++)
        {
            desk.Clock.Now = today.AddDays(-7 * (earlier.Length - week));
            for (var i = 0; i < earlier[week]; i++)
            {
                await desk.FileAsync();
            }

            desk.Clock.Now = desk.Clock.Now.AddDays(2); // another weekday does not count
            await desk.FileAsync();
        }

        desk.Clock.Now = today;
        for (var i = 0; i < 4; i++)
        {
            await desk.FileAsync();
        }

        desk.Clock.Now = Jepara.At("07:00", 1);
        var figures = await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, Jepara.Kedung, desk.Clock.Now, CancellationToken.None));

        Assert.Equal(new Counted(4, 2, 4, 1), figures.Received); // the first window lies half before the life of the system
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Seats_that_are_vacant_or_cannot_be_reached_are_named(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "koordinator camat kapolsek");
        await desk.CommitAsync(unit => desk.Get<Triage.Officers.Unreachable>().LostAsync(unit, desk["kapolsek"]));

        var figures = await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, Jepara.Kedung, desk.Clock.Now, CancellationToken.None));

        Assert.Equal([new MissingSeat("Kedung", "kapolsek", "unreachable"), new MissingSeat("Kedung", "danramil", "vacant")], figures.MissingSeats);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_digest_holds_no_word_that_anybody_wrote_and_no_name(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P1), story: "Cerita KENARI di rumah."));
        await desk.CommitAsync(unit => desk.Get<FollowUp>().AddAsync(unit, id, "KENARI lagi.", []));
        await desk.PassAsync(Jepara.At("07:00", 1) - desk.Clock.Now);

        await desk.RunAsync<SendDigests>();

        var all = string.Join('\n', await desk.ReadAsync(db => db.Digests.Select(row => row.Figures).ToListAsync()));
        Assert.Contains((await desk.ReportAsync(id)).CaseNumber, all, StringComparison.Ordinal);
        Assert.DoesNotContain("KENARI", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Name of", all, StringComparison.Ordinal);
        Assert.DoesNotContain("33.20.01.2001", all, StringComparison.Ordinal);
        Assert.DoesNotContain(id.Value.ToString(), all, StringComparison.Ordinal);
    }

    private static async Task<DigestFigures> KeptAsync(Desk desk, string officer) =>
        DigestFigures.FromJson(await desk.ReadAsync(db => db.Digests.Where(row => row.Officer == desk[officer]).Select(row => row.Figures).SingleAsync()));

    private static async Task EqualsFactsAsync(Desk desk, DigestFigures figures, KecamatanCode? scope, (int Received, int OnTime, int Open) counts)
    {
        var (from, until) = (Jepara.At("07:00", 1), Jepara.At("07:00", 2));
        var reports = (await desk.ReadAsync(db => db.Reports.AsNoTracking().ToListAsync()))
            .Where(report => scope is null ? report.Accused != AccusedOffice.Kabupaten : report.Accused == AccusedOffice.None && report.Kecamatan == scope)
            .ToDictionary(report => report.Id);
        var facts = (await desk.ReadAsync(db => db.Facts.AsNoTracking().ToListAsync())).Where(fact => reports.ContainsKey(fact.Report)).ToList();
        var last = facts.GroupBy(fact => fact.Report).ToDictionary(same => same.Key, same => same.OrderBy(fact => fact.Sequence).Last());

        Assert.Equal(reports.Values.Count(report => report.ReceivedAt >= from && report.ReceivedAt < until), figures.Received.Now);
        Assert.Equal(Reports(ReportAction.Verify, ReportAction.CloseUnverified, ReportAction.Dismiss, ReportAction.Withdraw).Count(id => reports[id].ClosedAt is not null), figures.Closed.Now);
        Assert.Equal(facts.Where(fact => fact is { Action: ReportAction.Accept, Detail: "0" } && fact.At >= from && fact.At < until).Select(fact => fact.Report).Distinct().Count(), figures.AcceptedOnTime.Now);
        Assert.Equal(Reports(ReportAction.Reopen).Count(), figures.Reopened.Now);
        Assert.Equal(last.Values.Count(fact => Lifecycle.IsOpen(fact.Status)), figures.LeftOpen);
        Assert.Equal(last.Values.Count(fact => fact.Status == ReportStatus.Screening), figures.Desk.Screening);
        Assert.Equal(last.Values.Count(fact => fact.Status == ReportStatus.ResolutionProposed), figures.Desk.WaitingForProof);
        Assert.Equal(counts, (figures.Received.Now, figures.AcceptedOnTime.Now, figures.LeftOpen));

        IEnumerable<ReportId> Reports(params ReportAction[] actions) =>
            facts.Where(fact => actions.Contains(fact.Action) && fact.At >= from && fact.At < until).Select(fact => fact.Report).Distinct();
    }
}
