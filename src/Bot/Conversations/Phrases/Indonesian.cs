using System.Diagnostics;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Bahasa Indonesia: short, courteous, no officialese.</summary>
internal sealed class Indonesian : Phrasebook
{
    public static readonly Indonesian Book = new();

    public override Language Language => Language.Indonesian;

    public override string Say(BotText text) => text switch
    {
        BotText.FromData(var words, var prefix) => Escape(prefix + words.In(Language)),
        BotText.Name(var name) => Escape(name),
        BotText.Label(var button) => LabelOf(button),
        BotText.When(var when) => WhenOf(when),
        BotText.ChangeOf(var question) => ChangeOf(question),
        BotText.Official(var office, var head) => OfficialOf(office, head),
        BotText.Greeting greeting => $"""
            <b>Kentongan {Escape(greeting.Kabupaten)}</b>: lapor miras, narkoba, gangguan pemilu, atau konflik, tanpa nama.
            Petugas tidak akan tahu siapa Anda. Telegram sendiri tetap tahu nomor Anda; baca tombol Privasi.
            Keadaan darurat? Telepon <b>110</b> (polisi) atau <b>119</b> (ambulans) sekarang.
            """,
        BotText.Privacy => """
            <b>Yang kami jaga</b>
            • Nama, nomor, dan akun Anda tidak kami simpan. Petugas, koordinator, dan pengelola tidak bisa melihatnya.
            • Foto dan berkas dibersihkan dari data tersembunyi sebelum disimpan.
            • Anda memegang kode laporan. Hanya pemegang kode yang bisa membuka laporan itu.

            <b>Yang tidak bisa kami janjikan</b>
            • Telegram tahu nomor dan alamat internet Anda, dan bisa diminta oleh hukum.
            • Siapa pun yang memegang HP Anda bisa membaca percakapan ini. Hapus bila perlu.
            • Kalau cerita Anda hanya diketahui satu orang, orang bisa menebak. Jangan tulis nama atau alamat Anda sendiri.
            """,
        BotText.NeedHelp => """
            <b>Butuh bantuan untuk diri sendiri atau keluarga?</b>
            Minta tolong bukan melapor. Datang ke Puskesmas terdekat atau rumah sakit; cerita soal narkoba di sana untuk berobat, bukan untuk dihukum.

            • Ada yang pingsan, sesak, atau kejang: telepon <b>119</b> sekarang.
            • Ingin mengakhiri hidup atau sangat tertekan: telepon <b>119</b>, lalu tekan <b>8</b>.
            • Perempuan dan anak yang disakiti: telepon <b>129</b>.

            Percakapan langsung dengan konselor belum tersedia di sini.
            """,
        BotText.AskLanguage => "Mau pakai bahasa apa?",
        BotText.LanguageChosen => "Baik, kita pakai Bahasa Indonesia.",
        BotText.Cancelled => "Dibatalkan. Isian tadi sudah dihapus.",
        BotText.NothingRunning => "Tidak ada yang perlu dibatalkan.",
        BotText.AskCategory { HasStory: true } => "Cerita Anda sudah kami catat.\n\n<b>Ini soal apa?</b>",
        BotText.AskCategory => "<b>Mau lapor soal apa?</b>",
        BotText.AskSubcategory(var category) => $"{Escape(category.In(Language))}.\n\n<b>Yang mana paling cocok?</b>",
        BotText.AskPlace => "<b>Di mana kejadiannya?</b>\nPilih kecamatan, atau ketik nama desa. Bisa juga kirim titik lokasi kejadian lewat 📎 → Lokasi.",
        BotText.WhichPlace(var typed) => $"“{Quote(typed)}” itu yang mana?",
        BotText.PlaceUnknown(var typed) => $"Saya belum kenal tempat “{Quote(typed)}”. Coba pilih kecamatannya.",
        BotText.OutsideKabupaten(var kabupaten) => $"Titik itu di luar Kabupaten {Escape(kabupaten)}. Kami hanya melayani wilayah ini.",
        BotText.AskDesa(var kecamatan) => $"Kecamatan {Escape(kecamatan)}.\n\n<b>Desa atau kelurahan mana?</b>",
        BotText.AskWhen => "<b>Kapan kejadiannya?</b>",
        BotText.AskStory => """
            <b>Ceritakan apa yang Anda lihat.</b>
            Boleh beberapa pesan: tulisan, foto, video, atau berkas. Siapa, apa, di sebelah mana, jam berapa.
            Jangan tulis nama atau alamat Anda sendiri.
            """,
        BotText.StoryTaken(var texts, var files) => $"Sudah dicatat: {Counted(texts, files)}.\nMasih ada? Kirim saja. Kalau cukup, tekan Lanjut.",
        BotText.StoryFull => "Ceritanya sudah panjang sekali, jadi pesan terakhir tidak masuk. Yang sebelumnya aman.",
        BotText.FilesFull(var most) => $"Paling banyak {most} berkas. Yang terakhir tidak masuk, yang sebelumnya aman.",
        BotText.FileRefused(var why) => RefusedFor(why),
        BotText.FileNotNow => "Berkas itu belum saya ambil. Tekan Lapor dulu, atau buka laporan Anda lalu tekan Tambah keterangan.",
        BotText.VoiceWarning => """
            <b>Suara bisa dikenali orang.</b> Pesan suara tadi belum saya ambil.
            Lebih aman ditulis. Kalau tetap mau pakai suara, tekan tombol ini lalu kirim lagi.
            """,
        BotText.VoiceWelcome => "Baik, pesan suara sekarang boleh dikirim.",
        BotText.AskOfficial { ByNature: true } => "<b>Petugas atau pejabat dari mana?</b>\nLaporan ini tidak akan dilihat kantornya.",
        BotText.AskOfficial => "<b>Apakah ini menyangkut petugas atau pejabat?</b>\nKalau ya, kantornya tidak akan melihat laporan ini.",
        BotText.Review review => ReviewOf(review),
        BotText.AskChange => "<b>Mau ubah yang mana?</b>\nJawaban lain tetap tersimpan.",
        BotText.Emergency(var special) => special is null
            ? "<b>Ada bahaya sekarang?</b> Telepon <b>110</b> (polisi) atau <b>119</b> (ambulans) dulu. Jauhi tempat itu. Kami bukan layanan darurat; laporan bisa diteruskan setelah Anda aman."
            : Escape(special.In(Language)),
        BotText.ReceiptGiven given => ReceiptOf(given),
        BotText.AskReceipt => "Ketik atau tempel <b>kode laporan</b> Anda: delapan kata yang kami berikan waktu itu.",
        BotText.ReceiptUnknown => "Kode itu tidak kami temukan. Periksa lagi delapan katanya, urutannya harus sama.",
        BotText.Status status => StatusOf(status),
        BotText.AskAddition { Answering: true } => "Tulis jawaban Anda. Boleh juga foto atau berkas. Petugas tetap tidak tahu siapa Anda.",
        BotText.AskAddition => "Kirim tambahannya: tulisan, foto, atau berkas.",
        BotText.AdditionTaken => "Terima kasih, sudah kami sampaikan. Masih ada? Kirim saja. Kalau cukup, tekan Lanjut.",
        BotText.AskObjection => "Apa yang belum sesuai? Tulis singkat saja.",
        BotText.ObjectionTaken => "Terima kasih. Laporan Anda kami buka lagi dan petugas diberi tahu.",
        BotText.ObjectionRefused => "Laporan ini tidak bisa dibuka lagi. Kalau masih terjadi, silakan kirim laporan baru.",
        BotText.AskWithdrawal => "<b>Cabut laporan ini?</b>\nSesudah dicabut, petugas berhenti menanganinya.",
        BotText.Withdrawn => "Laporan sudah dicabut. Terima kasih sudah memberi tahu.",
        BotText.WithdrawalRefused => "Laporan ini tidak bisa dicabut: keadaan darurat tetap ditangani, atau laporannya sudah selesai.",
        BotText.ThanksForConfirming => "Terima kasih, sudah kami catat.",
        BotText.ContactRefused => "Kontak tidak saya simpan, supaya tidak ada yang bisa dikenali. Tulis saja keterangannya.",
        BotText.EditNotRead => "Pesan yang diubah tidak saya baca. Kirim perbaikannya sebagai pesan baru.",
        BotText.NotUnderstood => "Maaf, saya belum bisa membaca itu.",
        BotText.ButtonIsOld => "Tombol itu sudah lewat.",
        BotText.OnlyPrivateChats => "Saya hanya melayani percakapan pribadi, supaya aman. Saya keluar dari grup ini. Silakan chat saya langsung.",
        BotText.InvitationInvalid => "Undangan itu tidak berlaku lagi. Minta undangan baru kepada koordinator.",
        _ => throw new UnreachableException(),
    };

