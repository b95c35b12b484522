using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Outbox;

public sealed class OutboxTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_sender_hears_of_a_row_once_it_is_durable_and_of_no_other(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat");
        var heard = new List<(long Id, bool Durable)>();
        desk.Get<OutboxSignal>().Listen(row => heard.Add((row.Id, desk.ReadAsync(db => db.Outbox.AnyAsync(other => other.Id == row.Id)).GetAwaiter().GetResult())));

        await desk.CommitAsync(unit => desk.Get<OutboxWriter>().QueueAsync(unit, Row(desk)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.CommitAsync(async unit =>
        {
            await desk.Get<OutboxWriter>().QueueAsync(unit, Row(desk));
            throw new InvalidOperationException();
        }));

        var kept = await desk.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.Equal([(kept.Id, true)], heard);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_row_comes_back_as_it_was_put_in(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat");
        var id = await desk.FileAsync();
        await desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());
        var row = new OutboxRow { Priority = 2, DueAt = 123, Kind = OutboxKind.Reply, Sealed = [1, 2, 3], Officer = desk["camat"], Report = id, Card = long.MaxValue, Body = "{}", Silent = true };

        await desk.CommitAsync(unit => desk.Get<OutboxWriter>().QueueAsync(unit, row));

        var kept = await desk.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.Equivalent(row, kept, strict: true);
        Assert.Equal(1, await desk.CommitAsync(unit => OutboxWriter.RemoveAsync(unit, kept.Id)));
        Assert.Equal(0, await desk.CommitAsync(unit => OutboxWriter.RemoveAsync(unit, kept.Id)));
    }

    [Fact]
    public void Every_notice_is_read_as_it_was_written()
    {
        Notice[] all =
        [
            new Notice.Reminder("K7Q-4ZM", 1, 7), new Notice.Escalated("K7Q-4ZM", 3, 60, ["camat"]), new Notice.Released("K7Q-4ZM", "camat"),
            new Notice.QuietHoursOver("K7Q-4ZM"), new Notice.WaitOver("K7Q-4ZM"), new Notice.Overdue("K7Q-4ZM", 3), new Notice.VerifyPlease("K7Q-4ZM", "camat"),
            new Notice.ScreeningWaits("K7Q-4ZM", 9), new Notice.SeatUnreachable("camat", null, "Sari"), new Notice.ReporterWrote("K7Q-4ZM", true),
            new Notice.SentBack("K7Q-4ZM", false), new Notice.HandOverOffered("K7Q-4ZM", "camat"), new Notice.InvitationUsed("Sari", "camat", "33.20.01"),
            new Notice.FirstActionPlease("K7Q-4ZM", 10), new Notice.WordPlease("K7Q-4ZM", 120), new Notice.WordMissed("K7Q-4ZM", "camat", 240),
            new Notice.CallPlease("K7Q-4ZM", "camat", "Kedung", "Sari"), new Notice.WaitAsked("K7Q-4ZM", "camat", 7), new Notice.ReceiptPlease("K7Q-4ZM", "Bawaslu", 1),
            new Notice.AnswerDue("K7Q-4ZM", "Bawaslu"), new Notice.ReferredHere("K7Q-4ZM", "camat"), new Notice.ForwardPlease("K7Q-4ZM", "Panwascam"),
            new Notice.LegalLimit("K7Q-4ZM", 1), new Notice.NobodyThere(["Kedung"]), new Notice.SeatAbsent("camat", null, "Sari", 3),
            new Notice.Succeeded("K7Q-4ZM", "camat"), new Notice.Found("K7Q-4ZM"),
            new Notice.Corroborated("K7Q-4ZM"), new Notice.PriorityRaised("K7Q-4ZM", 3), new Notice.Outbreak(2, 1, 3, 0, "Pakis Aji, Mlonggo"),
            new Notice.WatchDue("K7Q-4ZM", 12), new Notice.ReviewPlease("K7Q-4ZM"), new Notice.Reopened("K7Q-4ZM"), new Notice.VictimsGrave("K7Q-4ZM"),
            new Notice.JobFails("BackUp"), new Notice.JobWorks("BackUp"), new Notice.TokenElsewhere(),
        ];

        Assert.Equal(typeof(Notice).GetNestedTypes().Length, all.Length);
        Assert.All(all, notice => Assert.Equal(notice.ToJson(), Notice.FromJson(notice.ToJson()).ToJson()));
    }

    private static OutboxRow Row(Desk desk) => new() { Kind = OutboxKind.Notice, Officer = desk["camat"], Body = new Notice.WaitOver("K7Q-4ZM").ToJson() };
}
