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
}
