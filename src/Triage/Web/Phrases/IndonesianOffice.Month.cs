using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Months;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string MonthlyReport => "Laporan bulanan trantibum";

    public override string MonthNote => "Edisi terbatas, untuk kalangan sendiri. Dihitung menurut hari laporan masuk.";

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

    public override string EscalatedWord => "Naik tingkat";

    public override string HighestLevel(int level) => $"Tertinggi: {Level(level).ToLowerInvariant()}";

    public override string SeveralCauses => "Satu laporan bisa punya beberapa sebab.";

    public override string QualityHead => "Mutu";

    public override string PointsHead(MonthPointKind kind) => kind == MonthPointKind.Decision ? "Keputusan yang diminta" : "Tindak lanjut";

    public override string NoPoints(MonthPointKind kind) => kind == MonthPointKind.Decision ? "Belum ada keputusan yang diminta." : "Belum ada tindak lanjut yang dicatat.";

    public override string PointText(MonthPointKind kind) => kind == MonthPointKind.Decision ? "Apa yang diminta" : "Apa yang dikerjakan";

    public override string PointOwner(MonthPointKind kind) => kind == MonthPointKind.Decision ? "Diminta kepada" : "Penanggung jawab";

    public override string PointDue => "Batas waktu";

    public override string PointStateOf(MonthPointState state) => state switch
    {
        MonthPointState.Done => "Selesai",
        MonthPointState.Dropped => "Tidak dilanjutkan",
        _ => "Berjalan",
    };

    public override string PointSince(string month) => $"sejak {month}";

    public override string ChangePoint => "Ubah";

    public override string AddPoint(MonthPointKind kind) => kind == MonthPointKind.Decision ? "Tambah permintaan" : "Tambah tindak lanjut";

    public override string PointNote => "Tulis singkat (10–300 huruf). Jangan menyebut pelapor, saksi, atau terlapor. Yang belum selesai ikut ke laporan bulan berikutnya.";

    public override string DesaRanksHead => "Peringkat kerawanan desa";

    public override string DesaRanksNote(int days, bool perInhabitants) => $"Dari laporan yang terbukti dalam {days} hari sampai akhir bulan, {(perInhabitants ? "per 10.000 penduduk" : "per desa; belum dibagi jumlah penduduk karena angkanya belum ada")}. Angka desa yang laporannya sedikit ditarik ke rata-rata semua desa, supaya satu dua laporan tidak menentukan. Rentang: sembilan dari sepuluh kemungkinan.";

    public override string DesaTooFew(int count, int fewest) => count == 0 ? "" : $"{count} desa belum diperingkat: laporan terbukti kurang dari {fewest}.";

    public override string DesaCut(int shown, int all) => $"Yang tampil {shown} dari {all} desa; berkas XLSX memuat semuanya.";

    public override string Rank => "Peringkat";

    public override string RateOf(bool perInhabitants) => perInhabitants ? "Per 10.000 penduduk" : "Perkiraan";

    public override string Interval => "Rentang";

    public override string RankSpan => "Peringkat yang mungkin";

    public override string AgainstAll => "Dibanding rata-rata";

    public override string VerdictOf(RateVerdict verdict) => verdict switch
    {
        RateVerdict.Above => "di atas",
        RateVerdict.Below => "di bawah",
        _ => "belum jelas",
    };

    public override string NextMonthHead => "Kalender bulan depan";

    public override string NothingInCalendar => "Tidak ada operasi maupun hari libur.";

    public override string Coordinator => "Koordinator";

    public override string CauseOf(EscalationCause cause) => cause switch
    {
        EscalationCause.NobodyAccepted => "tidak ada yang menerima tepat waktu",
        EscalationCause.NoProgress => "diterima, lalu tidak ada kemajuan",
        EscalationCause.LetGo => "dilepaskan petugas",
        EscalationCause.PassedOn => "bukan wilayahnya",
        EscalationCause.Declined => "ditolak petugas",
        _ => "pesan ke petugas tidak sampai",
    };

    public override IEnumerable<(string Label, int Count, string Measure)> QualityOf(Quality quality) =>
    [
        ("Ditutup", quality.Closed, Measures.Ended),
        ("Terbukti", quality.True, Measures.Verified),
        ("Tidak terbukti", quality.Unfounded, Measures.Unfounded),
        ("Hoaks", quality.Hoax, Measures.Hoax),
        ("Kurang keterangan", quality.TooLittleKnown, Measures.TooLittleKnown),
        ("Dibuka lagi", quality.Reopened, Measures.Reopened),
        ("Hasil dikembalikan", quality.SentBack, Measures.SentBack),
    ];
}
