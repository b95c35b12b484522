using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Months;

namespace Kentongan.Triage.Web.Phrases;

/// <content>The monthly report (policy 7).</content>
public abstract partial class OfficeWords
{
    public abstract string MonthlyReport { get; }

    public abstract string MonthNote { get; }

    public abstract string MonthBefore { get; }

    public abstract string Share { get; }

    public abstract string Rejected { get; }

    public abstract string PerKind { get; }

    public abstract string RestrictedEdition { get; }

    public abstract string PublicEdition { get; }

    public abstract string AsWorkbook { get; }

    public abstract string PublicNote(int fewest);

    public abstract string Per10000 { get; }

    public abstract string PopulationFrom(string source);

    public abstract string NoPopulation { get; }

    public abstract string IndicatorsHead { get; }

    public abstract string LiquorCases { get; }

    public abstract string LiquorDead { get; }

    public abstract string EndedShare { get; }

    public abstract string StandardNote { get; }

    public abstract string IncidentsHead { get; }

    public abstract string NoIncidents { get; }

    public abstract string ReviewWritten { get; }

    public abstract string YesNo(bool yes);

    public abstract string Sum { get; }

    public abstract string ReferralsHead { get; }

    public abstract string NoReferrals { get; }

    public abstract string WithReceipt { get; }

    public abstract string ReceiptLate { get; }

    public abstract string CausesHead { get; }

    public abstract string Cause { get; }

    public abstract string EscalatedWord { get; }

    public abstract string HighestLevel(int level);

    public abstract string SeveralCauses { get; }

    public abstract string QualityHead { get; }

    public abstract string PointsHead(MonthPointKind kind);

    public abstract string NoPoints(MonthPointKind kind);

    public abstract string PointText(MonthPointKind kind);

    public abstract string PointOwner(MonthPointKind kind);

    public abstract string PointDue { get; }

    public abstract string PointStateOf(MonthPointState state);

    public abstract string PointSince(string month);

    public abstract string ChangePoint { get; }

    public abstract string AddPoint(MonthPointKind kind);

    public abstract string PointNote { get; }

    public abstract string DesaRanksHead { get; }

    public abstract string DesaRanksNote(int days, bool perInhabitants);

    public abstract string DesaTooFew(int count, int fewest);

    public abstract string DesaCut(int shown, int all);

    public abstract string Rank { get; }

    public abstract string RateOf(bool perInhabitants);

    public abstract string Interval { get; }

    public abstract string RankSpan { get; }

    public abstract string AgainstAll { get; }

    public abstract string VerdictOf(RateVerdict verdict);

    public abstract string NextMonthHead { get; }

    public abstract string NothingInCalendar { get; }

    public abstract string Coordinator { get; }

    public abstract string CauseOf(EscalationCause cause);

    /// <summary>Each with the <see cref="Viewing.Measures"/> that lists it.</summary>
    public abstract IEnumerable<(string Label, int Count, string Measure)> QualityOf(Quality quality);
}