    private static string LabelOf(Button button) => button switch
    {
        Button.Report => "📣 Lapor",
        Button.CheckReport => "🔎 Cek laporan",
        Button.NeedHelp => "🤝 Butuh bantuan",
        Button.Privacy => "🔒 Privasi",
        Button.Skip => "Lewati",
        Button.Done => "Lanjut ➜",
        Button.Back => "‹ Kembali",
        Button.Next => "Berikutnya ›",
        Button.Previous => "‹ Sebelumnya",
        Button.DontKnow => "Tidak tahu",
        Button.RatherNotSay => "Tidak mau menyebut",
        Button.Send => "✅ Kirim",
        Button.Change => "✏️ Ubah",
        Button.Cancel => "✖️ Batal",
        Button.AcceptVoice => "Saya mengerti, pakai suara",
        Button.Add => "➕ Tambah keterangan",
        Button.Answer => "💬 Jawab petugas",
        Button.Withdraw => "Cabut laporan",
        Button.WithdrawYes => "Ya, cabut",
        Button.Keep => "Jangan dicabut",
        Button.NotYet => "Belum",
        Button.IsRight => "Sudah sesuai",
        Button.Refresh => "🔄 Perbarui",
        _ => throw new UnreachableException(),
    };

    private static string WhenOf(Happening when) => when switch
    {
        Happening.Now => "🔴 Sedang berlangsung",
        Happening.Today => "Hari ini",
        Happening.ThisWeek => "Minggu ini",
        _ => "Sering terjadi",
    };

