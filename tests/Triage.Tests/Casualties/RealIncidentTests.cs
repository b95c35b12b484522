using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Casualties;

/// <summary>
/// What really happened in Jepara twice (domain.md 1), as reports would have told it. The words are invented; places and numbers are those of the press.
/// </summary>
public sealed class RealIncidentTests
{
    private const string Crew =
        "camat/15 kapolsek/15 danramil/15 camat/07 kapolsek/07 danramil/07 camat kapolsek danramil puskesmas dinkes satreskrim koordinator";

    private static readonly string[] BothTriads = ["camat/07", "camat/15", "danramil/07", "danramil/15", "kapolsek/07", "kapolsek/15"];

    private static readonly string[] Kabupaten = ["dinkes", "koordinator", "satreskrim"];

    private static readonly Place SuwawalTimur = At("33.20.15.2003"), Bulungan = At("33.20.15.2002"), Suwawal = At("33.20.07.2009"),
        Karanggondang = At("33.20.07.2014"), Mambak = At("33.20.15.2008");

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Suwawal_Timur_2026_is_seen_across_the_border_and_the_count_follows_the_days(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);

        // The first family: drank gingseng from a galon, fell ill at home. One report is no outbreak yet.
        var first = await desk.FileAsync(Victims(SuwawalTimur, null, "Adik saya muntah dan pandangannya gelap sejak subuh, kemarin minum gingseng dari galon."));
        Assert.Empty(await desk.HeardAsync<Notice.Outbreak>());
        Desk.Done(await desk.AcceptAsync("kapolsek/15", first));
        Desk.Done(await desk.CountAsync("puskesmas", first, 0, 2, 1));

        // The next day, the next desa: now they belong together. Pakis Aji alone is concerned so far.
        await desk.PassAsync(TimeSpan.FromHours(22));
        await desk.HeardAsync<Notice>();
        await desk.FileAsync(Victims(Bulungan, SuwawalTimur, "Dua pemuda sesak napas, minumnya beda jam, baunya seperti sabun. Belinya di warung Suwawal Timur."));
        var alert = await desk.HeardAsync<Notice.Outbreak>();
        Assert.Equal([.. Kabupaten.Concat(BothTriads.Where(seat => seat.EndsWith("15", StringComparison.Ordinal))).Order(StringComparer.Ordinal)], To(alert));
        Assert.All(alert, one => Assert.Equal((2, 0, "Pakis Aji"), (one.Notice.Reports, one.Notice.Dead, one.Notice.Kecamatan)));

        // The third victim lives across the border: the other triad is brought in, with the source named apart.
        await desk.PassAsync(TimeSpan.FromHours(26));
        await desk.HeardAsync<Notice>();
        Desk.Done(await desk.CountAsync("kapolsek/15", first, 2, 1, 0));
        await desk.HeardAsync<Notice>();
        var third = await desk.FileAsync(Victims(Suwawal, SuwawalTimur, "Tetangga meninggal di rumah, kata keluarganya habis minum dari galon yang sama."));
        var across = await desk.HeardAsync<Notice.Outbreak>();
        Assert.Equal([.. Kabupaten.Concat(BothTriads).Order(StringComparer.Ordinal)], To(across));
        Assert.All(across, one => Assert.Equal((3, 2, "Mlonggo, Pakis Aji"), (one.Notice.Reports, one.Notice.Dead, one.Notice.Kecamatan)));
        Assert.Equal(SuwawalTimur.Desa, (await desk.ReportAsync(third)).SupplyDesa);
        Assert.NotNull((await desk.CardAsync(third, "kapolsek/15"))!.OfferedAt); // whoever can close the source
        Assert.Null(await desk.CardAsync(third, "kapolsek")); // Kedung is not concerned

