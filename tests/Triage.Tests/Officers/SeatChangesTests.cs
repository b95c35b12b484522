using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Officers;

/// <summary>The command menu of a chat follows the seats of whoever writes there, however these change.</summary>
public sealed class SeatChangesTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_seat_that_is_added_or_ended_sets_the_menu_anew_once(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);

        await desk.CommitAsync(unit =>
        {
            unit.Db.Postings.Add(new PostingRow { Id = Guid.NewGuid(), Officer = desk["camat"], Seat = "koordinator", From = unit.Now });
            return Task.CompletedTask;
        });
        await EndAsync(desk, "danramil", desk.Clock.Now);

        Assert.Equal(["camat", "danramil"], await MenusAsync(desk));
        desk.Clock.Now += TimeSpan.FromSeconds(10);
        Assert.Empty(await MenusAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_seat_that_ends_by_itself_does_too_on_its_day(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await EndAsync(desk, "kapolsek", desk.Clock.Now + TimeSpan.FromDays(3));
        Assert.Empty(await MenusAsync(desk));

        desk.Clock.Now += TimeSpan.FromDays(3) + TimeSpan.FromSeconds(10);

        Assert.Equal(["kapolsek"], await MenusAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_is_removed_has_everybodys_menu_again_though_the_account_is_forgotten(StoreProvider provider)
    {
        await using var desk = await OpenAsync(provider);

        await desk.CommitAsync(unit => desk.Get<Invitations>().RemoveAsync(unit, desk["camat"]));

        var row = Assert.Single(await desk.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Commands).ToListAsync()));
        Assert.Null(row.Officer);
        Assert.Equal(5_000, desk.Get<CardRecall>().Open(row.Sealed!)!.Value.Chat);
    }

    private static async Task<Desk> OpenAsync(StoreProvider provider)
    {
        var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await MenusAsync(desk); // from now on
        desk.Clock.Now += TimeSpan.FromMinutes(1);
        return desk;
    }

    private static Task<int> EndAsync(Desk desk, string officer, DateTimeOffset at)
    {
        var who = desk[officer];
        return desk.CommitAsync(unit => unit.Db.Postings.Where(row => row.Officer == who).ExecuteUpdateAsync(row => row.SetProperty(posting => posting.To, at)));
    }

    /// <summary>Whose menus the job sets anew.</summary>
    private static async Task<List<string>> MenusAsync(Desk desk)
    {
        await desk.RunAsync<TendRoster>();
        var told = await desk.ReadAsync(db => db.Outbox.Where(row => row.Kind == OutboxKind.Commands).Select(row => row.Officer).ToListAsync());
        await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());
        return [.. told.Select(desk.NameOf).Order(StringComparer.Ordinal)];
    }
}
