using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Kentongan.Triage.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Reports;

/// <summary>What every change of a report brings with it: its fact, the deadlines of its new state, and fresh cards for everyone.</summary>
public sealed class CaseWork(Jurisdiction jurisdiction, OutboxWriter outbox, Randomness random, IOptions<PrivacyOptions> privacy)
{
    /// <summary>What a resident who asked to be told hears of. Not every step: each message is a trace on their phone.</summary>
    private static readonly ReportAction[] News =
    [
        ReportAction.Accept, ReportAction.ProposeResolution, ReportAction.Verify, ReportAction.CloseUnverified, ReportAction.Dismiss, ReportAction.Refer,
    ];

    private static readonly CompiledQuery<ReportId, Report> Finding = new((db, id) => db.Reports.Where(report => report.Id == id));

    private static readonly CompiledQuery<ReportId, CardRow> Standing = new((db, report) => db.Cards.Where(card => card.Report == report && card.WithdrawnAt == null));

    private static readonly CompiledQuery<ReportId, SentCard> Sent = new((db, report) => db.Cards.AsNoTracking()
        .Where(card => card.Report == report && card.OfferedAt != null)
        .Select(card => new SentCard(card.Id, card.Officer, card.OfferedAt!.Value, card.MessageId != null)));

    private static readonly CompiledQuery<ReportId, ReportId> Merged = new((db, report) => db.Reports.Where(other => other.MergedInto == report).Select(other => other.Id));

    /// <summary>Whoever asked to be told, and has not been yet.</summary>
    private static readonly CompiledQuery<ReportId, ReportId> Untold = new((db, report) => db.Contacts
        .Where(row => row.Report == report && !db.Outbox.Any(waiting => waiting.Kind == OutboxKind.Nudge && waiting.Report == report))
        .Select(row => row.Report));

    private static readonly CompiledQuery<ReportId, DeadlineRow> Running = new((db, report) => db.Deadlines.Where(row => row.Report == report));

    public LocalTime Local => jurisdiction.Local;

    public static Task<Report?> FindAsync(Unit unit, ReportId id) => Finding.FirstAsync(unit.Db, id);

    /// <summary>
    /// When officers may see what a resident has just done: a random wait hides who did it, and there is none where somebody may be in
    /// danger (threat-model 4, row 13).
    /// </summary>
    public DateTimeOffset Blurred(Report report, DateTimeOffset now) => report.Priority <= Priority.P1 || privacy.Value.OfferDelay <= TimeSpan.Zero
        ? now
        : now + (privacy.Value.OfferDelay * (random.Below(1_000_000) / 1_000_000.0));

    /// <summary>Keeps the fact of a move, unless it was refused; then nothing changes.</summary>
    /// <param name="visible">When officers see it, and their clocks start; null for now.</param>
    public async Task<Outcome<ReportFact>> KeepAsync(
        Unit unit, Report report, Outcome<ReportFact> moved, OfficerId? actor = null, DateTimeOffset? waitUntil = null, DateTimeOffset? visible = null)
    {
        if (moved is Outcome<ReportFact>.Done(var fact))
        {
            unit.Db.Facts.Add(fact);
            if (report.Accused == AccusedOffice.None) // whoever reads metrics may sit in the office that is accused (policy 5.4)
            {
                unit.AfterCommit(() => Signals.Moved(fact.Action, fact.By));
            }

            if (StartsClock(fact))
            {
                await ReplaceDeadlinesAsync(unit, report, waitUntil, visible);
            }
            else if (fact.Action == ReportAction.StillWorking)
            {
                await RenewWordAsync(unit, report);
            }

            if (!report.IsOpen)
            {
                await ForgetUnsentAsync(unit, report);
            }

            await RefreshCardsAsync(unit, report, actor, visible);
            if (fact.Action != ReportAction.Accept && NextSpeaker.Is(unit, report)) // whoever accepts one of a storm accepts them all
            {
                await NextSpeaker.StandInAsync(unit, this, report, visible);
            }

            if (News.Contains(fact.Action))
            {
                await NudgeAllAsync(unit, report.Id);
            }
        }

        return moved;
    }

    /// <summary>Also those whose report tells the same: they read the words of this one (policy 5.2).</summary>
    private async Task NudgeAllAsync(Unit unit, ReportId report)
    {
        await NudgeAsync(unit, report);
        foreach (var same in await Merged.ListAsync(unit.Db, report))
        {
            await NudgeAllAsync(unit, same);
        }
    }

    /// <summary>Tells the resident that there is news, where they asked for it; once, however much has happened.</summary>
    public async Task NudgeAsync(Unit unit, ReportId report)
    {
        if ((await Untold.ListAsync(unit.Db, report)).Count > 0)
        {
            await outbox.QueueAsync(unit, new OutboxRow { Priority = OutboxPriority.Normal, Kind = OutboxKind.Nudge, Report = report });
        }
    }

    public async Task ReplaceDeadlinesAsync(Unit unit, Report report, DateTimeOffset? waitUntil = null, DateTimeOffset? from = null)
    {
        await Running.ListAsync(unit.Db, report.Id);
        unit.Db.Deadlines.RemoveRange([.. unit.Db.Deadlines.Local.Where(row => row.Report == report.Id && !DeadlinePlan.Outlives(row.Kind))]); // also those of this unit
        unit.Db.Deadlines.AddRange(DeadlinePlan.For(report, Local, from ?? unit.Now, waitUntil).Select(deadline => Row(report.Id, deadline)));
    }