    private static string ChangeOf(Question question) => question switch
    {
        Question.Category => "Soal apa",
        Question.Subcategory => "Jenisnya",
        Question.Place => "Kecamatan",
        Question.Desa => "Desa",
        Question.When => "Waktu",
        Question.Story => "Cerita dan foto",
        _ => "Petugas terkait",
    };

    private static string OfficialOf(AccusedOffice office, string villageHead) => office switch
    {
        AccusedOffice.None => "Tidak",
        AccusedOffice.Polsek => "Ya, polisi",
        AccusedOffice.Koramil => "Ya, TNI",
        AccusedOffice.Kecamatan => "Ya, kantor kecamatan",
        AccusedOffice.Desa => $"Ya, {Escape(villageHead)} atau perangkat desa",
        _ => "Ya, kantor kabupaten",
    };

    private static string Counted(int texts, int files) => (texts, files) switch
    {
        (_, 0) => $"{texts} pesan",
        (0, _) => $"{files} berkas",
        _ => $"{texts} pesan dan {files} berkas",
    };

    private static string RefusedFor(CleaningRefusal why) => why switch
    {
        CleaningRefusal.UnknownType => "Jenis berkas itu tidak bisa kami terima. Coba foto (JPG/PNG), video (MP4), atau PDF.",
        CleaningRefusal.TooLarge => "Berkasnya terlalu besar. Paling besar 20 MB; coba potong atau kirim fotonya saja.",
        CleaningRefusal.Broken => "Berkas itu rusak atau tidak bisa dibersihkan dengan aman, jadi tidak kami simpan. Coba kirim yang lain.",
        CleaningRefusal.CannotBeCleaned => "Jenis berkas itu belum bisa kami bersihkan dari data tersembunyi, jadi tidak kami simpan demi keamanan Anda. Coba kirim foto.",
        _ => "Berkas itu terlalu lama diproses, jadi tidak kami simpan. Coba kirim yang lebih kecil.",
    };

    private static string ReviewOf(BotText.Review review) => $"""
        <b>Periksa dulu, ya:</b>
        • Soal: {Escape(review.Kind.In(Language.Indonesian))}
        • Tempat: {PlaceOf(review)}
        • Waktu: {WhenOf(review.Happening)}
        • Petugas terkait: {OfficialOf(review.Accused, review.VillageHead)}
        • Berkas: {(review.Files == 0 ? "tidak ada" : review.Files)}

        {(review.Story.Length == 0 ? "<i>Tanpa cerita.</i>" : $"<blockquote>{Quote(review.Story)}</blockquote>")}
        """;

