using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Officers;

/// <summary>Leave, successors, units of several kecamatan, and places where nobody is (policy 1.3, 4.1, 4.2).</summary>
public sealed class RosterTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    /// <summary>A desk that nobody sits at is no desk: the duty officer of the kabupaten decides, and where there is none its leadership (policy 1.3, 4.2).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task While_no_coordinator_is_there_the_duty_officer_decides_at_the_desk_and_else_the_leadership(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek danramil koordinator piket pimpinan");
        var id = await desk.FileAsync(Desk.Filing(nowhere: true));
        Assert.Null(await desk.CardAsync(id, "piket")); // while the coordinator is there, nobody else

        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["koordinator"]));
        await desk.RunAsync<TendRoster>();
        await desk.RunAsync<AuditOpenReports>();
        Assert.Equal(Part.Screener, (await desk.CardAsync(id, "piket"))!.Part);
        Assert.Null(await desk.CardAsync(id, "pimpinan"));
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());

        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["piket"]));
        var later = await desk.FileAsync(Desk.Filing(nowhere: true));
        Assert.NotNull((await desk.CardAsync(later, "pimpinan"))!.OfferedAt);
        Desk.Done(await desk.TapAsync("pimpinan", later, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, Jepara.Kedung)));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(later)).Status);
        await desk.RunAsync<AuditOpenReports>(); // the first one's duty officer has gone too
        Assert.NotNull((await desk.CardAsync(id, "pimpinan"))!.OfferedAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_removed_officer_held_goes_to_the_deputy(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["kapolsek"]));

        Assert.NotEqual(0, await desk.RunAsync<TendRoster>());
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());

        var report = await desk.ReportAsync(id);
        Assert.Equal((desk["kapolsek~"], "kapolsek", ReportStatus.Accepted), (report.Lead!.Value, report.LeadSeat, report.Status));
        Assert.Contains("+0 Succeeded → kapolsek~", await desk.ToldAsync(desk.Clock.Now, id));
        Desk.Done(await desk.ResolveAsync("kapolsek~", id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_a_deputy_it_is_offered_again_from_whatever_state(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek danramil koordinator");
        var reports = new List<ReportId>();
        foreach (var state in (ReportStatus[])[ReportStatus.Accepted, ReportStatus.InProgress, ReportStatus.Waiting, ReportStatus.Referred, ReportStatus.ResolutionProposed])
        {
            var id = await desk.FileAsync(Priority.P1);
            Desk.Done(await desk.AcceptAsync("kapolsek", id));
            await (state switch
            {
                ReportStatus.InProgress => desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().StartAsync(unit, by)),
                ReportStatus.Waiting => desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().WaitAsync(unit, by, TimeSpan.FromHours(5))),
                ReportStatus.Referred => desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<ReferReport>().ReferAsync(unit, by, "bnnp", 7)),
                ReportStatus.ResolutionProposed => desk.ResolveAsync("kapolsek", id),
                _ => Task.FromResult<Outcome<ReportFact>>(new Refusal.Stale()),
            });
            Assert.Equal(state, (await desk.ReportAsync(id)).Status);
            reports.Add(id);
        }

        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["kapolsek"]));
        await desk.RunAsync<TendRoster>();

        foreach (var id in reports)
        {
            var report = await desk.ReportAsync(id);
            Assert.Equal((ReportStatus.Offered, null, 1), (report.Status, report.Lead, report.EscalationLevel));
            Assert.NotEqual(0, await desk.ReadAsync(db => db.Deadlines.CountAsync(row => row.Report == id && row.DueAt > desk.Clock.Now)));
        }

        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Leave_hands_on_tells_the_coordinator_and_ends(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (held, offered, filed) = (await desk.FileAsync(Priority.P1), await desk.FileAsync(Priority.P1), desk.Clock.Now);
        Desk.Done(await desk.AcceptAsync("kapolsek", held));

        await desk.CommitAsync(unit => desk.Get<Absences>().BeginAsync(unit, desk["kapolsek"], Jepara.Today, 2, desk["kapolsek~"]));
        Assert.Equal((desk["kapolsek"], desk["kapolsek~"]), ((await desk.ReportAsync(held)).Lead!.Value, (await desk.ReportAsync(held)).HandOverTo!.Value)); // the giver, until it is accepted
        await desk.RunAsync<TendRoster>();
        await desk.RunAsync<MeetDeadlines>();

        Assert.Equal(desk["kapolsek~"], (await desk.ReportAsync(held)).Lead);
        Assert.Contains("+0 level 1 → camat camat~ danramil danramil~ kapolsek kapolsek~", await desk.ToldAsync(filed, offered));
        Assert.Contains("+0 SeatAbsent → koordinator", await desk.ToldAsync(filed));
        var next = await desk.FileAsync(Priority.P1);
        Assert.NotNull((await desk.CardAsync(next, "kapolsek~"))!.OfferedAt); // the deputy is told at once
        Assert.Null((await desk.CardAsync(next, "kapolsek"))!.OfferedAt);
        var figures = await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, null, desk.Clock.Now, CancellationToken.None));
        Assert.Equal(new MissingSeat("Kedung", "kapolsek", "absent"), Assert.Single(figures.Duties!.Absent));

        Assert.True(await desk.CommitAsync(unit => Absences.EndAsync(unit, desk["kapolsek"])));
        var after = await desk.FileAsync(Priority.P1);
        Assert.NotNull((await desk.CardAsync(after, "kapolsek"))!.OfferedAt);
    }

    /// <summary>Blocked, absent or vacant: the next level comes at once (policy 4.1, 4.2).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task A_seat_that_becomes_vacant_brings_level_one_at_once(StoreProvider provider)
    {
        foreach (var leaves in (Func<Desk, Task>[])[
            desk => desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["kapolsek"])),
            desk =>
            {
                var officer = desk["kapolsek"];
                return desk.CommitAsync(unit => unit.Db.Postings.Where(row => row.Officer == officer).ExecuteUpdateAsync(row => row.SetProperty(posting => posting.To, desk.Clock.Now)));
            }])
        {
            await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
            await desk.RunAsync<TendRoster>();
            var (id, filed) = (await desk.FileAsync(Priority.P1), desk.Clock.Now);
            desk.Clock.Now += TimeSpan.FromMinutes(1);

            await leaves(desk);
            await desk.RunAsync<TendRoster>();
            await desk.RunAsync<MeetDeadlines>();

            Assert.NotNull((await desk.CardAsync(id, "kapolsek~"))!.OfferedAt);
            Assert.Contains(await desk.ToldAsync(filed, id), line => line.StartsWith("+1 level 1", StringComparison.Ordinal));
        }
    }

    /// <summary>A card from before the leave stays in the chat; taken by it, the report would be with nobody until the deputy is found.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_is_on_leave_takes_nothing_until_they_are_back(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (offered, taken, handed) = (await desk.FileAsync(Priority.P1), await desk.FileAsync(Priority.P1), await desk.FileAsync(Priority.P1));
        Desk.Done(await desk.AcceptAsync("danramil", taken));
        Desk.Done(await desk.AcceptAsync("danramil", handed));
        Desk.Done(await desk.TapAsync("danramil", handed, (unit, by) => desk.Get<WorkOnReport>().ProposeHandOverAsync(unit, by, "kapolsek")));
        await desk.CommitAsync(unit => desk.Get<Absences>().BeginAsync(unit, desk["kapolsek"], Jepara.Today, 2, null));

        Assert.IsType<Refusal.OnLeave>(Desk.Refused(await desk.AcceptAsync("kapolsek", offered)));
        Assert.IsType<Refusal.OnLeave>(Desk.Refused(await desk.TapAsync("kapolsek", taken, (unit, by) => desk.Get<AnswerOffer>().TakeOverAsync(unit, by))));
        Assert.IsType<Refusal.OnLeave>(Desk.Refused(await desk.TapAsync("kapolsek", handed, (unit, by) => desk.Get<WorkOnReport>().AcceptHandOverAsync(unit, by))));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(offered)).Status);
        Assert.All([await desk.ReportAsync(taken), await desk.ReportAsync(handed)], report => Assert.Equal(desk["danramil"], report.Lead));

        await desk.CommitAsync(unit => Absences.EndAsync(unit, desk["kapolsek"]));
        Desk.Done(await desk.AcceptAsync("kapolsek", offered));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_answers_for_every_kecamatan_that_it_covers(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat/03 kapolsek/02 koordinator");
        await desk.CommitAsync(unit =>
        {
            unit.Db.UnitAreas.Add(new UnitAreaRow { Seat = "kapolsek", Home = Jepara.Pecangaan, Covers = Jepara.Welahan });
            return Task.CompletedTask;
        });

        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P1), place: new(Jepara.Welahan, null)));

        Desk.Done(await desk.AcceptAsync("kapolsek/02", id));
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>()); // still posted, though the unit sits elsewhere
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_kecamatan_that_loses_its_last_is_told_before_any_report_comes(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek/02 koordinator");
        var start = desk.Clock.Now;
        desk.Clock.Now = Jepara.At("05:00", 1);
        await desk.RunAsync<TendRoster>();
        Assert.Empty(await desk.ToldAsync(start));

        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["camat"]));
        await desk.RunAsync<TendRoster>();
        await desk.RunAsync<TendRoster>();
        Assert.Equal([["Kedung"]], await AlarmsAsync(desk));

        desk.Clock.Now = Jepara.At("06:30", 1);
        await desk.RunAsync<TendRoster>();
        await desk.RunAsync<TendRoster>();
        var alarms = await AlarmsAsync(desk);
        Assert.Equal([1, 15], alarms.Select(areas => areas.Count)); // once a day, all but Pecangaan
        Assert.DoesNotContain("Pecangaan", alarms[1]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_auditor_finds_a_report_that_nobody_was_asked_about_and_counts_it_once(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        await desk.CommitAsync(unit => unit.Db.Cards.Where(card => card.Report == id).ExecuteDeleteAsync());

        Assert.Equal(1, await desk.RunAsync<AuditOpenReports>());
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());

        Assert.NotNull(await desk.CardAsync(id, "kapolsek"));
        Assert.Contains("+0 Found → koordinator", await desk.ToldAsync(desk.Clock.Now, id));
        desk.Clock.Now += TimeSpan.FromMinutes(1);
        var figures = await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, null, desk.Clock.Now, CancellationToken.None));
        Assert.Equal(1, figures.Duties!.Findings);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Readiness_ends_three_minutes_after_the_last_beat_of_the_auditor(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var heartbeat = desk.Get<Heartbeat>();
        desk.Clock.Now += TimeSpan.FromMinutes(2.9);
        Assert.True(await heartbeat.BeatsAsync(CancellationToken.None));
        desk.Clock.Now += TimeSpan.FromMinutes(0.1);
        Assert.False(await heartbeat.BeatsAsync(CancellationToken.None));

        await desk.Get<JobRunner>().RunAsync(typeof(AuditOpenReports), CancellationToken.None);
        Assert.True(await heartbeat.BeatsAsync(CancellationToken.None));
        desk.Clock.Now += TimeSpan.FromMinutes(3);
        Assert.False(await heartbeat.BeatsAsync(CancellationToken.None));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_digest_that_nobody_read_by_nine_goes_to_the_deputy(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat camat~ kapolsek kapolsek~ koordinator");
        var id = await desk.FileAsync(Priority.P2);
        desk.Clock.Now = Jepara.At("07:00", 1);
        await desk.RunAsync<SendDigests>();
        await desk.CommitAsync(unit => desk.Get<FollowUp>().WithdrawAsync(unit, id));
        await desk.CommitAsync(unit => unit.Db.Digests.Where(row => row.Officer == desk["camat"]).ExecuteUpdateAsync(row => row.SetProperty(digest => digest.ReadAt, unit.Now)));

        desk.Clock.Now = Jepara.At("09:00", 1).AddSeconds(-1);
        Assert.Equal(0, await desk.RunAsync<SendDigests>());
        desk.Clock.Now = Jepara.At("09:00", 1);
        Assert.Equal(1, await desk.RunAsync<SendDigests>());
        Assert.Equal(0, await desk.RunAsync<SendDigests>());

        Assert.Contains("+120 digest → kapolsek~", await desk.ToldAsync(Jepara.At("07:00", 1)));
        var said = await desk.ReadAsync(db => db.Digests.AsNoTracking().ToDictionaryAsync(row => row.Officer, row => row.Figures));
        Assert.Equal(said[desk["kapolsek"]], said[desk["kapolsek~"]]); // what was said at seven, whatever has happened since
    }

    private static async Task<List<IReadOnlyList<string>>> AlarmsAsync(Desk desk) =>
        [.. (await desk.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Body != null).OrderBy(row => row.Id).Select(row => row.Body!).ToListAsync()))
            .Select(Notice.FromJson).OfType<Notice.NobodyThere>().Select(notice => notice.Areas)];
}
