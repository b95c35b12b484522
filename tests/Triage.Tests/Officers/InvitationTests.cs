using System.Text;
using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Officers;

/// <summary>One link, one account, once (design 4).</summary>
public sealed class InvitationTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_link_binds_the_first_account_that_opens_it_and_nobody_after(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var token = await InviteAsync(desk, "camat");

        Assert.IsType<Outcome<PostingRow>.Done>(await UseAsync(desk, token, 77));

        Assert.IsType<Refusal.Stale>(Desk.Refused(await UseAsync(desk, token, 77)));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await UseAsync(desk, token, 78)));
        Assert.Equal([77L], await desk.ReadAsync(db => db.Officers.Where(row => row.Chat != null).Select(row => row.Chat!.Value).ToListAsync()));
        Assert.Single((await desk.ReadAsync(db => db.RosterAsync(desk.Clock.Now))).Postings);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_processes_that_open_one_link_at_once_one_wins(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var other = desk.Process();
        for (var round = 0; round < 10; round++)
        {
            var token = await InviteAsync(desk, "camat");
            var committer = (Committer)other.GetService(typeof(Committer))!;
            var invitations = (Invitations)other.GetService(typeof(Invitations))!;

            var answers = await Task.WhenAll(
                Task.Run(() => UseAsync(desk, token, 100 + round)),
                Task.Run(() => committer.CommitAsync(unit => invitations.UseAsync(unit, token, 200 + round), CancellationToken.None)));

            Assert.Single(answers, answer => answer is Outcome<PostingRow>.Done);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_link_works_for_48_hours(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (late, intime) = (await InviteAsync(desk, "camat"), await InviteAsync(desk, "kapolsek"));

        desk.Clock.Now += TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1);
        Assert.IsType<Outcome<PostingRow>.Done>(await UseAsync(desk, intime, 1));
        desk.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.IsType<Refusal.Stale>(Desk.Refused(await UseAsync(desk, late, 2)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Removal_revokes_the_link_ends_the_posting_and_forgets_the_account(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "kapolsek");
        var token = await InviteAsync(desk, "camat");
        var invited = await desk.ReadAsync(db => db.Officers.Where(row => row.Chat == null).Select(row => row.Id).SingleAsync());

        Assert.True(await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, invited)));
        Assert.False(await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, invited)));
        Assert.True(await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["kapolsek"])));

        Assert.IsType<Refusal.Stale>(Desk.Refused(await UseAsync(desk, token, 5)));
        Assert.Empty((await desk.ReadAsync(db => db.RosterAsync(desk.Clock.Now))).Postings);
        Assert.Equal(0, await desk.ReadAsync(db => db.Officers.CountAsync(row => row.Chat != null)));
        Assert.Empty(await desk.ReadAsync(db => OfficerList.ReadAsync(db, desk.Clock.Now, counsellors: false, CancellationToken.None)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_token_of_another_installation_is_no_token(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await InviteAsync(desk, "camat");

        foreach (var token in (string[])["", "x", "ä😀", new string('A', 32)])
        {
            Assert.IsType<Refusal.Stale>(Desk.Refused(await UseAsync(desk, token, 5)));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_bound_account_takes_a_second_seat_as_the_same_person(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var first = await desk.BindAsync("camat", chat: 9);
        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, first));

        var second = await desk.BindAsync("koordinator", chat: 9);

        Assert.Equal(first, second);
        var roster = await desk.ReadAsync(db => db.RosterAsync(desk.Clock.Now));
        Assert.Equal([Seat.Camat, Seat.Koordinator], roster.Postings.Select(posting => posting.Seat).OrderBy(seat => seat.Code));
        Assert.All(roster.Postings, posting => Assert.Equal((first, true), (posting.Officer, posting.Reachable)));
        Assert.Equal(2, (await desk.ReadAsync(db => OfficerList.ReadAsync(db, desk.Clock.Now, counsellors: false, CancellationToken.None))).Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_inviter_is_told_or_the_coordinators_where_the_command_line_invited(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "koordinator camat");
        var byOfficer = await desk.CommitAsync(unit => Task.FromResult(desk.Get<Invitations>().Invite(unit, Desk.InvitationOf("kapolsek"), desk["camat"])));
        var byCommand = await InviteAsync(desk, "danramil");

        await UseAsync(desk, byOfficer, 1);
        await UseAsync(desk, byCommand, 2);

        var told = await desk.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(["camat", "koordinator"], told.Select(row => desk.NameOf(row.Officer)));
        Assert.Equal(new Notice.InvitationUsed("Name of kapolsek", "kapolsek", "33.20.01"), Notice.FromJson(told[0].Body!));
    }

    [Fact]
    public async Task The_store_knows_the_hash_of_a_token_alone()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite);

        var token = await InviteAsync(desk, "camat");

        byte[][] forms = [Encoding.UTF8.GetBytes(token), System.Buffers.Text.Base64Url.DecodeFromChars(token)];
        foreach (var file in Directory.GetFiles(desk.Data))
        {
            var bytes = await ReadAsync(file);
            Assert.All(forms, form => Assert.Equal(-1, bytes.AsSpan().IndexOf(form)));
        }
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static Task<string> InviteAsync(Desk desk, string word) =>
        desk.CommitAsync(unit => Task.FromResult(desk.Get<Invitations>().Invite(unit, Desk.InvitationOf(word))));

    private static Task<Outcome<PostingRow>> UseAsync(Desk desk, string token, long chat) =>
        desk.CommitAsync(unit => desk.Get<Invitations>().UseAsync(unit, token, chat));
}