    /// <summary>The resident has had a word: the next is due so much later (policy 3). The other clocks go on.</summary>
    public static async Task RenewWordAsync(Unit unit, Report report)
    {
        foreach (var row in await unit.Db.Deadlines.Where(row => row.Report == report.Id && row.Kind == DeadlineKind.WordDue).ToListAsync())
        {
            (row.DueAt, row.Step) = (unit.Now + report.Timers.Word, 1);
        }
    }

    public static DeadlineRow Row(ReportId report, Deadline deadline) =>
        new() { Report = report, Kind = deadline.Kind, DueAt = deadline.DueAt, Step = deadline.Step };

    /// <summary>Every card that has been sent shows the new state; the one who tapped first of all.</summary>
    public async Task RefreshCardsAsync(Unit unit, Report report, OfficerId? actor = null, DateTimeOffset? visible = null)
    {
        var from = visible ?? unit.Now;
        var cards = await Sent.ListAsync(unit.Db, report.Id);
        foreach (var card in cards.Where(card => report.IsOpen || card.OfferedAt <= unit.Now)) // who never heard of it need not hear that it is over
        {
            await outbox.QueueAsync(unit, new OutboxRow
            {
                Priority = card.Officer == actor ? OutboxPriority.Reply : OutboxPriority.Edit,
                DueAt = Later(card.OfferedAt, card.Stands || card.Officer == actor ? from : Held(report, from)).ToUnixTimeMilliseconds(), // an edit wakes nobody
                Kind = OutboxKind.Card,
                Officer = card.Officer,
                Report = report.Id,
                Card = card.Id,
                Silent = true,
            });
        }
    }

    /// <summary>Sends a card for the first time, at the hour and with the sound that its priority allows (policy 3, quiet hours).</summary>
    /// <param name="visible">When it leaves; null for now.</param>
    public async Task SendCardAsync(Unit unit, Report report, CardRow card, DateTimeOffset? visible = null)
    {
        card.OfferedAt = visible ?? unit.Now;
        var due = Held(report, card.OfferedAt.Value);
        await outbox.QueueAsync(unit, new OutboxRow
        {
            Priority = PriorityOf(report),
            DueAt = due.ToUnixTimeMilliseconds(),
            Kind = OutboxKind.Card,
            Officer = card.Officer,
            Report = report.Id,
            Card = card.Id,
            Silent = report.Priority >= Priority.P2 && Local.IsQuiet(due),
        });
    }

    /// <param name="visible">When they hear of it; null for now.</param>
    /// <param name="card">The reader's own card, where the notice has buttons.</param>
    public Task NotifyAsync(Unit unit, OfficerId officer, Notice notice, Report? report = null, DateTimeOffset? visible = null, long? card = null) => outbox.QueueAsync(unit, new OutboxRow
    {
        Priority = report is null ? OutboxPriority.Normal : PriorityOf(report),
        DueAt = Held(report, visible ?? unit.Now).ToUnixTimeMilliseconds(),
        Kind = OutboxKind.Notice,
        Officer = officer,
        Report = report?.Id,
        Card = card,
        Body = notice.ToJson(),
        Silent = report?.Priority >= Priority.P2 && Local.IsQuiet(Held(report, visible ?? unit.Now)),
    });

    /// <summary>Officers of a report in one of these parts whose card is out and stands.</summary>
    public static async Task<List<CardRow>> CardsAsync(Unit unit, ReportId report, params Part[] parts)
    {
        var cards = await Standing.ListAsync(unit.Db, report);
        return parts.Length == 0 ? cards : [.. cards.Where(card => parts.Contains(card.Part))];
    }

    /// <summary>What is not urgent waits until the morning (policy 3, quiet hours of P3).</summary>
    private DateTimeOffset Held(Report? report, DateTimeOffset now) => report?.Priority == Priority.P3 ? Local.HeldUntilMorning(now) : now;

    /// <summary>A card that waits for its moment is not sent once the report is over: the resident took it back in time.</summary>
    private static Task<int> ForgetUnsentAsync(Unit unit, Report report)
    {
        var now = unit.Now.ToUnixTimeMilliseconds();
        var never = unit.Db.Cards.Where(card => card.Report == report.Id && card.MessageId == null && card.OfferedAt > unit.Now).Select(card => card.Id);
        return unit.Db.Outbox.Where(row => row.Kind == OutboxKind.Card && row.DueAt > now && never.Any(card => card == row.Card)).ExecuteDeleteAsync();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static int PriorityOf(Report report) => report.Priority switch
    {
        Priority.P0 => OutboxPriority.Emergency,
        Priority.P1 => OutboxPriority.High,
        _ => OutboxPriority.Normal,
    };

    /// <summary>Notes and proposals leave the clocks alone; the release clock starts anew for a renewal and for a deputy who takes over.</summary>
    private static bool StartsClock(ReportFact fact) => fact.Action switch
    {
        ReportAction.Note or ReportAction.ProposeHandOver or ReportAction.AcceptHandOver or ReportAction.Confirm
            or ReportAction.TakeOver or ReportAction.Decline or ReportAction.Call or ReportAction.CountCasualties or ReportAction.CheckWatch
            or ReportAction.WarnPublic or ReportAction.ReviewAfterwards or ReportAction.TellOfVictims => false,
        ReportAction.StillWorking or ReportAction.Succeed => fact.Status == ReportStatus.Accepted,
        _ => true,
    };

    private sealed record SentCard(long Id, OfficerId Officer, DateTimeOffset OfferedAt, bool Stands);
}
