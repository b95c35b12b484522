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

/// <summary>First accept wins, atomically (policy 1.2).</summary>
public sealed class FirstAcceptTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_hundred_accepts_in_three_processes_one_wins(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Desk.Filing("miras.produksi"));
        string[] seats = ["kapolsek", "camat", "danramil"];
        var cards = await desk.CardsAsync(id);
        ServiceProvider[] processes = [desk.Services, desk.Process(), desk.Process()];
        await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() =>
        {
            var officer = desk[seats[number % 3]];
            var process = processes[number / 3 % 3];
            return process.GetRequiredService<Committer>().CommitAsync(
                async unit =>
                {
                    var by = await OfficerCase.FindAsync(unit, cards.Single(card => card.Officer == officer).Id, officer);
                    return (officer, Answer: await process.GetRequiredService<AnswerOffer>().AcceptAsync(unit, by!));
                },
                CancellationToken.None);
        })));

        var report = await desk.ReportAsync(id);
        var winner = Assert.Single(answers, answer => answer.Answer is Outcome<ReportFact>.Done);
        var accept = Assert.Single(await desk.FactsAsync(id), fact => fact.Action == ReportAction.Accept);
        Assert.Equal((winner.officer, winner.officer, ReportStatus.Accepted), (report.Lead!.Value, accept.Officer!.Value, report.Status));
        Assert.All(
            answers.Where(answer => answer != winner),
            answer => Assert.Equal(winner.officer, Assert.IsType<Refusal.AlreadyAccepted>(Desk.Refused(answer.Answer)).By));
        var refreshed = await desk.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Card).Select(row => row.Officer!.Value).ToListAsync());
        Assert.Equal(seats.Select(seat => desk[seat].Value).Order(), refreshed.Select(officer => officer.Value).Order());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_processes_that_route_at_once_deal_one_set_of_cards(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        ServiceProvider[] processes = [desk.Services, desk.Process(), desk.Process()];
        var ids = new List<ReportId>();
        for (var i = 0; i < 8; i++)
        {
            var receipt = await desk.CommitAsync(unit => desk.Get<FileReport>().HandleAsync(unit, Desk.Filing()));
            var hash = receipt.Hash;
            ids.Add(await desk.ReadAsync(db => db.Reports.Where(report => report.ReceiptHash == hash).Select(report => report.Id).SingleAsync()));
        }

        await Task.WhenAll(ids.SelectMany(id => processes.Select(process => Task.Run(() => process.GetRequiredService<Committer>().CommitAsync(
            unit => process.GetRequiredService<Triage.Routing.RouteReport>().HandleAsync(unit, id), CancellationToken.None)))));

        foreach (var id in ids)
        {
            Assert.Equal([ReportAction.Offer], (await desk.FactsAsync(id)).Select(fact => fact.Action));
            Assert.Equal(6, (await desk.CardsAsync(id)).Count);
        }

        Assert.Equal(8 * 3, await desk.ReadAsync(db => db.Outbox.CountAsync(row => row.Kind == OutboxKind.Card && row.Priority != OutboxPriority.Edit)));
    }
}
