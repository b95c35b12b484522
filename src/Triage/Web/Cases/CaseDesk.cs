using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Cases;

/// <summary>What a form of the case page asks for.</summary>
/// <param name="Version">Of the report that the page showed; another one means that the page was behind.</param>
public sealed record CaseCommand(
    ReportAction Action, int Version, string? Text = null, KecamatanCode? Kecamatan = null, string? Seat = null, ReportOutcome? Outcome = null, int? Hours = null);

/// <summary>
/// Does from the back office what a tap does from a card: the same use cases, the same rules. A coordinator needs no card; an auditor
/// changes nothing (policy 2, roles).
/// </summary>
public sealed class CaseDesk(Committer committer, AnswerOffer answer, WorkOnReport work, ScreenReport screen, AskReporter ask, AuditLog audit, Randomness random)
{
    /// <summary>Actions that the back office offers, in the order of its buttons.</summary>
    public static readonly IReadOnlyList<ReportAction> Offered =
    [
        ReportAction.Accept, ReportAction.TakeOver, ReportAction.AcceptHandOver, ReportAction.Verify, ReportAction.SendBack, ReportAction.Offer,
        ReportAction.StartWork, ReportAction.Resume, ReportAction.ProposeResolution, ReportAction.Wait, ReportAction.Note, ReportAction.PassOn, ReportAction.ProposeHandOver,
        ReportAction.Release, ReportAction.Decline, ReportAction.Dismiss, ReportAction.Quarantine,
    ];

    /// <summary>What this viewer may do with the case as it stands.</summary>
    public static IReadOnlyList<ReportAction> Possible(CaseView view, Viewer viewer)
    {
        if (ActorOf(view, viewer) is not { } actor)
        {
            return [];
        }

        var role = view.Report.As(actor).Role;
        return [.. Offered.Where(action => Lifecycle.Next(view.Report.Status, action, role) is Outcome<ReportStatus>.Done
            && Fits(view, viewer, action, role))];
    }

    /// <summary>The lead and the coordinator talk with the resident (policy 5.8).</summary>
    public static bool MayAsk(CaseView view, Viewer viewer) =>
        view.Report.IsOpen && ActorOf(view, viewer) is { } actor && view.Report.As(actor).Role is Role.Lead or Role.Coordinator;

    public Task<Outcome<ReportFact>> DoAsync(Viewer viewer, string number, CaseCommand command, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (await FindAsync(unit, viewer, number) is not { } found)
            {
                return new Refusal.NotFound();
            }

            if (found.Report.Version != command.Version)
            {
                return new Refusal.Stale();
            }

            var deskless = found.Card.Id == 0 && command.Action is ReportAction.Accept or ReportAction.TakeOver;
            if (deskless)
            {
                found.Card.Id = CardRow.NewId(random); // whoever answers for a report has its card in Telegram too
                unit.Db.Cards.Add(found.Card);
            }

            var done = await ActAsync(unit, found, command);
            if (deskless && done is not Outcome<ReportFact>.Done)
            {
                unit.Db.Cards.Remove(found.Card);
            }

            if (done is Outcome<ReportFact>.Done)
            {
                await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Acted, $"{number} {command.Action}");
                await CaseWriters.DoneAsync(unit, viewer, found.Report.Id);
            }

            return done;
        },
        ct);

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

    private Task<Outcome<ReportFact>> ActAsync(Unit unit, OfficerCase by, CaseCommand command) => command switch
    {
        { Action: ReportAction.Accept } => answer.AcceptAsync(unit, by),
        { Action: ReportAction.TakeOver } => answer.TakeOverAsync(unit, by),
        { Action: ReportAction.AcceptHandOver } => work.AcceptHandOverAsync(unit, by),
        { Action: ReportAction.Verify } => work.VerifyAsync(unit, by),
        { Action: ReportAction.SendBack } => work.SendBackAsync(unit, by),
        { Action: ReportAction.StartWork } => work.StartAsync(unit, by),
        { Action: ReportAction.Resume } => work.ResumeAsync(unit, by),
        { Action: ReportAction.Release } => work.ReleaseAsync(unit, by),
        { Action: ReportAction.Decline } => answer.DeclineAsync(unit, by),
        { Action: ReportAction.Offer } => screen.OfferAsync(unit, by, command.Kecamatan),
        { Action: ReportAction.PassOn, Kecamatan: { } to } => answer.PassOnAsync(unit, by, to),
        { Action: ReportAction.Note, Text: { Length: > 0 } text } => work.NoteAsync(unit, by, text),
        { Action: ReportAction.Wait, Hours: > 0 and <= 24 * 30 } => work.WaitAsync(unit, by, TimeSpan.FromHours(command.Hours.Value)),
        { Action: ReportAction.ProposeHandOver, Seat: { } seat } => work.ProposeHandOverAsync(unit, by, seat),
        { Action: ReportAction.ProposeResolution, Outcome: { } outcome } => work.ProposeResolutionAsync(unit, by, outcome, command.Text ?? ""),
        { Action: ReportAction.Dismiss, Outcome: { } outcome, Text: { Length: > 0 } text } => screen.DismissAsync(unit, by, outcome, text),
        { Action: ReportAction.Quarantine, Text: { Length: > 0 } text } => screen.QuarantineAsync(unit, by, text),
        _ => Task.FromResult<Outcome<ReportFact>>(new Refusal.Stale()),
    };

    private static bool Fits(CaseView view, Viewer viewer, ReportAction action, Role role) => action switch
    {
        ReportAction.StartWork => view.Report.Status == ReportStatus.Accepted,
        ReportAction.AcceptHandOver => view.Report.HandOverTo == viewer.Officer,
        ReportAction.TakeOver => role != Role.Lead && view.Seats.Any(seat => seat.Officer == viewer.Officer && seat.Part == Part.Lead),
        _ => true,
    };

    private static Actor? ActorOf(CaseView view, Viewer viewer) =>
        view.Seats.FirstOrDefault(seat => seat.Officer == viewer.Officer && seat.OfferedAt is not null) is { } own
            ? Actor.In(own.Seat, viewer.Officer)
            : viewer.IsCoordinator ? Actor.In(Seat.Koordinator.Code, viewer.Officer) : null;

    /// <summary>The viewer's card, or a coordinator's desk, which needs none.</summary>
    private static async Task<OfficerCase?> FindAsync(Unit unit, Viewer viewer, string number)
    {
        if (await VisibleReports.For(unit.Db, viewer).Where(report => report.CaseNumber == number).Select(report => (ReportId?)report.Id).SingleOrDefaultAsync() is not { } id)
        {
            return null;
        }

        var card = await unit.Db.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Report == id && row.Officer == viewer.Officer && row.OfferedAt != null);
        if (card is not null)
        {
            return await OfficerCase.FindAsync(unit, card.Id, viewer.Officer);
        }

        return viewer.IsCoordinator && await CaseWork.FindAsync(unit, id) is { } report
            ? new OfficerCase(report, new CardRow { Report = id, Officer = viewer.Officer, Seat = Seat.Koordinator.Code, Part = Part.Screener, Tier = AudienceTier.Full, OfferedAt = unit.Now })
            : null;
    }
}
