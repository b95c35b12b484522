using Kentongan.Domain;
using Kentongan.Domain.Reports;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>What the facts of a report say of its state: enough to tell whether they are the whole story.</summary>
internal sealed record Replay(
    ReportStatus Status, int Version, OfficerId? Lead, ReportOutcome? Outcome, string? Kecamatan, int Transfers, DateTimeOffset? ClosedAt, bool Reopened)
{
    public static Replay Of(Report report, IEnumerable<ReportFact> facts) => new(
        report.Status,
        report.Version,
        report.Lead,
        report.Outcome,
        facts.Any(fact => fact.Action is ReportAction.Offer or ReportAction.PassOn) ? report.Kecamatan?.Value : null, // else as the resident said
        report.Transfers,
        report.ClosedAt,
        report.ReopenedByReporter);

    public static Replay Of(IEnumerable<ReportFact> facts) =>
        facts.Aggregate(new Replay(ReportStatus.Received, 0, null, null, null, 0, null, false), (before, fact) => before.Then(fact));

    private Replay Then(ReportFact fact)
    {
        var after = this with { Status = fact.Status, Version = fact.Sequence };
        return fact.Action switch
        {
            ReportAction.Offer => after with { Kecamatan = fact.Detail ?? Kecamatan },
            ReportAction.PassOn => after with { Kecamatan = fact.Detail, Transfers = Transfers + (fact.By == Role.Coordinator ? 0 : 1) },
            ReportAction.Accept or ReportAction.TakeOver or ReportAction.AcceptHandOver or ReportAction.Succeed => after with { Lead = fact.Officer },
            ReportAction.Release => after with { Lead = null, Outcome = null },
            ReportAction.Refer => after with { Lead = Lead ?? fact.Officer, Outcome = null },
            ReportAction.ProposeResolution => after with { Outcome = Enum.Parse<ReportOutcome>(fact.Detail!) },
            ReportAction.Dismiss => after with { Outcome = Enum.Parse<ReportOutcome>(fact.Detail!), ClosedAt = fact.At },
            ReportAction.Withdraw => after with { Outcome = ReportOutcome.Withdrawn, ClosedAt = fact.At },
            ReportAction.Verify or ReportAction.CloseUnverified => after with { ClosedAt = fact.At },
            ReportAction.SendBack => after with { Outcome = null },
            ReportAction.Reopen => after with { Lead = null, Outcome = null, ClosedAt = null, Reopened = Reopened || fact.By == Role.Reporter },
            _ => after,
        };
    }
}