    private static string PlaceOf(BotText.Review review) => (review.Kecamatan, review.Desa) switch
    {
        (null, _) => "tidak disebut",
        ({ } kecamatan, null) => $"Kec. {Escape(kecamatan)}",
        ({ } kecamatan, { } desa) => $"{Escape(desa)}, Kec. {Escape(kecamatan)}",
    };

    private static string ReceiptOf(BotText.ReceiptGiven given) => $"""
        <b>Terima kasih. Laporan Anda sudah kami terima.</b>

        Kode laporan Anda (ketuk untuk menyalin, lalu catat di tempat aman):
        {ReceiptLines(given.ReceiptWords)}

        Hanya kode ini yang bisa membuka laporan Anda. Kami tidak bisa menggantinya kalau hilang.{(given.Advice is { } advice ? "\n\n" + Escape(advice.In(Language.Indonesian)) : "")}{(given.LegalDeadlineDays is { } days ? $"\n\nLaporan tanpa nama bukan laporan resmi ke Bawaslu. Laporan resmi harus bernama, paling lambat {days} hari sejak Anda tahu." : "")}
        """;

    private static string StatusOf(BotText.Status status)
    {
        var view = status.View;
        var lines = view.Happened.Select(fact => ActionOf(fact.Action) is { } did ? $"• {DayOf(fact.At, status.Zone)}: {did}" : null).OfType<string>().Distinct().TakeLast(8);
        var talk = view.Messages.TakeLast(6).Select(message => $"{(message.FromOfficer ? "Petugas" : "Anda")}: {Quote(message.Text)}");
        return $"""
            <b>{WordOf(view.Word)}</b> · {Escape(status.Kind.In(Language.Indonesian))}
            {ReasonOf(view.Word, view.Outcome, view.Status)}

            {string.Join('\n', lines)}{(view.Resolution is { } resolution ? $"\n\nHasil: <blockquote>{Quote(resolution)}</blockquote>" : "")}{(view.Messages.Count > 0 ? "\n\n" + string.Join('\n', talk) : "")}
            """;
    }

    private static string DayOf(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static string WordOf(ResidentWord word) => word switch
    {
        ResidentWord.Diterima => "Diterima",
        ResidentWord.Ditangani => "Ditangani",
        ResidentWord.Selesai => "Selesai",
        _ => "Tidak dapat ditindaklanjuti",
    };

    private static string ReasonOf(ResidentWord word, ReportOutcome? outcome, ReportStatus status) => (word, outcome, status) switch
    {
        (_, _, ReportStatus.ResolutionProposed) => "Petugas menganggap ini sudah beres. Apakah sudah sesuai?",
        (ResidentWord.Diterima, _, _) => "Laporan sudah masuk dan sedang menunggu petugas.",
        (ResidentWord.Ditangani, _, _) => "Ada petugas yang memegang laporan ini.",
        (_, ReportOutcome.ActedUpon, _) => "Sudah ditindak.",
        (_, ReportOutcome.Prevented, _) => "Sudah dicegah.",
        (_, ReportOutcome.Withdrawn, _) => "Dicabut atas permintaan Anda.",
        (_, ReportOutcome.InsufficientInformation, _) => "Keterangannya belum cukup untuk ditindaklanjuti.",
        (_, ReportOutcome.OutOfJurisdiction, _) => "Ini di luar wewenang kami.",
        (_, ReportOutcome.Duplicate, _) => "Sudah ada laporan lain tentang hal yang sama.",
        (_, ReportOutcome.Unfounded, _) => "Sudah diperiksa, tetapi tidak terbukti.",
        _ => "Tidak dapat ditindaklanjuti.",
    };

    private static string? ActionOf(ReportAction action) => action switch
    {
        ReportAction.Offer => "diteruskan ke petugas",
        ReportAction.Screen => "diperiksa koordinator",
        ReportAction.Accept => "ada petugas yang menerima",
        ReportAction.StartWork => "mulai ditangani",
        ReportAction.Wait => "menunggu waktu yang tepat",
        ReportAction.Refer => "diteruskan ke lembaga lain",
        ReportAction.ProposeResolution => "dianggap selesai, sedang diperiksa",
        ReportAction.Verify or ReportAction.CloseUnverified or ReportAction.Dismiss => "ditutup",
        ReportAction.Reopen or ReportAction.SendBack => "dibuka lagi",
        ReportAction.Withdraw => "dicabut",
        _ => null,
    };
}
