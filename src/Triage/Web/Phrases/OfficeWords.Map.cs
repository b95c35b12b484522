namespace Kentongan.Triage.Web.Phrases;

/// <content>The map of risk and the figures.</content>
public abstract partial class OfficeWords
{
    public abstract string MapBias { get; }

    public abstract string Month { get; }

    public abstract string MapApproximate { get; }

    public abstract string MapInset { get; }

    public abstract string NoDesaShapes { get; }

    public abstract string Band { get; }

    public abstract string Score { get; }

    public abstract string Reports { get; }

    public abstract string Verified { get; }

    public abstract string ScoreFrom(double from);

    public abstract string FewData(int enough);

    public abstract string MapFormula(int halfLife, int window);

    public abstract string MapLimits { get; }

    public abstract string MapDesaRules(int fewest);

    public abstract string FiguresNote(string from, string until);

    public abstract string FiguresRounded(int fewest);

    public abstract string PerKecamatan { get; }

    public abstract string PerSeat { get; }

    public abstract string PerWeek { get; }

    public abstract string Week { get; }

    public abstract string UntilAccept { get; }

    public abstract string UntilAction { get; }

    public abstract string UntilClose { get; }

    public abstract string ClosedWord { get; }

    public abstract string MedianAndP90(string median, string p90, int count);

    /// <summary>Not to be broken where a line ends.</summary>
    protected static string Kept(string words) => words.Replace(' ', '\u00A0');
}
