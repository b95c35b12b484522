namespace Kentongan.Triage.Web.Phrases;

/// <summary>Indonesian: short and courteous, as one colleague speaks to another.</summary>
internal sealed partial class IndonesianOffice : OfficeWords
{
    public override string LanguageCode => "id";

    public override string Board => "Papan";

    public override string List => "Daftar";

    public override string Map => "Peta kerawanan";

    public override string Numbers => "Angka";

    public override string Roster => "Petugas";

    public override string System => "Sistem";

    public override string SkipToContent => "Langsung ke isi";

    public override string Menu => "Menu utama";

    public override string SignIn => "Masuk";

    public override string SignOut => "Keluar";

    public override string MySessions => "Sesi saya";

    public override string OtherLanguage => "English";

    public override string SignInIntro => "Kantor belakang Kentongan. Hanya untuk koordinator dan petugas yang sudah terhubung di Telegram.";

    public override string SignInStepOne => "Kirim pesan ini ke bot di Telegram:";

    public override string SignInStepTwo => "Bot membalas enam angka. Ketik di sini:";

    public override string SignInDigits => "Enam angka dari bot";

    public override string SignInWarning => "Jangan beri tahu angka itu kepada siapa pun, juga kepada yang mengaku dari kabupaten.";

    public override string SignInValid => "Kode ini berlaku lima menit.";

    public override string SignInAgain => "Minta kode baru";

    public override string SignInFailed => "Tidak cocok, sudah dipakai, atau sudah lewat waktunya. Minta kode baru, ya.";

    public override string SignInConfirm => "Masuk di peramban ini?";

    public override string SignInConfirmWhy => "Tautan ini hanya bisa dipakai sekali. Kalau bukan Anda yang meminta, tutup halaman ini.";

    public override string SignInHere => "Ya, masuk di sini";

    public override string NothingHere => "Halaman ini tidak ada, atau bukan untuk Anda.";

    public override string BackToBoard => "Kembali ke papan";

    public override string TooMany => "Terlalu sering mencoba. Tunggu satu menit, lalu coba lagi.";

    public override string Emergencies => "Darurat";

    public override string NoEmergencies => "Tidak ada darurat yang terbuka.";

    public override string NothingInColumn => "Kosong.";

    public override string MoreOf(int shown, int total) => $"{shown} paling mendesak dari {total}. Lihat semua";

    public override string QueueList => "Antrean";

    public override string Filter => "Saring";

    public override string ClearFilter => "Hapus saringan";

    public override string Show => "Tampilkan";

    public override string Kecamatan => "Kecamatan";

    public override string Desa => "Desa";

    public override string Kind => "Jenis";

    public override string PriorityLabel => "Prioritas";

    public override string StatusLabel => "Keadaan";

    public override string CaseNumber => "Nomor kasus";

    public override string Received => "Masuk";

    public override string Lead => "Penanggung jawab";

    public override string NobodyYet => "belum ada";

    public override string Due => "Tenggat";

    public override string AllOf => "Semua";

    public override string FromDay => "Dari tanggal";

    public override string UntilDay => "Sampai tanggal";

    public override string NewCases(int count) => $"{count} perubahan. Muat ulang";

    public override string UpdatedAt(string time) => $"Keadaan pukul {time}";

    public override string PlaceUnknown => "lokasi belum pasti";

    public override string EvidenceMark(int count) => $"{count} bukti";

    public override string Level(int level) => $"tingkat {level}";

    public override string Late(string span) => $"terlambat {span}";

    public override string DueIn(string span) => $"{span} lagi";

    public override string Results(int total) => $"{total} laporan";

    public override string MostUrgentFirst => "paling mendesak di atas";

    public override string NoResults => "Tidak ada laporan yang cocok. Coba longgarkan saringan.";

    public override string Page(int page, int pages) => $"Halaman {page} dari {pages}";

    public override string Previous => "Sebelumnya";

    public override string Next => "Berikutnya";

    public override string Facts => "Keterangan";

    public override string Story => "Cerita pelapor";

    public override string StoryHidden => "Ceritanya hanya untuk penanggung jawab dan koordinator.";

    public override string StoryClosed => "Kasus sudah selesai: kartu petugas tidak memuat ceritanya lagi.";

    public override string StoryGone => "Ceritanya sudah dihapus sesuai masa simpan.";

    public override string NoStory => "Pelapor tidak menulis cerita.";

    public override string When => "Waktu kejadian";

    public override string Place => "Tempat";

    public override string Pin => "Titik lokasi";

    public override string Evidence => "Bukti";

    public override string ShowEvidence => "Lihat";

    public override string EvidenceNote => "Setiap kali dilihat akan dicatat.";

    public override string Timeline => "Jejak waktu";

    public override string Seats => "Tiga pilar";

    public override string Seat => "Jabatan";

    public override string Holder => "Petugas";

    public override string Reached => "Terbaca";

    public override string NotReached => "belum";

    public override string Accepted => "Menerima";

    public override string Talk => "Percakapan dengan pelapor";

    public override string TalkNote => "Pelapor membaca ini. Jangan menulis nama petugas atau rencana.";

    public override string FromReporter => "Pelapor";

    public override string AskReporter => "Tanya pelapor";

    public override string Question => "Pertanyaan";

    public override string Send => "Kirim";

    public override string Actions => "Tindakan";

    public override string NoActions => "Tidak ada yang perlu Anda lakukan sekarang.";

    public override string Result => "Hasil";

    public override string Explain => "Tulis apa yang dilakukan (paling sedikit 40 huruf)";

    public override string Reason => "Alasan";

    public override string Hours => "Lama menunggu (jam)";

    public override string Resolution => "Usulan hasil";

    public override string Accused => "Menyangkut";

    public override string Deadlines => "Tenggat berikutnya";

    public override string ViewAs(string who) => $"Lihat sebagai {who}";

    public override string ViewAsNote(string who) => $"Beginilah {who} melihat kasus ini. Anda tidak bisa berbuat apa-apa dari sini.";

    public override string Reporter => "pelapor";

    public override string EndView => "Kembali ke kasus";

    public override string Done => "Sudah dicatat.";

    public override string Browser => "Peramban";

    public override string Started => "Mulai";

    public override string LastSeen => "Terakhir";

    public override string ThisSession => "peramban ini";

    public override string EndSession => "Akhiri";

    public override string Shortcuts => "Pintasan papan tombol";

    public override string Close => "Tutup";

    public override string Search => "Cari";

    public override string JustNow => "baru saja";

    public override string SentTo(string what, string? who) => $"{what} → {who}";
}
