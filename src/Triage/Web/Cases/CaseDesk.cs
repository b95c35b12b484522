using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Cases;

/// <summary>
/// Does from the back office what a tap does from a card: the same use cases, the same rules. A coordinator needs no card; an auditor
/// changes nothing (policy 2, roles).
/// </summary>
public sealed class CaseDesk(Committer committer, CaseActs acts, AskReporter ask, AuditLog audit, Randomness random)
{
    public Task<Outcome<ReportFact>> DoAsync(Viewer viewer, string number, CaseCommand command, CancellationToken ct) =>
        committer.CommitAsync(unit => DoAsync(unit, viewer, number, command), ct);

    public async Task<Outcome<ReportFact>> DoAsync(Unit unit, Viewer viewer, string number, CaseCommand command)
    {
        if (await FindAsync(unit, viewer, number) is not { } found)
        {
            return new Refusal.NotFound();
        }

        if (found.Report.Version != command.Version)
        {
            return new Refusal.Stale();
        }

        // Whoever answers for a report has its card in Telegram too. A coordinator who refers what nobody leads will lead it (policy 2).
        var deskless = found.Card.Id == 0
            && (command.Action is ReportAction.Accept or ReportAction.TakeOver || (command.Action == ReportAction.Refer && found.Report.Lead is null));
        if (deskless)
        {
            found.Card.Id = CardRow.NewId(random);
            unit.Db.Cards.Add(found.Card);
        }

        var done = await acts.ActAsync(unit, found, command);
        if (deskless && done is not Outcome<ReportFact>.Done)
        {
            unit.Db.Cards.Remove(found.Card);
        }

        if (done is Outcome<ReportFact>.Done)
        {
            await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Acted, command.Proof.Count == 0 ? $"{number} {command.Action}" : $"{number} {command.Action} {command.Proof.Count}");
            await CaseWriters.DoneAsync(unit, viewer, found.Report.Id);
        }

        return done;
    }

    public Task<Refusal?> AskAsync(Viewer viewer, string number, string text, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (await FindAsync(unit, viewer, number) is not { } found)
            {
                return new Refusal.NotFound();
            }

            if (found.Actor.Role is not (Role.Lead or Role.Coordinator))
            {
                return new Refusal.NotYours(ReportAction.Note, found.Actor.Role);
            }

            await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Acted, $"{number} Ask");
            await CaseWriters.DoneAsync(unit, viewer, found.Report.Id);
            return (await ask.HandleAsync(unit, found, text)).Refusal;
        },
        ct);

    /// <summary>Marks another case as telling the same (policy 5.2); merging is a step of its own.</summary>
    public Task<Refusal?> MarkAlikeAsync(Viewer viewer, string number, string other, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (await FindAsync(unit, viewer, number) is not { } found)
            {
                return new Refusal.NotFound();
            }

            if (await MergeReports.MarkAsync(unit, found, other) is { } why)
            {
                return why is Refusal.NotFound ? new Refusal.OutOfTurn(found.Report.Status, ReportAction.Merge) : why; // the case itself is there
            }

            await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Acted, $"{number} MarkAlike {other}");
            return null;
        },
        ct);

    private static async Task<OfficerCase?> FindAsync(Unit unit, Viewer viewer, string number)
    {
        if (await VisibleReports.For(unit.Db, viewer).Where(report => report.CaseNumber == number).Select(report => (ReportId?)report.Id).SingleOrDefaultAsync() is not { } id)
        {
            return null;
        }

        var card = await unit.Db.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Report == id && row.Officer == viewer.Officer && row.OfferedAt <= unit.Now);
        if (card is not null)
        {
            return await OfficerCase.FindAsync(unit, card.Id, viewer.Officer);
        }

        return viewer.IsCoordinator && await CaseWork.FindAsync(unit, id) is { } report ? CaseChoices.DeskOf(report, null, viewer, unit.Now) : null;
    }
}
