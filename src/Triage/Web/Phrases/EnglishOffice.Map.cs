namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string MapBias => "A report is not a proven event. More reports may also mean that people trust us more.";

    public override string Month => "Month";

    public override string MapApproximate => "Approximate: boundaries have not been imported. The shapes show where, not a border.";

    public override string MapInset => "Dashed frame: islands far out, not in their place.";

    public override string NoDesaShapes => "A map of desa needs boundaries (the command regions import). The figures are in the table.";

    public override string Band => "Band";

    public override string Score => "Score";

    public override string Reports => "Reports";

    public override string Verified => "Verified";

    public override string ScoreFrom(double from) => $"from {from:0.#}";

    public override string FewData(int enough) => $"not enough data (fewer than {enough} reports)";

    public override string MapFormula(int halfLife, int window) => $"Score = sum of weight × proof × recency. Weight: emergency 8, high 4, normal 2, low 1. Proof: verified 1, plausible 0.4, not looked at 0.1, rejected 0. Recency: halves every {halfLife} days, up to {window} days.";

    public override string MapLimits => "Not divided by inhabitants yet. Reports cannot be capped per reporter: the system does not know which come from the same person.";

    public override string MapDesaRules(int fewest) => $"A desa with fewer than {fewest} verified reports is blank outside its own triad. Help, SARA and reports about officials are never on the map of desa.";

    public override string FiguresNote(string from, string until) => $"Counted from the facts of reports received {from} to {until}. Every figure opens the list behind it. The first time: half of the reports were quicker; P90: nine in ten; n: how many reports.";

    public override string FiguresRounded(int fewest) => $"Rounded to five minutes, from {fewest} reports on.";

    public override string PerKecamatan => "By kecamatan";

    public override string PerSeat => "By seat";

    public override string PerWeek => "By week";

    public override string Week => "Week from";

    public override string UntilAccept => "Until accepted";

    public override string UntilAction => "Until first action";

    public override string UntilClose => "Until closed";

    public override string ClosedWord => "Closed";

    public override string MedianAndP90(string median, string p90, int count) => $"{Kept(median)} · P90\u00A0{Kept(p90)} · n\u00A0=\u00A0{count}";
}
