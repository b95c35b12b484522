using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Casualties;

/// <summary>The three taps of an emergency, as officers and the record see them (policy 5.5).</summary>
public sealed class TellOfVictimsTests
{
    private const string Crew = Desk.Usual + " puskesmas psc-119 dinkes";

    private static readonly Coordinates Here = Jepara.Jurisdiction.Regions.Find(Jepara.Kedung)!.Centre;

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Each_tap_stands_on_the_card_and_in_the_record(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());

        Desk.Done(await TellAsync(desk, id, new VictimsTold(3)));
        Desk.Done(await TellAsync(desk, id, new VictimsTold(Place: VictimPlace.Clinic)));

        Assert.Equal("3 - Clinic", (await CardAsync(desk, id, "camat")).Cluster.Told?.Told.ToString());
        Assert.Equal("0/3/0", (await desk.ReportAsync(id)).Casualties.ToString());
        Assert.Equal(["3 - -", "3 - Clinic"], (await desk.FactsAsync(id)).Where(fact => fact.Action == ReportAction.TellOfVictims).Select(fact => fact.Detail));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Once_an_officer_has_counted_the_record_is_theirs(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());
        Desk.Done(await TellAsync(desk, id, new VictimsTold(3)));
        Desk.Done(await desk.CountAsync("puskesmas", id, 1, 4, 0));

        Desk.Done(await TellAsync(desk, id, new VictimsTold(5)));

        Assert.Equal("1/4/0", (await desk.ReportAsync(id)).Casualties.ToString());
        Assert.Equal("5 - -", (await CardAsync(desk, id, "camat")).Cluster.Told?.Told.ToString());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_can_act_is_woken_once_when_it_is_grave(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());
        Desk.Done(await TellAsync(desk, id, new VictimsTold(2)));
        Assert.Empty(await desk.HeardAsync<Notice.VictimsGrave>());

        Desk.Done(await TellAsync(desk, id, new VictimsTold(State: VictimState.Unconscious)));

        Assert.Equal(
            ["camat", "camat~", "danramil", "danramil~", "dinkes", "kapolsek", "kapolsek~", "psc-119", "puskesmas"],
            (await desk.HeardAsync<Notice.VictimsGrave>()).Select(one => one.To).Order(StringComparer.Ordinal));
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Desk.Done(await TellAsync(desk, id, new VictimsTold(State: VictimState.NotBreathing)));
        Assert.Empty(await desk.HeardAsync<Notice.VictimsGrave>()); // they know
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Health_gets_a_card_of_any_emergency_with_victims_and_nobody_a_second_one(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Brawl());
        Assert.Equal(Priority.P0, (await desk.ReportAsync(id)).Priority);
        Assert.Null(await desk.CardAsync(id, "puskesmas"));

        Desk.Done(await TellAsync(desk, id, new VictimsTold(0)));
        Assert.Null(await desk.CardAsync(id, "puskesmas"));
        Desk.Done(await TellAsync(desk, id, new VictimsTold(2)));
        Desk.Done(await TellAsync(desk, id, new VictimsTold(3)));

