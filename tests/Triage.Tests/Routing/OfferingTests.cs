using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Routing;

/// <summary>Where a report goes, and where it goes next (policy 2, 5.1).</summary>
public sealed class OfferingTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_stays_in_its_kecamatan(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);

        var id = await desk.FileAsync();

        Assert.Equal("Lead camat; Lead camat~ later; Support danramil; Support danramil~ later; Support kapolsek; Support kapolsek~ later", await DealtAsync(desk, id));
        Assert.Equal((ReportStatus.Offered, desk.Clock.Now), ((await desk.ReportAsync(id)).Status, (await desk.ReportAsync(id)).OfferedAt));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_a_place_the_coordinator_names_one(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Desk.Filing(nowhere: true));
        Assert.Equal("Screener koordinator", await DealtAsync(desk, id));
        Assert.Equal(Router.NoPlace, (await desk.FactsAsync(id)).Single().Detail);

        Assert.IsType<Refusal.NobodyReachable>(Desk.Refused(await OfferAsync(desk, id, null)));
        Desk.Done(await OfferAsync(desk, id, Jepara.Pecangaan));

        Assert.Equal("Lead camat/02; Screener koordinator; Support danramil/02; Support kapolsek/02", await DealtAsync(desk, id));
        Assert.Equal(Jepara.Pecangaan, (await desk.ReportAsync(id)).Kecamatan);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_kecamatan_without_anybody_goes_to_the_coordinator(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);

        var id = await desk.FileAsync(Desk.Filing(place: new Place(Jepara.Mayong, null)));

        Assert.Equal("Screener koordinator", await DealtAsync(desk, id));
        Assert.Equal(Router.NobodyThere, (await desk.FactsAsync(id)).Single().Detail);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_area_is_offered_to_the_next_with_a_fresh_clock(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        await desk.PassAsync(TimeSpan.FromMinutes(20));

        Desk.Done(await desk.PassOnAsync("camat", id, Jepara.Pecangaan));

        var report = await desk.ReportAsync(id);
        Assert.Equal((ReportStatus.Offered, Jepara.Pecangaan, 1, 0), (report.Status, report.Kecamatan, report.Transfers, report.EscalationLevel));
        Assert.Equal("Lead kapolsek/02; Support camat/02; Support danramil/02", await DealtAsync(desk, id));
        Assert.Equal(Jepara.At("10:35"), await desk.ReadAsync(db => db.Deadlines.Where(row => row.Kind == Domain.Deadlines.DeadlineKind.Level1).Select(row => row.DueAt).SingleAsync()));
        Assert.Equal(Jepara.At("10:00"), report.ReceivedAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_passed_a_report_on_has_no_say_in_it_any_more(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync();
        Desk.Done(await desk.PassOnAsync("camat", id, Jepara.Pecangaan));

        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.AcceptAsync("kapolsek", id)));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.DeclineAsync("danramil", id)));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.PassOnAsync("camat", id, Jepara.Welahan)));
        Assert.Equal(Jepara.Pecangaan, (await desk.ReportAsync(id)).Kecamatan);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_third_transfer_goes_to_the_coordinator_whose_word_binds(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync();
        Desk.Done(await desk.PassOnAsync("camat", id, Jepara.Pecangaan));
        Desk.Done(await desk.PassOnAsync("camat/02", id, Jepara.Kedung));
        Assert.Equal("Lead camat; Lead camat~ later; Support danramil; Support danramil~ later; Support kapolsek; Support kapolsek~ later", await DealtAsync(desk, id));

        Desk.Done(await desk.PassOnAsync("kapolsek", id, Jepara.Pecangaan));

        Assert.Equal((ReportStatus.Screening, 2), ((await desk.ReportAsync(id)).Status, (await desk.ReportAsync(id)).Transfers));
        Assert.Equal("Screener koordinator", await DealtAsync(desk, id));
        Desk.Done(await OfferAsync(desk, id, Jepara.Pecangaan));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.AcceptAsync("camat", id)));
        Desk.Done(await desk.AcceptAsync("camat/02", id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_that_is_already_accepted_cannot_be_passed_on_nor_disturb_the_coordinator(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync();
        Desk.Done(await desk.PassOnAsync("camat", id, Jepara.Pecangaan));
        Desk.Done(await desk.PassOnAsync("camat/02", id, Jepara.Kedung));
        Desk.Done(await desk.AcceptAsync("camat", id));

        Assert.IsType<Refusal.OutOfTurn>(Desk.Refused(await desk.PassOnAsync("kapolsek", id, Jepara.Pecangaan)));

        Assert.Null(await desk.CardAsync(id, "koordinator"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Passed_to_where_nobody_sits_it_lands_on_the_coordinators_desk(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync();

        Desk.Done(await desk.PassOnAsync("camat", id, Jepara.Mayong));

        Assert.Equal([ReportAction.Offer, ReportAction.PassOn, ReportAction.Screen], (await desk.FactsAsync(id)).Select(fact => fact.Action));
        Assert.Equal("Screener koordinator", await DealtAsync(desk, id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Declined_by_all_who_were_asked_it_lands_on_the_coordinators_desk(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync();

        Desk.Done(await desk.DeclineAsync("camat", id));
        Desk.Done(await desk.DeclineAsync("kapolsek", id));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(id)).Status);
        Desk.Done(await desk.DeclineAsync("danramil", id));

        Assert.Equal(ReportStatus.Screening, (await desk.ReportAsync(id)).Status);
        Assert.Equal(Router.Declined, (await desk.FactsAsync(id))[^1].Detail);
        Desk.Done(await OfferAsync(desk, id, null));
        Desk.Done(await desk.AcceptAsync("camat", id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Declined_by_the_last_who_is_there_it_does_not_wait_for_those_who_are_away(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek danramil koordinator");
        var id = await desk.FileAsync();
        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["camat"]));
        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["danramil"]));

        Desk.Done(await desk.DeclineAsync("kapolsek", id));

        Assert.Equal(ReportStatus.Screening, (await desk.ReportAsync(id)).Status);
        Assert.NotNull((await desk.CardAsync(id, "koordinator"))!.OfferedAt);
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>()); // nothing that it would have to find
    }

    private static Task<Outcome<ReportFact>> OfferAsync(Desk desk, ReportId id, KecamatanCode? to) =>
        desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, to));

    /// <summary>Standing cards: part and officer, <c>later</c> where it has not been sent.</summary>
    private static async Task<string> DealtAsync(Desk desk, ReportId id) => string.Join("; ", (await desk.CardsAsync(id))
        .Where(card => card.WithdrawnAt is null)
        .Select(card => $"{card.Part} {desk.NameOf(card.Officer)}{(card.OfferedAt is null ? " later" : "")}")
        .Order(StringComparer.Ordinal));
}
