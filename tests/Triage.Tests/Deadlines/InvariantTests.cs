using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Deadlines;

/// <summary>The two invariants of policy 1.3, under whatever people and time do in whatever order.</summary>
public sealed class InvariantTests
{
    private static readonly string[] Officers = Desk.Usual.Split(' ');
    private static readonly ReportOutcome[] Outcomes = [ReportOutcome.ActedUpon, ReportOutcome.Unfounded, ReportOutcome.Hoax];

    [Theory]
    [InlineData(StoreProvider.Sqlite, 1, 120)]
    [InlineData(StoreProvider.Sqlite, 2, 120)]
    [InlineData(StoreProvider.Sqlite, 3, 120)]
    [InlineData(StoreProvider.Postgres, 4, 60)]
    public async Task An_open_report_always_has_a_deadline_and_somebody_to_answer(StoreProvider provider, int seed, int steps)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual, seed);
        var random = new Random(seed);
        var reports = new List<ReportId>();
        var done = new List<string>();
        for (var step = 0; step < steps; step++)
        {
            done.Add(await StepAsync(desk, random, reports, done.Exists(what => what.EndsWith(" goes", StringComparison.Ordinal))));
            await HoldsAsync(desk, reports, done);
        }
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task A_report_that_accuses_the_kabupaten_finds_its_way_back_to_whoever_watches_over_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual + " auditor inspektorat");
        var id = await desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kabupaten));
        await desk.CommitAsync(unit => unit.Db.Cards.ExecuteDeleteAsync());

        Assert.Equal(1, await desk.RunAsync<AuditOpenReports>());
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());

        Assert.All(await desk.CardsAsync(id), card => Assert.True(card is { Part: Part.Screener, OfferedAt: not null, Seat: "auditor" or "inspektorat" }));
        Assert.NotNull(await desk.CardAsync(id, "auditor"));
    }

    private static async Task<string> StepAsync(Desk desk, Random random, List<ReportId> reports, bool someWent)
    {
        if (reports.Count == 0 || (reports.Count < 8 && random.Next(10) == 0))
        {
            var filing = Desk.Filing(
                Desk.KindOf((Priority)random.Next(4)), random.Next(3) == 0 ? (AccusedOffice)random.Next(4) : AccusedOffice.None, nowhere: random.Next(5) == 0);
            reports.Add(await desk.FileAsync(filing));
            return $"file {filing.Category} {filing.Accused}";
        }

        if (random.Next(15) == 0)
        {
            return await ComeOrGoAsync(desk, random);
        }

        if (random.Next(3) == 0)
        {
            desk.Clock.Now += TimeSpan.FromMinutes(Math.Pow(10, random.NextDouble() * 4));
            await desk.RunAsync<MeetDeadlines>();
            await desk.RunAsync<TendRoster>();
            var found = await desk.RunAsync<AuditOpenReports>();
            Assert.True(found == 0 || someWent, "the auditor found something although everybody is there"); // all who were asked may have gone
            Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
            return $"until {desk.Clock.Now:O}";
        }

        var id = reports[random.Next(reports.Count)];
        var officer = Officers[random.Next(Officers.Length)];
        var act = random.Next(23);
        if (act < 4)
        {
            await desk.CommitAsync(unit => ReporterAsync(desk, unit, id, act));
            return $"reporter {act}";
        }

        if (await desk.CardAsync(id, officer) is not { OfferedAt: not null })
        {
            return "nothing";
        }

        await desk.TapAsync(officer, id, (unit, by) => OfficerAsync(desk, unit, by, act, random));
        return $"{officer} {act}";
    }

    /// <summary>Blocks the bot, writes again, goes on leave or comes back. Somebody is always at the coordinator's desk.</summary>
    private static async Task<string> ComeOrGoAsync(Desk desk, Random random)
    {
        var officer = Officers[random.Next(Officers.Length - 1)];
        var id = desk[officer];
        var what = random.Next(4);
        await desk.CommitAsync(unit => what switch
        {
            0 => desk.Get<Unreachable>().LostAsync(unit, id),
            1 => desk.Get<Absences>().BeginAsync(unit, id, desk.Get<Jurisdiction>().Local.DateOf(unit.Now), 1 + random.Next(3), null),
            2 => Absences.EndAsync(unit, id),
            _ => Unreachable.FoundAsync(unit, id),
        });
        await desk.RunAsync<TendRoster>();
        await desk.RunAsync<MeetDeadlines>();
        return $"{officer} {(what is 0 or 1 ? "goes" : "comes")}";
    }

    private static Task ReporterAsync(Desk desk, Unit unit, ReportId id, int act) => act switch
    {
        0 => desk.Get<FollowUp>().AddAsync(unit, id, "Tambahan.", []),
        1 => desk.Get<FollowUp>().ObjectAsync(unit, id, "Belum."),
        2 => desk.Get<FollowUp>().ConfirmAsync(unit, id),
        _ => unit.Now.Minute % 7 == 0 ? desk.Get<FollowUp>().WithdrawAsync(unit, id) : Task.CompletedTask,
    };

    private static Task<Outcome<ReportFact>> OfficerAsync(Desk desk, Unit unit, OfficerCase by, int act, Random random)
    {
        var (answer, work, screen) = (desk.Get<AnswerOffer>(), desk.Get<WorkOnReport>(), desk.Get<ScreenReport>());
        KecamatanCode[] places = [Jepara.Kedung, Jepara.Pecangaan, Jepara.Welahan];
        return act switch
        {
            4 or 5 => answer.AcceptAsync(unit, by),
            6 => answer.DeclineAsync(unit, by),
            7 => answer.PassOnAsync(unit, by, places[random.Next(3)]),
            8 => answer.TakeOverAsync(unit, by),
            9 => work.StartAsync(unit, by),
            10 => work.WaitAsync(unit, by, TimeSpan.FromHours(random.Next(1, 100))),
            11 => work.ReleaseAsync(unit, by),
            12 => work.ProposeHandOverAsync(unit, by, "kapolsek"),
            13 => work.AcceptHandOverAsync(unit, by),
            14 => work.ProposeResolutionAsync(unit, by, Outcomes[random.Next(3)], "Sudah didatangi, didata dan diperingatkan bersama."),
            15 => random.Next(2) == 0 ? work.VerifyAsync(unit, by) : work.SendBackAsync(unit, by),
            18 => work.NoteAsync(unit, by, "Berangkat bersama."),
            19 => work.KeepWorkingAsync(unit, by),
            20 => desk.Get<ReferReport>().ReferAsync(unit, by, "bnnp", 7),
            21 => desk.Get<ReferReport>().RecordReceiptAsync(unit, by, "012"),
            22 => desk.Get<LogCall>().HandleAsync(unit, by.Card.Officer, by.Card.Id, (CallResult)random.Next(3)),
            16 => screen.OfferAsync(unit, by, random.Next(2) == 0 ? null : places[random.Next(3)]),
            _ => screen.DismissAsync(unit, by, ReportOutcome.InsufficientInformation, "Kurang."),
        };
    }

    private static async Task HoldsAsync(Desk desk, List<ReportId> reports, List<string> done)
    {
        await using var db = await desk.Get<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        var told = string.Join("; ", done);
        foreach (var report in await db.Reports.AsNoTracking().Where(report => reports.Contains(report.Id)).ToListAsync())
        {
            var facts = await db.Facts.AsNoTracking().Where(fact => fact.Report == report.Id).OrderBy(fact => fact.Sequence).ToListAsync();
            var cards = await db.Cards.AsNoTracking().Where(card => card.Report == report.Id).ToListAsync();
            Assert.True(report.IsOpen == await db.Deadlines.AnyAsync(row => row.Report == report.Id), $"deadline of {report.Status}: {told}");
            Assert.True(
                !report.IsOpen || report.Lead is not null || cards.Exists(card => card is { OfferedAt: not null, WithdrawnAt: null } && card.Part != Part.Copy),
                $"nobody answers for {report.Status}: {told}");
            Assert.Equal(Enumerable.Range(1, report.Version), facts.Select(fact => fact.Sequence));
            Assert.Equal(Replay.Of(facts), Replay.Of(report, facts));
            Assert.DoesNotContain(cards, card => Router.IsAccused(report.Accused, new Domain.Rosters.Seat(card.Seat)));
        }
    }
}
