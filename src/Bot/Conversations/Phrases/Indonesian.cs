using Kentongan.Domain.Programmes;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Bahasa Indonesia: short, courteous, no officialese.</summary>
internal sealed partial class Indonesian : Phrasebook
{
    public static readonly Indonesian Book = new();

    public override Language Language => Language.Indonesian;

    protected override string PresentDanger => """
        <b>Ada bahaya sekarang?</b> Jauhi tempat itu, lalu telepon <b>110</b> (polisi) atau <b>119</b> (ambulans).
        Ini bukan layanan darurat. Laporan bisa diteruskan setelah Anda aman; kalau ada korban, tulis berapa orang.
        """;

    protected override string Sentence(BotText text) => text switch
    {
        BotText.Greeting greeting => $"""
            <b>Kentongan {Escape(greeting.Kabupaten)}</b>: tempat lapor miras, narkoba, gangguan pemilu, atau konflik, tanpa nama.
            Nama dan nomor Anda tidak kami simpan dan tidak dilihat petugas. Telegram tetap tahu nomor Anda; lihat Privasi.
            Keadaan darurat? Telepon <b>110</b> (polisi) atau <b>119</b> (ambulans) sekarang.
            """,
        BotText.Privacy => """
            <b>Yang kami jaga</b>
            • Nama, nomor, dan akun Anda tidak kami simpan. Petugas, koordinator, dan pengelola tidak bisa melihatnya. Kalau Anda minta dikabari, alamat chat disimpan tersandi, lalu dihapus.
            • Foto dan berkas dibersihkan dari data tersembunyi sebelum disimpan.
            • Petugas membaca isi laporan tanpa tahu dari siapa. Selain petugas, hanya pemegang kode yang bisa membukanya.
            • Bot ini tidak pernah menanyakan nama, nomor, atau uang. Kalau ada yang menanyakannya di sini, tidak perlu dijawab.

            <b>Yang tidak bisa kami janjikan</b>
            • Telegram tahu nomor dan alamat internet Anda, dan bisa diminta membukanya menurut hukum.
            • Siapa pun yang memegang HP Anda bisa membaca percakapan ini. Hapus bila perlu.
            • Kalau yang Anda ceritakan hanya diketahui sedikit orang, pelapornya bisa ditebak. Jangan tulis nama atau alamat Anda sendiri.
            """,
        BotText.AskLanguage => "Mau pakai bahasa apa?",
        BotText.LanguageChosen => "Baik, kita pakai Bahasa Indonesia.",
        BotText.Cancelled { Draft: true } => "Dibatalkan. Isian tadi sudah dihapus.",
        BotText.Cancelled => "Baik, tidak jadi.",
        BotText.NothingRunning => "Tidak ada yang perlu dibatalkan.",
        BotText.StillWriting => "Laporan Anda tadi belum dikirim, mari kita teruskan. Mau mulai dari awal? Ketik /batal.",
        BotText.AskCategory { HasStory: true } => "Terima kasih, sudah kami catat.\n\n<b>Ini soal apa?</b>",
        BotText.AskCategory => "<b>Mau lapor soal apa?</b>",
        BotText.AskSubcategory(var category) => $"{In(category)}.\n\n<b>Yang paling cocok yang mana?</b>",
        BotText.AskPlace { Drunk: true } => "<b>Di mana minumnya?</b>\nPilih kecamatan, atau ketik nama desanya. Boleh juga kirim titik lokasi: 📎, lalu Lokasi.",
        BotText.AskSupply => "<b>Beli atau asalnya dari mana?</b>\nKalau sumbernya diketahui, orang lain bisa diselamatkan. Tidak tahu juga tidak apa-apa.",
        BotText.OneReportADay => "Hari ini laporan Anda sudah kami terima satu. Yang berikutnya bisa dikirim besok. Kalau darurat, telepon <b>110</b> (polisi) atau <b>119</b> (ambulans) sekarang; laporan darurat di sini juga tetap kami terima.",
        BotText.AskPlace => "<b>Di mana kejadiannya?</b>\nPilih kecamatan, atau ketik nama desanya. Boleh juga kirim titik lokasi kejadian: 📎, lalu Lokasi.",
        BotText.WhichPlace(var typed) => $"“{Quote(typed)}” itu yang mana?",
        BotText.PlaceUnknown(var typed) => $"Kami belum kenal tempat bernama “{Quote(typed)}”. Coba pilih kecamatannya.",
        BotText.OutsideKabupaten(var kabupaten) => $"Titik itu di luar Kabupaten {Escape(kabupaten)}. Kami hanya melayani wilayah ini.",
        BotText.PinTaken(var kecamatan) => $"Titik lokasi sudah dicatat: Kecamatan {Escape(kecamatan)}.",
        BotText.PinElsewhere(var kecamatan) =>
            $"Titik itu di Kecamatan {Escape(kecamatan)}, tidak sama dengan pilihan Anda tadi, jadi tidak kami pakai. Kalau tempatnya memang di sana, tekan Ubah sebelum mengirim.",
        BotText.AskDesa(var kecamatan) => $"Kecamatan {Escape(kecamatan)}.\n\n<b>Desa atau kelurahan mana?</b>",
        BotText.AskWhen => "<b>Kapan kejadiannya?</b>",
        BotText.AskStory(0, 0) => """
            <b>Ceritakan apa yang Anda tahu.</b>
            Siapa, apa, di sebelah mana, jam berapa. Boleh beberapa pesan: tulisan, foto, video, atau berkas.
            Jangan tulis nama atau alamat Anda sendiri.
            """,
        BotText.AskStory(var texts, var files) => $"<b>Ada yang mau ditambahkan?</b>\nSudah dicatat: {Counted(texts, files)}. Boleh tulisan, foto, video, atau berkas.",
        BotText.StoryTaken(var texts, var files) => $"Sudah dicatat: {Counted(texts, files)}.\nMasih ada? Kirim saja. Kalau cukup, tekan Lanjut.",
        BotText.StoryNoted(var texts, var files) => $"Ceritanya sudah dicatat: {Counted(texts, files)}.",
        BotText.StoryFull => "Ceritanya sudah panjang sekali, jadi pesan terakhir tidak masuk. Yang sebelumnya aman.",
        BotText.FilesFull(var most) => $"Paling banyak {most} berkas. Yang terakhir tidak masuk, yang sebelumnya aman.",
        BotText.FileNotNow => "Berkas itu belum kami ambil. Tekan Lapor dulu, atau buka laporan Anda lalu tekan Tambah keterangan.",
        BotText.VoiceWarning => """
            <b>Suara bisa dikenali orang.</b> Pesan suara tadi belum kami ambil.
            Lebih aman ditulis. Kalau tetap mau pakai suara, tekan tombol ini lalu kirim lagi.
            """,
        BotText.VoiceWelcome => "Baik, pesan suara sekarang boleh dikirim.",
        BotText.AskOfficial { ByNature: true } => "<b>Petugas atau pejabat dari mana?</b>\nKantornya tidak akan melihat laporan ini.",
        BotText.AskOfficial => "<b>Apakah ini menyangkut petugas atau pejabat? Dari mana?</b>\nKalau ya, kantornya tidak akan melihat laporan ini.",
        BotText.AskBlanking(var found, var more) => $"""
            <b>Tulisan Anda bisa menunjukkan siapa Anda:</b>
            {Shown(found, more == 0 ? null : $"Masih ada {more} lagi, kami tanyakan sesudah ini.")}

            Mau disamarkan jadi ▇▇▇? Kalau itu nomor atau nama orang yang Anda laporkan, biarkan saja.
            """,
        BotText.AskUnsent(var found, var more) => $"""
            <b>Belum dikirim.</b> Tulisan Anda bisa menunjukkan siapa Anda:
            {Shown(found, more == 0 ? null : $"Masih ada {more} lagi.")}

            Mau disamarkan dulu jadi ▇▇▇?
            """,
        BotText.UnsentDropped => "Tulisan Anda tadi tidak jadi dikirim.",
        BotText.AskRegime => "<b>Ini pemilihan yang mana?</b>",
        BotText.AskChange => "<b>Mau ubah yang mana?</b>\nJawaban lain tetap tersimpan.",
        BotText.NewsOn => "Baik, kami kabari di chat ini. Alamat chat disimpan tersandi, hanya untuk laporan ini, dan dihapus seminggu sesudah selesai, paling lama setengah tahun. Mau dihapus lebih cepat? Ketik /hapus.",
        BotText.NewsOff => "Baik, kami tidak mengabari lagi. Alamat chat sudah dihapus.",
        BotText.ThereIsNews => "Ada kabar baru untuk Anda.",
        BotText.AskErasure(var codes) => $"""
            <b>Hapus jejak di chat ini?</b>
            Yang kami hapus: isian dan berkas yang belum terkirim, alamat chat, percakapan bantuan yang terhubung, dan pesan di sini yang masih bisa dihapus, <b>termasuk pesan berisi kode</b>.
            Laporan yang sudah terkirim tetap ada, tanpa nama. Sesudah ini hanya kode yang sudah Anda catat yang bisa membukanya. Kalau hilang, tidak bisa kami ganti.

            {(codes.Count == 0 ? "<b>Kodenya sudah dicatat?</b> Kami tidak menyimpannya. Cari pesan kodenya di atas, ketuk untuk menyalin, lalu simpan di tempat aman." : $"<b>Catat dulu</b> (ketuk untuk menyalin):\n{CodesOf(codes)}\nKode laporan lain, kalau ada, tidak kami simpan: cari pesannya di atas.")}

            Mau mencabut laporan? Lakukan dulu: tempel kodenya di sini, lalu tekan {LabelOf(Button.Withdraw)}.
            """,
        BotText.TracesErased { Far: Erasure.All } => """
            <b>Jejak Anda di sini sudah kami hapus:</b> isian, berkas yang belum terkirim, alamat chat, dan pesan yang masih bisa dihapus.
            Percakapan bantuan yang terhubung dengan chat ini ikut dihapus; yang lain dihapus dengan kodenya.
            Laporan yang sudah terkirim tetap ada, tanpa nama. Kalau kodenya Anda catat, tempel di sini: Anda bisa melihatnya atau mencabutnya.
            Pesan lama hapus sendiri: buka menu chat ini, pilih Hapus riwayat. Telegram masih bisa menyimpan catatannya sendiri.
            """,
        BotText.TracesErased { Far: Erasure.Going } => """
            <b>Jejak Anda sedang kami hapus.</b> Isian, berkas yang belum terkirim, dan alamat chat sudah hilang. Pesan di sini menyusul, dari yang terbaru; biasanya satu dua menit, lalu tulisan ini berganti.
            <b>Tidak bisa menunggu?</b> Hapus sendiri sekarang: buka menu chat ini, pilih Hapus riwayat. Itu juga menghapus pesan yang lebih dari dua hari.
            Laporan yang sudah terkirim tetap ada, tanpa nama. Kalau kodenya Anda catat, tempel di sini: Anda bisa melihatnya atau mencabutnya.
            """,
        BotText.TracesErased { Far: Erasure.Swept } => """
            <b>Jejak Anda di sini sudah kami hapus:</b> isian, berkas yang belum terkirim, alamat chat, dan pesan yang masih bisa dihapus.
            Percakapan bantuan yang terhubung dengan chat ini ikut dihapus; yang lain dihapus dengan kodenya.
            Laporan yang sudah terkirim tetap ada, tanpa nama. Kalau kodenya Anda catat, tempel di sini: Anda bisa melihatnya atau mencabutnya.
            <b>Masih ada pesan di atas?</b> Itu terlalu lama untuk kami. Hapus sendiri: buka menu chat ini, pilih Hapus riwayat. Telegram masih bisa menyimpan catatannya sendiri.
            """,
        BotText.TracesErased => """
            <b>Jejak Anda sudah kami hapus:</b> isian, berkas yang belum terkirim, alamat chat, dan pesan yang masih kami kenali.
            <b>Mohon hapus sendiri riwayat chat ini:</b> buka menu chat ini, pilih Hapus riwayat. Bot ini belum lama dimulai ulang, jadi pesan kami sebelum itu tidak kami kenali lagi. Pesan berisi kode mungkin masih ada di atas.
            Percakapan bantuan yang terhubung dengan chat ini ikut dihapus; yang lain dihapus dengan kodenya.
            Laporan yang sudah terkirim tetap ada, tanpa nama. Kalau kodenya Anda catat, tempel di sini: Anda bisa melihatnya atau mencabutnya.
            Telegram masih bisa menyimpan catatannya sendiri.
            """,
        BotText.AskReceipt => "Ketik atau tempel <b>kode laporan</b> Anda: delapan kata yang kami berikan waktu itu.",
        BotText.ReceiptUnknown => "Kode itu tidak kami temukan. Periksa lagi delapan katanya, urutannya harus sama, lalu kirim lagi.",
        BotText.TooManyGuesses => "Sudah banyak kode yang keliru dari sini. Mohon tunggu satu jam, lalu coba lagi. Laporan Anda aman.",
        BotText.AskAddition { Answering: true } => "Tulis jawaban Anda. Boleh juga foto atau berkas. Petugas tetap tidak tahu siapa Anda.",
        BotText.AskAddition => "Kirim tambahannya: tulisan, foto, atau berkas.",
        BotText.AdditionTaken => "Terima kasih, sudah kami sampaikan. Masih ada? Kirim saja. Kalau cukup, tekan Lanjut.",
        BotText.AskObjection => "Apa yang belum beres? Tulis singkat saja.",
        BotText.ObjectionTaken => "Terima kasih. Laporan Anda kami buka lagi dan petugas diberi tahu.",
        BotText.ObjectionRefused => "Laporan ini tidak bisa dibuka lagi. Kalau masih terjadi, silakan kirim laporan baru.",
        BotText.AskWithdrawal => "<b>Cabut laporan ini?</b>\nSesudah dicabut, petugas berhenti menanganinya. Isinya masih kami simpan tersandi sampai masa simpannya habis.",
        BotText.Withdrawn => "Laporan sudah dicabut. Terima kasih sudah memberi tahu.",
        BotText.WithdrawalRefused => "Laporan ini tidak bisa dicabut: keadaan darurat tetap ditangani, atau laporannya sudah selesai.",
        BotText.ThanksForConfirming => "Terima kasih, sudah kami catat.",
        BotText.ContactRefused => "Kontak tidak kami simpan, supaya tidak ada yang bisa dikenali. Tulis saja keterangannya.",
        BotText.EditNotRead => "Pesan yang diubah tidak kami baca. Kirim perbaikannya sebagai pesan baru.",
        BotText.NotUnderstood => "Maaf, yang itu tidak bisa kami baca. Tulis saja, atau pakai tombol.",
        BotText.ButtonIsOld => "Tombol itu sudah lewat.",
        BotText.OnlyPrivateChats => "Demi keamanan, bot ini hanya melayani percakapan pribadi, jadi keluar dari grup ini. Silakan chat langsung.",
        BotText.InvitationInvalid => "Undangan itu tidak berlaku lagi. Minta undangan baru kepada koordinator.",
        _ => VictimSentence(text) ?? HelpSentence(text),
    };

