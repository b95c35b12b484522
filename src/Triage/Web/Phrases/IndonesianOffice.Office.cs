namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string Health => "Kesehatan sistem";

    public override string Jobs => "Pekerjaan";

    public override string AuditTrail => "Catatan audit";

    public override string Programmes => "Program";

    public override string Calendar => "Kalender";

    public override string Invite => "Undang petugas";

    public override string InviteOnce => "Kirim ini kepada orangnya. Hanya tampil sekali, berlaku 48 jam, sekali pakai:";

    public override string InviteWrong => "Isi nama dan jabatan. Camat, kapolsek dan danramil perlu kecamatan.";

    public override string PersonName => "Nama yang dibaca rekan";

    public override string KecamatanOfTriad => "Kecamatan (untuk tiga pilar)";

    public override string Deputy => "wakil";

    public override string RemoveNote => "Semua jabatannya dilepas dan kartunya berhenti. Laporannya naik ke jabatan lain menurut tenggat.";

    public override string RemoveName(string name) => $"Lepaskan {name}";

    public override string JobsElsewhere => "Proses ini tidak menjalankan pekerjaan. Yang terlihat adalah catatan proses lain.";

    public override string Job => "Pekerjaan";

    public override string Every => "Setiap";

    public override string LastRun => "Terakhir";

    public override string RunNow => "Jalankan sekarang";

    public override string FailedTimes(string error, int times) => $"gagal {times}×: {error}";

    public override string JobsNote => "Angka di kolom Hasil adalah banyaknya langkah sistem pada putaran terakhir, bukan jumlah laporan.";

    public override string WaitsSince => "Tertahan sejak";

    public override string LetterTo => "Untuk";

    public override string ShownOf(int shown, int total) => $"Yang tampil {shown} dari {total}.";

    public override string DoneThings(int count) => $"beres, {count} dikerjakan";

    public override string CheckChain => "Periksa rantai";

    public override string ChainHolds => "Rantai utuh: tidak ada baris yang diubah, dibuang atau disisipkan.";

    public override string ChainBroken(long row) => $"Rantai putus{(row > 0 ? $" di baris {row}" : "")}. Ada baris yang diubah, dibuang atau disisipkan. Hubungi inspektorat.";

    public override string Moment => "Waktu";

    public override string Deed => "Perbuatan";

    public override string About => "Tentang";

    public override string HealthPart => "Bagian";

    public override string Value => "Nilai";

    public override string Well => "baik";

    public override string NeedsLook => "perlu dilihat";

    public override string ProgrammesNote => "Begini isi berkas program yang sedang dipakai. Mengubahnya lewat berkas, bukan dari sini.";

    public override string EmergencyText => "Teks darurat";

    public override string AdviceText => "Pesan setelah melapor";

    public override string LegalTitles => "Dasar hukum";

    public override string CalendarNote => "Tanggal menentukan jam kerja laporan rendah dan masa operasi. Periksa setiap tahun.";

    public override string Certain => "pasti";

    public override string Computed => "perhitungan, bisa bergeser";

    public override string Holidays => "Hari libur";

    public override string Day => "Tanggal";
}
