using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Retention;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>
/// Does what a resident did to a report. Where officers know of the report and nobody may be in danger, it is done only at a random moment, and
/// until then it has not happened for anybody but the resident: not on a card, a page, a list, a count or a stream. Whoever saw somebody typing, and
/// looks again and again, learns nothing (threat-model 4, row 13).
/// </summary>
public sealed class ReporterDeeds(
    Jurisdiction jurisdiction, CaseWork work, RouteReport routing, TellOfVictims victims, ReportVault vault, ReporterChannel channel, ReputationBook reputation, Randomness random)
{
    private static readonly CompiledQuery<ReportId, ReporterDeedRow> Waiting = new((db, report) => db.ReporterDeeds.AsNoTracking()
        .Where(row => row.Report == report)
        .OrderBy(row => row.Number));

    /// <summary>Does it, now or at its moment.</summary>
    /// <returns>Refused where it would be refused now; then nothing waits either.</returns>
    public async Task<Outcome<ReporterDeed>> TakeAsync(Unit unit, ReportId id, ReporterDeed deed)
    {
        if (await CaseWork.FindAsync(unit, id) is not { } report)
        {
            return new Refusal.NotFound();
        }

        var last = (await Waiting.ListAsync(unit.Db, id)).LastOrDefault();
        if (report.Priority <= Priority.P1 || deed.Victims is { Number: not 0 } || await MomentAsync(unit, report, last) is not { } moment)
        {
            while (last is not null && await DoNextAsync(unit, id))
            {
                await unit.Db.SaveChangesAsync(); // in their order, and the next must see what this one did
            }

            return await DoAsync(unit, report, deed) is { } why ? why : deed;
        }

        if (await WouldRefuseAsync(unit, id, deed) is { } refused)
        {
            return refused;
        }

        if (vault.SealDeed(id, deed) is not { } sealedDeed)
        {
            return new Refusal.Stale(); // shredded
        }

        unit.Db.ReporterDeeds.Add(new ReporterDeedRow { Report = id, Number = (last?.Number ?? 0) + 1, Sealed = sealedDeed, DueAt = moment });
        return deed;
    }

    /// <summary>Does the first that waits for a report, whether it is time or not; one process does it, whichever is first.</summary>
    /// <returns>False where nothing waited.</returns>
    public async Task<bool> DoNextAsync(Unit unit, ReportId id)
    {
        if (await Waiting.FirstAsync(unit.Db, id) is not { } row
            || await unit.Db.ReporterDeeds.Where(one => one.Report == id && one.Number == row.Number).ExecuteDeleteAsync() == 0)
        {
            return false;
        }

        if (vault.OpenDeed(id, row.Sealed) is { } deed
            && await CaseWork.FindAsync(unit, id) is { } report
            && await DoAsync(unit, report, deed) is not null
            && deed is { Act: ReporterAct.Object, Text: not null })
        {
            await AddAsync(unit, report, deed); // the case has moved on meanwhile; what was written is not lost
        }

        return true;
    }

    /// <summary>What waits for a report, for the eyes of the resident alone.</summary>
    public async Task<IReadOnlyList<ReporterDeed>> WaitingAsync(TriageDb db, ReportId id) =>
        [.. from row in await Waiting.ListAsync(db, id)
            let deed = vault.OpenDeed(id, row.Sealed)
            where deed is not null
            select deed];

    /// <summary>The move of a report that a deed brings; words alone bring none.</summary>
    /// <returns>Null for no move.</returns>
    public Outcome<ReportFact>? Move(Report report, ReporterDeed deed, DateTimeOffset now) => deed.Act switch
    {
        ReporterAct.Withdraw => report.Withdraw(now),
        ReporterAct.Confirm => report.Confirm(now),
        ReporterAct.Object => vault.SealText(report.Id, deed.Text ?? "") is { } text
            ? report.Status == ReportStatus.Closed
                ? report.Reopen(Actor.Reporter, report.TimersFor(Urgency.Raised(report.Priority), jurisdiction.Timers), text, now)
                : report.SendBack(Actor.Reporter, text, now)
            : new Refusal.Stale(),
        _ => null,
    };

    /// <summary>That of what waits already, so that they stay together. Before an officer has been told of the report nobody looks at it.</summary>
    /// <returns>Null for at once.</returns>
    private async Task<DateTimeOffset?> MomentAsync(Unit unit, Report report, ReporterDeedRow? last)
    {
        var moment = last?.DueAt
            ?? (await unit.Db.Cards.AnyAsync(card => card.Report == report.Id && card.OfferedAt <= unit.Now) ? work.Blurred(report, unit.Now) : unit.Now);
        return moment > unit.Now ? moment : null;
    }

    /// <summary>Tries it on a copy, to which everything that waits has been done.</summary>
    private async Task<Refusal?> WouldRefuseAsync(Unit unit, ReportId id, ReporterDeed deed)
    {
        if (await unit.Db.Reports.AsNoTracking().SingleOrDefaultAsync(report => report.Id == id) is not { } copy)
        {
            return new Refusal.NotFound();
        }

        foreach (var waiting in await WaitingAsync(unit.Db, id))
        {
            Move(copy, waiting, unit.Now);
        }

        return deed.Act switch
        {
            ReporterAct.Add => channel.IsOpen(copy, unit.Now) ? null : new Refusal.Stale(),
            ReporterAct.TellOfVictims => TellOfVictims.IsTaken(copy) ? null : new Refusal.Stale(),
            _ => Move(copy, deed, unit.Now)!.Refusal,
        };
    }

    /// <returns>Why not; null where it was done.</returns>
    private async Task<Refusal?> DoAsync(Unit unit, Report report, ReporterDeed deed) => deed.Act switch
    {
        ReporterAct.Add => await AddAsync(unit, report, deed) ? null : new Refusal.Stale(),
        ReporterAct.TellOfVictims => (await victims.HandleAsync(unit, report.Id, deed.Victims!, deed.At)).Refusal,
        ReporterAct.Withdraw => await WithdrawAsync(unit, report, deed),
        ReporterAct.Object => await ObjectAsync(unit, report, deed),
        _ => await KeepAsync(unit, report, deed),
    };

    private async Task<Refusal?> KeepAsync(Unit unit, Report report, ReporterDeed deed) =>
        (await work.KeepAsync(unit, report, Move(report, deed, unit.Now)!)).Refusal;

    /// <summary>Where nobody would read it any more nothing is kept: the channel is closed (policy 5.8) or the report shredded.</summary>
    private async Task<bool> AddAsync(Unit unit, Report report, ReporterDeed deed)
    {
        if (!channel.IsOpen(report, unit.Now) || vault.SealText(report.Id, deed.Text ?? "") is not { } sealedText)
        {
            return false;
        }

        var open = await unit.Db.Messages.Where(message => message.Report == report.Id && message.Open).ToListAsync();
        open.ForEach(question => question.Open = false);
        if (deed.Text is not null)
        {
            unit.Db.Messages.Add(new MessageRow { Id = random.Id(), Report = report.Id, At = unit.Now, SealedText = sealedText });
        }

        await AddEvidenceAsync(unit, report, deed.Evidence ?? []);
        await TellAsync(unit, report, new Notice.ReporterWrote(report.CaseNumber, Answer: open.Count > 0));
        await work.RefreshCardsAsync(unit, report);
        return true;
    }

    private async Task AddEvidenceAsync(Unit unit, Report report, IReadOnlyList<EvidenceRef> evidence)
    {
        if (evidence.Count > 0
            && await vault.ChangeContentAsync(unit.Db, report.Id, content => content with { Evidence = [.. content.Evidence, .. evidence] }))
        {
            report.AddEvidence(evidence.Count);
            await FileReport.ClaimEvidenceAsync(unit, report.Id, evidence);
        }
    }

    /// <summary>Who takes the own report back takes back nobody else's: what was merged into it goes its own way again (policy 1.3, 5.2).</summary>
    private async Task<Refusal?> WithdrawAsync(Unit unit, Report report, ReporterDeed deed)
    {
        if (await KeepAsync(unit, report, deed) is { } why)
        {
            return why;
        }

        foreach (var same in await unit.Db.Reports.Where(other => other.MergedInto == report.Id).ToListAsync())
        {
            await work.KeepAsync(unit, same, same.Unmerge(Actor.System, unit.Now));
            await work.NudgeAsync(unit, same.Id);
        }

        return null;
    }

    /// <summary>"Belum": back to work while it is proposed, reopened once it is closed (policy 2).</summary>
    private async Task<Refusal?> ObjectAsync(Unit unit, Report report, ReporterDeed deed)
    {
        var wasHoax = report is { Status: ReportStatus.Closed, Outcome: ReportOutcome.Hoax };
        if (await KeepAsync(unit, report, deed) is { } why)
        {
            return why;
        }

        if (wasHoax)
        {
            await reputation.CountAsync(unit, report.Id, by: -1); // not for good any more
        }

        if (report.Status == ReportStatus.Offered)
        {
            await routing.DealAgainAsync(unit, report);
        }

        await TellAsync(unit, report, new Notice.SentBack(report.CaseNumber, ByReporter: true));
        return null;
    }

    /// <summary>Tells the lead; where nobody leads, everyone who was offered the report.</summary>
    private async Task TellAsync(Unit unit, Report report, Notice notice)
    {
        var cards = (await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support, Part.Screener)).Where(card => card.OfferedAt <= unit.Now);
        foreach (var card in report.Lead is { } lead ? cards.Where(card => card.Officer == lead) : cards)
        {
            await work.NotifyAsync(unit, card.Officer, notice, report);
        }
    }
}