        Assert.NotNull((await desk.CardAsync(id, "puskesmas"))!.OfferedAt);
        Assert.NotNull((await desk.CardAsync(id, "psc-119"))!.OfferedAt);
        Assert.Equal(2, await desk.ReadAsync(db => db.Outbox.CountAsync(row => row.Report == id && row.Kind == OutboxKind.Card && row.Priority == OutboxPriority.Emergency
            && (row.Officer == desk["puskesmas"] || row.Officer == desk["psc-119"]))));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_tap_that_is_quicker_than_routing_loses_nothing(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var receipt = await desk.CommitAsync(unit => desk.Get<FileReport>().HandleAsync(unit, Brawl()));
        var hash = receipt.Hash;
        var id = await desk.ReadAsync(db => db.Reports.Where(report => report.ReceiptHash == hash).Select(report => report.Id).SingleAsync());

        Desk.Done(await TellAsync(desk, id, new VictimsTold(2)));
        await desk.CommitAsync(unit => desk.Get<RouteReport>().HandleAsync(unit, id));

        Assert.NotNull((await desk.CardAsync(id, "puskesmas"))!.OfferedAt);
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(id)).Status);
        Assert.Equal("2 - -", (await CardAsync(desk, id, "kapolsek")).Cluster.Told?.Told.ToString());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_point_is_sealed_and_seen_by_those_who_go_there(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew + " satpol-pp");
        var id = await desk.FileAsync(Victims());
        var point = new Coordinates(-6.7, 110.65);

        Desk.Done(await TellAsync(desk, id, new VictimsTold(Place: VictimPlace.Point), point));

        Assert.Equal(point, (await CardAsync(desk, id, "kapolsek")).VictimsAt);
        Assert.Equal(point, (await CardAsync(desk, id, "dinkes")).VictimsAt);
        Assert.Null((await CardAsync(desk, id, "dinkes")).Story);
        Assert.Null((await CardAsync(desk, id, "satpol-pp")).VictimsAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_pin_tells_where_an_emergency_is_that_nobody_knew_the_place_of(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Desk.Filing("miras.korban_oplosan", nowhere: true));
        Assert.Equal(["koordinator"], (await desk.CardsAsync(id)).Select(card => desk.NameOf(card.Officer)));
        desk.Clock.Now += TimeSpan.FromMinutes(4);

        Desk.Done(await TellAsync(desk, id, new VictimsTold(2)));
        Desk.Done(await TellAsync(desk, id, new VictimsTold(Place: VictimPlace.Point), Here));

        var report = await desk.ReportAsync(id);
        Assert.Equal((Jepara.Kedung, ReportStatus.Offered, desk.Clock.Now), (report.Kecamatan, report.Status, report.OfferedAt));
        Assert.All(["camat", "kapolsek", "danramil", "puskesmas", "koordinator"], officer => Assert.Contains(desk[officer], desk.CardsAsync(id).Result.Where(card => card is { OfferedAt: not null, WithdrawnAt: null }).Select(card => card.Officer)));
        Assert.Contains(await desk.ReadAsync(db => db.Deadlines.AsNoTracking().Where(row => row.Report == id).ToListAsync()), row => row.Kind == Domain.Deadlines.DeadlineKind.Level1 && row.DueAt == desk.Clock.Now.AddMinutes(5));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_pin_that_is_quicker_than_routing_routes(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var receipt = await desk.CommitAsync(unit => desk.Get<FileReport>().HandleAsync(unit, Desk.Filing("miras.korban_oplosan", nowhere: true)));
        var hash = receipt.Hash;
        var id = await desk.ReadAsync(db => db.Reports.Where(report => report.ReceiptHash == hash).Select(report => report.Id).SingleAsync());

        Desk.Done(await TellAsync(desk, id, new VictimsTold(Place: VictimPlace.Point), Here));
        await desk.CommitAsync(unit => desk.Get<RouteReport>().HandleAsync(unit, id));

        Assert.Equal((Jepara.Kedung, ReportStatus.Offered), ((await desk.ReportAsync(id)).Kecamatan, (await desk.ReportAsync(id)).Status));
        Assert.NotNull((await desk.CardAsync(id, "camat"))!.OfferedAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_pin_moves_no_report_whose_place_is_known(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Desk.Filing("miras.korban_oplosan", place: new Place(new KecamatanCode("33.20.02"), null)));

        Desk.Done(await TellAsync(desk, id, new VictimsTold(Place: VictimPlace.Point), Here));

        Assert.Equal("33.20.02", (await desk.ReportAsync(id)).Kecamatan?.Value);
        Assert.Null(await desk.CardAsync(id, "camat"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_taken_of_a_report_that_is_over_and_no_point_where_nobody_is_hurt(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var calm = await desk.FileAsync(Priority.P1);
        var over = await desk.FileAsync(Victims());
        await desk.CloseAsync(over, "kapolsek", "camat");

        Desk.Done(await TellAsync(desk, calm, new VictimsTold(0), new Coordinates(-6.7, 110.65)));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await TellAsync(desk, over, new VictimsTold(2))));
        Assert.Equal(Priority.P1, (await desk.ReportAsync(calm)).Priority);
        Assert.Null((await CardAsync(desk, calm, "kapolsek")).VictimsAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_only_sounded_dangerous_becomes_an_emergency_once_there_are_victims(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Priority.P2);
        Assert.Null((await desk.CardAsync(id, "danramil~"))!.OfferedAt); // held for level 1
        desk.Clock.Now += TimeSpan.FromMinutes(3);
        await desk.HeardAsync<Notice>();

        Desk.Done(await TellAsync(desk, id, new VictimsTold(2)));

        var report = await desk.ReportAsync(id);
        Assert.Equal((Priority.P0, ReportStatus.Offered, "0/0/2"), (report.Priority, report.Status, report.Casualties.ToString()));
        Assert.All(["camat", "kapolsek", "danramil", "danramil~", "puskesmas", "psc-119", "koordinator"], officer => Assert.NotNull(desk.CardAsync(id, officer).Result!.OfferedAt));
        Assert.NotEmpty(await desk.HeardAsync<Notice.PriorityRaised>());
        Assert.Contains(await desk.ReadAsync(db => db.Deadlines.AsNoTracking().Where(row => row.Report == id).ToListAsync()), row => row.Kind == Domain.Deadlines.DeadlineKind.Level1 && row.DueAt == desk.Clock.Now.AddMinutes(5));
        Desk.Done(await TellAsync(desk, id, new VictimsTold(3)));
        Assert.Empty(await desk.HeardAsync<Notice.PriorityRaised>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_holds_it_keeps_it_and_what_waits_goes_on(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Desk.Done(await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().WaitAsync(unit, by, TimeSpan.FromHours(2))));
        desk.Clock.Now += TimeSpan.FromMinutes(3);

        Desk.Done(await TellAsync(desk, id, new VictimsTold(1)));

        var report = await desk.ReportAsync(id);
        Assert.Equal((Priority.P0, ReportStatus.InProgress, desk["kapolsek"]), (report.Priority, report.Status, report.Lead));
    }

    /// <summary>Whoever is to answer in writing in a week does not go there (policy 1.7, 3).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Victims_of_what_was_referred_bring_everybody_who_can_go_there(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Priority.P2);
        Desk.Done(await desk.AcceptAsync("camat", id));
        Desk.Done(await desk.TapAsync("camat", id, (unit, by) => desk.Get<ReferReport>().ReferAsync(unit, by, "satpol-pp", 5)));
        desk.Clock.Now += TimeSpan.FromMinutes(3);

        Desk.Done(await TellAsync(desk, id, new VictimsTold(1)));

        var report = await desk.ReportAsync(id);
        Assert.Equal((Priority.P0, ReportStatus.Referred, desk["camat"]), (report.Priority, report.Status, report.Lead));
        Assert.All(["camat", "kapolsek", "danramil", "danramil~", "puskesmas", "psc-119", "koordinator"], officer => Assert.NotNull(desk.CardAsync(id, officer).Result!.OfferedAt));
        Assert.Contains(await desk.HeardAsync<Notice.PriorityRaised>(), one => one.To == "camat");
        Assert.Equal(0, await desk.RunAsync<Triage.Jobs.AuditOpenReports>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Victims_of_what_was_said_to_be_done_send_it_back_to_work(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Desk.Done(await desk.ResolveAsync("kapolsek", id));
        desk.Clock.Now += TimeSpan.FromMinutes(3);

        Desk.Done(await TellAsync(desk, id, new VictimsTold(1)));

        var report = await desk.ReportAsync(id);
        Assert.Equal((Priority.P0, ReportStatus.InProgress, desk["kapolsek"], null), (report.Priority, report.Status, report.Lead, report.Outcome));
        Assert.Contains(await desk.HeardAsync<Notice.PriorityRaised>(), one => one.To == "kapolsek");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Victims_bring_a_report_out_of_quarantine(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P2), nowhere: true));
        Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().QuarantineAsync(unit, by, "Mencurigakan.")));
        desk.Clock.Now += TimeSpan.FromMinutes(3);

        Desk.Done(await TellAsync(desk, id, new VictimsTold(1)));

        var report = await desk.ReportAsync(id);
        Assert.Equal((Priority.P0, ReportStatus.Offered, "0/0/1"), (report.Priority, report.Status, report.Casualties.ToString()));
        Assert.NotNull((await desk.CardAsync(id, "koordinator"))!.OfferedAt);
        Assert.Equal(0, await desk.RunAsync<Triage.Jobs.AuditOpenReports>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Victims_are_told_of_before_it_is_routed_too(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var receipt = await desk.CommitAsync(unit => desk.Get<FileReport>().HandleAsync(unit, Desk.Filing(Desk.KindOf(Priority.P2))));
        var hash = receipt.Hash;
        var id = await desk.ReadAsync(db => db.Reports.Where(report => report.ReceiptHash == hash).Select(report => report.Id).SingleAsync());

        Desk.Done(await TellAsync(desk, id, new VictimsTold(1)));
        await desk.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((Priority.P0, ReportStatus.Offered), ((await desk.ReportAsync(id)).Priority, (await desk.ReportAsync(id)).Status));
        Assert.NotNull((await desk.CardAsync(id, "danramil~"))!.OfferedAt);
    }

    private static Filing Victims() => Desk.Filing("miras.korban_oplosan");

    private static Filing Brawl() => Desk.Filing("trantibum.tawuran", story: "Dua kelompok saling serang, bawa celurit.") with { Happening = Happening.Now };

    private static Task<Outcome<ReportFact>> TellAsync(Desk desk, ReportId id, VictimsTold told, Coordinates? at = null) =>
        desk.CommitAsync(unit => desk.Get<TellOfVictims>().HandleAsync(unit, id, told, at));

    private static async Task<CardView> CardAsync(Desk desk, ReportId id, string officer)
    {
        var card = (await desk.CardAsync(id, officer))!;
        return (await desk.ReadAsync(db => desk.Get<CardQueries>().ReadAsync(db, card.Id, CancellationToken.None)))!;
    }
}
