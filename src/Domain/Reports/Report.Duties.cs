using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;

namespace Kentongan.Domain.Reports;

/// <content>What whoever holds a report owes to the resident, to another body, and to whoever comes after them.</content>
public sealed partial class Report
{
    /// <summary>Without a note the release clock is renewed so often (policy 3).</summary>
    public const int FreeRenewals = 1;

    /// <summary>What the resident sees of a lead's doing; each counts as a word to them (policy 3).</summary>
    private static readonly ReportAction[] Words =
    [
        ReportAction.Accept, ReportAction.StartWork, ReportAction.StillWorking, ReportAction.Wait, ReportAction.Refer, ReportAction.ProposeResolution,
    ];

    /// <summary>When it was offered for the first time, or anew after a release: the total clock, which a transfer leaves alone (policy 5.1).</summary>
    public DateTimeOffset? FirstOfferedAt { get; private set; }

    /// <summary>When the resident last had a word (policy 3).</summary>
    public DateTimeOffset? LastWordAt { get; private set; }

    /// <summary>How often the present lead has renewed the release clock.</summary>
    public int Renewals { get; private set; }

    /// <summary>Code of the body that it was referred to last, such as <c>bawaslu</c>.</summary>
    public string? ReferredTo { get; private set; }

    /// <summary>By when that body is expected to answer.</summary>
    public DateTimeOffset? ReferralExpectedAt { get; private set; }

    /// <summary>Whether that body gave a receipt number.</summary>
    public bool HasReferralReceipt { get; private set; }

    public ElectionRegime? Regime { get; private set; }

    /// <summary>When a legal limit runs out for the resident, such as the seven days of Bawaslu (policy 5.6).</summary>
    public DateTimeOffset? LegalDueAt { get; private set; }

    /// <summary>The operation that raised it when it came in, by the code of its programme (policy 3.1).</summary>
    public string? Operation { get; private set; }

    /// <summary>The kecamatan across a border within 500 m, whose triad is offered the report too (policy 5.1).</summary>
    public KecamatanCode? BorderKecamatan { get; private set; }

    /// <summary>The timers of another priority of this report: one that an operation raised keeps its shorter levels (policy 3.1).</summary>
    public Timers TimersFor(Priority priority, TimerTable table) => Operation is null ? table.For(priority) : table.For(priority).InOperation();

    /// <summary>Renews the release clock once; the next time something has to be told (policy 3).</summary>
    public Outcome<ReportFact> KeepWorking(Actor by, DateTimeOffset now) =>
        Status == ReportStatus.Accepted && Renewals >= FreeRenewals && As(by).Role == Role.Lead
            ? new Refusal.NeedsNote()
            : Move(ReportAction.StillWorking, As(by), now, apply: () => Renewals += Status == ReportStatus.Accepted ? 1 : 0);

    /// <summary>A question to the resident is a word to them as well (policy 3).</summary>
    public void GaveWord(DateTimeOffset now) => LastWordAt = now;

    /// <summary>Another body acts; the report stays open and with its lead until that body has answered. A report that nobody leads is led by the coordinator who refers it (policy 2).</summary>
    /// <param name="to">Code of the body, such as <c>bawaslu</c>.</param>
    public Outcome<ReportFact> Refer(Actor by, string to, DateTimeOffset now, DateTimeOffset? expectedAt = null) =>
        Move(ReportAction.Refer, As(by), now, to, () =>
        {
            (Outcome, ReferredTo, ReferralExpectedAt, HasReferralReceipt) = (null, to, expectedAt, false);
            if (Lead is null)
            {
                Take(by, now);
            }
        });

    /// <summary>The number itself is sealed; that there is one ends the reminders (policy 2).</summary>
    public Outcome<ReportFact> RecordReceipt(Actor by, byte[] sealedNumber, DateTimeOffset now) =>
        Move(ReportAction.RecordReceipt, As(by), now, ReferredTo, () => HasReferralReceipt = true, sealedNumber);

    /// <summary>A phone call and how it ended (policy 3, level 3).</summary>
    /// <param name="seat">Who was called.</param>
    public Outcome<ReportFact> LogCall(Actor by, string seat, CallResult result, DateTimeOffset now) =>
        Move(ReportAction.Call, As(by), now, $"{seat} {result}");

    /// <summary>The deputy answers from now on; no offer, so that responsibility never lapses in between (policy 1.3, 4.2).</summary>
    public Outcome<ReportFact> Succeed(OfficerId deputy, string seat, DateTimeOffset now)
    {
        var moved = Move(ReportAction.Succeed, Actor.System, now, LeadSeat, () => Take(new Actor(Role.Lead, deputy, seat), now));
        return moved is Outcome<ReportFact>.Done(var fact) ? fact with { Officer = deputy, Seat = seat } : moved;
    }
}
