using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Help;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Help;

/// <summary>A conversation with a counsellor from the first word to the last (policy 5.7).</summary>
public sealed class HelpConversationTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_counsellor_gets_a_card_that_tells_urgency_and_age_alone(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat kapolsek koordinator konselor konselor~");

        await desk.AskAsync();

        Assert.Equal(["HelpCard → konselor konselor~"], await desk.HelpToldAsync());
        var view = await CardAsync(desk, "konselor");
        Assert.Equal(new HelpNeed(null, AgeBand.From18To25, null, HelpUrgency.Soon, null), view.Need);
        Assert.Empty(view.Words);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_who_take_at_once_one_has_it_and_the_other_sees_nothing_of_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor konselor~");
        await desk.AskAsync();
        var other = desk.Process();
        var cards = (One: await desk.HelpCardAsync("konselor"), Other: await desk.HelpCardAsync("konselor~"));

        var answers = await Task.WhenAll(
            desk.CommitAsync(unit => desk.Get<CounselHelp>().TakeAsync(unit, desk["konselor"], cards.One)),
            other.GetRequiredService<Triage.Store.Committer>().CommitAsync(
                unit => other.GetRequiredService<CounselHelp>().TakeAsync(unit, desk["konselor~"], cards.Other), CancellationToken.None));

        Assert.Single(answers, answer => answer is null);
        Assert.Single(answers, answer => answer is Refusal.HelpTaken);
        var (winner, loser) = answers[0] is null ? ("konselor", "konselor~") : ("konselor~", "konselor");
        Assert.Equal(desk[winner], (await desk.RequestAsync()).Counsellor);
        Assert.Equal((HelpStatus.Taken, false, null), ((await CardAsync(desk, loser)).Status!.Value, (await CardAsync(desk, loser)).Mine, (await CardAsync(desk, loser)).Need));
        Assert.IsType<Refusal.HelpTaken>(await desk.CounselAsync(loser, (help, unit, by, card) => help.TurnToAsync(unit, by, card, 0)));
        Assert.IsType<Refusal.Stale>(await desk.AnswerAsync(loser));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Both_sides_read_what_was_said_and_the_story_unfolds_for_who_has_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor konselor~");
        var receipt = await desk.AskAsync();
        Assert.Null(await desk.TakeAsync("konselor"));

        Assert.Null(await desk.AnswerAsync("konselor"));
        Assert.True(await desk.CommitAsync(unit => desk.Get<HelpDoor>().WriteAsync(unit, receipt, "Setahun.", danger: false)));
        Assert.Null(await desk.ReferAsync("konselor"));
        Assert.Null(await desk.CounselAsync("konselor", (help, unit, by, card) => help.TurnToAsync(unit, by, card, 0)));

        HelpWord[] said =
        [
            new(false, false, Asking.Story), new(true, false, "Terima kasih sudah menulis. Sejak kapan?"), new(false, false, "Setahun."), new(true, true, "Puskesmas terdekat"),
        ];
        Assert.Equal(said, (await desk.SeeAsync(receipt))!.Words);
        Assert.Equal(said, (await CardAsync(desk, "konselor")).Words);
        Assert.Equal(Asking.Need, (await CardAsync(desk, "konselor")).Need);
        Assert.Contains("Wrote → konselor", await desk.HelpToldAsync());
        Assert.IsType<Refusal.NoLinks>(await desk.AnswerAsync("konselor", "Buka https://contoh.id ya"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_of_what_was_told_stands_in_the_store_in_the_clear(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor");
        await desk.AskAsync();

        var words = await desk.ReadAsync(db => db.Set<HelpWordRow>().AsNoTracking().ToListAsync());

        Assert.Equal([HelpWordKind.Need, HelpWordKind.Resident], words.Select(word => word.Kind).Order());
        Assert.All(words, word => Assert.DoesNotContain("koplo", System.Text.Encoding.UTF8.GetString(word.SealedText), StringComparison.Ordinal));
        Assert.All(words, word => Assert.DoesNotContain("Family", System.Text.Encoding.UTF8.GetString(word.SealedText), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Given_back_it_waits_for_the_others_and_closed_it_is_over_for_all(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor konselor~");
        var receipt = await desk.AskAsync();
        await desk.TakeAsync("konselor");
        Assert.Null(await desk.CounselAsync("konselor", (help, unit, by, card) => help.ReleaseAsync(unit, by, card)));
        Assert.Contains("Waits → konselor~", await desk.HelpToldAsync());
        Assert.Null(await desk.TakeAsync("konselor~"));

        Assert.Null(await desk.CloseAsync("konselor~"));

        Assert.False((await desk.SeeAsync(receipt))!.IsOpen);
        Assert.False(await desk.CommitAsync(unit => desk.Get<HelpDoor>().WriteAsync(unit, receipt, "Halo?", danger: false)));
        Assert.IsType<Refusal.HelpTaken>(await desk.TakeAsync("konselor"));
        Assert.Equal(0, await desk.CountAsync<HelpDeadlineRow>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task News_goes_only_to_a_chat_that_asked_once_however_much_has_happened(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor");
        var receipt = await desk.AskAsync();
        await desk.TakeAsync("konselor");
        await desk.AnswerAsync("konselor");
        Assert.DoesNotContain("HelpNudge → resident", await desk.HelpToldAsync());

        await desk.CommitAsync(unit => desk.Get<HelpDoor>().FollowAsync(unit, receipt, new Contact(6_204_815_937, receipt.Token, Domain.Programmes.Language.Javanese)));
        await desk.AnswerAsync("konselor", "Masih di sana?");
        await desk.AnswerAsync("konselor", "Kami tunggu.");

        Assert.Contains("HelpNudge → resident", await desk.HelpToldAsync());
        var row = await desk.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(one => one.Kind == Triage.Outbox.OutboxKind.HelpNudge));
        var contact = await desk.ReadAsync(db => desk.Get<HelpCards>().NudgedAsync(db, row.Body!, CancellationToken.None));
        Assert.Equal((6_204_815_937L, receipt.Token), (contact!.Chat, contact.ReceiptToken));
        Assert.DoesNotContain("6204815937", await desk.ReadAsync(async db => Convert.ToHexString((await db.Set<HelpContactRow>().AsNoTracking().SingleAsync()).Sealed)), StringComparison.Ordinal);

        await desk.CommitAsync(unit => desk.Get<HelpDoor>().FollowAsync(unit, receipt, null));
        Assert.Equal(0, await desk.CountAsync<HelpContactRow>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_becomes_counsellor_later_is_offered_what_waits(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor");
        await desk.AskAsync();
        var late = await desk.BindAsync("konselor~");

        await desk.CommitAsync(unit => desk.Get<HelpCounsellors>().WelcomeAsync(unit, late));

        Assert.Equal(["HelpCard → konselor~"], await desk.HelpToldAsync());
    }

    private static async Task<HelpCardView> CardAsync(Desk desk, string counsellor)
    {
        var card = await desk.HelpCardAsync(counsellor);
        return Assert.IsType<HelpCardView>(await desk.ReadAsync(db => desk.Get<HelpCards>().ReadAsync(db, card, CancellationToken.None)));
    }
}
