using System.Text.Json;
using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Help;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Help;

/// <summary>Nobody but a counsellor gets, counts or can infer a request for help (policy 5.7, threat-model 4, row 23).</summary>
public sealed class HelpSeparationTests
{
    private const string Crew = "camat kapolsek danramil kapolsek~ camat/02 koordinator satresnarkoba bnnk puskesmas dinkes konselor konselor~";

    private static readonly string[] Others = [.. Crew.Split(' ').Where(word => !word.StartsWith("konselor", StringComparison.Ordinal))];

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_other_seat_has_the_same_to_the_byte_with_and_without_it(StoreProvider provider)
    {
        await using var without = await PlayAsync(provider, asked: 0);
        await using var with = await PlayAsync(provider, asked: 4);

        foreach (var seat in Others)
        {
            Assert.Equal(await SeenAsync(without, seat), await SeenAsync(with, seat));
        }

        Assert.NotEqual(await SeenAsync(without, "konselor"), await SeenAsync(with, "konselor")); // so the comparison can tell
    }

    [Theory, MemberData(nameof(Both))]
    public async Task No_seat_but_a_counsellors_opens_a_card_of_help(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Crew);
        await desk.AskAsync();
        var card = await desk.HelpCardAsync("konselor");

        foreach (var seat in Others)
        {
            Assert.IsType<Refusal.Stale>(await desk.CommitAsync(unit => desk.Get<CounselHelp>().TakeAsync(unit, desk[seat], card)));
            Assert.IsType<Refusal.Stale>(await desk.CommitAsync(unit => desk.Get<CounselHelp>().TurnToAsync(unit, desk[seat], card, 0)));
            Assert.False(await desk.CommitAsync(unit => HelpCounsellors.IsOneAsync(unit, desk[seat])));
            Assert.Null(await desk.CommitAsync(unit => OfficerCase.FindAsync(unit, card, desk[seat])));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_no_longer_is_a_counsellor_opens_nothing(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor konselor~");
        await desk.AskAsync();
        var card = await desk.HelpCardAsync("konselor");
        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["konselor"]));

        Assert.IsType<Refusal.Stale>(await desk.CommitAsync(unit => desk.Get<CounselHelp>().TakeAsync(unit, desk["konselor"], card)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_coordinator_is_not_told_that_a_counsellor_could_not_be_reached(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "koordinator konselor");

        await desk.CommitAsync(unit => HelpCards.LostAsync(unit, desk["konselor"]));
        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["konselor"]));

        Assert.Empty(await desk.HelpToldAsync());
        Assert.False(await desk.CommitAsync(HelpDoor.IsAttendedAsync));
        await desk.CommitAsync(unit => Unreachable.FoundAsync(unit, desk["konselor"]));
        Assert.True(await desk.CommitAsync(HelpDoor.IsAttendedAsync));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_receipt_of_a_report_opens_no_help_and_the_other_way_round(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat konselor");
        var (_, report) = await desk.FileWithReceiptAsync();
        var help = await desk.AskAsync();

        Assert.Null(await desk.SeeAsync(HelpReceipt.FromToken(report.Token)!));
        Assert.Null(await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, Domain.Reports.Receipt.FromToken(help.Token)!)));
        Assert.Null(HelpReceipt.FromWords(report.Words));
        Assert.Null(Domain.Reports.Receipt.FromWords(help.Words));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_digest_tells_five_of_last_month_and_nothing_less(StoreProvider provider)
    {
        await using var few = await PlayAsync(provider, asked: 4);
        await using var enough = await PlayAsync(provider, asked: 5);

        foreach (var (desk, shown) in ((Desk, int?)[])[(few, null), (enough, 5)])
        {
            var receipt = await desk.AskAsync(); // this month's is not counted
            await desk.CommitAsync(unit => desk.Get<HelpDoor>().EraseAsync(unit, receipt)); // and erasing changes no figure
            var digests = await desk.ReadAsync(db => db.Digests.AsNoTracking().OrderByDescending(row => row.Date).ToListAsync());
            var coordinators = DigestFigures.FromJson(digests.First(row => row.Officer == desk["koordinator"]).Figures);
            Assert.Equal(shown, coordinators.HelpLastMonth!.Value.Shown);
            Assert.All(digests.Where(row => row.Officer != desk["koordinator"]), row => Assert.Null(DigestFigures.FromJson(row.Figures).HelpLastMonth));
            Assert.Null((await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, null, desk.Clock.Now, CancellationToken.None))).HelpLastMonth);
        }
    }

    /// <summary>A report, requests for help that are taken, answered and reminded of, and the digest of the next month's first morning.</summary>
    private static async Task<Desk> PlayAsync(StoreProvider provider, int asked)
    {
        var desk = await Desk.OpenAsync(provider, Crew);
        for (var i = 0; i < asked; i++)
        {
            await desk.AskAsync(i == 0 ? HelpUrgency.Danger : null);
        }

        await desk.FileAsync();
        desk.Clock.Now += TimeSpan.FromHours(5);
        await desk.RunAsync<MeetHelpDeadlines>();
        if (asked > 0)
        {
            await desk.CommitAsync(async unit =>
            {
                var (card, _, _) = (await desk.Get<CounselHelp>().OpenAsync(unit, desk["konselor"]))[0];
                Assert.Null(await desk.Get<CounselHelp>().TakeAsync(unit, desk["konselor"], card));
                Assert.Null(await desk.Get<CounselHelp>().AnswerAsync(unit, desk["konselor"], card, "Kami di sini."));
            });
        }

        desk.Clock.Now = Jepara.At("07:00").AddMonths(1);
        await desk.RunAsync<SendDigests>();
        return desk;
    }

    /// <summary>Everything in the store that this officer is sent, asked about or counted in, as text.</summary>
    private static async Task<string> SeenAsync(Desk desk, string seat)
    {
        var officer = desk[seat];
        return await desk.ReadAsync(async db => JsonSerializer.Serialize(new
        {
            Outbox = (await db.Outbox.AsNoTracking().Where(row => row.Officer == officer).OrderBy(row => row.Id).ToListAsync())
                .Select(row => new { row.Priority, row.DueAt, Kind = row.Kind.ToString(), HasReport = row.Report is not null, row.Silent, Body = Masked(row.Body) }),
            Notifications = await db.Notifications.AsNoTracking().CountAsync(row => row.Officer == officer),
            Cards = (await CardQueries.OpenCardsAsync(db, officer, Jepara.Jurisdiction.Local, desk.Clock.Now, 50, CancellationToken.None)).Count,
            Digests = (await db.Digests.AsNoTracking().Where(row => row.Officer == officer).ToListAsync()).Select(row => (string)Masked(row.Figures)!),
            Now = Masked((await desk.Get<DigestQueries>().ReadAsync(db, null, desk.Clock.Now, CancellationToken.None)).ToJson()),
            Officers = (await OfficerList.ReadAsync(db, desk.Clock.Now, counsellors: false, CancellationToken.None)).Select(line => line.Seat + line.State),
        }));
    }

    /// <summary>Case numbers are random, and more was drawn from chance in one of the two.</summary>
    private static string? Masked(string? text) => text is null ? null : System.Text.RegularExpressions.Regex.Replace(text, "[0-9A-Z]{3}-[0-9A-Z]{3}", "CASE");
}
