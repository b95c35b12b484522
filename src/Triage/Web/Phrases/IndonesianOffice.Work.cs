using Kentongan.Domain.Reports;
using Kentongan.Triage.Web.Bulk;

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

    public override string UndoNote => "Bisa dibatalkan: tombolnya ada di halaman hasil.";

    public override string HoldNote(ReportAction action, TimeSpan window) => action == ReportAction.Offer
        ? $"Bisa dibatalkan selama {window.TotalMinutes:0} menit: baru sesudah itu kartunya sampai ke petugas. P0 dan P1 tidak menunggu: langsung ditawarkan, dan itu tidak bisa dibatalkan."
        : $"Bisa dibatalkan selama {window.TotalMinutes:0} menit: baru sesudah itu pelapor membaca hasilnya. Setelah itu kasus hanya bisa dibuka lagi satu per satu, dengan prioritas lebih tinggi.";

    public override string CanDoAtOnce => "bisa, langsung tanpa menunggu";

    public override string HeldHead => "Tindakan yang ditunda";

    public override string NothingHeld => "Tidak ada. Tindakan untuk beberapa kasus sekaligus, yang tidak bisa ditarik kembali, menunggu di sini sebentar.";

    public override string HeldHint => "Belum ada yang berubah. Masih bisa dibatalkan; muat ulang halaman ini untuk melihat hasilnya.";

    public override string HeldStateOf(HeldDeedState state, string at) => state switch
    {
        HeldDeedState.Held => $"berlaku pukul {at}",
        HeldDeedState.Done => "sudah dilakukan",
        HeldDeedState.TakenBack => "dibatalkan, tidak ada yang berubah",
        _ => "tidak dilakukan: kasusnya sudah berubah, atau Anda tidak lagi menjabat",
    };

    public override string AboutToBeDone => "segera dilakukan";

    public override string TakeBackHeld => "Batalkan";

    public override string TakeBackAll(int count) => $"Batalkan semua ({count})";

    public override string HeldFor(string action, string who, string at) => $"Ditunda: {action}, berlaku pukul {at} ({who}).";
}
