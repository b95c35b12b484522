using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Retention;
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
public sealed class FollowUp(ReporterDeeds deeds, ReportVault vault, ReporterChannel channel)
{
    private static readonly ReportAction[] Told =
    [
        ReportAction.Offer, ReportAction.Screen, ReportAction.Accept, ReportAction.StartWork, ReportAction.Wait, ReportAction.Refer,
        ReportAction.ProposeResolution, ReportAction.Verify, ReportAction.CloseUnverified, ReportAction.Dismiss, ReportAction.Reopen,
        ReportAction.Withdraw, ReportAction.SendBack, ReportAction.StillWorking,
    ];

    /// <summary>What the resident is shown: also what they did themselves and officers do not see yet.</summary>
    /// <returns>Null where no report has this receipt.</returns>
    public async Task<ReporterView?> ReadAsync(Unit unit, Receipt receipt)
    {
        var hash = receipt.Hash;
        if (await unit.Db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.ReceiptHash == hash) is not { } report)
        {
            return null;
        }

        var waiting = await deeds.WaitingAsync(unit.Db, report.Id);
        var moved = waiting.Select(deed => deeds.Move(report, deed, unit.Now)).OfType<Outcome<ReportFact>.Done>().Select(done => done.Value).ToList();
        var view = await ViewAsync(unit.Db, report, unit.Now, moved);
        var said = waiting.Where(deed => deed.Act == ReporterAct.Add).ToList();
        return said.Count == 0 ? view : view with
        {
            Messages =
            [
                .. view.Messages.Select(message => message with { Open = false }),
                .. said.Where(deed => deed.Text is not null).Select(deed => (FromOfficer: false, Open: false, deed.Text!)),
            ],
        };
    }

    /// <summary>What whoever holds the receipt is shown of what has happened for everybody.</summary>
    public Task<ReporterView> ViewAsync(TriageDb db, Report report, DateTimeOffset now) => ViewAsync(db, report, now, []);

    /// <param name="waiting">Facts of the resident's own that nobody else sees yet; the report is already moved by them.</param>
    private async Task<ReporterView> ViewAsync(TriageDb db, Report report, DateTimeOffset now, IReadOnlyList<ReportFact> waiting)
    {
        // While it is merged the resident reads the words of the report that went on, and nothing else of it (policy 5.2).
        var told = report;
        while (told.MergedInto is { } other && await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == other) is { } survivor)
        {
            told = survivor; // which may have been merged in its turn; never in a circle, since only an open report survives
        }

        var reads = channel.IsOpen(report, now);
        List<ReportFact> facts = [.. await db.Facts.AsNoTracking().Where(fact => fact.Report == report.Id).OrderBy(fact => fact.Sequence).ToListAsync(), .. waiting];
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
    public async Task<bool> AddAsync(Unit unit, ReportId id, string? text, IReadOnlyList<EvidenceRef> evidence) =>
        await deeds.TakeAsync(unit, id, new ReporterDeed(ReporterAct.Add, text, evidence)) is Outcome<ReporterDeed>.Done;

    /// <summary>Takes the report back; what was merged into it goes its own way again (policy 1.3, 5.2).</summary>
    public Task<Outcome<ReporterDeed>> WithdrawAsync(Unit unit, ReportId id) => deeds.TakeAsync(unit, id, new ReporterDeed(ReporterAct.Withdraw));

    /// <summary>"Sudah sesuai."</summary>
    public Task<Outcome<ReporterDeed>> ConfirmAsync(Unit unit, ReportId id) => deeds.TakeAsync(unit, id, new ReporterDeed(ReporterAct.Confirm));

    /// <summary>"Belum": back to work while it is proposed, reopened once it is closed (policy 2).</summary>
    public Task<Outcome<ReporterDeed>> ObjectAsync(Unit unit, ReportId id, string reason) =>
        deeds.TakeAsync(unit, id, new ReporterDeed(ReporterAct.Object, reason));

    /// <summary>What was tapped about the victims of an emergency (policy 5.5).</summary>
    public Task<Outcome<ReporterDeed>> TellOfVictimsAsync(Unit unit, ReportId id, VictimsTold told, Coordinates? at = null) =>
        deeds.TakeAsync(unit, id, new ReporterDeed(ReporterAct.TellOfVictims, Victims: told, At: at));
}
