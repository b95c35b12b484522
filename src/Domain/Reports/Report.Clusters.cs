using Kentongan.Domain.Casualties;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;

namespace Kentongan.Domain.Reports;

/// <content>What ties a report to others, and what it tells of victims (policy 3.2, 5.2, 5.3, 5.5).</content>
public sealed partial class Report
{
    /// <summary>Where it came from: of drinks the place of supply, which is seldom where they were drunk.</summary>
    public KecamatanCode? SupplyKecamatan { get; private set; }

    public DesaCode? SupplyDesa { get; private set; }

    public int Dead { get; private set; }

    public int InHospital { get; private set; }

    public int Injured { get; private set; }

    /// <summary>The report whose words the resident sees while the two are merged.</summary>
    public ReportId? MergedInto { get; private set; }

    /// <summary>What unmerging restores.</summary>
    public ReportStatus? BeforeMerge { get; private set; }

    /// <summary>Raised once for independent reporters; not a second time.</summary>
    public bool Raised { get; private set; }

    /// <summary>A person looks before it is offered (policy 5.3).</summary>
    public bool ScreenFirst { get; private set; }

    /// <summary>The report that speaks for its situation, itself included; null outside a storm (policy 3.2).</summary>
    public ReportId? Situation { get; private set; }

    public CasualtyCount Casualties => new(Dead, InHospital, Injured);

    /// <summary>Whether another report speaks for this one. An emergency always speaks for itself (policy 3.2).</summary>
    public bool IsSpokenFor => Situation is { } head && head != Id && Priority != Priority.P0;

    /// <summary>Another report tells the same; the state before it is kept, so that it can be undone (policy 5.2).</summary>
    public Outcome<ReportFact> Merge(Actor by, byte[] sealedReason, DateTimeOffset now, ReportId? into = null)
    {
        var before = Status;
        return Move(ReportAction.Merge, As(by), now, null, () => (MergedInto, BeforeMerge) = (into, before), sealedReason);
    }

    /// <summary>Restores the state before the merger; whoever led it leads it again (policy 5.2).</summary>
    public Outcome<ReportFact> Unmerge(Actor by, DateTimeOffset now) => Move(ReportAction.Unmerge, As(by), now, null, () =>
    {
        Status = BeforeMerge ?? ReportStatus.Screening;
        (MergedInto, BeforeMerge) = (null, null);
    });

    /// <summary>One priority higher, once, with the timers of that priority (policy 5.2).</summary>
    public Outcome<ReportFact> Raise(Timers timers, DateTimeOffset now)
    {
        var raised = Urgency.Raised(Priority);
        return Raised || raised == Priority
            ? new Refusal.Stale()
            : Move(ReportAction.Raise, Actor.System, now, raised.ToString(), () => (Priority, Timers, Raised) = (raised, timers, true));
    }

    /// <summary>Somebody tells of victims: the most urgent there is, however urgent it was (policy 1.7, 3).</summary>
    public Outcome<ReportFact> RaiseToEmergency(TimerTable table, DateTimeOffset now) => Priority == Priority.P0
        ? new Refusal.Stale()
        : Move(ReportAction.Raise, Actor.System, now, nameof(Priority.P0), () => (Priority, Timers, Raised) = (Priority.P0, TimersFor(Priority.P0, table), true));

    /// <summary>The numbers as they are known now; the earlier ones stay in the facts (policy 5.5).</summary>
    public Outcome<ReportFact> CountCasualties(Actor by, CasualtyCount count, DateTimeOffset now) => !count.IsPossible || count == Casualties
        ? new Refusal.Stale()
        : Move(ReportAction.CountCasualties, As(by), now, count.ToString(), () => (Dead, InHospital, Injured) = (count.Dead, count.InHospital, count.Injured));

    /// <summary>What the resident tells stands in the record until somebody in office has counted (policy 5.5).</summary>
    /// <param name="before">What they had told so far.</param>
    public Outcome<ReportFact> TellOfVictims(VictimsTold before, VictimsTold told, DateTimeOffset now) =>
        Move(ReportAction.TellOfVictims, Actor.Reporter, now, told.ToString(), () =>
            (Dead, InHospital, Injured) = Casualties == before.Count ? (told.Count.Dead, told.Count.InHospital, told.Count.Injured) : (Dead, InHospital, Injured));

    public Outcome<ReportFact> CheckWatch(Actor by, string check, DateTimeOffset now) => Move(ReportAction.CheckWatch, As(by), now, check);

    public Outcome<ReportFact> WarnPublic(Actor by, DateTimeOffset now) => Move(ReportAction.WarnPublic, by, now);

    public Outcome<ReportFact> ReviewAfterwards(Actor by, byte[] sealedText, DateTimeOffset now) =>
        Move(ReportAction.ReviewAfterwards, As(by), now, text: sealedText);

    /// <summary>Whoever has to look at it again must see it: no other card speaks for it any more (policy 3.2).</summary>
    private static bool LeavesSituation(ReportAction action) =>
        action is ReportAction.Screen or ReportAction.PassOn or ReportAction.Release or ReportAction.Reopen or ReportAction.Unmerge;

    /// <summary>Part of a situation, of which one report speaks for all; null lets it speak for itself again (policy 3.2).</summary>
    public void Join(ReportId? situation) => Situation = situation;
}
