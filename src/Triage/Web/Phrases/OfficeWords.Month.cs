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

    public abstract string EscalatedCount(int count);

    public abstract string PerLevel(IReadOnlyList<int> levels);

    public abstract string QualityHead { get; }

    public abstract string NextMonthHead { get; }

    public abstract string NothingInCalendar { get; }

    public abstract string Coordinator { get; }

    public abstract string CauseOf(EscalationCause cause);

    public abstract IEnumerable<(string Label, int Count)> QualityOf(Quality quality);
}