    protected override string ReviewOf(BotText.Review review) => $"""
        <b>Periksa dulu, ya:</b>
        • Soal: {In(review.Kind)}
        • Tempat: {PlaceOf(review) ?? "tidak disebut"}{Supply("Asal minuman: ", review)}
        • Waktu: {WhenOf(review.Happening)}
        • Petugas terkait: {OfficeOf(review.Accused, Escape(review.VillageHead))}
        • Berkas: {(review.Files == 0 ? "tidak ada" : review.Files)}

        {StoryOf(review, "Tanpa cerita.")}
        """;

    protected override string ReceiptOf(BotText.ReceiptGiven given) => $"""
        <b>Terima kasih. Laporan Anda sudah kami terima.</b>

        Kode laporan Anda (ketuk untuk menyalin, lalu simpan di tempat aman):
        <code>{Escape(given.ReceiptWords)}</code>

        Hanya dengan kode ini Anda bisa membuka laporan lagi. Kalau hilang, tidak bisa kami ganti.

        Kami tidak menyimpan siapa Anda, jadi tidak bisa mengabari. Mau dikabari di chat ini? Tekan Kabari saya.{Paragraph(given.Advice is { } advice ? In(advice) : null)}{Paragraph(given.LegalDeadlineDays is { } days ? FormalReport(days, given.Regime) : null)}
        """;

    private static string Counted(int texts, int files) => (texts, files) switch
    {
        (_, 0) => $"{texts} pesan",
        (0, _) => $"{files} berkas",
        _ => $"{texts} pesan dan {files} berkas",
    };
}
