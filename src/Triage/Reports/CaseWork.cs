using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>What every change of a report brings with it: its fact, the deadlines of its new state, and fresh cards for everyone.</summary>
public sealed class CaseWork(Jurisdiction jurisdiction, OutboxWriter outbox)
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
        .Select(card => new SentCard(card.Id, card.Officer, card.MessageId != null)));

    private static readonly CompiledQuery<ReportId, DeadlineRow> Running = new((db, report) => db.Deadlines.Where(row => row.Report == report));

    public LocalTime Local => jurisdiction.Local;

    public static Task<Report?> FindAsync(Unit unit, ReportId id) => Finding.FirstAsync(unit.Db, id);

    /// <summary>Keeps the fact of a move, unless it was refused; then nothing changes.</summary>
    public async Task<Outcome<ReportFact>> KeepAsync(
        Unit unit, Report report, Outcome<ReportFact> moved, OfficerId? actor = null, DateTimeOffset? waitUntil = null)
    {
        if (moved is Outcome<ReportFact>.Done(var fact))
        {
            unit.Db.Facts.Add(fact);
            if (StartsClock(fact.Action))
            {
                await ReplaceDeadlinesAsync(unit, report, waitUntil);
            }

            await RefreshCardsAsync(unit, report, actor);
            if (News.Contains(fact.Action))
            {
                await NudgeAsync(unit, report.Id);
            }
        }

        return moved;
    }

    /// <summary>Tells the resident that there is news, where they asked for it; once, however much has happened.</summary>
    public async Task NudgeAsync(Unit unit, ReportId report)
    {
        if (await unit.Db.Contacts.AnyAsync(row => row.Report == report)
            && !await unit.Db.Outbox.AnyAsync(row => row.Kind == OutboxKind.Nudge && row.Report == report))
        {
            await outbox.QueueAsync(unit, new OutboxRow { Priority = OutboxPriority.Normal, Kind = OutboxKind.Nudge, Report = report });
        }
    }

    public async Task ReplaceDeadlinesAsync(Unit unit, Report report, DateTimeOffset? waitUntil = null)
    {
        await Running.ListAsync(unit.Db, report.Id);
        unit.Db.Deadlines.RemoveRange([.. unit.Db.Deadlines.Local.Where(row => row.Report == report.Id)]); // also those of this unit
        var plan = DeadlinePlan.Entering(report.Status, report.Priority, report.Timers, Local, unit.Now, waitUntil);
        unit.Db.Deadlines.AddRange(plan.Select(deadline => Row(report.Id, deadline)));
    }

    public static DeadlineRow Row(ReportId report, Deadline deadline) =>
        new() { Report = report, Kind = deadline.Kind, DueAt = deadline.DueAt, Step = deadline.Step };

    /// <summary>Every card that has been sent shows the new state; the one who tapped first of all.</summary>
    public async Task RefreshCardsAsync(Unit unit, Report report, OfficerId? actor = null)
    {
        foreach (var card in await Sent.ListAsync(unit.Db, report.Id))
        {
            await outbox.QueueAsync(unit, new OutboxRow
            {
                Priority = card.Officer == actor ? OutboxPriority.Reply : OutboxPriority.Edit,
                DueAt = (card.Stands || card.Officer == actor ? unit.Now : Held(report, unit.Now)).ToUnixTimeMilliseconds(), // an edit wakes nobody
                Kind = OutboxKind.Card,
                Officer = card.Officer,
                Report = report.Id,
                Card = card.Id,
                Silent = true,
            });
        }
    }

    /// <summary>Sends a card for the first time, at the hour and with the sound that its priority allows (policy 3, quiet hours).</summary>
    public async Task SendCardAsync(Unit unit, Report report, CardRow card)
    {
        card.OfferedAt = unit.Now;
        var due = Held(report, unit.Now);
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

    public Task NotifyAsync(Unit unit, OfficerId officer, Notice notice, Report? report = null) => outbox.QueueAsync(unit, new OutboxRow
    {
        Priority = report is null ? OutboxPriority.Normal : PriorityOf(report),
        DueAt = Held(report, unit.Now).ToUnixTimeMilliseconds(),
        Kind = OutboxKind.Notice,
        Officer = officer,
        Report = report?.Id,
        Body = notice.ToJson(),
        Silent = report?.Priority >= Priority.P2 && Local.IsQuiet(Held(report, unit.Now)),
    });

    /// <summary>Officers of a report in one of these parts whose card is out and stands.</summary>
    public static async Task<List<CardRow>> CardsAsync(Unit unit, ReportId report, params Part[] parts)
    {
        var cards = await Standing.ListAsync(unit.Db, report);
        return parts.Length == 0 ? cards : [.. cards.Where(card => parts.Contains(card.Part))];
    }

    /// <summary>What is not urgent waits until the morning (policy 3, quiet hours of P3).</summary>
    private DateTimeOffset Held(Report? report, DateTimeOffset now) => report?.Priority == Priority.P3 ? Local.HeldUntilMorning(now) : now;

    private static int PriorityOf(Report report) => report.Priority switch
    {
        Priority.P0 => OutboxPriority.Emergency,
        Priority.P1 => OutboxPriority.High,
        _ => OutboxPriority.Normal,
    };

    /// <summary>Notes and proposals leave the clocks alone.</summary>
    private static bool StartsClock(ReportAction action) => action is not
        (ReportAction.Note or ReportAction.ProposeHandOver or ReportAction.AcceptHandOver or ReportAction.Confirm
        or ReportAction.TakeOver or ReportAction.Decline);

    private sealed record SentCard(long Id, OfficerId Officer, bool Stands);
}
