using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Reports;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>Menus and questions are for those who may do what they lead to; what is done at once, the rules decide (policy 2).</summary>
internal static class CardRights
{
    public static bool IsTheirs(OfficerCase it, CardAction action) => action switch
    {
        CardAction.WrongArea => it is { Report.Status: ReportStatus.Offered, Card.WithdrawnAt: null },
        CardAction.Postpone => it.Actor.Role is Role.Lead or Role.Coordinator, // over 72 hours is the coordinator's word (policy 2)
        CardAction.Ask or CardAction.HandOver or CardAction.Resolve or CardAction.ResolveAs => it.Actor.Role == Role.Lead,
        CardAction.Note => Follows(it, ReportAction.Note),
        CardAction.Refer or CardAction.ReferTo or CardAction.ReferWithin => Follows(it, ReportAction.Refer),
        CardAction.Receipt => Follows(it, ReportAction.RecordReceipt),
        CardAction.Casualties or CardAction.CasualtiesEdit or CardAction.CasualtiesType => Follows(it, ReportAction.CountCasualties),
        CardAction.Review => Follows(it, ReportAction.ReviewAfterwards),
        CardAction.ScreenOffer => it is { Card.Part: Part.Screener, Report.Status: ReportStatus.Screening or ReportStatus.Offered or ReportStatus.Quarantined },
        CardAction.ScreenDismiss or CardAction.ScreenDismissAs or CardAction.ScreenQuarantine =>
            it is { Card.Part: Part.Screener, Report.Status: ReportStatus.Screening },
        _ => true,
    };

    /// <summary>Nobody is asked for words that would then be refused.</summary>
    private static bool Follows(OfficerCase it, ReportAction action) =>
        Lifecycle.Next(it.Report.Status, action, it.Actor.Role) is Outcome<ReportStatus>.Done;
}
