using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Web.Cases;

/// <summary>Which use case each form of the case page calls: the same ones that taps on a card call.</summary>
public sealed class CaseActs(
    AnswerOffer answer, WorkOnReport work, ScreenReport screen, ReopenReport reopen, ReferReport refer, LogCall calls, MergeReports merge, CareForVictims care)
{
    private const int LongestWait = 24 * 30, LongestReferral = 90;

    public Task<Outcome<ReportFact>> ActAsync(Unit unit, OfficerCase by, CaseCommand command) => command switch
    {
        { Action: ReportAction.Accept } => answer.AcceptAsync(unit, by),
        { Action: ReportAction.TakeOver } => answer.TakeOverAsync(unit, by),
        { Action: ReportAction.AcceptHandOver } => work.AcceptHandOverAsync(unit, by),
        { Action: ReportAction.Verify } => work.VerifyAsync(unit, by),
        { Action: ReportAction.SendBack } => work.SendBackAsync(unit, by),
        { Action: ReportAction.StartWork } => work.StartAsync(unit, by),
        { Action: ReportAction.StillWorking } => work.KeepWorkingAsync(unit, by),
        { Action: ReportAction.Resume } => work.ResumeAsync(unit, by),
        { Action: ReportAction.Release } => work.ReleaseAsync(unit, by),
        { Action: ReportAction.Decline } => answer.DeclineAsync(unit, by),
        { Action: ReportAction.Offer } => screen.OfferAsync(unit, by, command.Kecamatan),
        { Action: ReportAction.Screen } => screen.TakeBackAsync(unit, by),
        { Action: ReportAction.PassOn, Kecamatan: { } to } => answer.PassOnAsync(unit, by, to),
        { Action: ReportAction.Note, Text: { Length: > 0 } text } => work.NoteAsync(unit, by, text),
        { Action: ReportAction.Wait, Hours: > 0 and <= LongestWait } => work.WaitAsync(unit, by, TimeSpan.FromHours(command.Hours.Value)),
        { Action: ReportAction.ProposeHandOver, Seat: { } seat } => work.ProposeHandOverAsync(unit, by, seat),
        { Action: ReportAction.ProposeResolution, Outcome: { } outcome } => work.ProposeResolutionAsync(unit, by, outcome, command.Text ?? "", command.Proof),
        { Action: ReportAction.Dismiss, Outcome: { } outcome, Text: { Length: > 0 } text } => screen.DismissAsync(unit, by, outcome, text),
        { Action: ReportAction.Quarantine, Text: { Length: > 0 } text } => screen.QuarantineAsync(unit, by, text),
        { Action: ReportAction.Reopen, Text: { Length: > 0 } text } => reopen.HandleAsync(unit, by, text),
        { Action: ReportAction.Refer, Body: { } body, Days: > 0 and <= LongestReferral } => refer.ReferAsync(unit, by, body, command.Days.Value),
        { Action: ReportAction.RecordReceipt, Text: { Length: > 0 } number } => refer.RecordReceiptAsync(unit, by, number),
        { Action: ReportAction.Call, Called: { } called, Call: { } result } => calls.HandleAsync(unit, by, called, result),
        _ => CompanyAsync(unit, by, command),
    };

    /// <summary>Second tellings and victims (policy 5.2, 5.5).</summary>
    private Task<Outcome<ReportFact>> CompanyAsync(Unit unit, OfficerCase by, CaseCommand command) => command switch
    {
        { Action: ReportAction.Merge, Mark: { } mark } => merge.MergeAsync(unit, by, mark),
        { Action: ReportAction.Unmerge, Mark: { } mark } => merge.UnmergeAsync(unit, by, mark),
        { Action: ReportAction.CountCasualties, Count: { } count } => care.CountAsync(unit, by, count),
        { Action: ReportAction.CheckWatch } => care.CheckAsync(unit, by),
        { Action: ReportAction.WarnPublic } => care.WarnAsync(unit, by),
        { Action: ReportAction.ReviewAfterwards, Text: { Length: > 0 } text } => care.ReviewAsync(unit, by, text),
        _ => Task.FromResult<Outcome<ReportFact>>(new Refusal.Stale()),
    };
}
