using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Casualties;

/// <summary>What is done for people who were poisoned beside the case itself: the count, the 72-hour watch, the warning, the note afterwards (policy 5.5).</summary>
public sealed class CareForVictims(AlertOutbreak alert, CaseWork work, RouteReport routing, ReportVault vault)
{
    private const int ShortestReview = 40;

    /// <summary>A first death makes one report enough for the alert (domain.md 5.2).</summary>
    public async Task<Outcome<ReportFact>> CountAsync(Unit unit, OfficerCase by, CasualtyCount count)
    {
        if (!MayTell(by))
        {
            return new Refusal.Stale();
        }

        var firstDeath = by.Report.Dead == 0 && count.Dead > 0;
        var kept = await work.KeepAsync(unit, by.Report, by.Report.CountCasualties(by.Actor, count, unit.Now), by.Card.Officer);
        if (kept is Outcome<ReportFact>.Done && firstDeath)
        {
            await alert.HandleAsync(unit, by.Report, routing);
        }

        return kept;
    }

    /// <summary>Somebody asked after those who drank: the check whose hour came last is made, once.</summary>
    public async Task<Outcome<ReportFact>> CheckAsync(Unit unit, OfficerCase by)
    {
        if (!MayTell(by) || !alert.Counts(by.Report) || PendingCheck(by.Report, await ChecksAsync(unit.Db, by.Report.Id), unit.Now) is not { } name)
        {
            return new Refusal.Stale();
        }

        return await work.KeepAsync(unit, by.Report, by.Report.CheckWatch(by.Actor, name, unit.Now), by.Card.Officer);
    }

    /// <summary>Keeps that the coordinator asked for the warning; the bot knows no resident whom it could warn (domain.md 5.2).</summary>
    public async Task<Outcome<ReportFact>> WarnAsync(Unit unit, OfficerCase by) => alert.Counts(by.Report)
        ? await work.KeepAsync(unit, by.Report, by.Report.WarnPublic(by.Actor, unit.Now), by.Card.Officer)
        : new Refusal.Stale();

    public async Task<Outcome<ReportFact>> ReviewAsync(Unit unit, OfficerCase by, string text)
    {
        if (text.Trim().Length < ShortestReview)
        {
            return new Refusal.TooShort(ShortestReview);
        }

        return vault.SealText(by.Report.Id, text.Trim()) is { } sealedText
            ? await work.KeepAsync(unit, by.Report, by.Report.ReviewAfterwards(by.Actor, sealedText, unit.Now), by.Card.Officer)
            : new Refusal.Stale();
    }

    /// <summary>Once a case is closed its lead is asked what was learned; the deadline asks again (policy 5.5).</summary>
    public async Task ClosedAsync(Unit unit, Report report)
    {
        if (report is { Status: ReportStatus.Closed, Lead: { } lead } && alert.Counts(report) && Watch.IsWorthIt(report.Status, report.Outcome))
        {
            unit.Db.Deadlines.Add(CaseWork.Row(report.Id, new Deadline(DeadlineKind.ReviewDue, unit.Now + Watch.ReviewWithin)));
            await work.NotifyAsync(unit, lead, new Notice.ReviewPlease(report.CaseNumber), report);
        }
    }

    /// <summary>A check is due: the lead and the health seats are told; where the one before was left out, the coordinator too.</summary>
    public async Task WatchDueAsync(Unit unit, Report report, int step)
    {
        if (!Watch.IsWorthIt(report.Status, report.Outcome))
        {
            return;
        }

        var cards = await CaseWork.CardsAsync(unit, report.Id);
        var told = cards.Where(card => card.OfferedAt is not null && (card.Officer == report.Lead || Watch.IsHealth(card.Seat))).Select(card => card.Officer).ToHashSet();
        if (told.Count == 0 || (step > 1 && !(await ChecksAsync(unit.Db, report.Id)).Contains(Watch.NameOf(step - 1))))
        {
            told.UnionWith(RouteReport.Screeners(report, await unit.Db.RosterAsync(unit.Now)).Select(screener => screener.Officer));
        }

        foreach (var officer in told)
        {
            await work.NotifyAsync(unit, officer, new Notice.WatchDue(report.CaseNumber, Watch.Hours[step - 1]), report);
        }

        await work.RefreshCardsAsync(unit, report); // the button to say that it was done
    }

    public async Task ReviewDueAsync(Unit unit, Report report)
    {
        if (report is { Status: ReportStatus.Closed, Lead: { } lead }
            && !await unit.Db.Facts.AnyAsync(fact => fact.Report == report.Id && fact.Action == ReportAction.ReviewAfterwards))
        {
            await work.NotifyAsync(unit, lead, new Notice.ReviewPlease(report.CaseNumber), report);
        }
    }

    /// <returns>The name of the check that can be made now; null where none is due or it was made.</returns>
    public static string? PendingCheck(Report report, IReadOnlyCollection<string> made, DateTimeOffset now) =>
        Watch.DueStep(report.ReceivedAt, now) is var step and > 0 && Watch.IsWorthIt(report.Status, report.Outcome) && !made.Contains(Watch.NameOf(step))
            ? Watch.NameOf(step)
            : null;

    internal static async Task<IReadOnlyCollection<string>> ChecksAsync(TriageDb db, ReportId report) => await db.Facts.AsNoTracking()
        .Where(fact => fact.Report == report && fact.Action == ReportAction.CheckWatch && fact.Detail != null)
        .Select(fact => fact.Detail!)
        .ToListAsync();

    /// <summary>Whoever may read the story may count, and the health seats in any case.</summary>
    private static bool MayTell(OfficerCase by) => by.Card.WithdrawnAt is null
        && (by.Card.Tier == AudienceTier.Full || by.Actor.Role == Role.Lead || Watch.IsHealth(by.Card.Seat));
}
