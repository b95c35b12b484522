using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Retention;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>What a resident sees of a report: the four words, what has happened, and what was asked.</summary>
/// <param name="IsFollowed">Whether somebody asked to be told of news.</param>
/// <param name="Happened">Kinds of facts with local dates; no names, no seats that could be visited in anger, no plans.</param>
public sealed record ReporterView(
    ReportId Report,
    string Category,
    ResidentWord Word,
    ReportOutcome? Outcome,
    ReportStatus Status,
    bool IsOpen,
    bool CanReopen,
    bool CanWithdraw,
    IReadOnlyList<(ReportAction Action, DateTimeOffset At)> Happened,
    IReadOnlyList<(bool FromOfficer, bool Open, string Text)> Messages,
    string? Resolution,
    bool IsFollowed)
{
    /// <summary>An emergency that still runs; it cannot be withdrawn either.</summary>
    public bool IsEmergency => IsOpen && !CanWithdraw;
}

/// <summary>What a resident may do with a receipt, from any account (threat-model 3).</summary>
public sealed class FollowUp(
    Jurisdiction jurisdiction, CaseWork work, RouteReport routing, ReportVault vault, ReporterChannel channel, ReputationBook reputation, Randomness random)
{
    private static readonly ReportAction[] Told =
    [
        ReportAction.Offer, ReportAction.Screen, ReportAction.Accept, ReportAction.StartWork, ReportAction.Wait, ReportAction.Refer,
        ReportAction.ProposeResolution, ReportAction.Verify, ReportAction.CloseUnverified, ReportAction.Dismiss, ReportAction.Reopen,
        ReportAction.Withdraw, ReportAction.SendBack, ReportAction.StillWorking,
    ];

    public async Task<ReporterView?> ReadAsync(Unit unit, Receipt receipt)
    {
        var hash = receipt.Hash;
        return await unit.Db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.ReceiptHash == hash) is { } report
            ? await ViewAsync(unit.Db, report, unit.Now)
            : null;
    }

    /// <summary>What whoever holds the receipt is shown.</summary>
    public async Task<ReporterView> ViewAsync(TriageDb db, Report report, DateTimeOffset now)
    {
        // While it is merged the resident reads the words of the report that went on, and nothing else of it (policy 5.2).
        var told = report;
        while (told.MergedInto is { } other && await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == other) is { } survivor)
        {
            told = survivor; // which may have been merged in its turn; never in a circle, since only an open report survives
        }

        var reads = channel.IsOpen(report, now);
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.Report == report.Id).OrderBy(fact => fact.Sequence).ToListAsync();
        var messages = await db.Messages.AsNoTracking().Where(message => reads && message.Report == report.Id).OrderBy(message => message.At).ToListAsync();
        var resolution = facts.LastOrDefault(fact => fact.Action is ReportAction.ProposeResolution or ReportAction.Dismiss)?.SealedText;
        return new ReporterView(
            report.Id,
            report.Category,
            told.Word,
            told.Outcome,
            told.Status,
            report.IsOpen,
            CanReopen: report.Status == ReportStatus.Closed && !report.ReopenedByReporter && report.Outcome != ReportOutcome.Withdrawn && now - report.ClosedAt <= TimeSpan.FromDays(30),
            CanWithdraw: report.IsOpen && report.Priority != Priority.P0,
            Happened(facts),
            [.. from message in messages
                let text = vault.OpenText(report.Id, message.SealedText)
                where text is not null
                select (message.Officer is not null, message.Open, text)],
            report.Status is ReportStatus.ResolutionProposed or ReportStatus.Closed && resolution is not null && reads
                ? vault.OpenText(report.Id, resolution)
                : null,
            IsFollowed: await db.Contacts.AnyAsync(row => row.Report == report.Id));
    }

    /// <summary>A note is nobody's business but the officers'; that it began the work is the resident's too.</summary>
    private static IReadOnlyList<(ReportAction Action, DateTimeOffset At)> Happened(List<ReportFact> facts) =>
    [
        .. from pair in facts.Zip(facts.Select(fact => fact.Status).Prepend(ReportStatus.Received), (fact, before) => (fact, before))
           let action = pair.fact is { Action: ReportAction.Note, Status: ReportStatus.InProgress } && pair.before == ReportStatus.Accepted ? ReportAction.StartWork : pair.fact.Action
           where Told.Contains(action)
           select (action, pair.fact.At),
    ];

    /// <summary>Adds words or evidence; answers the question that waits, where there is one.</summary>
    /// <returns>False where nobody would read it any more: the channel is closed (policy 5.8) or the report shredded.</returns>
    public async Task<bool> AddAsync(Unit unit, ReportId id, string? text, IReadOnlyList<EvidenceRef> evidence)
    {
        if (await CaseWork.FindAsync(unit, id) is not { } report
            || !channel.IsOpen(report, unit.Now)
            || vault.SealText(id, text ?? "") is not { } sealedText)
        {
            return false;
        }

        var open = await unit.Db.Messages.Where(message => message.Report == id && message.Open).ToListAsync();
        open.ForEach(question => question.Open = false);
        if (text is not null)
        {
            unit.Db.Messages.Add(new MessageRow { Id = random.Id(), Report = id, At = unit.Now, SealedText = sealedText });
        }

        if (evidence.Count > 0)
        {
            await AddEvidenceAsync(unit, report, evidence);
        }

        var visible = work.Blurred(report, unit.Now);
        foreach (var card in await AddresseesAsync(unit, report))
        {
            await work.NotifyAsync(unit, card.Officer, new Notice.ReporterWrote(report.CaseNumber, Answer: open.Count > 0), report, visible);
        }

        await work.RefreshCardsAsync(unit, report, visible: visible);
        return true;
    }

    /// <summary>Who takes the own report back takes back nobody else's: what was merged into it goes its own way again (policy 1.3, 5.2).</summary>
    public async Task<Outcome<ReportFact>> WithdrawAsync(Unit unit, ReportId id)
    {
        if (await CaseWork.FindAsync(unit, id) is not { } report)
        {
            return new Refusal.NotFound();
        }

        var visible = work.Blurred(report, unit.Now);
        var kept = await work.KeepAsync(unit, report, report.Withdraw(unit.Now), visible: visible);
        if (kept is Outcome<ReportFact>.Done)
        {
            foreach (var same in await unit.Db.Reports.Where(other => other.MergedInto == id).ToListAsync())
            {
                await work.KeepAsync(unit, same, same.Unmerge(Actor.System, unit.Now), visible: visible);
                await work.NudgeAsync(unit, same.Id);
            }
        }

        return kept;
    }

    public async Task<Outcome<ReportFact>> ConfirmAsync(Unit unit, ReportId id) => await CaseWork.FindAsync(unit, id) is { } report
        ? await work.KeepAsync(unit, report, report.Confirm(unit.Now), visible: work.Blurred(report, unit.Now))
        : new Refusal.NotFound();

    /// <summary>"Belum": back to work while it is proposed, reopened once it is closed (policy 2).</summary>
    public async Task<Outcome<ReportFact>> ObjectAsync(Unit unit, ReportId id, string reason)
    {
        if (await CaseWork.FindAsync(unit, id) is not { } report)
        {
            return new Refusal.NotFound();
        }

        if (vault.SealText(id, reason) is not { } text)
        {
            return new Refusal.Stale();
        }

        var wasHoax = report is { Status: ReportStatus.Closed, Outcome: ReportOutcome.Hoax };
        var moved = report.Status == ReportStatus.Closed
            ? report.Reopen(Actor.Reporter, report.TimersFor(Urgency.Raised(report.Priority), jurisdiction.Timers), text, unit.Now)
            : report.SendBack(Actor.Reporter, text, unit.Now);
        var visible = work.Blurred(report, unit.Now);
        var kept = await work.KeepAsync(unit, report, moved, visible: visible);
        if (kept is Outcome<ReportFact>.Done)
        {
            if (wasHoax)
            {
                await reputation.CountAsync(unit, id, by: -1); // not for good any more
            }

            if (report.Status == ReportStatus.Offered)
            {
                await routing.DealAgainAsync(unit, report, visible);
            }

            foreach (var card in await AddresseesAsync(unit, report))
            {
                await work.NotifyAsync(unit, card.Officer, new Notice.SentBack(report.CaseNumber, ByReporter: true), report, visible);
            }
        }

        return kept;
    }

    /// <summary>The lead; where nobody leads, everyone who was offered the report.</summary>
    private static async Task<IEnumerable<CardRow>> AddresseesAsync(Unit unit, Report report)
    {
        var cards = (await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support, Part.Screener)).Where(card => card.OfferedAt <= unit.Now);
        return report.Lead is { } lead ? cards.Where(card => card.Officer == lead) : cards;
    }

    private async Task AddEvidenceAsync(Unit unit, Report report, IReadOnlyList<EvidenceRef> evidence)
    {
        if (await unit.Db.Contents.SingleOrDefaultAsync(row => row.Report == report.Id) is { } row
            && vault.OpenContent(report.Id, row.Sealed) is { } content
            && vault.SealContent(report.Id, content with { Evidence = [.. content.Evidence, .. evidence] }) is { } sealedContent)
        {
            row.Sealed = sealedContent;
            report.AddEvidence(evidence.Count);
            await FileReport.ClaimEvidenceAsync(unit, report.Id, evidence);
        }
    }
}
