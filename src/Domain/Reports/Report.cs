using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;

namespace Kentongan.Domain.Reports;

/// <summary>
/// One report. Every change goes through <see cref="Move"/>: the lifecycle table allows it, the version grows by one, one fact
/// is left behind, and the deadlines of the new state replace the old ones. Holds nothing that points at the resident.
/// </summary>
public sealed partial class Report
{
    /// <summary>A resolution is told in at least so many characters (policy 2).</summary>
    public const int MinimumResolution = 40;

    /// <summary>Transfers between kecamatan; the next goes to the coordinator (policy 5.1).</summary>
    public const int MaximumTransfers = 2;

    /// <summary>What counts as a first action (policy 3).</summary>
    private static readonly ReportAction[] FirstActions = [ReportAction.StartWork, ReportAction.Note, ReportAction.ProposeResolution];

    private static readonly TimeSpan LongWait = TimeSpan.FromHours(72);

    private Report()
    {
    }

    public ReportId Id { get; private set; }

    public string CaseNumber { get; private set; } = "";

    /// <summary>Hash of the receipt; see <see cref="Receipt"/>.</summary>
    public byte[] ReceiptHash { get; private set; } = [];

    /// <summary>Whole category code such as <c>miras.penjualan</c>.</summary>
    public string Category { get; private set; } = "";

    public Priority Priority { get; private set; }

    public ReportStatus Status { get; private set; }

    public ReportOutcome? Outcome { get; private set; }

    public Happening Happening { get; private set; }

    public AccusedOffice Accused { get; private set; }

    public KecamatanCode? Kecamatan { get; private set; }

