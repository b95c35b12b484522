using System.Text;
using System.Text.Json;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>The accused never receive, see, count or can infer a report (policy 5.4, threat-model 4, row 19).</summary>
public sealed class AccusedTests
{
    private const string Crew = Desk.Usual + " auditor inspektorat sipropam";

    public static TheoryData<StoreProvider, AccusedOffice, string> Accused => new(
        from provider in (StoreProvider[])[StoreProvider.Sqlite, StoreProvider.Postgres]
        from pair in ((AccusedOffice, string)[])
        [
            (AccusedOffice.Polsek, "kapolsek kapolsek~ kapolsek/02"), (AccusedOffice.Koramil, "danramil danramil~"),
            (AccusedOffice.Kecamatan, "camat camat~"), (AccusedOffice.Kabupaten, "koordinator camat kapolsek danramil sipropam"),
        ]
        select new TheoryDataRow<StoreProvider, AccusedOffice, string>(provider, pair.Item1, pair.Item2));

    [Theory, MemberData(nameof(Accused))]
    public async Task The_whole_view_of_the_accused_is_the_same_to_the_byte_without_the_report(StoreProvider provider, AccusedOffice accused, string seats)
    {
        var with = await ViewAsync(provider, accused, seats);
        var without = await ViewAsync(provider, [], seats);

        Assert.Equal(without, with);
        Assert.Contains("\"Received\":{\"Now\":1", without, StringComparison.Ordinal); // the harmless report is seen
    }

