using Kentongan.Domain.Reports;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string SearchWords => "Kata atau nomor kasus";

    public override string Searched(string? since) => since is null ? "Dicari dalam semua laporan yang boleh Anda baca." : $"Baru dicari dalam laporan sejak {since}; yang lebih lama masih dibaca, cari lagi sebentar nanti.";

    public override string EveryMorning(bool isOn) => isOn ? "🔔 ada di rekap pagi (hentikan)" : "🔕 kirim di rekap pagi";

    public override string OnlyNewest => "Hanya yang terbaru yang ditunjukkan; tambah satu kata agar lebih tepat.";

    public override string SearchHint => "Paling sedikit tiga huruf. Kata yang dicari tidak disimpan.";

    public override string SaveView => "Simpan saringan";

    public override string ViewName => "Nama";

    public override string SavedViews => "Saringan saya";

    public override string Remove => "Hapus";

    public override string Export => "Unduh daftar";

    public override string Several => "Beberapa kasus";

    public override string Choose(string number) => $"Pilih {number}";

    public override string WithChosen => "Yang dipilih";

    public override string Preview => "Periksa dulu";

    public override string SeveralPreview(int possible, int total) => $"{possible} dari {total} bisa. Belum ada yang berubah.";

    public override string SeveralDone(int done, int total) => $"{done} dari {total} sudah dilakukan.";

    public override string CanDo => "bisa";

    public override string CannotDo => "tidak bisa sekarang";

    public override string DoSeveral(string action, int count) => $"{action}: {count} kasus";

    public override string TakeBack(ReportAction undo) => undo == ReportAction.Quarantine ? "Batalkan: masukkan lagi ke karantina" : "Batalkan: kembalikan ke meja pemeriksaan";

    public override string TakenBack => "Pengeluaran dari karantina dibatalkan.";

    public override string ExportCut(int rows, int total) => $"Berkas memuat {rows} laporan terbaru dari {total}. Untuk sisanya, persempit dengan tanggal lalu unduh lagi.";

    public override string UndoNote(ReportAction action) => action switch
    {
        ReportAction.Quarantine or ReportAction.Screen => "Bisa dibatalkan: tombolnya ada di halaman hasil.",
        ReportAction.Offer => "Ini tidak bisa dibatalkan: kartunya langsung sampai ke petugas. Periksa daftarnya dulu.",
        _ => "Ini tidak bisa dibatalkan: pelapor langsung membaca hasilnya. Kasus hanya bisa dibuka lagi satu per satu, dengan prioritas lebih tinggi. Periksa daftarnya dulu.",
    };
}
