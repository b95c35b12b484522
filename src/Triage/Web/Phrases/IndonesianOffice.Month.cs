namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string MonthlyReport => "Laporan bulanan trantibum";

    public override string MonthNote => "Edisi terbatas, untuk dalam. Dihitung menurut hari laporan masuk.";

    public override string MonthBefore => "Bulan sebelumnya";

    public override string Share => "Bagian";

    public override string Rejected => "Tidak terbukti";

    public override string PerKind => "Per jenis";
}