    /// <summary>Any number of reports of any urgency, anywhere and at any time of the day, offered by the coordinator or not.</summary>
    [Theory]
    [InlineData(StoreProvider.Sqlite, 1)]
    [InlineData(StoreProvider.Sqlite, 2)]
    [InlineData(StoreProvider.Sqlite, 3)]
    [InlineData(StoreProvider.Sqlite, 4)]
    [InlineData(StoreProvider.Postgres, 5)]
    public async Task Nothing_that_is_said_of_the_accused_moves_a_byte_of_what_they_see(StoreProvider provider, int seed)
    {
        var random = new Random(seed);
        foreach (var (office, seats) in ((AccusedOffice, string)[])[(AccusedOffice.Polsek, "kapolsek kapolsek~ kapolsek/02"), (AccusedOffice.Koramil, "danramil danramil~"), (AccusedOffice.Kecamatan, "camat camat~")])
        {
            var secrets = Enumerable.Range(0, random.Next(1, 5))
                .Select(_ => (random.Next(1, 60), Desk.Filing(Desk.KindOf((Priority)random.Next(4)), office, nowhere: random.Next(4) == 0), random.Next(2) == 0))
                .OrderBy(secret => secret.Item1)
                .ToList();

            Assert.Equal(await ViewAsync(provider, [], seats), await ViewAsync(provider, secrets, seats));
        }
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite, AccusedOffice.Polsek, "koordinator sipropam")]
    [InlineData(StoreProvider.Sqlite, AccusedOffice.Koramil, "koordinator")]
    [InlineData(StoreProvider.Sqlite, AccusedOffice.Kecamatan, "inspektorat koordinator")]
    [InlineData(StoreProvider.Sqlite, AccusedOffice.Kabupaten, "auditor inspektorat")]
    [InlineData(StoreProvider.Postgres, AccusedOffice.Kabupaten, "auditor inspektorat")]
    public async Task It_lies_with_the_coordinator_and_whoever_watches_over_the_office(StoreProvider provider, AccusedOffice accused, string readers)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);

        var id = await desk.FileAsync(Desk.Filing(accused: accused));

        Assert.Equal(ReportStatus.Screening, (await desk.ReportAsync(id)).Status);
        Assert.Equal(readers.Split(' '), (await desk.CardsAsync(id)).Select(card => desk.NameOf(card.Officer)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task A_coordinator_who_also_sits_in_the_accused_office_hears_nothing_when_others_are_brought_in(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek danramil koordinator");
        var chat = await desk.ReadAsync(db => db.Officers.Where(row => row.Id == desk["camat"]).Select(row => row.Chat!.Value).SingleAsync());
        await desk.BindAsync("koordinator~", chat); // the camat of Kedung stands in for the coordinator
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P1), AccusedOffice.Kecamatan));
        Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, null)));

        await desk.PassAsync(TimeSpan.FromHours(2));
        Desk.Done(await desk.DeclineAsync("kapolsek", id));
        Desk.Done(await desk.DeclineAsync("danramil", id));

        Assert.Equal(ReportStatus.Screening, (await desk.ReportAsync(id)).Status);
        Assert.Null(await desk.CardAsync(id, "camat"));
        Assert.Equal(0, await desk.ReadAsync(db => db.Outbox.CountAsync(row => row.Officer == desk["camat"])));
    }

    /// <summary>Laid on the desk again, it is laid before whoever watches over the accused office as well, also where that seat was filled only meanwhile.</summary>
    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task What_nobody_took_lies_before_the_oversight_body_too_and_before_nobody_of_the_accused_office(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek danramil koordinator");
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P1), AccusedOffice.Polsek));
        Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, null)));
        await desk.BindAsync("sipropam");

        await desk.PassAsync(TimeSpan.FromHours(2));
        Desk.Done(await desk.DeclineAsync("camat", id));
        Desk.Done(await desk.DeclineAsync("danramil", id));

        Assert.Equal(ReportStatus.Screening, (await desk.ReportAsync(id)).Status);
        Assert.Equal(Part.Screener, (await desk.CardAsync(id, "sipropam"))?.Part);
        Assert.Null(await desk.CardAsync(id, "kapolsek"));
    }

    /// <summary>Whoever is asked for leave to wait, told of a victim, or shown a late one in the digest, is picked by the same rule.</summary>
    [Theory]
    [InlineData(AccusedOffice.Kecamatan, "koordinator")]
    [InlineData(AccusedOffice.Kabupaten, "auditor")]
    [InlineData(AccusedOffice.None, "camat koordinator")]
    public async Task Only_coordinators_outside_the_accused_office_are_asked_to_decide(AccusedOffice accused, string asked)
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, Crew);
        var chat = await desk.ReadAsync(db => db.Officers.Where(row => row.Id == desk["camat"]).Select(row => row.Chat!.Value).SingleAsync());
        await desk.BindAsync("koordinator~", chat); // the camat of Kedung stands in for the coordinator
        var report = await desk.ReportAsync(await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P1), accused)));

        var roster = await desk.ReadAsync(db => db.RosterAsync(desk.Clock.Now));

        Assert.Equal(asked.Split(' '), RouteReport.Screeners(report, roster).Select(one => desk.NameOf(one.Officer)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task A_stand_in_who_also_sits_in_the_accused_office_is_offered_what_is_harmless_and_nothing_else(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat danramil kapolsek koordinator camat~");
        var chat = await desk.ReadAsync(db => db.Officers.Where(row => row.Id == desk["camat~"]).Select(row => row.Chat!.Value).SingleAsync());
        await desk.BindAsync("kapolsek~", chat); // who stands in for the camat is at the polsek, too
        var (accusing, harmless) = (await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P0), AccusedOffice.Polsek)), await desk.FileAsync(Desk.Filing("trantibum.tawuran")));
        Desk.Done(await desk.AcceptAsync("camat", accusing));
        Desk.Done(await desk.AcceptAsync("camat", harmless));
        await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());

        await desk.CommitAsync(unit => desk.Get<Triage.Officers.Absences>().BeginAsync(unit, desk["camat"], new DateOnly(2026, 9, 17), 3, desk["camat~"]));

        Assert.NotNull(await desk.CardAsync(harmless, "camat~"));
        Assert.Null(await desk.CardAsync(accusing, "camat~"));
        Assert.DoesNotContain(await desk.ReadAsync(db => db.Outbox.Where(row => row.Officer == desk["camat~"]).Select(row => row.Report).ToListAsync()), report => report == accusing);
    }

    /// <summary>The accused know of an outbreak; that one more report came, which accuses them, must not sound the alarm once more.</summary>
    [Theory]
    [InlineData(StoreProvider.Sqlite, AccusedOffice.Polsek, "kapolsek kapolsek~ kapolsek/02", "camat")]
    [InlineData(StoreProvider.Sqlite, AccusedOffice.Kabupaten, "kapolsek camat danramil koordinator", null)]
    [InlineData(StoreProvider.Postgres, AccusedOffice.Polsek, "kapolsek kapolsek~ kapolsek/02", "camat")]
    public async Task A_victim_told_of_in_secret_repeats_no_alarm_to_the_accused(StoreProvider provider, AccusedOffice accused, string seats, string? others)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        await desk.FileAsync(Priority.P0);
        await desk.FileAsync(Priority.P0);
        Assert.Contains(await desk.HeardAsync<Triage.Outbox.Notice.Outbreak>(), alarm => alarm.To == "kapolsek");

        var secret = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P0), accused));

        var told = await desk.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());
        Assert.DoesNotContain(told, row => seats.Split(' ').Contains(desk.NameOf(row.Officer)));
        Assert.All(seats.Split(' '), seat => Assert.Null(desk.CardAsync(secret, seat).GetAwaiter().GetResult()));
        Assert.Equal(others is null ? null : 3, (await desk.HeardAsync<Triage.Outbox.Notice.Outbreak>()).Where(alarm => alarm.To == others).Select(alarm => (int?)alarm.Notice.Reports).FirstOrDefault());
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task Neither_succession_nor_a_referral_leads_to_whoever_also_sits_in_the_accused_office(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat danramil kapolsek koordinator camat~ satpol-pp");
        foreach (var (seat, more) in ((string, string)[])[("camat~", "kapolsek~"), ("satpol-pp", "kapolsek/02")])
        {
            var chat = await desk.ReadAsync(db => db.Officers.Where(row => row.Id == desk[seat]).Select(row => row.Chat!.Value).SingleAsync());
            await desk.BindAsync(more, chat);
        }

        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P0), AccusedOffice.Polsek));
        Desk.Done(await desk.AcceptAsync("camat", id));

        Desk.Done(await desk.TapAsync("camat", id, (unit, by) => desk.Get<ReferReport>().ReferAsync(unit, by, "satpol-pp", 7)));
        await desk.CommitAsync(unit => desk.Get<Triage.Officers.Invitations>().RemoveAsync(unit, desk["camat"]));
        await desk.RunAsync<TendRoster>();

        Assert.Null(await desk.CardAsync(id, "satpol-pp"));
        Assert.Null(await desk.CardAsync(id, "camat~"));
        Assert.Null((await desk.ReportAsync(id)).Lead);
        Assert.DoesNotContain(await desk.ReadAsync(db => db.Outbox.Where(row => row.Report == id).Select(row => row.Officer).ToListAsync()), officer => officer == desk["camat~"] || officer == desk["satpol-pp"]);
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite, Priority.P0)]
    [InlineData(StoreProvider.Sqlite, Priority.P2)]
    [InlineData(StoreProvider.Postgres, Priority.P0)]
    public async Task What_accuses_the_kabupaten_goes_its_way_between_auditor_and_inspectorate(StoreProvider provider, Priority priority)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(priority), AccusedOffice.Kabupaten));

        Desk.Done(await desk.TapAsync("auditor", id, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, null)));
        Desk.Done(await desk.AcceptAsync("inspektorat", id));
        Desk.Done(await desk.ResolveAsync("inspektorat", id));
        Assert.IsType<Refusal.NotYours>(Desk.Refused(await desk.TapAsync("inspektorat", id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by))));
        Desk.Done(await desk.TapAsync("auditor", id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by)));

        Assert.Equal(ReportStatus.Closed, (await desk.ReportAsync(id)).Status);
        Assert.Equal(["auditor", "inspektorat"], (await desk.CardsAsync(id)).Select(card => desk.NameOf(card.Officer)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task What_is_late_about_the_kabupaten_is_told_to_the_auditor_and_to_nobody_of_the_kabupaten(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P2), AccusedOffice.Kabupaten));
        Desk.Done(await desk.TapAsync("auditor", id, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, null)));
        Desk.Done(await desk.AcceptAsync("inspektorat", id));
        Desk.Done(await desk.TapAsync("inspektorat", id, (unit, by) => desk.Get<WorkOnReport>().StartAsync(unit, by)));
        var started = desk.Clock.Now;

        await desk.PassAsync(TimeSpan.FromDays(20));

        var told = await desk.ToldAsync(started, id);
        Assert.Contains(told, line => line.Contains("WordMissed", StringComparison.Ordinal) && line.Contains("auditor", StringComparison.Ordinal));
        Assert.DoesNotContain(told, line => line.Contains("koordinator", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("inspektorat")]
    public async Task Whoever_watches_over_the_kabupaten_may_close_what_accuses_it_with_a_reason(string seat)
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, Crew);
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P0), AccusedOffice.Kabupaten));
        var harmless = await desk.FileAsync(Desk.Filing(nowhere: true));

        Desk.Done(await desk.TapAsync(seat, id, (unit, by) => desk.Get<ScreenReport>().DismissAsync(unit, by, ReportOutcome.Unfounded, "Sudah diperiksa.")));

        Assert.Equal(ReportStatus.Closed, (await desk.ReportAsync(id)).Status);
        Assert.Null(await desk.CardAsync(harmless, seat));
    }

    /// <summary>A day with one harmless report and, where an office is given, one that accuses it; then everything the seats can look at.</summary>
    private static Task<string> ViewAsync(StoreProvider provider, AccusedOffice? accused, string seats) => ViewAsync(
        provider, accused is { } office ? [(5, Desk.Filing(Desk.KindOf(Priority.P1), office), true)] : [], seats);

    private static async Task<string> ViewAsync(StoreProvider provider, IReadOnlyList<(int Minute, Filing Filing, bool Offered)> secrets, string seats)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        var harmless = await desk.FileAsync();
        foreach (var (minute, filing, offered) in secrets)
        {
            desk.Clock.Now = Jepara.At("10:00").AddMinutes(minute);
            var id = await desk.FileAsync(filing);
            if (offered && filing is { Place: not null, Accused: not AccusedOffice.Kabupaten } && (await desk.ReportAsync(id)).Status == ReportStatus.Screening)
            {
                Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, null)));
            }

            await desk.CommitAsync(unit =>
            {
                unit.Db.Notifications.Add(new NotificationRow { Report = id, Officer = desk["auditor"], Kind = "Card", Outcome = "sent", At = unit.Now });
                return Task.CompletedTask;
            });
        }

        await desk.PassAsync(Jepara.At("07:00", 1) - desk.Clock.Now);
        await desk.RunAsync<SendDigests>();
        var view = new StringBuilder();
        foreach (var seat in seats.Split(' '))
        {
            await AppendAsync(view, desk, desk[seat], harmless);
        }

        return view.ToString();
    }

    private static Task<bool> AppendAsync(StringBuilder view, Desk desk, OfficerId officer, ReportId harmless) => desk.ReadAsync(async db =>
    {
        foreach (var row in await db.Outbox.AsNoTracking().Where(row => row.Officer == officer).OrderBy(row => row.Id).ToListAsync())
        {
            var known = row.Report == harmless ? "harmless" : row.Report is null ? "" : "SECRET";
            view.AppendLine($"{row.Kind} {row.DueAt} {row.Priority} {row.Silent} {known} {(row.Body ?? "").Replace((await CaseNumberAsync(db, harmless)), "K", StringComparison.Ordinal)}");
        }

        foreach (var card in await db.Cards.AsNoTracking().Where(card => card.Officer == officer).ToListAsync())
        {
            var read = await desk.Get<CardQueries>().ReadAsync(db, card.Id, CancellationToken.None);
            view.AppendLine($"card {card.Report == harmless} {read!.Report.Status} {string.Join(' ', read.Seats.Order(StringComparer.Ordinal))} {JsonSerializer.Serialize(read.Story)}");
        }

        view.AppendLine($"tugas {(await CardQueries.OpenCardsAsync(db, officer, Jepara.Jurisdiction.Local, desk.Clock.Now, 20, CancellationToken.None)).Count}");
        foreach (var digest in await db.Digests.AsNoTracking().Where(row => row.Officer == officer).ToListAsync())
        {
            view.AppendLine(digest.Figures.Replace(await CaseNumberAsync(db, harmless), "K", StringComparison.Ordinal));
        }

        foreach (var scope in (Domain.Places.KecamatanCode?[])[Jepara.Kedung, Jepara.Pecangaan])
        {
            var figures = await desk.Get<DigestQueries>().ReadAsync(db, scope, desk.Clock.Now, CancellationToken.None);
            view.AppendLine(figures.ToJson().Replace(await CaseNumberAsync(db, harmless), "K", StringComparison.Ordinal));
        }

        return true;
    });

    private static Task<string> CaseNumberAsync(TriageDb db, ReportId id) => db.Reports.Where(report => report.Id == id).Select(report => report.CaseNumber).SingleAsync();
}
