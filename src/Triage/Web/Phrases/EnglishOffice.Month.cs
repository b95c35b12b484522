using Kentongan.Triage.Web.Months;

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

    public override string EscalatedCount(int count) => $"{count} reports escalated.";

    public override string PerLevel(IReadOnlyList<int> levels) => $"Highest level {string.Join(", ", levels.Select((count, level) => $"{level + 1}: {count}"))}. One report may have several causes.";

    public override string QualityHead => "Quality";

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

    public override IEnumerable<(string Label, int Count)> QualityOf(Quality quality) =>
    [
        ("Closed", quality.Closed),
        ("Proved true", quality.True),
        ("Unfounded", quality.Unfounded),
        ("Hoax", quality.Hoax),
        ("Too little known", quality.TooLittleKnown),
        ("Opened again", quality.Reopened),
        ("Resolution sent back", quality.SentBack),
    ];
}
