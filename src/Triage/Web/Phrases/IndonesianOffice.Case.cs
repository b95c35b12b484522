using Kentongan.Triage.Evidence;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string Note => "Catatan dalam";

    public override string NoteHint => "Hanya petugas yang membaca. Pelapor tidak melihat ini.";

    public override string AndNext => "… lalu kasus berikutnya";

    public override string Writing(string who) => $"{who} sedang menulis di kasus ini.";

    public override string ShowPiece(int number) => $"Lihat bukti {number}";

    public override string PieceHidden => "Tertutup. Dibuka kalau diminta, dan dicatat.";

    public override string PieceOf(int number) => $"Bukti {number}";

    public override string HidePiece => "Tutup lagi";

    public override string Download => "Unduh";

    public override string ViewAsHead => "Lihat sebagai orang lain";

    public override string SeatSeesNothing(string seat) => $"{seat} tidak punya kartu untuk kasus ini.";

    public override string ReporterReads => "Yang dibaca pelapor";

    public override string ReporterWord(string word) => $"Keadaan: {word}";

    public override string TierHidden => "Jabatan ini hanya melihat ringkasannya.";

    public override string Withdrawn => "Sudah dialihkan: tidak ada lagi yang perlu dikerjakan jabatan ini.";

    public override string Officer => "Petugas";

    public override string KeysIntro => "Semua bisa juga tanpa tombol pintas. Tombol tidak bekerja selama Anda menulis.";

    public override string KeyMove => "kasus berikutnya, sebelumnya; Enter membukanya";

    public override string KeyAccept => "terima atau ambil alih";

    public override string KeyStart => "mulai atau lanjutkan";

    public override string KeyResolve => "usulkan selesai atau setujui";

    public override string KeyResolveNext => "sama, lalu ke kasus berikutnya";

    public override string KeyHandOver => "limpahkan";

    public override string KeyNote => "catatan dalam";

    public override string KeyAsk => "tanya pelapor";

    public override string KeyGo => "ke papan, daftar, peta, angka";

    public override string KeySearch => "cari";

    public override string KeyRefer => "rujuk ke lembaga lain";

    public override string KeysAreOn => "Tombol pintas hidup.";

    public override string KeysAreOff => "Tombol pintas mati.";

    public override string KeysTurnOn => "Hidupkan";

    public override string KeysTurnOff => "Matikan";

    public override string KeySheet => "daftar pintasan ini";

    public override string ProofNeeded => "Bukti (wajib untuk jenis kasus ini)";

    public override string ProofMaybe => "Bukti, kalau ada";

    public override string ProofNote(int files, long megabytes) =>
        $"Foto, video, rekaman, PDF atau dokumen. Paling banyak {files} berkas, bersama-sama {megabytes} MB. Data tersembunyinya dibersihkan sebelum disimpan.";

    public override string FileRefused(CleaningRefusal why) => why switch
    {
        CleaningRefusal.UnknownType => "Jenis berkas itu tidak bisa kami terima. Coba foto (JPG/PNG), video (MP4), atau PDF. Belum ada yang dicatat.",
        CleaningRefusal.TooLarge => "Berkasnya terlalu besar atau terlalu banyak. Coba potong, atau kirim fotonya saja. Belum ada yang dicatat.",
        CleaningRefusal.CannotBeCleaned => "Berkas itu tidak bisa dibersihkan di sini, jadi tidak kami simpan. Coba foto JPG atau PNG. Belum ada yang dicatat.",
        CleaningRefusal.TookTooLong => "Berkas itu terlalu lama diproses, jadi tidak kami simpan. Coba yang lebih kecil. Belum ada yang dicatat.",
        _ => "Berkas itu rusak atau tidak bisa dibersihkan dengan aman, jadi tidak kami simpan. Coba yang lain. Belum ada yang dicatat.",
    };
}
