using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Clusters;

/// <summary>Storms (policy 3.2).</summary>
public sealed class StormTests
{
    private const int Threshold = 4;

    private static readonly string[] Seats = ["camat", "kapolsek", "danramil"];

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_storm_is_one_card_one_reminder_and_one_accept_and_every_report_stays_countable(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var reports = new List<(ReportId Id, Receipt Receipt)>();
        for (var i = 0; i < 9; i++)
        {
            reports.Add(await desk.FileWithReceiptAsync(Told(i)));
            desk.Clock.Now += TimeSpan.FromSeconds(20);
        }

        // The first four came one by one; the first of them speaks for what came after.
        var sent = await desk.ReadAsync(db => db.Cards.AsNoTracking().Where(card => card.Officer == desk["camat"] && card.OfferedAt != null).Select(card => card.Report).ToListAsync());
        Assert.Equal(reports.Take(Threshold).Select(one => one.Id.Value).Order(), sent.Select(id => id.Value).Order());
        var head = reports[0].Id;
        Assert.Equal(6, await desk.ReadAsync(db => db.Reports.CountAsync(report => report.Situation == head)));
        Assert.Equal(9, await desk.ReadAsync(db => db.Reports.CountAsync(report => report.Status == ReportStatus.Offered)));

        await desk.HeardAsync<Notice>();
        await desk.PassAsync(TimeSpan.FromMinutes(65)); // the reminder of P2 comes after an hour
        var reminded = (await desk.HeardAsync<Notice.Reminder>()).Where(one => one.To == "camat").ToList();
        Assert.Equal(Threshold, reminded.Count); // one for each card that is out, none for the five behind it
        await desk.PassAsync(TimeSpan.FromMinutes(60));
        Assert.Equal(1, (await desk.ReportAsync(reports[8].Id)).EscalationLevel); // counted all the same

        Desk.Done(await desk.AcceptAsync("camat", head));

        Assert.All(await Task.WhenAll(reports.Skip(Threshold).Append(reports[0]).Select(one => desk.ReportAsync(one.Id))), report => Assert.Equal((ReportStatus.Accepted, desk["camat"]), (report.Status, report.Lead!.Value)));
        Assert.All(await Task.WhenAll(reports.Skip(1).Take(Threshold - 1).Select(one => desk.ReportAsync(one.Id))), report => Assert.Equal(ReportStatus.Offered, report.Status));
        foreach (var (id, receipt) in reports.Skip(Threshold))
        {
            Assert.Single(await desk.FactsAsync(id), fact => fact.Action == ReportAction.Accept);
            Assert.NotNull((await desk.CardAsync(id, "camat"))!.OfferedAt); // to work on it
            Assert.Null((await desk.CardAsync(id, "kapolsek"))!.OfferedAt);
            Assert.Equal(ResidentWord.Ditangani, (await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt)))!.Word);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_emergency_in_a_storm_stays_visible(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        for (var i = 0; i < 6; i++)
        {
            await desk.FileAsync(Told(i));
        }

        var emergency = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P0)));

        Assert.All(await desk.CardsAsync(emergency), card => Assert.NotNull(card.OfferedAt));
        Assert.False((await desk.ReportAsync(emergency)).IsSpokenFor);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_that_accuses_is_never_bundled_and_changes_nothing_of_the_storm_the_accused_sees(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var head = await desk.FileAsync(Told(0));
        for (var i = 1; i < 6; i++)
        {
            await desk.FileAsync(Told(i));
        }

        var before = await SituationAsync(desk, head);
        var accusing = await desk.FileAsync(Told(9) with { Accused = AccusedOffice.Polsek });

        Assert.Null((await desk.ReportAsync(accusing)).Situation);
        Assert.Equal(before, await SituationAsync(desk, head));
        Assert.Null(await desk.CardAsync(accusing, "kapolsek"));
    }

    /// <summary>Else the accused would not be shown what hangs on it, and would miss the cards of harmless reports.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task A_report_that_accuses_never_speaks_for_others_and_hastens_no_storm(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var accusing = await desk.FileAsync(Told(9) with { Accused = AccusedOffice.Polsek });
        Desk.Done(await desk.TapAsync("koordinator", accusing, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, null)));
        var harmless = new List<ReportId>();
        for (var i = 0; i < Threshold; i++)
        {
            harmless.Add(await desk.FileAsync(Told(i)));
        }

        Assert.Equal(0, await desk.ReadAsync(db => db.Reports.CountAsync(report => report.Situation != null))); // so many alone are no storm
        harmless.Add(await desk.FileAsync(Told(Threshold)));

        Assert.Equal(harmless[0], (await desk.ReportAsync(harmless[^1])).Situation);
        Assert.Null((await desk.ReportAsync(accusing)).Situation);
        Assert.NotNull((await desk.CardAsync(harmless[0], "kapolsek"))!.OfferedAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_auditor_finds_nothing_amiss_in_a_storm(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var ids = new List<ReportId>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(await desk.FileAsync(Told(i)));
        }

        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
        Assert.Null((await desk.CardAsync(ids[6], "camat"))!.OfferedAt); // still one card for all
    }

    /// <summary>However the speaker goes, the next one speaks in the same breath: nobody waits for the auditor (policy 1.3, 3.2).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task When_its_speaker_goes_the_next_one_speaks_at_once(StoreProvider provider)
    {
        foreach (var goes in (Func<Desk, ReportId, Task>[])[
            (desk, id) => desk.CommitAsync(unit => desk.Get<FollowUp>().WithdrawAsync(unit, id)),
            (desk, id) => desk.PassOnAsync("camat", id, Jepara.Pecangaan),
            async (desk, id) =>
            {
                foreach (var seat in Seats)
                {
                    Desk.Done(await desk.DeclineAsync(seat, id));
                }
            }])
        {
            await using var desk = await OpenAsync(provider);
            var ids = new List<ReportId>();
            for (var i = 0; i < 7; i++)
            {
                ids.Add(await desk.FileAsync(Told(i)));
            }

            var members = await desk.ReadAsync(db => db.Reports.Where(report => report.Situation == ids[0] && report.Id != ids[0]).OrderBy(report => report.ReceivedAt).Select(report => report.Id).ToListAsync());
            Assert.NotEmpty(members);
            await goes(desk, ids[0]);

            Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
            Assert.Equal(members.Count, await SituationAsync(desk, members[0]));
            Assert.All(Seats, seat => Assert.NotNull(desk.CardAsync(members[0], seat).Result!.OfferedAt));
            Assert.Null((await desk.CardAsync(members[^1], "camat"))!.OfferedAt); // still one card for all
            Desk.Done(await desk.AcceptAsync("camat", members[0]));
            Assert.All(members, member => Assert.Equal(desk["camat"], desk.ReportAsync(member).Result.Lead));
        }
    }

    /// <summary>Else its own lead would hear nothing of it while others are asked about what came before (policy 1.1, 1.3).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_leads_a_report_is_asked_about_it_in_a_storm_of_the_same_family_that_others_lead(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        for (var i = 0; i < 6; i++)
        {
            await desk.FileAsync(Desk.Filing("lainnya.kriminal_umum", place: new Place(Jepara.Kedung, null), story: $"Cerita nomor {i}."));
        }

        var calm = new List<ReportId>();
        for (var i = 0; i < 4; i++)
        {
            calm.Add(await desk.FileAsync(Desk.Filing("lainnya.layanan_publik", place: new Place(Jepara.Kedung, null), story: $"Keluhan nomor {i}.")));
        }

        Assert.NotNull((await desk.CardAsync(calm[0], "koordinator"))!.OfferedAt);
        Assert.All(calm.Skip(1), one => Assert.Equal(calm[0], desk.ReportAsync(one).Result.Situation)); // a storm of their own
        Assert.Null((await desk.CardAsync(calm[^1], "koordinator"))!.OfferedAt);
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
    }

    /// <summary>Whoever speaks next may be for fewer people than the first was: the others go on hearing of what is theirs (policy 1.3).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task When_a_speaker_goes_whoever_was_asked_about_a_report_behind_it_is_asked_still(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var ids = new List<ReportId>();
        for (var i = 0; i < Threshold; i++)
        {
            ids.Add(await desk.FileAsync(Desk.Filing("trantibum.antarwarga", place: new Place(Jepara.Kedung, null), story: $"Cerita nomor {i}.")));
        }

        ids.Add(await desk.FileAsync(Desk.Filing("trantibum.premanisme", place: new Place(Jepara.Kedung, null), story: "Cerita lain."))); // for the kapolsek alone
        ids.Add(await desk.FileAsync(Desk.Filing("trantibum.antarwarga", place: new Place(Jepara.Kedung, null), story: "Cerita terakhir.")));
        Assert.Equal((ids[0], ids[0]), ((await desk.ReportAsync(ids[4])).Situation!.Value, (await desk.ReportAsync(ids[5])).Situation!.Value));
        await desk.CommitAsync(unit => unit.Db.Cards.Where(card => card.Report == ids[4] && card.Officer != desk["kapolsek"]).ExecuteDeleteAsync());

        await desk.CommitAsync(unit => desk.Get<FollowUp>().WithdrawAsync(unit, ids[0]));

        Assert.NotNull((await desk.CardAsync(ids[4], "kapolsek"))!.OfferedAt);
        Assert.NotNull((await desk.CardAsync(ids[5], "camat"))!.OfferedAt);
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
    }

    /// <summary>Found by the simulation: the coordinator had been brought in for the first one alone, so that the others were asked of nobody (policy 1.3).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_declines_the_report_that_speaks_is_still_asked_about_the_others(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var ids = new List<ReportId>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(await desk.FileAsync(Desk.Filing("trantibum.premanisme", place: new Place(Jepara.Kedung, null), story: $"Cerita nomor {i}."))); // for the kapolsek alone
        }

        await desk.PassAsync(TimeSpan.FromHours(5)); // level 2: the coordinator has it as well
        Assert.NotNull((await desk.CardAsync(ids[0], "koordinator"))!.OfferedAt);

        Desk.Done(await desk.DeclineAsync("kapolsek", ids[0]));

        Assert.NotNull((await desk.CardAsync(ids[4], "kapolsek"))!.OfferedAt);
        Assert.Equal(ids[4], (await desk.ReportAsync(ids[6])).Situation);
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_auditor_sees_a_speaker_itself_that_nobody_was_asked_about(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var ids = new List<ReportId>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(await desk.FileAsync(Told(i)));
        }

        await desk.CommitAsync(unit => unit.Db.Cards.Where(card => card.Report == ids[0]).ExecuteUpdateAsync(row => row.SetProperty(card => card.OfferedAt, (DateTimeOffset?)null)));

        Assert.NotEqual(0, await desk.RunAsync<AuditOpenReports>());
        Assert.NotNull((await desk.CardAsync(ids[0], "camat"))!.OfferedAt);
        Assert.NotNull((await desk.CardAsync(ids[6], "camat"))!.OfferedAt); // nobody had been asked about it either
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_auditor_lets_a_report_speak_for_itself_whose_speaker_reaches_nobody(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var ids = new List<ReportId>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(await desk.FileAsync(Told(i)));
        }

        await desk.CommitAsync(unit => unit.Db.Reports.Where(report => report.Id == ids[0]).ExecuteUpdateAsync(row => row.SetProperty(report => report.Situation, (ReportId?)null)));

        Assert.Equal(3, await desk.RunAsync<AuditOpenReports>());
        Assert.NotNull((await desk.CardAsync(ids[6], "camat"))!.OfferedAt);
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Once_its_speaker_has_gone_its_way_a_report_speaks_for_itself(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var ids = new List<ReportId>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await desk.FileAsync(Told(i)));
        }

        Desk.Done(await desk.PassOnAsync("camat", ids[0], Jepara.Pecangaan)); // only the one: each was told of its own place

        foreach (var seat in Seats)
        {
            Assert.NotNull((await desk.CardAsync(ids[4], seat))!.OfferedAt);
        }

        Assert.Null((await desk.ReportAsync(ids[4])).Situation);
        Desk.Done(await desk.AcceptAsync("kapolsek", ids[4]));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_removed_officer_held_of_a_storm_goes_to_the_deputy_with_its_card(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var member = (await AcceptedStormAsync(desk)).Member;

        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["camat"]));
        Assert.NotEqual(0, await desk.RunAsync<TendRoster>());

        Assert.Equal(desk["camat~"], (await desk.ReportAsync(member)).Lead);
        Assert.NotNull((await desk.CardAsync(member, "camat~"))!.OfferedAt); // nobody works on a report without its card
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_of_a_storm_that_is_let_go_speaks_for_itself_at_once(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var member = (await AcceptedStormAsync(desk)).Member;

        Desk.Done(await desk.TapAsync("camat", member, (unit, by) => desk.Get<WorkOnReport>().ReleaseAsync(unit, by)));

        await SpeaksForItselfAsync(desk, member);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_of_a_storm_that_nobody_worked_on_speaks_for_itself_once_it_is_released(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var member = (await AcceptedStormAsync(desk)).Member;

        await desk.PassAsync(TimeSpan.FromHours(32)); // a day of waking hours

        await SpeaksForItselfAsync(desk, member);
    }

    /// <returns>The report that spoke, and the last of those that it spoke for: the camat has accepted all.</returns>
    private static async Task<(ReportId Speaker, ReportId Member)> AcceptedStormAsync(Desk desk)
    {
        var ids = new List<ReportId>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await desk.FileAsync(Told(i)));
        }

        Desk.Done(await desk.AcceptAsync("camat", ids[0]));
        Assert.Equal(desk["camat"], (await desk.ReportAsync(ids[5])).Lead);
        return (ids[0], ids[5]);
    }

    private static async Task SpeaksForItselfAsync(Desk desk, ReportId id)
    {
        var report = await desk.ReportAsync(id);
        Assert.Equal((ReportStatus.Offered, null), (report.Status, report.Situation));
        foreach (var seat in Seats)
        {
            Assert.NotNull((await desk.CardAsync(id, seat))!.OfferedAt);
        }

        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Other_kecamatan_and_other_families_go_their_own_way(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        for (var i = 0; i < 6; i++)
        {
            await desk.FileAsync(Told(i));
        }

        var elsewhere = await desk.FileAsync(Told(7) with { Place = new Place(Jepara.Pecangaan, null) });
        var family = await desk.FileAsync(Desk.Filing("trantibum.antarwarga"));

        Assert.Null((await desk.ReportAsync(elsewhere)).Situation);
        Assert.Null((await desk.ReportAsync(family)).Situation);
        Assert.NotNull((await desk.CardAsync(family, "camat"))!.OfferedAt);
    }

    private static Task<Desk> OpenAsync(StoreProvider provider) =>
        Desk.OpenAsync(provider, Desk.Usual, settings: new() { ["Storm:Threshold"] = Threshold.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    /// <summary>Each in words of its own and without a desa, so that nothing but the storm ties them.</summary>
    private static Filing Told(int number) => Desk.Filing(place: new Place(Jepara.Kedung, null), story: $"Cerita nomor {number}.");

    private static async Task<int> SituationAsync(Desk desk, ReportId head) => await desk.ReadAsync(async db =>
        (await desk.Get<ClusterQueries>().ReadAsync(db, await db.Reports.SingleAsync(report => report.Id == head), Domain.Programmes.AudienceTier.Full, CancellationToken.None)).Situation);
}
