using Kentongan.Bot.Conversations;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>A card is drawn when it leaves (ADR 0005), so what has piled up for it meanwhile is said by one message.</summary>
public sealed class RedrawTests
{
    private const long Kapolsek = 5;

    private static readonly KecamatanCode PakisAji = new("33.20.15");

    public static TheoryData<StoreProvider> Both { get; } = new(StoreProvider.Sqlite, StoreProvider.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_card_that_moved_three_times_while_its_chat_was_busy_is_changed_once_to_its_newest_state(StoreProvider provider)
    {
        await using var held = await HeldSender.OpenAsync(provider);
        var report = await OfferedAsync(held);
        await held.Sender.StartAsync(TestContext.Current.CancellationToken);
        await held.CalledAsync(); // the card is on its way, and Telegram does not answer

        await EscalateAsync(held, report, 1, 2, 3);
        await held.HeardAsync();
        Assert.Equal(1 + 3, await CardRowsAsync(held)); // what Telegram has not taken stays in the store, whatever happens to us
        held.Telegram.Answer();
        await held.GoneAsync();

        string[] messages = [.. held.Telegram.Heard.Where(call => call.Method.Contains("Message", StringComparison.Ordinal)).Select(call => call.Method)];
        Assert.Equal(["sendMessage", "editMessageText"], messages);
        Assert.Contains("eskalasi tingkat 3", held.Telegram.Heard.Single(call => call.Method == "editMessageText").Body, StringComparison.Ordinal);
        await held.Sender.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_card_that_waits_with_its_changes_is_sent_once_and_is_heard(StoreProvider provider)
    {
        await using var held = await HeldSender.OpenAsync(provider);
        await held.Sender.StartAsync(TestContext.Current.CancellationToken);
        await held.CommitAsync(unit => held.Get<EffectRunner>().QueueAsync(unit, new Reply(Kapolsek, null, "Halo", [])));
        await held.CalledAsync(); // the chat is busy

        await EscalateAsync(held, await OfferedAsync(held), 1, 2);
        await held.HeardAsync();
        held.Telegram.Answer();
        await held.GoneAsync();

        var (_, card) = held.Telegram.Heard.Where(call => call.Method.Contains("Message", StringComparison.Ordinal)).Skip(1).Single();
        Assert.Contains("eskalasi tingkat 2", card, StringComparison.Ordinal);
        Assert.DoesNotContain("\"disable_notification\":true", card, StringComparison.Ordinal); // a change is silent, a new card is not
        Assert.Equal(["sent"], await held.CommitAsync(unit => unit.Db.Notifications.AsNoTracking().Select(row => row.Outcome).ToListAsync()));
        await held.Sender.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sent, blocked, delayed or failed: each has its outcome (policy 1.6).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task What_Telegram_asked_us_to_wait_with_is_noted_as_delayed(StoreProvider provider)
    {
        await using var held = await HeldSender.OpenAsync(provider);
        held.Telegram.Throttle();
        held.Telegram.Answer();
        await OfferedAsync(held);
        await held.Sender.StartAsync(TestContext.Current.CancellationToken);
        await held.GoneAsync();

        Assert.Equal(["delayed"], await held.CommitAsync(unit => unit.Db.Notifications.AsNoTracking().Where(row => row.Kind == "Card").Select(row => row.Outcome).ToListAsync()));
        await held.Sender.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>On offer to the kapolsek of Pakis Aji, whose card waits in the outbox.</summary>
    private static async Task<ReportId> OfferedAsync(HeldSender held)
    {
        var invitations = held.Get<Invitations>();
        var token = await held.CommitAsync(unit => Task.FromResult(invitations.Invite(unit, new InviteOfficer("Bapak Kapolsek", new Seat("kapolsek"), PakisAji, IsDeputy: false))));
        await held.CommitAsync(unit => invitations.UseAsync(unit, token, Kapolsek));
        await held.CommitAsync(unit => held.Get<FileReport>().HandleAsync(
            unit, new Filing("miras.produksi", Happening.Now, AccusedOffice.None, new Place(PakisAji, null), null, ["Ada yang memasak di gudang."], [])));
        var report = await held.CommitAsync(unit => unit.Db.Reports.Select(row => row.Id).SingleAsync());
        await held.CommitAsync(unit => held.Get<RouteReport>().HandleAsync(unit, report));
        return report;
    }

    private static async Task EscalateAsync(HeldSender held, ReportId id, params int[] levels)
    {
        foreach (var level in levels)
        {
            await held.CommitAsync(async unit =>
            {
                var report = (await CaseWork.FindAsync(unit, id))!;
                report.Escalate(level);
                await held.Get<CaseWork>().RefreshCardsAsync(unit, report);
            });
        }
    }

    private static Task<int> CardRowsAsync(HeldSender held) => held.CommitAsync(unit => unit.Db.Outbox.CountAsync(row => row.Kind == OutboxKind.Card));
}