    public DesaCode? Desa { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When the present offer went out; the accept clock runs from here.</summary>
    public DateTimeOffset? OfferedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When somebody accepted it for the first time; stays through releases and reopening, for the figures (policy 7).</summary>
    public DateTimeOffset? FirstAcceptedAt { get; private set; }

    /// <summary>When somebody did something about it for the first time (policy 3, first action).</summary>
    public DateTimeOffset? FirstActionAt { get; private set; }

    public OfficerId? Lead { get; private set; }

    public string? LeadSeat { get; private set; }

    /// <summary>Who has been asked to take the report over; the lead stays responsible until then (policy 4.3).</summary>
    public OfficerId? HandOverTo { get; private set; }

    public int EscalationLevel { get; private set; }

    public int Transfers { get; private set; }

    public bool ReopenedByReporter { get; private set; }

    public bool ReporterConfirmed { get; private set; }

    public int EvidenceCount { get; private set; }

    /// <summary>The timers in force when the report was routed (policy 1.4).</summary>
    public Timers Timers { get; private set; } = Timers.For(Priority.P3);

    /// <summary>Counts the facts; the concurrency token.</summary>
    public int Version { get; private set; }

    public bool IsOpen => Lifecycle.IsOpen(Status);

    public ResidentWord Word => Lifecycle.WordFor(Status, Outcome);

    public static Report Receive(NewReport from, DateTimeOffset now) => new()
    {
        Id = from.Id,
        CaseNumber = from.CaseNumber,
        ReceiptHash = from.ReceiptHash,
        Category = from.Category,
        Priority = from.Priority,
        Happening = from.Happening,
        Accused = from.Accused,
        Kecamatan = from.Place?.Kecamatan,
        Desa = from.Place?.Desa,
        EvidenceCount = from.EvidenceCount,
        Operation = from.Operation,
        Regime = from.Regime,
        LegalDueAt = from.LegalDueAt,
        BorderKecamatan = from.BorderKecamatan,
        SupplyKecamatan = from.Supply?.Kecamatan,
        SupplyDesa = from.Supply?.Desa,
        ScreenFirst = from.ScreenFirst,
        Timers = from.Timers,
        ReceivedAt = now,
        Status = ReportStatus.Received,
    };

    /// <summary>The actor in the role that this report gives them: the one who leads it acts as its lead.</summary>
    public Actor As(Actor actor) => actor.Officer is { } officer && officer == Lead ? actor with { Role = Role.Lead } : actor;

    public Outcome<ReportFact> Screen(string reason, DateTimeOffset now) => Move(ReportAction.Screen, Actor.System, now, reason);

    /// <summary>The coordinator takes back that it was quarantined: it lies on the desk again, for the reason it lay there.</summary>
    public Outcome<ReportFact> TakeBack(Actor by, string reason, DateTimeOffset now) => Move(ReportAction.Screen, As(by), now, reason);

    /// <param name="to">Where it is offered; null keeps the place it has.</param>
    /// <param name="visible">When the offer goes out; null for now (threat-model 4, row 13).</param>
    public Outcome<ReportFact> Offer(Actor by, Place? to, DateTimeOffset now, DateTimeOffset? visible = null) =>
        Move(ReportAction.Offer, by, now, to?.Kecamatan.Value, () =>
        {
            if (to is not null && to.Kecamatan != Kecamatan)
            {
                BorderKecamatan = null;
            }

            (Kecamatan, Desa) = to is null ? (Kecamatan, Desa) : (to.Kecamatan, to.Desa);
            OfferedAt = visible ?? now;
            FirstOfferedAt ??= OfferedAt;
        });

    /// <summary>First accept wins; the loser is told who was first (policy 1.2).</summary>
    public Outcome<ReportFact> Accept(Actor by, DateTimeOffset now) => Lead is { } lead
        ? new Refusal.AlreadyAccepted(lead, LeadSeat ?? "", AcceptedAt ?? now)
        : Move(ReportAction.Accept, by, now, null, () => Take(by, now));

    /// <summary>The lead seat takes over from a support seat that accepted; responsibility never lapses in between (policy 1.2).</summary>
    public Outcome<ReportFact> TakeOver(Actor by, DateTimeOffset now) =>
        Move(ReportAction.TakeOver, As(by), now, LeadSeat, () => Take(by, now));

    /// <summary>Wrong area: offered to a neighbour with a fresh accept clock; the third time a seat may not any more (policy 5.1).</summary>
    public Outcome<ReportFact> PassOn(Actor by, Place to, DateTimeOffset now) => Transfers >= MaximumTransfers && by.Role != Role.Coordinator
        ? new Refusal.NotYours(ReportAction.PassOn, by.Role)
        : Move(ReportAction.PassOn, by, now, to.Kecamatan.Value, () =>
        {
            (Kecamatan, Desa, OfferedAt, BorderKecamatan) = (to.Kecamatan, to.Desa, now, null);
            Transfers += by.Role == Role.Coordinator ? 0 : 1; // the coordinator's word is no transfer between seats
            EscalationLevel = 0;
        });

    public Outcome<ReportFact> Decline(Actor by, DateTimeOffset now) => Move(ReportAction.Decline, by, now);

    /// <summary>On site. Field work has a later target where the timers know one (policy 3).</summary>
    public Outcome<ReportFact> StartWork(Actor by, DateTimeOffset now) => Move(
        ReportAction.StartWork, As(by), now, apply: () => Timers = Timers.InField > Timers.Resolve ? Timers with { Resolve = Timers.InField } : Timers);

    /// <summary>The lead's first note is work begun (policy 2).</summary>
    public Outcome<ReportFact> Note(Actor by, byte[] sealedText, DateTimeOffset now) =>
        Move(ReportAction.Note, As(by), now, text: sealedText);

    /// <summary>Never at P0; over 72 hours needs the coordinator, in one go or in several (policy 2).</summary>
    /// <param name="since">When a wait began between which and this one nothing was done; null for none.</param>
    public Outcome<ReportFact> Wait(Actor by, DateTimeOffset until, string reason, DateTimeOffset now, DateTimeOffset? since = null)
    {
        if (Priority == Priority.P0)
        {
            return new Refusal.NeverAtEmergency();
        }

        return until - (since ?? now) > LongWait && by.Role != Role.Coordinator
            ? new Refusal.NeedsCoordinator(LongWait)
            : Move(ReportAction.Wait, As(by), now, reason);
    }

    public Outcome<ReportFact> Resume(Actor by, DateTimeOffset now) => Move(ReportAction.Resume, As(by), now);

    /// <summary>Back on offer, one level higher (policy 2).</summary>
    public Outcome<ReportFact> Release(Actor by, DateTimeOffset now) => Move(ReportAction.Release, As(by), now, null, () =>
    {
        LetGo();
        (OfferedAt, FirstOfferedAt, Outcome) = (now, now, null);
        EscalationLevel = Math.Min(EscalationLevel + 1, 4);
    });

    public Outcome<ReportFact> ProposeHandOver(Actor by, OfficerId to, string seat, DateTimeOffset now) =>
        Move(ReportAction.ProposeHandOver, As(by), now, seat, () => HandOverTo = to);

    public Outcome<ReportFact> AcceptHandOver(Actor by, DateTimeOffset now) => HandOverTo != by.Officer
        ? new Refusal.Stale()
        : Move(ReportAction.AcceptHandOver, by, now, LeadSeat, () => Take(by, now));

    public Outcome<ReportFact> Quarantine(Actor by, byte[] sealedReason, DateTimeOffset now) =>
        Move(ReportAction.Quarantine, by, now, text: sealedReason);

    /// <summary>The escalation reached a level; not an action of policy 2, so the state stays.</summary>
    public void Escalate(int level) => EscalationLevel = Math.Max(EscalationLevel, level);

    /// <summary>The resident added evidence after sending.</summary>
    public void AddEvidence(int count) => EvidenceCount += count;

    private void Take(Actor by, DateTimeOffset now) =>
        (Lead, LeadSeat, AcceptedAt, HandOverTo, Renewals) = (by.Officer, by.Seat, AcceptedAt ?? now, null, 0);

    private void LetGo() => (Lead, LeadSeat, AcceptedAt, HandOverTo, Renewals) = (null, null, null, null, 0);

    private Outcome<ReportFact> Move(
        ReportAction action, Actor by, DateTimeOffset now, string? detail = null, Action? apply = null, byte[]? text = null)
    {
        switch (Lifecycle.Next(Status, action, by.Role))
        {
            case Outcome<ReportStatus>.Refused(var why):
                return why;
            case Outcome<ReportStatus>.Done(var next):
                Status = next;
                apply?.Invoke();
                FirstAcceptedAt ??= action == ReportAction.Accept ? now : null;
                FirstActionAt ??= FirstActions.Contains(action) ? now : null;
                LastWordAt = Words.Contains(action) ? now : LastWordAt;
                Situation = LeavesSituation(action) ? null : Situation;
                Version++;
                return new ReportFact(Id, Version, action, Status, by.Role, by.Officer, by.Seat, now, detail, text);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
