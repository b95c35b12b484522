using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>What a lead does between accepting and resolving (policy 2, 4.3).</summary>
public sealed class WorkOnReport(
    Jurisdiction jurisdiction, CaseWork work, TakeReport take, RouteReport routing, ReportVault vault, ReputationBook reputation, CareForVictims care)
{
    private const int LongestNote = 1000;

    /// <summary>What is done between two waits, so that the second is a wait of its own (policy 2).</summary>
    private static readonly ReportAction[] Doings =
    [
        ReportAction.Accept, ReportAction.TakeOver, ReportAction.AcceptHandOver, ReportAction.Succeed, ReportAction.StartWork, ReportAction.Note,
        ReportAction.SendBack, ReportAction.RecordReceipt,
    ];

    public Task<Outcome<ReportFact>> StartAsync(Unit unit, OfficerCase by) =>
        KeepAsync(unit, by, by.Report.StartWork(by.Actor, unit.Now));

    /// <summary>A note of what was done. The lead's first is work begun, with the clocks of that (policy 2).</summary>
    public async Task<Outcome<ReportFact>> NoteAsync(Unit unit, OfficerCase by, string text)
    {
        if (vault.SealText(by.Report.Id, Cut(text)) is not { } sealedText)
        {
            return new Refusal.Stale();
        }

        var before = by.Report.Status;
        var kept = await KeepAsync(unit, by, by.Report.Note(by.Actor, sealedText, unit.Now));
        if (by.Report.Status != before)
        {
            await work.ReplaceDeadlinesAsync(unit, by.Report);
        }

        return kept;
    }

    /// <summary>"Masih ditangani": renews the release clock once, and the resident sees it (policy 3).</summary>
    public Task<Outcome<ReportFact>> KeepWorkingAsync(Unit unit, OfficerCase by) =>
        KeepAsync(unit, by, by.Report.KeepWorking(by.Actor, unit.Now));

    /// <summary>Puts it off. Longer than the lead may: the coordinator is asked, who decides with one tap (policy 2).</summary>
    public async Task<Outcome<ReportFact>> WaitAsync(Unit unit, OfficerCase by, TimeSpan wait)
    {
        var moved = by.Report.Wait(by.Actor, unit.Now + wait, $"{(int)wait.TotalHours} h", unit.Now, await WaitingSinceAsync(unit, by.Report));
        if (moved is Outcome<ReportFact>.Refused(Refusal.NeedsCoordinator) && by.Actor.Role == Role.Lead)
        {
            await AskToWaitAsync(unit, by, (int)wait.TotalDays);
        }

        return await work.KeepAsync(unit, by.Report, moved, by.Card.Officer, unit.Now + wait);
    }

    public Task<Outcome<ReportFact>> ResumeAsync(Unit unit, OfficerCase by) =>
        KeepAsync(unit, by, by.Report.Resume(by.Actor, unit.Now));

    public async Task<Outcome<ReportFact>> ReleaseAsync(Unit unit, OfficerCase by)
    {
        var kept = await KeepAsync(unit, by, by.Report.Release(by.Actor, unit.Now));
        if (kept is Outcome<ReportFact>.Done)
        {
            await routing.BackOnOfferAsync(unit, by.Report);
        }

        return kept;
    }

    /// <summary>Asks another seat to take over: whoever of it is there. Until they accept, the giver stays responsible (policy 4.2, 4.3).</summary>
    public async Task<Outcome<ReportFact>> ProposeHandOverAsync(Unit unit, OfficerCase by, string seat)
    {
        var roster = await unit.Db.RosterAsync(unit.Now, jurisdiction.Local);
        var there = Roster.OnDuty([.. roster.Postings.Where(held => held.Seat.Code == seat && held.Officer != by.Card.Officer).OrderBy(held => held.IsDeputy)]);
        var cards = await CaseWork.CardsAsync(unit, by.Report.Id, Part.Lead, Part.Support);
        var to = there.Select(held => cards.Find(card => card.Officer == held.Officer && card.Seat == seat)).OfType<CardRow>().FirstOrDefault();
        if (to is null)
        {
            return new Refusal.NobodyReachable();
        }

        var kept = await KeepAsync(unit, by, by.Report.ProposeHandOver(by.Actor, to.Officer, seat, unit.Now));
        if (kept is Outcome<ReportFact>.Done)
        {
            if (to.OfferedAt is null)
            {
                await work.SendCardAsync(unit, by.Report, to); // a deputy who was never asked has not seen it
            }

            await work.NotifyAsync(unit, to.Officer, new Notice.HandOverOffered(by.Report.CaseNumber, by.Card.Seat), by.Report);
        }

        return kept;
    }

    public Task<Outcome<ReportFact>> AcceptHandOverAsync(Unit unit, OfficerCase by) =>
        take.HandleAsync(unit, by, () => by.Report.AcceptHandOver(by.Actor, unit.Now));

    /// <summary>Proposes how it ended. Telling it is work, so a report that was only accepted passes through InProgress first.</summary>
    /// <param name="proof">Photos or documents of the officer, cleaned; needed where the category asks for evidence (policy 2).</param>
    public async Task<Outcome<ReportFact>> ProposeResolutionAsync(
        Unit unit, OfficerCase by, ReportOutcome outcome, string text, IReadOnlyList<EvidenceRef>? proof = null)
    {
        if (text.Trim().Length < Report.MinimumResolution)
        {
            return new Refusal.TooShort(Report.MinimumResolution);
        }

        if (LinkCheck.Refuses(text) is { } refused)
        {
            return refused; // the resident reads it too
        }

        if (vault.SealText(by.Report.Id, text.Trim()) is not { } sealedText)
        {
            return new Refusal.Stale();
        }

        var asks = jurisdiction.Programmes.Find(by.Report.Category)?.EvidenceToClose == true;
        if (asks && proof is not { Count: > 0 } && by.Actor.Role == Role.Lead && by.Report.Status is ReportStatus.Accepted or ReportStatus.Waiting or ReportStatus.InProgress or ReportStatus.Referred)
        {
            return new Refusal.NeedsEvidence(); // before anything has moved
        }

        if (by.Report.Status is ReportStatus.Accepted)
        {
            await KeepAsync(unit, by, by.Report.StartWork(by.Actor, unit.Now));
        }

        if (by.Report.Status is ReportStatus.Waiting)
        {
            await KeepAsync(unit, by, by.Report.Resume(by.Actor, unit.Now));
        }

        var kept = await KeepAsync(unit, by, by.Report.ProposeResolution(by.Actor, outcome, text, sealedText, unit.Now, lacksEvidence: asks && proof is not { Count: > 0 }));
        if (kept is Outcome<ReportFact>.Done)
        {
            await KeepProofAsync(unit, by.Report, proof ?? []);
            foreach (var card in await CaseWork.CardsAsync(unit, by.Report.Id, Part.Lead, Part.Support, Part.Screener))
            {
                if (card.OfferedAt is not null && card.Officer != by.Card.Officer)
                {
                    await work.NotifyAsync(unit, card.Officer, new Notice.VerifyPlease(by.Report.CaseNumber, by.Card.Seat), by.Report);
                }
            }
        }

        return kept;
    }

    /// <summary>Whoever resolves does not verify (policy 1.8).</summary>
    public async Task<Outcome<ReportFact>> VerifyAsync(Unit unit, OfficerCase by)
    {
        var kept = await KeepAsync(unit, by, by.Report.Verify(by.Actor, unit.Now));
        if (kept is Outcome<ReportFact>.Done)
        {
            if (by.Report.Outcome == ReportOutcome.Hoax)
            {
                await reputation.CountAsync(unit, by.Report.Id); // two people said so (policy 5.3)
            }

            await care.ClosedAsync(unit, by.Report);
        }

        return kept;
    }

    public async Task<Outcome<ReportFact>> SendBackAsync(Unit unit, OfficerCase by)
    {
        var kept = await KeepAsync(unit, by, by.Report.SendBack(by.Actor, null, unit.Now));
        if (kept is Outcome<ReportFact>.Done && by.Report.Lead is { } lead)
        {
            await work.NotifyAsync(unit, lead, new Notice.SentBack(by.Report.CaseNumber, ByReporter: false), by.Report);
        }

        return kept;
    }

    private async Task KeepProofAsync(Unit unit, Report report, IReadOnlyList<EvidenceRef> proof)
    {
        if (proof.Count > 0
            && await vault.ChangeContentAsync(unit.Db, report.Id, content => content with { Proof = [.. content.Proof, .. proof] }))
        {
            await FileReport.ClaimEvidenceAsync(unit, report.Id, proof);
        }
    }

    /// <summary>When the first of several waits began between which nothing was done; null where this is the first.</summary>
    private static async Task<DateTimeOffset?> WaitingSinceAsync(Unit unit, Report report)
    {
        var facts = await unit.Db.Facts.AsNoTracking().Where(fact => fact.Report == report.Id && (fact.Action == ReportAction.Wait || Doings.Contains(fact.Action)))
            .OrderByDescending(fact => fact.Sequence).Select(fact => new { fact.Action, fact.At }).ToListAsync();
        return facts.TakeWhile(fact => fact.Action == ReportAction.Wait).LastOrDefault()?.At;
    }

    private async Task AskToWaitAsync(Unit unit, OfficerCase by, int days)
    {
        var coordinators = RouteReport.Screeners(by.Report, await unit.Db.RosterAsync(unit.Now, jurisdiction.Local));
        await routing.DealAsync(unit, by.Report, coordinators);
        foreach (var coordinator in coordinators)
        {
            var card = unit.Db.Cards.Local.First(row => row.Report == by.Report.Id && row.Officer == coordinator.Officer);
            await work.NotifyAsync(unit, coordinator.Officer, new Notice.WaitAsked(by.Report.CaseNumber, by.Card.Seat, days), by.Report, card: card.Id);
        }
    }

    private static string Cut(string text) => text.Trim() is { Length: > LongestNote } tooLong ? tooLong[..LongestNote] : text.Trim();

    private Task<Outcome<ReportFact>> KeepAsync(Unit unit, OfficerCase by, Outcome<ReportFact> moved) =>
        work.KeepAsync(unit, by.Report, moved, by.Card.Officer);
}
