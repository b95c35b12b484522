using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>From the offer to the end, by officers (policy 2, 4.3, 1.8).</summary>
public sealed class LifeOfAReportTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Accepted_without_progress_it_is_released_one_level_higher_and_offered_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));

        await desk.PassAsync(TimeSpan.FromHours(2));

        var report = await desk.ReportAsync(id);
        Assert.Equal((ReportStatus.Offered, 1, null), (report.Status, report.EscalationLevel, report.Lead));
        Assert.Contains("+120 Released → camat camat~ danramil danramil~ kapolsek kapolsek~", await desk.ToldAsync(Jepara.At("10:00")));
        Desk.Done(await desk.AcceptAsync("camat", id));
        await FactsTellItAsync(desk, id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_giver_stays_responsible_until_a_hand_over_is_accepted(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));

        Desk.Done(await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().ProposeHandOverAsync(unit, by, "camat")));
        Assert.Equal(desk["kapolsek"], (await desk.ReportAsync(id)).Lead);
        Assert.IsType<Refusal.Stale>(Desk.Refused(await TakeAsync("danramil")));
        Desk.Done(await TakeAsync("camat"));

        var report = await desk.ReportAsync(id);
        Assert.Equal((desk["camat"], "camat", ReportStatus.Accepted), (report.Lead!.Value, report.LeadSeat, report.Status));
        Assert.IsType<Refusal.OutOfTurn>(Desk.Refused(await desk.ResolveAsync("kapolsek", id)));
        await FactsTellItAsync(desk, id);

        Task<Outcome<ReportFact>> TakeAsync(string officer) => desk.TapAsync(officer, id, (unit, by) => desk.Get<WorkOnReport>().AcceptHandOverAsync(unit, by));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_seat_that_leads_by_the_programme_takes_over_from_a_seat_that_supports(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("danramil", id));

        Assert.IsType<Refusal.NotYours>(Desk.Refused(await TakeOverAsync("camat")));
        Desk.Done(await TakeOverAsync("kapolsek"));

        Assert.Equal(desk["kapolsek"], (await desk.ReportAsync(id)).Lead);
        await FactsTellItAsync(desk, id);

        Task<Outcome<ReportFact>> TakeOverAsync(string officer) => desk.TapAsync(officer, id, (unit, by) => desk.Get<AnswerOffer>().TakeOverAsync(unit, by));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_wait_ends_by_itself_and_is_said_aloud(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P2);
        Desk.Done(await desk.AcceptAsync("camat", id));

        Assert.IsType<Refusal.NeedsCoordinator>(Desk.Refused(await WaitAsync(73)));
        Desk.Done(await WaitAsync(6));
        Assert.Equal(ReportStatus.Waiting, (await desk.ReportAsync(id)).Status);
        await desk.PassAsync(TimeSpan.FromHours(6));

        Assert.Equal(ReportStatus.InProgress, (await desk.ReportAsync(id)).Status);
        Assert.Contains("+360 WaitOver → camat", await desk.ToldAsync(Jepara.At("10:00")));
        Assert.Equal([DeadlineKind.ResolveDue, DeadlineKind.WordDue], await desk.ReadAsync(db => db.Deadlines.Select(row => row.Kind).ToListAsync()));

        Task<Outcome<ReportFact>> WaitAsync(int hours) => desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().WaitAsync(unit, by, TimeSpan.FromHours(hours)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_emergency_never_waits(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P0);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));

        var refused = await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().WaitAsync(unit, by, TimeSpan.FromHours(1)));

        Assert.IsType<Refusal.NeverAtEmergency>(Desk.Refused(refused));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_resolves_does_not_verify(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));

        Desk.Done(await desk.ResolveAsync("kapolsek", id));
        Assert.Equal(
            [ReportAction.Offer, ReportAction.Accept, ReportAction.StartWork, ReportAction.ProposeResolution],
            (await desk.FactsAsync(id)).Select(fact => fact.Action));
        Assert.IsType<Refusal.NotYours>(Desk.Refused(await VerifyAsync("kapolsek")));
        Desk.Done(await VerifyAsync("danramil"));

        var report = await desk.ReportAsync(id);
        Assert.Equal((ReportStatus.Closed, ReportOutcome.ActedUpon, desk.Clock.Now), (report.Status, report.Outcome, report.ClosedAt));
        Assert.Equal(0, await desk.ReadAsync(db => db.Deadlines.CountAsync()));
        await FactsTellItAsync(desk, id);

        Task<Outcome<ReportFact>> VerifyAsync(string officer) => desk.TapAsync(officer, id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_short_resolution_changes_nothing_at_all(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));

        var refused = await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().ProposeResolutionAsync(unit, by, ReportOutcome.ActedUpon, "Beres.   " + new string(' ', 40)));

        Assert.Equal(new Refusal.TooShort(40), Desk.Refused(refused));
        Assert.Equal(ReportStatus.Accepted, (await desk.ReportAsync(id)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task P3_closes_by_itself_but_a_hoax_takes_a_second_person(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (plain, hoax, urgent) = (await desk.FileAsync(Priority.P3), await desk.FileAsync(Priority.P3), await desk.FileAsync(Priority.P2));
        foreach (var (id, outcome) in new[] { (plain, ReportOutcome.ActedUpon), (hoax, ReportOutcome.Hoax), (urgent, ReportOutcome.ActedUpon) })
        {
            Desk.Done(await desk.AcceptAsync("camat", id));
            Desk.Done(await desk.ResolveAsync("camat", id, outcome));
        }

        await desk.PassAsync(TimeSpan.FromDays(20));

        Assert.Equal(ReportStatus.Closed, (await desk.ReportAsync(plain)).Status);
        Assert.Equal(ReportStatus.ResolutionProposed, (await desk.ReportAsync(hoax)).Status);
        Assert.Equal(ReportStatus.ResolutionProposed, (await desk.ReportAsync(urgent)).Status);
        Assert.NotNull(await desk.CardAsync(hoax, "koordinator"));
        Assert.NotNull(await desk.CardAsync(urgent, "koordinator"));
        Assert.Equal(0, await desk.RunAsync<MeetDeadlines>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_question_with_a_link_is_refused_and_one_without_waits_for_the_reporter(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync();
        Desk.Done(await desk.AcceptAsync("camat", id));

        foreach (var link in (string[])["buka https://contoh.id", "cek t.me/grup", "hubungi @petugas_a", "lihat www.contoh", "ada di contoh.com ya"])
        {
            Assert.IsType<Refusal.NoLinks>(Desk.Refused(await AskAsync(link)));
        }

        Assert.IsType<Outcome<Kentongan.Triage.Store.MessageRow>.Done>(await AskAsync("Jam berapa biasanya?"));
        var view = await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt));
        Assert.Equal([(true, true, "Jam berapa biasanya?")], view!.Messages);

        Task<Outcome<Kentongan.Triage.Store.MessageRow>> AskAsync(string text) =>
            desk.TapAsync("camat", id, (unit, by) => desk.Get<AskReporter>().HandleAsync(unit, by, text));
    }

    private static async Task FactsTellItAsync(Desk desk, ReportId id)
    {
        var facts = await desk.FactsAsync(id);
        Assert.Equal(Enumerable.Range(1, facts.Count), facts.Select(fact => fact.Sequence));
        Assert.Equal(Replay.Of(facts), Replay.Of(await desk.ReportAsync(id), facts));
    }
}
