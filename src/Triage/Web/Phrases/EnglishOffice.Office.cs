namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string Health => "System health";

    public override string Jobs => "Jobs";

    public override string AuditTrail => "Audit log";

    public override string Programmes => "Programmes";

    public override string Calendar => "Calendar";

    public override string Invite => "Invite somebody";

    public override string InviteOnce => "Send this to the person. It is shown once, works once, for 48 hours:";

    public override string InviteWrong => "Fill in name and seat. Camat, kapolsek and danramil need a kecamatan.";

    public override string PersonName => "Name that colleagues read";

    public override string KecamatanOfTriad => "Kecamatan (for the tiga pilar)";

    public override string Deputy => "deputy";

    public override string RemoveNote => "All their seats end and their cards stop. Their reports go on to other seats by their deadlines.";

    public override string RemoveName(string name) => $"Remove {name}";

    public override string JobsElsewhere => "This process runs no jobs. What you see was recorded by another.";

    public override string Job => "Job";

    public override string Every => "Every";

    public override string LastRun => "Last run";

    public override string RunNow => "Run now";

    public override string FailedTimes(string error, int times) => $"failed {times}×: {error}";

    public override string JobsNote => "The number under Result counts steps of the system in the last run, not reports.";

    public override string WaitsSince => "Held since";

    public override string LetterTo => "For";

    public override string ShownOf(int shown, int total) => $"{shown} of {total} are shown.";

    public override string DoneThings(int count) => $"fine, {count} done";

    public override string CheckChain => "Check the chain";

    public override string ChainHolds => "The chain holds: no row was changed, dropped or slipped in.";

    public override string ChainBroken(long row) => $"The chain breaks{(row > 0 ? $" at row {row}" : "")}: something was changed, dropped or slipped in. Call the inspectorate.";

    public override string Moment => "Time";

    public override string Deed => "Deed";

    public override string About => "About";

    public override string HealthPart => "Part";

    public override string Value => "Value";

    public override string Well => "well";

    public override string NeedsLook => "needs a look";

    public override string ProgrammesNote => "This is what the programme files in force say. They are changed as files, not from here.";

    public override string EmergencyText => "Emergency text";

    public override string AdviceText => "Advice after reporting";

    public override string LegalTitles => "Legal titles";

    public override string CalendarNote => "These dates decide the working hours of low reports and the time of operations. Check them every year.";

    public override string Certain => "certain";

    public override string Computed => "computed, may move";

    public override string Holidays => "Holidays";

    public override string Day => "Day";
}
