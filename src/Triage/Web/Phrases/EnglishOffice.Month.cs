using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Months;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string MonthlyReport => "Monthly public-order report";

    public override string MonthNote => "Restricted edition, for use inside. Counted by the day on which reports came in.";

    public override string MonthBefore => "Month before";

    public override string Share => "Share";

    public override string Rejected => "Unfounded";

    public override string PerKind => "By kind";

    public override string RestrictedEdition => "Restricted edition";

    public override string PublicEdition => "Public edition";

    public override string AsWorkbook => "Download XLSX";

    public override string PublicNote(int fewest) => $"Figures are rounded to multiples of {fewest}; under {fewest} they only read \"< {fewest}\". Sums may differ a little for that reason. It holds no desa, no cases and no reports about officials.";

    public override string Per10000 => "Per 10,000 inhabitants";

    public override string PopulationFrom(string source) => $"Inhabitants: {source}.";

    public override string NoPopulation => "Not divided by inhabitants: the region file does not have them yet.";

    public override string IndicatorsHead => "Indicators";

    public override string LiquorCases => "Reports of liquor";

    public override string LiquorDead => "Dead by bootleg liquor";

    public override string EndedShare => "Disturbances brought to an end";

    public override string StandardNote => "Brought to an end = closed by received, without merged and quarantined ones. The minimum service standard (people affected by enforcement who obtained service) cannot be counted from reports; Satpol PP has those data.";

    public override string IncidentsHead => "Incidents with victims";

    public override string NoIncidents => "No incident with victims was recorded.";

    public override string ReviewWritten => "After-action note";

    public override string YesNo(bool yes) => yes ? "yes" : "not yet";

    public override string Sum => "Sum";

    public override string ReferralsHead => "Referrals";

    public override string NoReferrals => "Nothing was referred.";

    public override string WithReceipt => "With receipt";

    public override string ReceiptLate => "Late";

    public override string CausesHead => "Causes of escalation";

    public override string Cause => "Cause";

    public override string EscalatedWord => "Escalated";

    public override string HighestLevel(int level) => $"Highest: {Level(level).ToLowerInvariant()}";

    public override string SeveralCauses => "One report may have several causes.";

    public override string QualityHead => "Quality";

    public override string PointsHead(MonthPointKind kind) => kind == MonthPointKind.Decision ? "Decisions asked" : "Actions";

    public override string NoPoints(MonthPointKind kind) => kind == MonthPointKind.Decision ? "No decision is asked yet." : "No action is written down yet.";

    public override string PointText(MonthPointKind kind) => kind == MonthPointKind.Decision ? "What is asked" : "What is to be done";

    public override string PointOwner(MonthPointKind kind) => kind == MonthPointKind.Decision ? "Of whom" : "Owner";

    public override string PointDue => "Due";

    public override string PointStateOf(MonthPointState state) => state switch
    {
        MonthPointState.Done => "Done",
        MonthPointState.Dropped => "Dropped",
        _ => "Open",
    };

    public override string PointSince(string month) => $"since {month}";

    public override string ChangePoint => "Change";

    public override string AddPoint(MonthPointKind kind) => kind == MonthPointKind.Decision ? "Ask for a decision" : "Add an action";

    public override string PointNote => "Keep it short (10–300 characters). Do not name reporters, witnesses or the accused. What is open goes into the report of the next month.";

    public override string DesaRanksHead => "Desa by risk";

    public override string DesaRanksNote(int days, bool perInhabitants) => $"Of reports that proved true in {days} days up to the end of the month, {(perInhabitants ? "per 10,000 inhabitants" : "per desa; not divided by inhabitants, whose numbers are missing")}. A desa with few reports is drawn towards the mean of all, so that one or two of them decide nothing. Range: nine chances in ten.";

    public override string DesaTooFew(int count, int fewest) => count == 0 ? "" : $"{count} desa are not ranked: fewer than {fewest} reports proved true.";

    public override string DesaCut(int shown, int all) => $"Shown are {shown} of {all} desa; the XLSX file has them all.";

    public override string Rank => "Rank";

    public override string RateOf(bool perInhabitants) => perInhabitants ? "Per 10,000 inhabitants" : "Estimate";

    public override string Interval => "Range";

    public override string RankSpan => "Possible ranks";

    public override string AgainstAll => "Against the mean";

    public override string VerdictOf(RateVerdict verdict) => verdict switch
    {
        RateVerdict.Above => "above",
        RateVerdict.Below => "below",
        _ => "not clear",
    };

    public override string NextMonthHead => "Next month's calendar";

    public override string NothingInCalendar => "No operation and no holiday.";

    public override string Coordinator => "Coordinator";

    public override string CauseOf(EscalationCause cause) => cause switch
    {
        EscalationCause.NobodyAccepted => "nobody accepted in time",
        EscalationCause.NoProgress => "accepted, then no progress",
        EscalationCause.LetGo => "let go by an officer",
        EscalationCause.PassedOn => "not their area",
        EscalationCause.Declined => "declined by a seat",
        _ => "a message to an officer did not arrive",
    };

    public override IEnumerable<(string Label, int Count, string Measure)> QualityOf(Quality quality) =>
    [
        ("Closed", quality.Closed, Measures.Ended),
        ("Proved true", quality.True, Measures.Verified),
        ("Unfounded", quality.Unfounded, Measures.Unfounded),
        ("Hoax", quality.Hoax, Measures.Hoax),
        ("Too little known", quality.TooLittleKnown, Measures.TooLittleKnown),
        ("Opened again", quality.Reopened, Measures.Reopened),
        ("Resolution sent back", quality.SentBack, Measures.SentBack),
    ];
}
