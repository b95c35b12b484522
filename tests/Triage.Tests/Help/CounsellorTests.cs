using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Help;

/// <summary>A counsellor holds no other seat, and nobody in another seat becomes one (policy 5.7).</summary>
public sealed class CounsellorTests
{
    public static TheoryData<StoreProvider, string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<StoreProvider, string, string>();
            foreach (var provider in (StoreProvider[])[StoreProvider.Sqlite, StoreProvider.Postgres])
            {
                foreach (var other in (string[])["kapolsek", "danramil~", "koordinator", "satresnarkoba", "puskesmas"])
                {
                    pairs.Add(provider, other, "konselor");
                    pairs.Add(provider, "konselor", other);
                }
            }

            return pairs;
        }
    }

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Pairs))]
    public async Task An_account_in_one_seat_cannot_be_bound_to_the_other(StoreProvider provider, string holds, string invited)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await desk.BindAsync(holds, chat: 77);
        var token = await desk.CommitAsync(unit => Task.FromResult(desk.Get<Invitations>().Invite(unit, Desk.InvitationOf(invited))));

        var bound = await desk.CommitAsync(unit => desk.Get<Invitations>().UseAsync(unit, token, 77));

        Assert.IsType<Refusal.SeatsApart>(Desk.Refused(bound));
        var officer = desk[holds];
        Assert.Equal([Desk.InvitationOf(holds).Seat.Code], await desk.ReadAsync(db => db.Postings.Where(row => row.Officer == officer).Select(row => row.Seat).ToListAsync()));
        Assert.IsType<Outcome<PostingRow>.Done>(await desk.CommitAsync(unit => desk.Get<Invitations>().UseAsync(unit, token, 78))); // the link is not lost
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Somebody_of_another_seat_is_not_even_invited(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "kapolsek konselor");

        Assert.True(await ApartAsync(desk, " name of KAPOLSEK", Seat.Konselor));
        Assert.True(await ApartAsync(desk, "Name of konselor", Seat.Camat));
        Assert.False(await ApartAsync(desk, "Name of konselor", Seat.Konselor));
        Assert.False(await ApartAsync(desk, "Name of kapolsek", Seat.Camat));

        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["kapolsek"]));
        Assert.False(await ApartAsync(desk, "Name of kapolsek", Seat.Konselor));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_left_a_seat_may_be_bound_to_the_other(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var before = await desk.BindAsync("puskesmas", chat: 77);
        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, before));

        Assert.NotEqual(before, await desk.BindAsync("konselor", chat: 77));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_two_are_never_listed_together(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat koordinator konselor");

        var officers = await desk.ReadAsync(db => OfficerList.ReadAsync(db, desk.Clock.Now, counsellors: false, CancellationToken.None));
        var counsellors = await desk.ReadAsync(db => OfficerList.ReadAsync(db, desk.Clock.Now, counsellors: true, CancellationToken.None));

        Assert.Equal(["camat", "koordinator"], officers.Select(line => line.Seat).Order());
        Assert.Equal(["konselor"], counsellors.Select(line => line.Seat));
    }

    private static Task<bool> ApartAsync(Desk desk, string name, Seat seat) => desk.CommitAsync(unit => Invitations.IsApartAsync(unit, name, seat));
}
