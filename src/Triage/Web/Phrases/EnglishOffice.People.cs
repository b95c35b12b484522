using Kentongan.Triage.Web.People;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string ChangeWrong => "That cannot be changed so. Check what you wrote.";

    public override string MyDesk => "My desk";

    public override string MyLeave => "My leave";

    public override string Leave => "Leave";

    public override string LeaveFromTo(string from, string to) => $"On leave from {from} to {to}";

    public override string LeaveNote => "Cases held are offered to the stand-in. Until they accept, or the leave begins, they stay where they are. The coordinator is told.";

    public override string TakeLeave => "Enter leave";

    public override string ChangeLeave => "Change leave";

    public override string BackOnDuty => "Back on duty";

    public override string HowManyDays => "How many days";

    public override string StandIn => "Stand-in";

    public override string NoStandIn => "No stand-in";

    public override string PeopleCount(int count) => $"{count} people";

    public override string UnreachableCount(int count) => $"{count} unreachable";

    public override string VacantCount(int count) => $"{count} seats vacant";

    public override string VacantSeat => "vacant";

    public override string NobodyThere => "Kecamatan without anybody";

    public override string WholeKabupaten(string name) => $"Kabupaten {name}";

    public override string NotOpened => "Not opened";

    public override string CardsOf(int cards) => $"{cards} cards";

    public override string DutyTimes => "Duty times";

    public override string DutyNote => "For example 1-5 07:00-16:00 (1 is Monday). Empty means always.";

    public override string Always => "always";

    public override string HoldsUntil => "Holds until";

    public override string Invitation => "Invitation";

    public override string ValidUntil(string time) => $"valid until {time}";

    public override string Since(string time) => $"since {time}";

    public override string OpenCases => "Open cases held";

    public override string NewLink => "Make a new link";

    public override string RevokeLink => "Revoke the invitation";

    public override string QrOf => "QR code of the invitation";

    public override string QrNote => "Can be scanned from this screen with a phone.";

    public override string Postings => "Seats held";

    public override string PostedSince(string from, string? to) => $"since {from}{(to is null ? "" : $" until {to}")}";

    public override string Change => "Change";

    public override string Save => "Save";

    public override string EndPosting => "End this seat";

    public override string AddPosting => "Add a seat";

    public override string Units => "Areas of units";

    public override string UnitsNote => "Polsek and koramil that answer for other kecamatan as well. Counts for reports from now on.";

    public override string UnitsOwn => "Every unit covers its own kecamatan alone.";

    public override string UnitCovers(string seat, string home, string covers) => $"{seat} {home} also covers {covers}";

    public override string UnitSits => "Sits in";

    public override string UnitAlso => "Also covers";

    public override string Cover => "Add an area";

    public override string Uncover => "Take back";

    public override string OperationsHead => "Operations";

    public override string OperationsNote => "While in force, reports of its kinds rise one priority and levels 1 and 2 come twice as fast. For new reports only.";

    public override string InForce => "in force";

    public override string NotInForce => "not in force";

    public override string StartOperation => "Start";

    public override string StopOperation => "Stop";

    public override string ByCalendar => "by the calendar";

    public override string SwitchedBy(string who, string time) => $"set by {who}, {time}";

    public override string CommandLine => "the operator";

    public override string Retention => "Retention";

    public override string RetentionNote => "Stories and evidence of reports that ended long ago are shredded every hour. This is what goes next; figures and facts stay.";

    public override string RetentionDue(int count) => $"{count} reports are due to be shredded.";

    public override string LastError => "Last error";

    public override string Attempts => "Attempts";

    public override string EndedOn => "Ended";

    public override string NextRun => "Next";

    public override string Around(string time) => $"about {time}";

    public override string StandingOf(Standing standing) => standing switch
    {
        Standing.Bound => "connected",
        Standing.Away => "on leave",
        Standing.Unreachable => "unreachable",
        Standing.Invited => "invited, not connected yet",
        _ => "invitation no longer valid",
    };
}
