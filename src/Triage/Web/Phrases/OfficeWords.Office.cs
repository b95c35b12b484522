namespace Kentongan.Triage.Web.Phrases;

/// <content>What a coordinator looks after: people, jobs, the log, the machine.</content>
public abstract partial class OfficeWords
{
    public abstract string Health { get; }

    public abstract string Jobs { get; }

    public abstract string AuditTrail { get; }

    public abstract string Programmes { get; }

    public abstract string Calendar { get; }

    public abstract string Invite { get; }

    public abstract string InviteOnce { get; }

    public abstract string InviteWrong { get; }

    public abstract string PersonName { get; }

    public abstract string KecamatanOfTriad { get; }

    public abstract string Deputy { get; }

    public abstract string RemoveNote { get; }

    public abstract string RemoveName(string name);

    public abstract string JobsElsewhere { get; }

    public abstract string Job { get; }

    public abstract string Every { get; }

    public abstract string LastRun { get; }

    public abstract string RunNow { get; }

    public abstract string FailedTimes(string error, int times);

    public abstract string JobsNote { get; }

    public abstract string WaitsSince { get; }

    public abstract string LetterTo { get; }

    public abstract string ShownOf(int shown, int total);

    public abstract string DoneThings(int count);

    public abstract string CheckChain { get; }

    public abstract string ChainHolds { get; }

    public abstract string ChainBroken(long row);

    public abstract string Moment { get; }

    public abstract string Deed { get; }

    public abstract string About { get; }

    public abstract string HealthPart { get; }

    public abstract string Value { get; }

    public abstract string Well { get; }

    public abstract string NeedsLook { get; }

    public abstract string ProgrammesNote { get; }

    public abstract string EmergencyText { get; }

    public abstract string AdviceText { get; }

    public abstract string LegalTitles { get; }

    public abstract string CalendarNote { get; }

    public abstract string Certain { get; }

    public abstract string Computed { get; }

    public abstract string Holidays { get; }

    public abstract string Day { get; }
}
