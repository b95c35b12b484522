using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>One acceptance under a thousand fingers, round after round (policy 1.2).</summary>
public sealed class OneAcceptanceTests
{
    private const int Taps = 1_000, Rounds = 3;

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Of_a_thousand_accepts_in_three_processes_one_wins_every_round(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        ServiceProvider[] processes = [desk.Services, desk.Process(), desk.Process()];
        string[] seats = ["kapolsek", "camat", "danramil"];
        for (var round = 0; round < Rounds; round++)
        {
            var id = await desk.FileAsync(Desk.Filing("miras.produksi", story: $"Putaran {round}."));
            var cards = await desk.CardsAsync(id);
            await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());
            using var start = new ManualResetEventSlim();

            var answers = Enumerable.Range(0, Taps).Select(number => Task.Run(async () =>
            {
                var officer = desk[seats[number % 3]];
                var process = processes[number / 3 % 3];
                start.Wait();
                return (Officer: officer, Answer: await process.GetRequiredService<Committer>().CommitAsync(
                    async unit => await process.GetRequiredService<AnswerOffer>().AcceptAsync(
                        unit, (await OfficerCase.FindAsync(unit, cards.Single(card => card.Officer == officer).Id, officer))!),
                    CancellationToken.None));
            })).ToList();
            start.Set();
            var all = await Task.WhenAll(answers);

            var winner = Assert.Single(all, answer => answer.Answer is Outcome<ReportFact>.Done).Officer;
            var report = await desk.ReportAsync(id);
            Assert.Equal((winner, ReportStatus.Accepted), (report.Lead!.Value, report.Status));
            Assert.Equal(winner, Assert.Single(await desk.FactsAsync(id), fact => fact.Action == ReportAction.Accept).Officer);
            Assert.Equal(Taps - 1, all.Count(answer => answer.Answer is Outcome<ReportFact>.Refused { Why: Refusal.AlreadyAccepted { By: var by } } && by == winner));
            var edited = await desk.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Card && row.Report == id).Select(row => row.Officer!.Value).ToListAsync());
            Assert.Equal(seats.Select(seat => desk[seat].Value).Order(), edited.Select(officer => officer.Value).Order()); // each card once
        }
    }
}
