using Kentongan.Triage.Web.People;

namespace Kentongan.Triage.Web.Phrases;

/// <content>Words for people, operations and retention.</content>
public abstract partial class OfficeWords
{
    public abstract string ChangeWrong { get; }

    public abstract string MyDesk { get; }

    public abstract string MyLeave { get; }

    public abstract string Leave { get; }

    public abstract string LeaveFromTo(string from, string to);

    public abstract string LeaveNote { get; }

    public abstract string TakeLeave { get; }

    public abstract string ChangeLeave { get; }

    public abstract string BackOnDuty { get; }

    public abstract string HowManyDays { get; }

    public abstract string StandIn { get; }

    public abstract string NoStandIn { get; }

    public abstract string PeopleCount(int count);

    public abstract string UnreachableCount(int count);

    public abstract string VacantCount(int count);

    public abstract string VacantSeat { get; }

    public abstract string NobodyThere { get; }

    public abstract string WholeKabupaten(string name);

    public abstract string NotOpened { get; }

    public abstract string CardsOf(int cards);

    public abstract string DutyTimes { get; }

    public abstract string DutyNote { get; }

    public abstract string Always { get; }

    public abstract string HoldsUntil { get; }

    public abstract string Invitation { get; }

    public abstract string ValidUntil(string time);

    public abstract string Since(string time);

    public abstract string OpenCases { get; }

    public abstract string NewLink { get; }

    public abstract string RevokeLink { get; }

    public abstract string QrOf { get; }

    public abstract string QrNote { get; }

    public abstract string Postings { get; }

    public abstract string PostedSince(string from, string? to);

    public abstract string Change { get; }

    public abstract string Save { get; }

    public abstract string EndPosting { get; }

    public abstract string AddPosting { get; }

    public abstract string Units { get; }

    public abstract string UnitsNote { get; }

    public abstract string UnitsOwn { get; }

    public abstract string UnitCovers(string seat, string home, string covers);

    public abstract string UnitSits { get; }

    public abstract string UnitAlso { get; }

    public abstract string Cover { get; }

    public abstract string Uncover { get; }

    public abstract string OperationsHead { get; }

    public abstract string OperationsNote { get; }

    public abstract string InForce { get; }

    public abstract string NotInForce { get; }

    public abstract string StartOperation { get; }

    public abstract string StopOperation { get; }

    public abstract string ByCalendar { get; }

    public abstract string SwitchedBy(string who, string time);

    public abstract string CommandLine { get; }

    public abstract string Retention { get; }

    public abstract string RetentionNote { get; }

    public abstract string RetentionDue(int count);

    public abstract string LastError { get; }

    public abstract string Attempts { get; }

    public abstract string EndedOn { get; }

    public abstract string NextRun { get; }

    public abstract string Around(string time);

    public abstract string StandingOf(Standing standing);
}
