using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Casualties;

/// <summary>The care for victims beside the case (policy 5.5).</summary>
public sealed class WatchTests
{
    private const string Crew = Desk.Usual + " puskesmas dinkes satreskrim piket";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_blast_reaches_the_triad_deputies_duty_health_and_coordinator_at_once(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());

        var told = (await desk.CardsAsync(id)).Where(card => card.OfferedAt is not null).Select(card => desk.NameOf(card.Officer)).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["camat", "camat~", "danramil", "danramil~", "dinkes", "kapolsek", "kapolsek~", "koordinator", "piket", "puskesmas", "satreskrim"], told);
    }

    /// <summary>The story names two; nobody waits for an answer which of them it is (policy 2).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task An_emergency_that_may_be_in_two_kecamatan_blasts_to_both(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);

        var id = await desk.FileAsync(Victims() with { Place = null, Story = ["Korban di Kedung atau Pecangaan, saya tidak tahu persis."] });

        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(id)).Status);
        foreach (var officer in (string[])["camat", "kapolsek", "danramil~", "camat/02", "kapolsek/02", "danramil/02", "koordinator", "piket"])
        {
            Assert.NotNull((await desk.CardAsync(id, officer))?.OfferedAt);
        }

        Desk.Done(await desk.AcceptAsync("kapolsek/02", id));
        await desk.RunAsync<Triage.Jobs.TendRoster>();
        Assert.Equal(desk["kapolsek/02"], (await desk.ReportAsync(id)).Lead);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_triad_of_the_source_is_offered_the_report_too(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);

        var id = await desk.FileAsync(Victims() with { Supply = new Place(Jepara.Pecangaan, null) });

        Assert.Equal(Domain.Routing.Part.Support, (await desk.CardAsync(id, "kapolsek/02"))!.Part);
        Assert.NotNull((await desk.CardAsync(id, "camat/02"))!.OfferedAt);
        Assert.Equal((Jepara.Kedung, Jepara.Pecangaan), ((await desk.ReportAsync(id)).Kecamatan!.Value, (await desk.ReportAsync(id)).SupplyKecamatan!.Value));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Lead_and_health_are_asked_at_12_24_48_and_72_hours_whatever_state_the_case_is_in(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Desk.Done(await desk.ResolveAsync("kapolsek", id));
        Desk.Done(await desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by)));
        await desk.HeardAsync<Notice>();

        await desk.PassAsync(TimeSpan.FromHours(12));
        Assert.Equal(["dinkes", "kapolsek", "puskesmas"], (await desk.HeardAsync<Notice.WatchDue>()).Select(one => one.To).Order());
        Assert.Equal("12 h", (await ClusterAsync(desk, id)).PendingCheck);
        Assert.Equal("12 h", Desk.Done(await desk.CheckAsync("puskesmas", id)).Detail);
        Assert.Null((await ClusterAsync(desk, id)).PendingCheck);
        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.CheckAsync("kapolsek", id))); // once is enough

        await desk.PassAsync(TimeSpan.FromHours(12));
        Assert.All(await desk.HeardAsync<Notice.WatchDue>(), one => Assert.Equal(24, one.Notice.Hours));

        await desk.PassAsync(TimeSpan.FromHours(24)); // nobody made the check of 24 hours
        Assert.Contains("koordinator", (await desk.HeardAsync<Notice.WatchDue>()).Select(one => one.To));
        await desk.PassAsync(TimeSpan.FromHours(24));
        Assert.All(await desk.HeardAsync<Notice.WatchDue>(), one => Assert.Equal(72, one.Notice.Hours));
        await desk.PassAsync(TimeSpan.FromHours(48));
        Assert.Empty(await desk.HeardAsync<Notice.WatchDue>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_revision_of_the_count_is_a_fact_and_the_card_shows_what_stood_before(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());
        Desk.Done(await desk.CountAsync("puskesmas", id, 0, 3, 0));
        desk.Clock.Now += TimeSpan.FromHours(5);
        Desk.Done(await desk.CountAsync("kapolsek", id, 1, 2, 0));

        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.CountAsync("kapolsek", id, 1, 2, 0))); // nothing new
        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.CountAsync("kapolsek", id, 1, 2, 1000)));
        Assert.Equal("1/2/0", (await desk.ReportAsync(id)).Casualties.ToString());
        Assert.Equal(["0/3/0", "1/2/0"], (await desk.FactsAsync(id)).Where(fact => fact.Action == ReportAction.CountCasualties).Select(fact => fact.Detail));
        Assert.Equal(["1/2/0", "0/3/0"], (await ClusterAsync(desk, id)).Counts.Select(one => one.Count.ToString()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_first_death_is_enough_for_the_alert(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());
        Assert.Empty(await desk.HeardAsync<Notice.Outbreak>());

        Desk.Done(await desk.CountAsync("kapolsek", id, 1, 0, 0));

        Assert.Equal(
            ["camat", "camat~", "danramil", "danramil~", "dinkes", "kapolsek", "kapolsek~", "koordinator", "satreskrim"],
            (await desk.HeardAsync<Notice.Outbreak>()).Select(one => one.To).Order(StringComparer.Ordinal));
        Desk.Done(await desk.CountAsync("kapolsek", id, 2, 0, 0));
        Assert.Empty(await desk.HeardAsync<Notice.Outbreak>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_closing_the_lead_is_asked_what_was_learned_and_again_after_a_week(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());
        await desk.CloseAsync(id, "kapolsek", "camat");
        Assert.Equal("kapolsek", Assert.Single(await desk.HeardAsync<Notice.ReviewPlease>()).To);
        Assert.True((await ClusterAsync(desk, id)).ReviewMissing);
        await desk.PassAsync(TimeSpan.FromDays(7));
        Assert.Equal("kapolsek", Assert.Single(await desk.HeardAsync<Notice.ReviewPlease>()).To);

        Assert.IsType<Refusal.TooShort>(Desk.Refused(await ReviewAsync("kapolsek", "Baik.")));
        Assert.IsType<Refusal.NotYours>(Desk.Refused(await ReviewAsync("camat", new string('x', 60))));
        Desk.Done(await ReviewAsync("kapolsek", "Ambulans datang dalam 20 menit; sumbernya ditutup hari itu juga."));
        Assert.False((await ClusterAsync(desk, id)).ReviewMissing);

        Task<Outcome<ReportFact>> ReviewAsync(string officer, string text) =>
            desk.TapAsync(officer, id, (unit, by) => desk.Get<CareForVictims>().ReviewAsync(unit, by, text));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_coordinator_asks_for_the_public_warning(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Victims());

        Assert.IsType<Refusal.NotYours>(Desk.Refused(await desk.TapAsync("camat", id, (unit, by) => desk.Get<CareForVictims>().WarnAsync(unit, by))));
        Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<CareForVictims>().WarnAsync(unit, by)));
    }

    private static Filing Victims() => Desk.Filing("miras.korban_oplosan");

    private static Task<ClusterView> ClusterAsync(Desk desk, ReportId id) => desk.ReadAsync(async db =>
        await desk.Get<ClusterQueries>().ReadAsync(db, await db.Reports.SingleAsync(report => report.Id == id), Domain.Programmes.AudienceTier.Full, CancellationToken.None));
}
