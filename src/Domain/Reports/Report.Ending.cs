using Kentongan.Domain.Deadlines;

namespace Kentongan.Domain.Reports;

/// <content>How a report ends, and how it begins again.</content>
public sealed partial class Report
{
    /// <summary>So long after closing the resident may object (policy 2).</summary>
    public static readonly TimeSpan ReopeningWindow = TimeSpan.FromDays(30);

    /// <param name="lacksEvidence">The category asks for evidence and the officer has sent none (policy 2).</param>
    public Outcome<ReportFact> ProposeResolution(
        Actor by, ReportOutcome outcome, string text, byte[] sealedText, DateTimeOffset now, bool lacksEvidence = false) =>
        text.Trim().Length < MinimumResolution ? new Refusal.TooShort(MinimumResolution)
            : outcome == ReportOutcome.Withdrawn ? new Refusal.NotYours(ReportAction.Withdraw, by.Role)
            : lacksEvidence && Lifecycle.Next(Status, ReportAction.ProposeResolution, As(by).Role) is Outcome<ReportStatus>.Done ? new Refusal.NeedsEvidence()
            : Move(ReportAction.ProposeResolution, As(by), now, outcome.ToString(), () =>
            {
                Outcome = outcome;
                ReporterConfirmed = false;
            }, sealedText);

    /// <summary>Whoever resolves does not verify (policy 1.8): the lead has no right to this action.</summary>
    public Outcome<ReportFact> Verify(Actor by, DateTimeOffset now) =>
        Move(ReportAction.Verify, As(by), now, null, () => ClosedAt = now);

    /// <summary>P3 closes by itself when nobody objected in time (policy 2); a hoax takes a second person (policy 5.3).</summary>
    public Outcome<ReportFact> CloseUnverified(DateTimeOffset now) => Priority != Priority.P3 || Outcome == ReportOutcome.Hoax
        ? new Refusal.NotYours(ReportAction.CloseUnverified, Role.System)
        : Move(ReportAction.CloseUnverified, Actor.System, now, null, () => ClosedAt = now);

    public Outcome<ReportFact> SendBack(Actor by, byte[]? sealedText, DateTimeOffset now) =>
        Move(ReportAction.SendBack, As(by), now, null, () => Outcome = null, sealedText);

    /// <summary>The resident says that it is right so. Closing stays with somebody in office.</summary>
    public Outcome<ReportFact> Confirm(DateTimeOffset now) =>
        Move(ReportAction.Confirm, Actor.Reporter, now, null, () => ReporterConfirmed = true);

    /// <summary>Offered again, one priority higher; the reporter may do so once within thirty days (policy 2).</summary>
    public Outcome<ReportFact> Reopen(Actor by, Timers timers, byte[]? sealedText, DateTimeOffset now)
    {
        if (by.Role == Role.Reporter && (ReopenedByReporter || now - ClosedAt > ReopeningWindow || Outcome == ReportOutcome.Withdrawn))
        {
            return new Refusal.ReopeningUsedUp();
        }

        return Move(ReportAction.Reopen, by, now, null, () =>
        {
            LetGo();
            (ClosedAt, Outcome, OfferedAt, FirstOfferedAt) = (null, null, now, now);
            ReopenedByReporter |= by.Role == Role.Reporter;
            Priority = Urgency.Raised(Priority);
            Timers = timers;
        }, sealedText);
    }

    /// <summary>
    /// Closed at the desk of the coordinator, with a reason (policy 2, Screening). Not as a hoax, which takes two people (policy 5.3),
    /// and not in the name of the resident.
    /// </summary>
    public Outcome<ReportFact> Dismiss(Actor by, ReportOutcome outcome, byte[] sealedReason, DateTimeOffset now) =>
        outcome is ReportOutcome.Hoax or ReportOutcome.Withdrawn ? new Refusal.NotYours(ReportAction.Dismiss, by.Role)
        : Move(ReportAction.Dismiss, by, now, outcome.ToString(), () => (Outcome, ClosedAt) = (outcome, now), sealedReason);

    /// <summary>Taken back by the resident. An emergency is looked after all the same.</summary>
    public Outcome<ReportFact> Withdraw(DateTimeOffset now) => Priority == Priority.P0
        ? new Refusal.NeverAtEmergency()
        : Move(ReportAction.Withdraw, Actor.Reporter, now, null, () => (Outcome, ClosedAt) = (ReportOutcome.Withdrawn, now));
}
