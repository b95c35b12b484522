using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Reports;

/// <summary>What a lead does between accepting and resolving (policy 2, 4.3).</summary>
public sealed class WorkOnReport(CaseWork work, ReportVault vault)
{
    public Task<Outcome<ReportFact>> StartAsync(Unit unit, OfficerCase by) =>
        KeepAsync(unit, by, by.Report.StartWork(by.Actor, unit.Now));

    public Task<Outcome<ReportFact>> WaitAsync(Unit unit, OfficerCase by, TimeSpan wait) => work.KeepAsync(
        unit,
        by.Report,
        by.Report.Wait(by.Actor, unit.Now + wait, $"{(int)wait.TotalHours} h", unit.Now),
        by.Card.Officer,
        unit.Now + wait);

    public Task<Outcome<ReportFact>> ResumeAsync(Unit unit, OfficerCase by) =>
        KeepAsync(unit, by, by.Report.Resume(by.Actor, unit.Now));

    public Task<Outcome<ReportFact>> ReleaseAsync(Unit unit, OfficerCase by) =>
        KeepAsync(unit, by, by.Report.Release(by.Actor, unit.Now));

    /// <summary>A note among officers, which no resident reads. The lead's first note is a first action (policy 2, Accepted).</summary>
    public async Task<Outcome<ReportFact>> NoteAsync(Unit unit, OfficerCase by, string text)
    {
        if (vault.SealText(by.Report.Id, text) is not { } sealedText)
        {
            return new Refusal.Stale();
        }

        if (by.Report.Status == ReportStatus.Accepted && by.Actor.Role == Role.Lead)
        {
            await KeepAsync(unit, by, by.Report.StartWork(by.Actor, unit.Now));
        }

        return await KeepAsync(unit, by, by.Report.Note(by.Actor, sealedText, unit.Now));
    }

    /// <summary>Asks another seat to take over. Until they accept, the giver stays responsible (policy 4.3).</summary>
    public async Task<Outcome<ReportFact>> ProposeHandOverAsync(Unit unit, OfficerCase by, string seat)
    {
        var cards = await CaseWork.CardsAsync(unit, by.Report.Id, Part.Lead, Part.Support);
        if (cards.Find(card => card.Seat == seat && card.OfferedAt is not null && card.Officer != by.Card.Officer) is not { } to)
        {
            return new Refusal.NobodyReachable();
        }

        var kept = await KeepAsync(unit, by, by.Report.ProposeHandOver(by.Actor, to.Officer, seat, unit.Now));
        if (kept is Outcome<ReportFact>.Done)
        {
            await work.NotifyAsync(unit, to.Officer, new Notice.HandOverOffered(by.Report.CaseNumber, by.Card.Seat), by.Report);
        }

        return kept;
    }

    public Task<Outcome<ReportFact>> AcceptHandOverAsync(Unit unit, OfficerCase by) =>
        KeepAsync(unit, by, by.Report.AcceptHandOver(by.Actor, unit.Now));

    /// <summary>Proposes how it ended. Telling it is work, so a report that was only accepted passes through InProgress first.</summary>
    public async Task<Outcome<ReportFact>> ProposeResolutionAsync(Unit unit, OfficerCase by, ReportOutcome outcome, string text)
    {
        if (text.Trim().Length < Report.MinimumResolution)
        {
            return new Refusal.TooShort(Report.MinimumResolution);
        }

        if (vault.SealText(by.Report.Id, text.Trim()) is not { } sealedText)
        {
            return new Refusal.Stale();
        }

        if (by.Report.Status is ReportStatus.Accepted)
        {
            await KeepAsync(unit, by, by.Report.StartWork(by.Actor, unit.Now));
        }

        if (by.Report.Status is ReportStatus.Waiting)
        {
            await KeepAsync(unit, by, by.Report.Resume(by.Actor, unit.Now));
        }

        var kept = await KeepAsync(unit, by, by.Report.ProposeResolution(by.Actor, outcome, text, sealedText, unit.Now));
        if (kept is Outcome<ReportFact>.Done)
        {
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
    public Task<Outcome<ReportFact>> VerifyAsync(Unit unit, OfficerCase by) =>
        KeepAsync(unit, by, by.Report.Verify(by.Actor, unit.Now));

    public async Task<Outcome<ReportFact>> SendBackAsync(Unit unit, OfficerCase by)
    {
        var kept = await KeepAsync(unit, by, by.Report.SendBack(by.Actor, null, unit.Now));
        if (kept is Outcome<ReportFact>.Done && by.Report.Lead is { } lead)
        {
            await work.NotifyAsync(unit, lead, new Notice.SentBack(by.Report.CaseNumber, ByReporter: false), by.Report);
        }

        return kept;
    }

    private Task<Outcome<ReportFact>> KeepAsync(Unit unit, OfficerCase by, Outcome<ReportFact> moved) =>
        work.KeepAsync(unit, by.Report, moved, by.Card.Officer);
}
