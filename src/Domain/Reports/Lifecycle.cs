using static Kentongan.Domain.Reports.ReportAction;
using static Kentongan.Domain.Reports.ReportStatus;
using static Kentongan.Domain.Reports.Role;

namespace Kentongan.Domain.Reports;

/// <summary>The table of policy 2: which action follows from which state, by whom, and where it leads.</summary>
public static class Lifecycle
{
    private static readonly ReportStatus[] Open =
        [Received, Screening, Offered, Accepted, InProgress, Waiting, ResolutionProposed, Referred];

    private static readonly ReportStatus[] Held = [Accepted, InProgress, Waiting, Referred];

    /// <summary>What somebody answers for until another takes it.</summary>
    private static readonly ReportStatus[] Led = [.. Held, ResolutionProposed];

    private static readonly Role[] AnySeat = [Seat, Agency, Lead];

    private static readonly Role[] Verifiers = [Seat, Agency, Coordinator];

    private static readonly Rule[] Rules =
    [
        new([Received, Screening], Offer, [Role.System, Coordinator], Offered),
        new([Offered], Offer, [Role.System], Offered), // an emergency whose place was told since
        new([Received, Offered], Screen, [Role.System], Screening),
        new([Screening], Quarantine, [Coordinator], Quarantined),
        new([Quarantined], Screen, [Coordinator], Screening), // a slip, taken back
        new([Screening], Merge, [Coordinator], Merged),
        new([Screening], Dismiss, [Coordinator], Closed),
        new([Offered], Accept, [Seat, Agency, Coordinator], Accepted),
        new([Offered], PassOn, [Seat, Agency, Coordinator], Offered),
        new([Offered], Decline, [Seat, Agency], Offered),
        new([Accepted, InProgress, Waiting, Referred], TakeOver, [Seat, Agency, Coordinator], null),
        new([Accepted], Note, [Lead], InProgress), // the first action note is work begun
        new(Held, Note, [.. AnySeat, Coordinator], null),
        new(Held, StillWorking, [Lead], null),
        new([Accepted, InProgress], StartWork, [Lead], InProgress),
        new([Accepted, InProgress], Wait, [Lead, Coordinator], Waiting),
        new([Waiting], Wait, [Coordinator], null), // longer than the lead may
        new([Waiting], Resume, [Role.System, Lead], InProgress),
        new([Accepted, InProgress], Release, [Role.System, Lead], Offered),
        new([Waiting, Referred, ResolutionProposed], Release, [Role.System], Offered), // whoever held it is gone, with no deputy (policy 1.3)
        new(Led, Succeed, [Role.System], null),
        new([Accepted, InProgress, Waiting], ProposeHandOver, [Lead], null),
        new([Accepted, InProgress, Waiting], AcceptHandOver, [Seat, Agency], null),
        new(Open, Refer, [Lead, Coordinator], Referred),
        new([Referred], RecordReceipt, [Lead, Coordinator], null),
        new(Open, Call, [.. AnySeat, Coordinator], null),
        new([InProgress, Referred], ProposeResolution, [Lead], ResolutionProposed),
        new([ResolutionProposed], Verify, Verifiers, Closed),
        new([ResolutionProposed], CloseUnverified, [Role.System], Closed),
        new([ResolutionProposed], SendBack, [.. Verifiers, Reporter], InProgress),
        new([ResolutionProposed], Confirm, [Reporter], null),
        new([Closed], Reopen, [Reporter, Coordinator], Offered),
        new([Quarantined], Offer, [Coordinator, Role.System], Offered),
        new(Open, Withdraw, [Reporter], Closed),

        // Beyond the table: what policy 5.2 and 5.5 ask for.
        new([Offered], Merge, [Seat, Agency, Coordinator], Merged),
        new([Accepted, InProgress], Merge, [Lead, Coordinator], Merged),
        new([Merged], Unmerge, [Role.System, Lead, Seat, Agency, Coordinator], null),
        new([Received, Screening, Offered, Accepted, InProgress, Waiting, Referred, Quarantined], Raise, [Role.System], null),
        new([Screening, Offered, .. Held, ResolutionProposed, Closed], CountCasualties, [.. AnySeat, Coordinator], null),
        new([Screening, Offered, .. Held, ResolutionProposed, Closed], CheckWatch, [.. AnySeat, Coordinator], null),
        new([Screening, Offered, .. Held, ResolutionProposed, Closed], WarnPublic, [Coordinator], null),
        new([Closed], ReviewAfterwards, [Lead], null),
        new([.. Open, Quarantined], TellOfVictims, [Reporter], null),
    ];

    /// <summary>The states in which a report still needs somebody (policy 1.3 speaks of these), for queries.</summary>
    public static ReportStatus[] OpenStatuses => Open;

    /// <summary>Whether a report in this state still needs somebody.</summary>
    public static bool IsOpen(ReportStatus status) => Open.Contains(status);

    /// <returns>The status after the action; <c>OutOfTurn</c> where it does not follow, <c>NotYours</c> where another role may.</returns>
    public static Outcome<ReportStatus> Next(ReportStatus from, ReportAction action, Role by)
    {
        var rules = Rules.Where(rule => rule.Action == action && rule.From.Contains(from)).ToList();
        if (rules.Count == 0)
        {
            return new Refusal.OutOfTurn(from, action);
        }

        return rules.FirstOrDefault(rule => rule.By.Contains(by)) is { } allowed
            ? allowed.To ?? from
            : new Refusal.NotYours(action, by);
    }

    /// <summary>The word that a resident sees for a report (policy 2).</summary>
    public static ResidentWord WordFor(ReportStatus status, ReportOutcome? outcome) => (status, outcome) switch
    {
        (Closed, ReportOutcome.ActedUpon or ReportOutcome.Prevented) => ResidentWord.Selesai,
        (Closed, ReportOutcome.Withdrawn) => ResidentWord.Selesai,
        (Closed, _) => ResidentWord.TidakDapatDitindaklanjuti,
        (Accepted or InProgress or Waiting or ResolutionProposed or Referred, _) => ResidentWord.Ditangani,
        _ => ResidentWord.Diterima,
    };

    /// <param name="To">Null where the report stays in the state it was in.</param>
    private sealed record Rule(ReportStatus[] From, ReportAction Action, Role[] By, ReportStatus? To);
}
