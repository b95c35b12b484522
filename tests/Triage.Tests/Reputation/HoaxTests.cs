using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reputation;

/// <summary>Hoaxes and the standing of those who send them (policy 5.3).</summary>
public sealed class HoaxTests
{
    private const long Prankster = 901, Neighbour = 902;

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_hoax_takes_two_people_and_a_text(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = (await desk.FileFromAsync(Prankster, Desk.Filing()))!.Value;
        Desk.Done(await desk.AcceptAsync("camat", id));
        Assert.IsType<Refusal.TooShort>(Desk.Refused(await desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().ProposeResolutionAsync(unit, by, ReportOutcome.Hoax, "Bohong."))));
        Desk.Done(await desk.ResolveAsync("camat", id, ReportOutcome.Hoax));

        Assert.IsType<Refusal.NotYours>(Desk.Refused(await desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by))));
        Assert.Equal(0, await HoaxesAsync(desk));

        Desk.Done(await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by)));
        Assert.Equal(1, await HoaxesAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Unfounded_is_no_hoax(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        for (var i = 0; i < 4; i++)
        {
            await CloseAsync(desk, (await desk.FileFromAsync(Neighbour, Desk.Filing()))!.Value, ReportOutcome.Unfounded);
        }

        Assert.Equal(0, await HoaxesAsync(desk));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync((await desk.FileFromAsync(Neighbour, Desk.Filing()))!.Value)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_three_hoaxes_one_report_a_day_is_screened_first_and_emergencies_go_their_way(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await ThriceAsync(desk);

        var screened = await desk.FileFromAsync(Prankster, Desk.Filing());
        Assert.Equal((ReportStatus.Screening, true), ((await desk.ReportAsync(screened!.Value)).Status, (await desk.ReportAsync(screened.Value)).ScreenFirst));
        Assert.Equal("periksa-dulu", Assert.Single(await desk.FactsAsync(screened.Value)).Detail);
        Assert.Null(await desk.FileFromAsync(Prankster, Desk.Filing()));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync((await desk.FileFromAsync(Prankster, Desk.Filing(Desk.KindOf(Priority.P0))))!.Value)).Status);
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync((await desk.FileFromAsync(Neighbour, Desk.Filing()))!.Value)).Status);

        Desk.Done(await desk.TapAsync("koordinator", screened.Value, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, null)));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(screened.Value)).Status);

        desk.Clock.Now += TimeSpan.FromDays(1);
        Assert.NotNull(await desk.FileFromAsync(Prankster, Desk.Filing()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Everything_is_forgotten_with_the_key_after_90_days_at_the_latest(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await ThriceAsync(desk);
        var late = (await desk.FileFromAsync(Prankster, Desk.Filing(Desk.KindOf(Priority.P0))))!.Value;

        desk.Clock.Now += TimeSpan.FromDays(90);
        await desk.RunAsync<SweepTraces>();

        Assert.Equal((0, 0), (await desk.ReadAsync(db => db.Reputations.CountAsync()), await desk.ReadAsync(db => db.ReputationMarks.CountAsync())));
        Assert.Empty(Directory.EnumerateFiles(desk.Keys, "reputation-*.key"));
        await CloseAsync(desk, late, ReportOutcome.Hoax, "kapolsek", "camat"); // nothing to remember it by
        Assert.Equal(0, await HoaxesAsync(desk));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync((await desk.FileFromAsync(Prankster, Desk.Filing()))!.Value)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_hoax_that_is_opened_again_is_taken_back(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = (await desk.FileFromAsync(Neighbour, Desk.Filing()))!.Value;
        await CloseAsync(desk, id, ReportOutcome.Hoax);

        Desk.Done(await desk.CommitAsync(unit => desk.Get<FollowUp>().ObjectAsync(unit, id, "Benar ada.")));

        Assert.Equal(0, await HoaxesAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_holds_the_store_without_the_key_finds_no_chat_by_trying_all_of_them(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await ThriceAsync(desk);
        var pseudonym = (await desk.ReadAsync(db => db.Reputations.AsNoTracking().SingleAsync())).Pseudonym;

        for (long chat = 0; chat < 10_000; chat++)
        {
            var id = System.Text.Encoding.UTF8.GetBytes(chat.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.False(pseudonym.AsSpan().SequenceEqual(System.Security.Cryptography.SHA256.HashData(id)));
            Assert.False(pseudonym.AsSpan().SequenceEqual(System.Security.Cryptography.HMACSHA256.HashData(Array.Empty<byte>(), id)));
        }

        Assert.True(await desk.CommitAsync(unit => desk.Get<ReputationBook>().IsLimitedAsync(unit, Prankster)));
    }

    private static async Task ThriceAsync(Desk desk)
    {
        for (var i = 0; i < ReputationBook.Limit; i++)
        {
            await CloseAsync(desk, (await desk.FileFromAsync(Prankster, Desk.Filing()))!.Value, ReportOutcome.Hoax);
        }
    }

    private static async Task CloseAsync(Desk desk, ReportId id, ReportOutcome outcome, string lead = "camat", string verifier = "kapolsek")
    {
        Desk.Done(await desk.AcceptAsync(lead, id));
        Desk.Done(await desk.ResolveAsync(lead, id, outcome));
        Desk.Done(await desk.TapAsync(verifier, id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by)));
    }

    private static Task<int> HoaxesAsync(Desk desk) => desk.ReadAsync(db => db.Reputations.SumAsync(row => row.Hoaxes));
}
