using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Web.Cases;

/// <summary>What a viewer may do with a case as it stands: the lifecycle decides, and what there is to decide about (policy 2).</summary>
public static class CaseChoices
{
    /// <summary>Actions that the back office offers, in the order of its buttons.</summary>
    public static readonly IReadOnlyList<ReportAction> Offered =
    [
        ReportAction.Accept, ReportAction.TakeOver, ReportAction.AcceptHandOver, ReportAction.Verify, ReportAction.SendBack, ReportAction.Offer, ReportAction.Screen,
        ReportAction.StartWork, ReportAction.Resume, ReportAction.CheckWatch, ReportAction.ProposeResolution, ReportAction.ReviewAfterwards, ReportAction.StillWorking,
        ReportAction.RecordReceipt, ReportAction.Call, ReportAction.CountCasualties, ReportAction.Refer, ReportAction.Wait, ReportAction.Note, ReportAction.PassOn,
        ReportAction.ProposeHandOver, ReportAction.Release, ReportAction.Decline, ReportAction.WarnPublic, ReportAction.Dismiss, ReportAction.Quarantine, ReportAction.Reopen,
    ];

    public static IReadOnlyList<ReportAction> Possible(CaseView view) => view.Desk is not { } desk
        ? []
        : [.. Offered.Where(action => Lifecycle.Next(view.Report.Status, action, desk.Actor.Role) is Outcome<ReportStatus>.Done && Fits(view, desk, action))];

    /// <summary>The lead and the coordinator talk with the resident (policy 5.8).</summary>
    public static bool MayAsk(CaseView view) => view.Report.IsOpen && view.Desk is { Actor.Role: Role.Lead or Role.Coordinator };

    /// <summary>Those who were asked and have not answered: whom one could ring up (policy 3, level 3).</summary>
    public static IEnumerable<SeatLine> Callable(CaseView view) =>
        view.Seats.Where(seat => seat is { OfferedAt: not null, WithdrawnAt: null, Part: Part.Lead or Part.Support } && seat.Officer != view.Desk?.Card.Officer && !seat.IsLead);

    /// <summary>The viewer's card, or the desk of a coordinator, which needs none; null for who only reads.</summary>
    internal static OfficerCase? DeskOf(Report report, CardRow? own, Viewer viewer, DateTimeOffset now) =>
        own is { OfferedAt: { } offered } && offered <= now ? new OfficerCase(report, own)
        : viewer.IsCoordinator ? new OfficerCase(report, new CardRow
        {
            Report = report.Id,
            Officer = viewer.Officer,
            Seat = Domain.Rosters.Seat.Koordinator.Code,
            Part = Part.Screener,
            Tier = AudienceTier.Full,
            OfferedAt = now,
        })
        : null;

    private static bool Fits(CaseView view, OfficerCase desk, ReportAction action) => action switch
    {
        ReportAction.Accept => desk.Card is { WithdrawnAt: null, Part: not Part.Copy },
        ReportAction.PassOn or ReportAction.Decline => desk.Card.WithdrawnAt is null,
        ReportAction.Verify or ReportAction.SendBack => desk.Card.Part != Part.Copy,
        ReportAction.StartWork => view.Report.Status == ReportStatus.Accepted,
        ReportAction.StillWorking => view.Report.Status != ReportStatus.Accepted || view.Report.Renewals < Report.FreeRenewals,
        ReportAction.AcceptHandOver => view.Report.HandOverTo == desk.Card.Officer,
        ReportAction.TakeOver => desk.Actor.Role != Role.Lead && desk.Card is { Part: Part.Lead, WithdrawnAt: null } && desk.Card.Seat != view.Report.LeadSeat && view.Report.Status != ReportStatus.Referred,
        ReportAction.ProposeHandOver => view.Seats.Any(seat => !seat.IsLead && seat is { OfferedAt: not null, WithdrawnAt: null, Part: Part.Lead or Part.Support }),
        ReportAction.RecordReceipt => !view.Report.HasReferralReceipt,
        ReportAction.Wait => view.Report.Priority != Priority.P0,
        ReportAction.Call => view.Report.Lead is null && Callable(view).Any(),
        ReportAction.Refer => view.Report.Status != ReportStatus.ResolutionProposed,
        ReportAction.Offer => desk.Card.Part == Part.Screener,
        ReportAction.CountCasualties => view.Kind.CountsVictims && MayTell(desk),
        ReportAction.CheckWatch => view.Cluster.PendingCheck is not null && MayTell(desk),
        ReportAction.WarnPublic => view.Kind.CountsVictims,
        ReportAction.ReviewAfterwards => view.Cluster.ReviewMissing,
        _ => true,
    };

    private static bool MayTell(OfficerCase desk) =>
        desk.Card.WithdrawnAt is null && (desk.Card.Tier == AudienceTier.Full || desk.Actor.Role == Role.Lead || Watch.IsHealth(desk.Card.Seat));
}
