namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string MapBias => "Laporan belum tentu kejadian yang terbukti. Banyak laporan bisa juga berarti warga lebih percaya untuk melapor.";

    public override string Month => "Bulan";

    public override string MapApproximate => "Perkiraan: batas wilayah belum diimpor. Bentuk di peta hanya penunjuk arah, bukan batas.";

    public override string MapInset => "Kotak bergaris: pulau yang letaknya jauh, tidak pada tempatnya.";

    public override string NoDesaShapes => "Peta desa perlu batas wilayah (perintah regions import). Angkanya ada di tabel.";

    public override string Band => "Tingkat";

    public override string Score => "Skor";

    public override string Reports => "Laporan";

    public override string Verified => "Terbukti";

    public override string ScoreFrom(double from) => $"mulai {from:0.#}";

    public override string FewData(int enough) => $"data belum cukup (kurang dari {enough} laporan)";

    public override string MapFormula(int halfLife, int window) => $"Skor = jumlah dari bobot × bukti × kebaruan. Bobot: darurat 8, tinggi 4, normal 2, rendah 1. Bukti: terbukti 1, masuk akal 0,4, belum dilihat 0,1, ditolak 0. Kebaruan: separuh tiap {halfLife} hari, sampai {window} hari.";

    public override string MapLimits => "Belum dibagi jumlah penduduk. Laporan tidak bisa dibatasi per pelapor: sistem tidak tahu laporan mana dari orang yang sama.";

    public override string MapDesaRules(int fewest) => $"Desa dengan kurang dari {fewest} laporan terbukti dikosongkan di luar tiga pilarnya. Bantuan, SARA dan laporan tentang pejabat tidak pernah ada di peta desa.";

    public override string FiguresNote(string from, string until) => $"Dihitung dari jejak laporan yang masuk {from} sampai {until}. Setiap angka membuka daftarnya. Waktu pertama: separuh laporan lebih cepat dari itu; P90: sembilan dari sepuluh; n: banyaknya laporan.";

    public override string FiguresRounded(int fewest) => $"Dibulatkan ke lima menit, mulai {fewest} laporan.";

    public override string PerKecamatan => "Per kecamatan";

    public override string PerSeat => "Per jabatan";

    public override string PerWeek => "Per minggu";

    public override string Week => "Minggu mulai";

    public override string UntilAccept => "Sampai diterima";

    public override string UntilAction => "Sampai tindakan pertama";

    public override string UntilClose => "Sampai ditutup";

    public override string ClosedWord => "Ditutup";

    public override string MedianAndP90(string median, string p90, int count) => $"{Kept(median)} · P90\u00A0{Kept(p90)} · n\u00A0=\u00A0{count}";
}
