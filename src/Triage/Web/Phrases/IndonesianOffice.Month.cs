using Kentongan.Triage.Web.Months;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string MonthlyReport => "Laporan bulanan trantibum";

    public override string MonthNote => "Edisi terbatas, untuk dalam. Dihitung menurut hari laporan masuk.";

    public override string MonthBefore => "Bulan sebelumnya";

    public override string Share => "Bagian";

    public override string Rejected => "Tidak terbukti";

    public override string PerKind => "Per jenis";

    public override string RestrictedEdition => "Edisi terbatas";

    public override string PublicEdition => "Edisi umum";

    public override string AsWorkbook => "Unduh XLSX";

    public override string PublicNote(int fewest) => $"Angka dibulatkan ke kelipatan {fewest}; di bawah {fewest} hanya ditulis \"< {fewest}\". Jumlah karena itu bisa sedikit berbeda. Tidak memuat desa, kasus, maupun laporan tentang pejabat.";

    public override string Per10000 => "Per 10.000 penduduk";

    public override string PopulationFrom(string source) => $"Jumlah penduduk: {source}.";

    public override string NoPopulation => "Belum dibagi jumlah penduduk: angkanya belum ada di berkas wilayah.";

    public override string IndicatorsHead => "Indikator";

    public override string LiquorCases => "Laporan miras";

    public override string LiquorDead => "Meninggal karena miras oplosan";

    public override string EndedShare => "Gangguan yang diselesaikan";

    public override string StandardNote => "Diselesaikan = ditutup dibagi masuk, tanpa yang digabung dan dikarantina. Indikator SPM trantibum (warga terdampak penegakan perda yang mendapat layanan) tidak bisa dihitung dari laporan warga; datanya ada di Satpol PP.";

    public override string IncidentsHead => "Kejadian dengan korban";

    public override string NoIncidents => "Tidak ada kejadian dengan korban yang tercatat.";

    public override string ReviewWritten => "Catatan sesudah kejadian";

    public override string YesNo(bool yes) => yes ? "ada" : "belum";

    public override string Sum => "Jumlah";

    public override string ReferralsHead => "Rujukan";

    public override string NoReferrals => "Tidak ada yang dirujuk.";

    public override string WithReceipt => "Ada tanda terima";

    public override string ReceiptLate => "Terlambat";

    public override string CausesHead => "Sebab eskalasi";

    public override string Cause => "Sebab";

    public override string EscalatedCount(int count) => $"{count} laporan naik ke tingkat berikutnya.";

    public override string PerLevel(IReadOnlyList<int> levels) => $"Paling tinggi tingkat {string.Join(", ", levels.Select((count, level) => $"{level + 1}: {count}"))}. Satu laporan bisa punya beberapa sebab.";

    public override string QualityHead => "Mutu";

    public override string NextMonthHead => "Kalender bulan depan";

    public override string NothingInCalendar => "Tidak ada operasi maupun hari libur.";

    public override string Coordinator => "Koordinator";

    public override string CauseOf(EscalationCause cause) => cause switch
    {
        EscalationCause.NobodyAccepted => "tidak ada yang menerima tepat waktu",
        EscalationCause.NoProgress => "diterima, lalu tidak ada kemajuan",
        EscalationCause.LetGo => "dilepaskan petugas",
        EscalationCause.PassedOn => "bukan wilayahnya",
        EscalationCause.Declined => "ditolak kursi",
        _ => "pesan ke petugas tidak sampai",
    };

    public override IEnumerable<(string Label, int Count)> QualityOf(Quality quality) =>
    [
        ("Ditutup", quality.Closed),
        ("Terbukti", quality.True),
        ("Tidak terbukti", quality.Unfounded),
        ("Hoaks", quality.Hoax),
        ("Kurang keterangan", quality.TooLittleKnown),
        ("Dibuka lagi", quality.Reopened),
        ("Hasil dikembalikan", quality.SentBack),
    ];
}
