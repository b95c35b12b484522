using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Deadlines;

/// <summary>What happens when one deadline passes (policy 3 and 4). Each runs in a unit of its own; a deadline that is gone does nothing.</summary>
public sealed class MeetDeadline(Jurisdiction jurisdiction, CaseWork work, RouteReport routing, MeetDuties duties, Situations situations, CareForVictims care)
{
    private static readonly CompiledQuery<long, DeadlineRow> Found = new((db, id) => db.Deadlines.Where(row => row.Id == id));

    private static readonly Part[] Answering = [Part.Lead, Part.Support];

    public async Task HandleAsync(Unit unit, long deadlineId)
    {
        if (await Found.FirstAsync(unit.Db, deadlineId) is not { } row || row.DueAt > unit.Now
            || await CaseWork.FindAsync(unit, row.Report) is not { } report)
        {
            return;
        }

        unit.Db.Deadlines.Remove(row);
        var passed = new Deadline(row.Kind, row.DueAt, row.Step);
        if (DeadlinePlan.Next(passed, report, jurisdiction.Local, unit.Now) is { } next)
        {
            unit.Db.Deadlines.Add(CaseWork.Row(report.Id, next));
        }

        if (!await situations.IsQuietAsync(unit, report, LevelOf(passed.Kind)))
        {
            await ActAsync(unit, report, passed);
        }
    }

    private static int LevelOf(DeadlineKind kind) => kind is >= DeadlineKind.Level1 and <= DeadlineKind.Level4 ? kind - DeadlineKind.Level1 + 1 : 0;

    private Task ActAsync(Unit unit, Report report, Deadline passed) => passed.Kind switch
    {
        DeadlineKind.Route => routing.HandleAsync(unit, report.Id),
        DeadlineKind.Remind => RemindAsync(unit, report, passed.Step),
        DeadlineKind.QuietHoursEnd => TellSilentAsync(unit, report, new Notice.QuietHoursOver(report.CaseNumber)),
        DeadlineKind.Level1 => EscalateAsync(unit, report, 1),
        DeadlineKind.Level2 => EscalateAsync(unit, report, 2),
        DeadlineKind.Level3 => EscalateAsync(unit, report, 3),
        DeadlineKind.Level4 => EscalateAsync(unit, report, 4),
        DeadlineKind.ScreeningDue => TellScreenersAsync(unit, report),
        DeadlineKind.ProgressDue => ReleaseAsync(unit, report),
        DeadlineKind.WaitEnds => ResumeAsync(unit, report),
        DeadlineKind.ResolveDue => TellOverdueAsync(unit, report),
        DeadlineKind.VerifyDue => VerifyDueAsync(unit, report),
        DeadlineKind.FirstActionDue => duties.FirstActionAsync(unit, report),
        DeadlineKind.WordDue => report.Status is ReportStatus.Accepted or ReportStatus.InProgress && passed.Step >= DeadlinePlan.WordsMissed
            ? ReleaseAsync(unit, report)
            : duties.WordAsync(unit, report, passed.Step),
        DeadlineKind.ReferralDue => duties.ReferralAsync(unit, report),
        DeadlineKind.ForwardDue => duties.ForwardAsync(unit, report),
        DeadlineKind.LegalDeadline => duties.LegalAsync(unit, report),
        DeadlineKind.WatchCheck => care.WatchDueAsync(unit, report, passed.Step),
        DeadlineKind.ReviewDue => care.ReviewDueAsync(unit, report),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Task RemindAsync(Unit unit, Report report, int step) =>
        TellSilentAsync(unit, report, new Notice.Reminder(report.CaseNumber, step, MinutesOpen(report, unit.Now)));

    private async Task TellSilentAsync(Unit unit, Report report, Notice notice)
    {
        foreach (var card in (await CaseWork.CardsAsync(unit, report.Id, Answering)).Where(card => card.OfferedAt is not null))
        {
            await work.NotifyAsync(unit, card.Officer, notice, report);
        }
    }

    /// <summary>
    /// Level 1 reaches deputies and the other seats, level 2 the coordinator and the duty officer of the Polres, level 3 the leadership,
    /// with somebody to telephone, 4 everyone again; level 4 of P2 and level 3 of P3 are for the digest alone (policy 3).
    /// </summary>
    private async Task EscalateAsync(Unit unit, Report report, int level)
    {
        report.Escalate(level);
        if ((report.Priority, level) is (Priority.P2, 4) or (Priority.P3, 3))
        {
            await work.RefreshCardsAsync(unit, report);
            return;
        }

        var cards = await CaseWork.CardsAsync(unit, report.Id, Answering);
        var silent = cards.Where(card => card.OfferedAt is not null && card.ReachedAt is null).Select(card => card.Seat).Distinct().Order(StringComparer.Ordinal).ToList();
        var notice = new Notice.Escalated(report.CaseNumber, level, MinutesOpen(report, unit.Now), silent);
        foreach (var held in cards.Where(card => card.OfferedAt is null))
        {
            await work.SendCardAsync(unit, report, held);
        }

        if (level >= 2)
        {
            await duties.BringInAsync(unit, report, notice, level);
        }

        if (level >= 3 && report.Priority != Priority.P3)
        {
            await duties.CallAsync(unit, report, cards);
        }

        if (level != 2)
        {
            foreach (var card in cards.Where(card => card.OfferedAt is not null))
            {
                await work.NotifyAsync(unit, card.Officer, notice, report);
            }
        }

        await work.RefreshCardsAsync(unit, report);
    }

    private async Task TellScreenersAsync(Unit unit, Report report)
    {
        foreach (var card in await CaseWork.CardsAsync(unit, report.Id, Part.Screener))
        {
            await work.NotifyAsync(unit, card.Officer, new Notice.ScreeningWaits(report.CaseNumber, MinutesOpen(report, unit.Now)), report);
        }
    }

    private async Task ReleaseAsync(Unit unit, Report report)
    {
        var seat = report.LeadSeat ?? "";
        if (await work.KeepAsync(unit, report, report.Release(Actor.System, unit.Now)) is Outcome<ReportFact>.Done)
        {
            await routing.BackOnOfferAsync(unit, report);
        }

        await TellSilentAsync(unit, report, new Notice.Released(report.CaseNumber, seat));
    }

    private async Task ResumeAsync(Unit unit, Report report)
    {
        await work.KeepAsync(unit, report, report.Resume(Actor.System, unit.Now));
        if (report.Lead is { } lead)
        {
            await work.NotifyAsync(unit, lead, new Notice.WaitOver(report.CaseNumber), report);
        }
    }

    private async Task TellOverdueAsync(Unit unit, Report report)
    {
        var notice = new Notice.Overdue(report.CaseNumber, work.Local.DateOf(unit.Now).DayNumber - work.Local.DateOf(report.ReceivedAt).DayNumber);
        if (report.Lead is { } lead)
        {
            await work.NotifyAsync(unit, lead, notice, report);
        }

        await duties.TellCoordinatorsAsync(unit, report, notice);
    }

    private async Task VerifyDueAsync(Unit unit, Report report)
    {
        if (report.Priority == Priority.P3
            && await work.KeepAsync(unit, report, report.CloseUnverified(unit.Now)) is Outcome<ReportFact>.Done)
        {
            return;
        }

        await duties.TellCoordinatorsAsync(unit, report, new Notice.VerifyPlease(report.CaseNumber, report.LeadSeat ?? ""));
    }

    private static int MinutesOpen(Report report, DateTimeOffset now) =>
        (int)(now - (report.OfferedAt ?? report.ReceivedAt)).TotalMinutes;
}
