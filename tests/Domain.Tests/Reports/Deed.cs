using Kentongan.Domain.Casualties;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using static Kentongan.Domain.Tests.Reports.Given;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>Something that anybody might try with a report, at any time, allowed or not.</summary>
internal sealed record Deed(ReportAction Action, Actor By, int Hours = 0)
{
    public static readonly IReadOnlyList<Actor> Everybody =
        [Actor.System, Actor.Reporter, Kapolsek, Camat, Danramil, SatpolPp, Koordinator, Auditor, new Actor(Role.Operator, null, null)];

    /// <summary>These have their actor built in.</summary>
    private static readonly ReportAction[] OwnActor =
        [ReportAction.Screen, ReportAction.CloseUnverified, ReportAction.Confirm, ReportAction.Withdraw, ReportAction.Succeed, ReportAction.Raise, ReportAction.TellOfVictims];

    public static IEnumerable<Deed> All =>
        from action in Enum.GetValues<ReportAction>()
        from actor in OwnActor.Contains(action) ? Everybody.Take(1) : Everybody
        select new Deed(action, actor);

    public Outcome<ReportFact> Try(Report report, DateTimeOffset now) => Action switch
    {
        ReportAction.Screen => report.Screen("tanpa-lokasi", now),
        ReportAction.Offer => report.Offer(By, Hours % 2 == 0 ? null : Here, now),
        ReportAction.Accept => report.Accept(By, now),
        ReportAction.TakeOver => report.TakeOver(By, now),
        ReportAction.PassOn => report.PassOn(By, Hours % 2 == 0 ? Here : NextDoor, now),
        ReportAction.Decline => report.Decline(By, now),
        ReportAction.Note => report.Note(By, Sealed, now),
        ReportAction.StartWork => report.StartWork(By, now),
        ReportAction.Wait => report.Wait(By, now.AddHours(Hours), "saksi", now),
        ReportAction.Resume => report.Resume(By, now),
        ReportAction.Release => report.Release(By, now),
        ReportAction.ProposeHandOver => report.ProposeHandOver(By, Officer(1 + (Hours % 4)), "camat", now),
        ReportAction.AcceptHandOver => report.AcceptHandOver(By, now),
        ReportAction.Refer => report.Refer(By, "bawaslu", now),
        ReportAction.ProposeResolution => report.ProposeResolution(
            By, (ReportOutcome)(Hours % 8), LongEnough[..Math.Min(LongEnough.Length, 30 + Hours)], Sealed, now, lacksEvidence: Hours % 5 == 1),
        ReportAction.Verify => report.Verify(By, now),
        ReportAction.CloseUnverified => report.CloseUnverified(now),
        ReportAction.SendBack => report.SendBack(By, Sealed, now),
        ReportAction.Confirm => report.Confirm(now),
        ReportAction.Reopen => report.Reopen(By, report.Timers, Sealed, now),
        ReportAction.Quarantine => report.Quarantine(By, Sealed, now),
        ReportAction.Merge => report.Merge(By, Sealed, now),
        ReportAction.Dismiss => report.Dismiss(By, (ReportOutcome)(Hours % 8), Sealed, now),
        ReportAction.Withdraw => report.Withdraw(now),
        ReportAction.StillWorking => report.KeepWorking(By, now),
        ReportAction.RecordReceipt => report.RecordReceipt(By, Sealed, now),
        ReportAction.Call => report.LogCall(By, "camat", (CallResult)(Hours % 3), now),
        ReportAction.Succeed => report.Succeed(Officer(1 + (Hours % 4)), "camat", now),
        ReportAction.Unmerge => report.Unmerge(By, now),
        ReportAction.Raise => report.Raise(Timers.For(Urgency.Raised(report.Priority)), now),
        ReportAction.CountCasualties => report.CountCasualties(By, new CasualtyCount(Hours % 3, Hours % 5, Hours % 2), now),
        ReportAction.TellOfVictims => report.TellOfVictims(new VictimsTold(), new VictimsTold(Hours % 7), now),
        ReportAction.CheckWatch => report.CheckWatch(By, "12 h", now),
        ReportAction.WarnPublic => report.WarnPublic(By, now),
        ReportAction.ReviewAfterwards => report.ReviewAfterwards(By, Sealed, now),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public override string ToString() => $"{Action} by {By.Seat ?? By.Role.ToString()} (+{Hours} h)";
}
