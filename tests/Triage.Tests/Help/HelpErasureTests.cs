using Kentongan.Domain.Help;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Help;
using Kentongan.Triage.Retention;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Help;

/// <summary>Help leaves no trace: at once where the resident asks, else 90 days after it ended (domain.md 8).</summary>
public sealed class HelpErasureTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_resident_erases_it_at_once_and_no_copy_can_be_read_any_more(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor");
        var receipt = await desk.AskAsync();
        var id = (await desk.RequestAsync()).Id;
        await desk.TakeAsync("konselor");
        await desk.AnswerAsync("konselor");
        await desk.DeliverCardsAsync();
        var copy = await desk.ReadAsync(db => db.Set<HelpWordRow>().AsNoTracking().ToListAsync()); // as a backup would have them

        Assert.True(await desk.CommitAsync(unit => desk.Get<HelpDoor>().EraseAsync(unit, receipt)));

        Assert.Null(await desk.SeeAsync(receipt));
        await NothingIsLeftAsync(desk);
        Assert.Null(desk.Get<HelpKeys>().Find(id));
        await desk.CommitAsync(unit =>
        {
            unit.Db.AddRange(copy);
            return Task.CompletedTask;
        });
        Assert.Empty(await desk.ReadAsync(db => desk.Get<HelpVault>().WordsAsync(db, id, CancellationToken.None)));

        // The counsellor's card says that it is gone; then it is forgotten as well.
        var card = await desk.HelpCardAsync("konselor");
        var view = await desk.ReadAsync(db => desk.Get<HelpCards>().ReadAsync(db, card, CancellationToken.None));
        Assert.Equal((null, null, 0), (view!.Status, view.Need, view.Words.Count));
        await desk.CommitAsync(unit => HelpCards.KeepAsync(unit, card, 7, [], gone: true));
        Assert.Equal(0, await desk.CountAsync<HelpCardRow>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_card_that_was_sent_anew_remembers_its_old_place_until_that_is_emptied(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor");
        var receipt = await desk.AskAsync();
        await desk.TakeAsync("konselor");
        await desk.DeliverCardsAsync();

        Assert.Null(await desk.CounselAsync("konselor", (help, unit, by, card) => help.ShowAsync(unit, by, card)));
        await desk.CommitAsync(unit => desk.Get<HelpDoor>().EraseAsync(unit, receipt));

        var id = await desk.HelpCardAsync("konselor");
        var view = await desk.ReadAsync(db => desk.Get<HelpCards>().ReadAsync(db, id, CancellationToken.None));
        Assert.Equal((null, 7, null), (view!.MessageId, view.FormerMessageId, view.Status));
        await desk.CommitAsync(unit => HelpCards.KeepAsync(unit, id, 8, [], gone: false));
        Assert.Null((await desk.ReadAsync(db => desk.Get<HelpCards>().ReadAsync(db, id, CancellationToken.None)))!.FormerMessageId);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Erasing_the_traces_of_a_chat_erases_the_conversations_it_follows_and_no_others(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor");
        var (mine, others) = (await desk.AskAsync(), await desk.AskAsync());
        await FollowAsync(desk, mine, 4242);
        await FollowAsync(desk, others, 4343);

        await desk.CommitAsync(unit => desk.Get<HelpDoor>().EraseChatAsync(unit, 4242));

        Assert.Null(await desk.SeeAsync(mine));
        Assert.NotNull(await desk.SeeAsync(others));
        Assert.Equal(1, await desk.CountAsync<HelpContactRow>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Ninety_days_after_the_referral_the_closing_or_the_last_word_it_goes_by_itself(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor");
        await desk.AskAsync();
        await desk.TakeAsync("konselor");
        await desk.ReferAsync("konselor");

        desk.Clock.Now += TimeSpan.FromDays(60);
        await desk.CloseAsync("konselor");
        desk.Clock.Now += TimeSpan.FromDays(30) - TimeSpan.FromHours(12); // times are kept to half a day
        Assert.Empty(await desk.Get<EraseOldHelp>().DueAsync(CancellationToken.None));
        desk.Clock.Now += TimeSpan.FromHours(12);

        var due = Assert.Single(await desk.Get<EraseOldHelp>().DueAsync(CancellationToken.None)); // the dry run changes nothing
        Assert.Equal((HelpStatus.Closed, 3), (due.Status, due.Words));
        Assert.Equal(1, await desk.CountAsync<HelpRequest>());
        await desk.RunAsync<EraseOldHelp>();
        await NothingIsLeftAsync(desk);

        await desk.AskAsync(); // and nobody ever answers
        desk.Clock.Now += TimeSpan.FromDays(90);
        await desk.RunAsync<EraseOldHelp>();
        await NothingIsLeftAsync(desk);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_contact_ends_after_ninety_days(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor");
        var receipt = await desk.AskAsync();
        await FollowAsync(desk, receipt, 4242);
        desk.Clock.Now += TimeSpan.FromDays(89);
        await desk.CommitAsync(unit => desk.Get<HelpDoor>().WriteAsync(unit, receipt, "Masih ada orang?", danger: false));

        desk.Clock.Now += TimeSpan.FromDays(1);
        await desk.RunAsync<EraseOldHelp>();

        Assert.Equal((1, 0), (await desk.CountAsync<HelpRequest>(), await desk.CountAsync<HelpContactRow>()));
    }

    [Fact]
    public async Task A_destroyed_key_leaves_the_file_of_keys_without_a_row()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, "konselor");
        var receipt = await desk.AskAsync();

        await desk.CommitAsync(unit => desk.Get<HelpDoor>().EraseAsync(unit, receipt));

        await using var file = new SqliteConnection($"Data Source={Path.Combine(desk.Keys, "help-keys.db")};Pooling=False;Mode=ReadOnly");
        await file.OpenAsync();
        await using var count = file.CreateCommand();
        count.CommandText = "SELECT count(*) FROM help_keys";
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    private static Task<bool> FollowAsync(Desk desk, HelpReceipt receipt, long chat) =>
        desk.CommitAsync(unit => desk.Get<HelpDoor>().FollowAsync(unit, receipt, new Contact(chat, receipt.Token, Domain.Programmes.Language.Indonesian)));

    private static async Task NothingIsLeftAsync(Desk desk) => Assert.Equal(
        (0, 0, 0, 0),
        (await desk.CountAsync<HelpRequest>(), await desk.CountAsync<HelpWordRow>(), await desk.CountAsync<HelpDeadlineRow>(), await desk.CountAsync<HelpContactRow>()));
}
