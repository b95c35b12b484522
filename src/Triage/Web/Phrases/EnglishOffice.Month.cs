namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string MonthlyReport => "Monthly public-order report";

    public override string MonthNote => "Restricted edition, for use inside. Counted by the day on which reports came in.";

    public override string MonthBefore => "Month before";

    public override string Share => "Share";

    public override string Rejected => "Unfounded";

    public override string PerKind => "By kind";
}