        // The numbers change with every day and every newspaper, also downwards.
        foreach (var (dead, hospital) in new[] { (4, 2), (3, 3), (6, 1) })
        {
            await desk.PassAsync(TimeSpan.FromHours(20));
            Desk.Done(await desk.CountAsync("puskesmas", first, dead, hospital, 0));
        }

        Desk.Done(await desk.CountAsync("kapolsek/07", third, 2, 0, 0));
        Assert.Equal(
            ["0/2/1", "2/1/0", "4/2/0", "3/3/0", "6/1/0"],
            (await desk.FactsAsync(first)).Where(fact => fact.Action == ReportAction.CountCasualties).Select(fact => fact.Detail));
        var morning = await DigestAsync(desk);
        Assert.Equal((3, 8, 1), (morning.Victims!.Reports, morning.Victims.Dead, morning.Victims.InHospital));
        Assert.Equal(["Mlonggo", "Pakis Aji"], morning.Victims.Kecamatan);
        var running = await CaseOf(desk, third);
        Assert.Contains(morning.Watches!, watch => watch.CaseNumber == running);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Karanggondang_2022_was_drunk_in_Mlonggo_and_sold_in_Pakis_Aji(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);

        // One report, one source in the next kecamatan: both triads hold it before anybody has died.
        var id = await desk.FileAsync(Victims(Karanggondang, Mambak, "Anak-anak muda pingsan habis minum, umur tujuh belas sampai dua puluh."));
        var cards = await desk.CardsAsync(id);
        Assert.All(BothTriads, seat => Assert.NotNull(cards.Single(card => card.Officer == desk[seat]).OfferedAt));
        Assert.Equal((Karanggondang.Desa, Mambak.Desa), ((await desk.ReportAsync(id)).Desa, (await desk.ReportAsync(id)).SupplyDesa));
        Desk.Done(await desk.AcceptAsync("kapolsek/07", id));
        await desk.HeardAsync<Notice>();

        // A single report with a death is an outbreak: health and detectives hear of it at the first count.
        Desk.Done(await desk.CountAsync("puskesmas", id, 1, 6, 0));
        var alert = await desk.HeardAsync<Notice.Outbreak>();
        Assert.Equal([.. Kabupaten.Concat(BothTriads).Order(StringComparer.Ordinal)], To(alert));
        Assert.All(alert, one => Assert.Equal((1, 1, 6, "Mlonggo, Pakis Aji"), (one.Notice.Reports, one.Notice.Dead, one.Notice.InHospital, one.Notice.Kecamatan)));

        foreach (var dead in new[] { 3, 7, 8, 7 }) // 7 or 8: the press never agreed
        {
            await desk.PassAsync(TimeSpan.FromHours(10));
            Desk.Done(await desk.CountAsync("kapolsek/07", id, dead, 8 - dead, 0));
        }

        Assert.Equal("7/1/0", (await desk.ReportAsync(id)).Casualties.ToString());
        Desk.Done(await desk.CheckAsync("puskesmas", id));
        Assert.Equal((1, 7), ((await DigestAsync(desk)).Victims!.Reports, (await DigestAsync(desk)).Victims!.Dead));

        // After a week without another victim it is no outbreak any more.
        await desk.PassAsync(TimeSpan.FromDays(6));
        Assert.Null((await DigestAsync(desk)).Victims);
    }

    private static Filing Victims(Place where, Place? source, string story) => Desk.Filing("miras.korban_oplosan", place: where, story: story) with { Supply = source };

    private static Place At(string desa) => new(new DesaCode(desa).Kecamatan, new DesaCode(desa));

    private static IEnumerable<string> To(List<(Notice.Outbreak Notice, string To)> alert) => alert.Select(one => one.To).Order(StringComparer.Ordinal);

    private static async Task<string> CaseOf(Desk desk, ReportId id) => (await desk.ReportAsync(id)).CaseNumber;

    private static Task<DigestFigures> DigestAsync(Desk desk) =>
        desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, null, desk.Clock.Now, CancellationToken.None));
}
