using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>Who may answer for a report from now on, and who keeps it (policy 1.2, 1.3, 4.2, 4.3).</summary>
public sealed class TakingTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_does_not_sit_there_any_more_takes_nothing_by_an_old_card(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (offered, taken, handed) = (await desk.FileAsync(Priority.P1), await desk.FileAsync(Priority.P1), await desk.FileAsync(Priority.P1));
        Desk.Done(await desk.AcceptAsync("danramil", taken));
        Desk.Done(await desk.AcceptAsync("danramil", handed));
        Desk.Done(await desk.TapAsync("danramil", handed, (unit, by) => desk.Get<WorkOnReport>().ProposeHandOverAsync(unit, by, "kapolsek")));
        var gone = desk["kapolsek"];
        await desk.CommitAsync(unit => unit.Db.Postings.Where(row => row.Officer == gone).ExecuteUpdateAsync(row => row.SetProperty(posting => posting.To, desk.Clock.Now)));

        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.AcceptAsync("kapolsek", offered)));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.TapAsync("kapolsek", taken, (unit, by) => desk.Get<AnswerOffer>().TakeOverAsync(unit, by))));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.TapAsync("kapolsek", handed, (unit, by) => desk.Get<WorkOnReport>().AcceptHandOverAsync(unit, by))));

        Assert.All([await desk.ReportAsync(taken), await desk.ReportAsync(handed)], report => Assert.Equal(desk["danramil"], report.Lead));
        Desk.Done(await desk.AcceptAsync("camat", offered));
    }

    /// <summary>The triad of the place of supply is offered the report too (domain.md 1): what it took is not taken from it.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task A_seat_where_the_goods_came_from_keeps_what_it_took_and_its_deputy_follows_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual + " kapolsek~/02");
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P0)) with { Supply = new Place(Jepara.Pecangaan, null) });
        Desk.Done(await desk.AcceptAsync("kapolsek/02", id));

        await desk.RunAsync<TendRoster>();
        Assert.Equal(desk["kapolsek/02"], (await desk.ReportAsync(id)).Lead);
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());

        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["kapolsek/02"]));
        await desk.RunAsync<TendRoster>();
        Assert.Equal(desk["kapolsek~/02"], (await desk.ReportAsync(id)).Lead); // not the kapolsek of where it was drunk
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Across_a_border_too_the_deputy_of_whoever_held_it_follows(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual + " kapolsek~/02");
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P0)));
        await desk.CommitAsync(unit => unit.Db.Reports.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(report => report.BorderKecamatan, Jepara.Pecangaan)));
        await desk.CommitAsync(async unit => await desk.Get<Triage.Routing.RouteReport>().DealAgainAsync(unit, await unit.Db.Reports.SingleAsync(row => row.Id == id)));
        Desk.Done(await desk.AcceptAsync("kapolsek/02", id));

        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["kapolsek/02"]));
        await desk.RunAsync<TendRoster>();

        Assert.Equal(desk["kapolsek~/02"], (await desk.ReportAsync(id)).Lead);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_hand_over_goes_to_whoever_of_the_seat_is_there(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("camat", id));
        await desk.CommitAsync(unit => desk.Get<Absences>().BeginAsync(unit, desk["kapolsek"], Jepara.Today, 2, null));

        Desk.Done(await ProposeAsync("kapolsek"));

        Assert.Equal(desk["kapolsek~"], (await desk.ReportAsync(id)).HandOverTo);
        Assert.NotNull((await desk.CardAsync(id, "kapolsek~"))!.OfferedAt); // who never saw the report is shown it
        Desk.Done(await desk.TapAsync("kapolsek~", id, (unit, by) => desk.Get<WorkOnReport>().AcceptHandOverAsync(unit, by)));
        Assert.Equal(desk["kapolsek~"], (await desk.ReportAsync(id)).Lead);

        Task<Outcome<ReportFact>> ProposeAsync(string seat) => desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().ProposeHandOverAsync(unit, by, seat));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_hand_over_to_a_seat_in_which_nobody_is_there_is_refused(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek danramil koordinator");
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("camat", id));
        await desk.CommitAsync(unit => desk.Get<Absences>().BeginAsync(unit, desk["kapolsek"], Jepara.Today, 2, null));

        var answer = await desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().ProposeHandOverAsync(unit, by, "kapolsek"));

        Assert.IsType<Refusal.NobodyReachable>(Desk.Refused(answer));
        Assert.Null((await desk.ReportAsync(id)).HandOverTo);
    }

    /// <summary>The lead seat takes over from a seat that supports (policy 1.2), not from itself by a card that still shows the button.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task A_deputy_does_not_take_over_from_the_own_seat(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual.Replace("camat camat~", "camat", StringComparison.Ordinal));
        var id = await desk.FileAsync(Priority.P0);
        Desk.Done(await desk.AcceptAsync("danramil", id));
        Desk.Done(await TakeOverAsync("kapolsek"));

        Assert.IsType<Refusal.NotYours>(Desk.Refused(await TakeOverAsync("kapolsek~")));
        Assert.Equal(desk["kapolsek"], (await desk.ReportAsync(id)).Lead);

        Task<Outcome<ReportFact>> TakeOverAsync(string officer) => desk.TapAsync(officer, id, (unit, by) => desk.Get<AnswerOffer>().TakeOverAsync(unit, by));
    }

    /// <summary>One level higher is not a number alone: level 1 reaches deputies and other seats, level 2 the coordinator (policy 2, 3).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task What_is_released_reaches_whom_its_new_level_reaches(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual + " polres");
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Assert.Null((await desk.CardAsync(id, "kapolsek~"))!.OfferedAt);

        Desk.Done(await LetGoAsync("kapolsek"));
        Assert.NotNull((await desk.CardAsync(id, "kapolsek~"))!.OfferedAt);
        Assert.NotNull((await desk.CardAsync(id, "camat~"))!.OfferedAt);
        Assert.Null(await desk.CardAsync(id, "koordinator"));

        Desk.Done(await desk.AcceptAsync("camat", id));
        Desk.Done(await LetGoAsync("camat"));
        Assert.Equal(2, (await desk.ReportAsync(id)).EscalationLevel);
        Assert.NotNull((await desk.CardAsync(id, "koordinator"))?.OfferedAt);
        Assert.NotNull((await desk.CardAsync(id, "polres"))?.OfferedAt);

        Task<Outcome<ReportFact>> LetGoAsync(string officer) => desk.TapAsync(officer, id, (unit, by) => desk.Get<WorkOnReport>().ReleaseAsync(unit, by));
    }

    /// <summary>Whoever was never shown the report is not told that it was released (policy 3, level 1).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task That_it_is_released_is_told_to_those_who_have_a_card_of_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek danramil kapolsek~ danramil~ koordinator");
        var (id, filed) = (await desk.FileAsync(Priority.P2), desk.Clock.Now);
        Desk.Done(await desk.AcceptAsync("camat", id));

        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["camat"]));
        await desk.RunAsync<TendRoster>();

        var shown = (await desk.CardsAsync(id)).Where(card => card.OfferedAt is not null).Select(card => desk.NameOf(card.Officer)).ToHashSet();
        var told = Assert.Single(await desk.ToldAsync(filed, id), line => line.Contains(" Released ", StringComparison.Ordinal)).Split(" → ")[1].Split(' ');
        Assert.All(told, officer => Assert.Contains(officer, shown));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Several_waits_in_a_row_are_one_wait(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P2);
        Desk.Done(await desk.AcceptAsync("camat", id));
        Desk.Done(await desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().StartAsync(unit, by)));

        Desk.Done(await WaitAsync(48));
        await desk.PassAsync(TimeSpan.FromHours(48));
        Assert.IsType<Refusal.NeedsCoordinator>(Desk.Refused(await WaitAsync(48))); // 96 hours without anything done (policy 2)
        Desk.Done(await WaitAsync(24));
        await desk.PassAsync(TimeSpan.FromHours(24));

        Desk.Done(await desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().NoteAsync(unit, by, "Sudah ditanyakan ke ketua RT.")));
        Desk.Done(await WaitAsync(48)); // something was done in between

        Task<Outcome<ReportFact>> WaitAsync(int hours) => desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().WaitAsync(unit, by, TimeSpan.FromHours(hours)));
    }
}
