using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>
/// What the facts alone say of a report, by rules written a second time: if both come to the same, nothing of a report changes without a
/// fact that tells it (policy 2).
/// </summary>
internal sealed record Retold
{
    private static readonly ReportAction[] Words =
        [ReportAction.Accept, ReportAction.StartWork, ReportAction.StillWorking, ReportAction.Wait, ReportAction.Refer, ReportAction.ProposeResolution];

    public ReportStatus Status { get; init; }

    public int Version { get; init; }

    public Priority Priority { get; init; }

    public (OfficerId Officer, string Seat, DateTimeOffset Since, int Renewals)? Held { get; init; }

    public ReportOutcome? Outcome { get; init; }

    public string? Kecamatan { get; init; }

    public int Transfers { get; init; }

    public int Level { get; init; }

    public DateTimeOffset? OfferedAt { get; init; }

    public DateTimeOffset? FirstOfferedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? LastWordAt { get; init; }

    public bool ReopenedByReporter { get; init; }

    public bool Confirmed { get; init; }

    public (string To, bool Receipt)? Referral { get; init; }

    public CasualtyCount Casualties { get; init; }

    public static Retold Of(Report report) => new()
    {
        Status = report.Status,
        Version = report.Version,
        Priority = report.Priority,
        Held = report.Lead is { } lead ? (lead, report.LeadSeat!, report.AcceptedAt!.Value, report.Renewals) : null,
        Outcome = report.Outcome,
        Kecamatan = report.Kecamatan?.Value,
        Transfers = report.Transfers,
        Level = report.EscalationLevel,
        OfferedAt = report.OfferedAt,
        FirstOfferedAt = report.FirstOfferedAt,
        ClosedAt = report.ClosedAt,
        LastWordAt = report.LastWordAt,
        ReopenedByReporter = report.ReopenedByReporter,
        Confirmed = report.ReporterConfirmed,
        Referral = report.ReferredTo is { } to ? (to, report.HasReferralReceipt) : null,
        Casualties = report.Casualties,
    };

    public static Retold From(Report received, IEnumerable<ReportFact> facts) => facts.Aggregate(Of(received), (before, fact) => before.Then(fact));

    private Retold Then(ReportFact fact)
    {
        var after = this with { Status = fact.Status, Version = fact.Sequence, LastWordAt = Words.Contains(fact.Action) ? fact.At : LastWordAt };
        return fact.Action switch
        {
            ReportAction.Offer => after with { Kecamatan = fact.Detail ?? Kecamatan, OfferedAt = fact.At, FirstOfferedAt = FirstOfferedAt ?? fact.At },
            ReportAction.PassOn => after with { Kecamatan = fact.Detail, OfferedAt = fact.At, Level = 0, Transfers = Transfers + (fact.By == Role.Coordinator ? 0 : 1) },
            ReportAction.Accept or ReportAction.TakeOver or ReportAction.AcceptHandOver or ReportAction.Succeed => after with { Held = Taken(fact) },
            ReportAction.Refer => after with { Held = Held ?? Taken(fact), Outcome = null, Referral = (fact.Detail!, false) },
            ReportAction.RecordReceipt => after with { Referral = (Referral!.Value.To, true) },
            ReportAction.StillWorking when Status == ReportStatus.Accepted => after with { Held = Held!.Value with { Renewals = Held.Value.Renewals + 1 } },
            ReportAction.Release => after with { Held = null, Outcome = null, OfferedAt = fact.At, FirstOfferedAt = fact.At, Level = Math.Min(Level + 1, 4) },
            ReportAction.ProposeResolution => after with { Outcome = Enum.Parse<ReportOutcome>(fact.Detail!), Confirmed = false },
            ReportAction.Confirm => after with { Confirmed = true },
            ReportAction.SendBack => after with { Outcome = null },
            ReportAction.Verify or ReportAction.CloseUnverified => after with { ClosedAt = fact.At },
            ReportAction.Dismiss => after with { Outcome = Enum.Parse<ReportOutcome>(fact.Detail!), ClosedAt = fact.At },
            ReportAction.Withdraw => after with { Outcome = ReportOutcome.Withdrawn, ClosedAt = fact.At },
            ReportAction.Reopen => after with
            {
                Held = null, Outcome = null, ClosedAt = null, OfferedAt = fact.At, FirstOfferedAt = fact.At,
                ReopenedByReporter = ReopenedByReporter || fact.By == Role.Reporter,
                Priority = Priority == Priority.P0 ? Priority.P0 : Priority - 1,
            },
            ReportAction.Raise => after with { Priority = Enum.Parse<Priority>(fact.Detail!) },
            ReportAction.CountCasualties => after with { Casualties = CasualtyCount.Read(fact.Detail!)!.Value },
            _ => after,
        };
    }

    /// <summary>Held since the first of those who held it without a gap.</summary>
    private (OfficerId, string, DateTimeOffset, int) Taken(ReportFact fact) => (fact.Officer!.Value, fact.Seat!, Held?.Since ?? fact.At, 0);
}
