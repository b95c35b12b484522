using System.Diagnostics;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>What is said about help (policy 5.7).</summary>
internal sealed partial class Indonesian
{
    private const string DangerNumbers = """
        • Ada yang pingsan, sesak, atau kejang: telepon <b>119</b> sekarang.
        • Ingin mengakhiri hidup atau sangat tertekan: telepon <b>119</b>, lalu tekan <b>8</b>.
        • Perempuan dan anak yang disakiti: telepon <b>129</b>.
        """;

    private static string HelpSentence(BotText text) => text switch
    {
        BotText.NeedHelp => $"""
            <b>Butuh bantuan untuk diri sendiri atau orang dekat?</b>
            Minta tolong tidak sama dengan melapor. Hanya konselor yang membaca: bukan polisi, TNI, kecamatan, atau desa.

            {DangerNumbers}

            Ini bukan layanan darurat. Konselor biasanya menjawab dalam 4 jam.
            """,
        BotText.HelpUnattended(var directory) => $"""
            <b>Sekarang belum ada konselor yang bisa membaca di sini,</b> jadi jangan menunggu jawaban dari bot ini.
            Minta tolong tidak sama dengan melapor. Datang saja ke Puskesmas atau rumah sakit terdekat; di sana tugasnya mengobati.

            {DangerNumbers}{Paragraph(HelpPlaces.Listed(directory))}
            """,
        BotText.AskHelp(HelpQuestion.For, _) => "<b>Bantuan ini untuk siapa?</b>\nSemua pertanyaan boleh dilewati. Jangan tulis nama.",
        BotText.AskHelp(HelpQuestion.Age, _) => "<b>Kira-kira umurnya berapa?</b>",
        BotText.AskHelp(HelpQuestion.Substance, _) => "<b>Soal apa?</b>",
        BotText.AskHelp(HelpQuestion.Urgency, _) => "<b>Seberapa mendesak?</b>",
        BotText.AskHelp(HelpQuestion.Place, _) => "<b>Di kecamatan mana?</b>\nSupaya konselor tahu tempat bantuan yang dekat. Boleh dilewati.",
        BotText.AskHelp(_, 0) => "<b>Ceritakan sebisanya.</b>\nApa yang terjadi, dan bantuan apa yang diharapkan. Jangan tulis nama, nomor, atau alamat.",
        BotText.AskHelp(_, var texts) => $"Sudah dicatat: {texts} pesan. Masih ada? Tulis saja. Kalau cukup, tekan Kirim.",
        BotText.HelpNoted => "Sudah kami catat untuk konselor.",
        BotText.HelpDanger => """
            <b>Nyawa lebih dulu. Telepon 119 sekarang.</b>
            • Kalau ingin mengakhiri hidup atau menyakiti diri: <b>119</b>, lalu tekan <b>8</b>.
            • Temani terus, jangan ditinggal sendiri. Jauhkan obat, benda tajam, dan tali.
            • Kalau ada kekerasan: <b>110</b>.
            Bot ini bukan layanan darurat. Konselor tetap kami beri tahu begitu pesan Anda terkirim.
            """,
        BotText.HelpOnlyWords => "Di percakapan ini cukup tulisan saja, supaya tidak ada yang bisa dikenali. Berkas dan titik lokasi tidak kami ambil.",
        BotText.HelpGiven given => $"""
            <b>Sudah kami sampaikan ke konselor.</b> {(given.Danger ? "Kalau keadaannya gawat, jangan menunggu: telepon 119 sekarang." : "Biasanya dijawab dalam 4 jam.")}

            Kode bantuan Anda (ketuk untuk menyalin, lalu simpan di tempat aman):
            <code>{Escape(given.ReceiptWords)}</code>

            Jawaban konselor dibaca dengan kode ini: tekan Buka percakapan, atau tempel kodenya di sini. Kami tidak menyimpan siapa Anda, jadi tidak bisa mengabari, kecuali Anda menekan Kabari saya. Percakapan dihapus 90 hari sesudah selesai, atau kapan saja Anda mau.
            """,
        BotText.AskHelpWords => "Tulis pesan untuk konselor. Jangan tulis nama, nomor, atau alamat.",
        BotText.HelpSent => "Sudah kami sampaikan ke konselor. Masih ada? Tulis saja.",
        BotText.HelpEnded => "Percakapan ini sudah selesai, jadi pesan tadi tidak terkirim. Perlu lagi? Ketik /tolong.",
        BotText.HelpClosed => "Percakapan sudah ditutup, dan dihapus sendiri sesudah 90 hari. Mau dihapus sekarang juga? Tekan Hapus percakapan.",
        BotText.AskHelpErasure => "<b>Hapus percakapan ini sekarang?</b>\nSemua isinya hilang, juga di tempat konselor, dan tidak bisa dikembalikan.",
        BotText.HelpErased => "Percakapan itu sudah dihapus. Pesan lama di chat ini: ketik /hapus.",
        BotText.HelpGone => "Percakapan itu sudah tidak ada. Perlu bantuan lagi? Ketik /tolong.",
        BotText.HelpNewsOn => "Baik, kami kabari di chat ini kalau ada jawaban. Alamat chat disimpan tersandi, hanya untuk percakapan ini, paling lama 90 hari. Mau dihapus sekarang juga, bersama percakapannya? Ketik /hapus.",
        BotText.OfferSeparateReport => "Tulisan Anda seperti menyebut orang yang menjual. <b>Mau dibuat laporan terpisah, tanpa data Anda?</b>\nIsi percakapan ini tidak ikut; laporan dimulai dari kosong dan dibaca petugas.",
        _ => throw new UnreachableException(),
    };

    protected override string OptionOf(Enum value) => value switch
    {
        HelpFor.Myself => "Diri sendiri",
        HelpFor.Family => "Keluarga",
        HelpFor.Friend => "Teman",
        AgeBand.Under18 => "Di bawah 18",
        AgeBand.From18To25 => "18–25",
        AgeBand.From26To45 => "26–45",
        AgeBand.Over45 => "Di atas 45",
        SubstanceGroup.Liquor => "Minuman keras",
        SubstanceGroup.Pills => "Obat atau pil",
        SubstanceGroup.Narcotics => "Sabu, ganja, atau sejenisnya",
        SubstanceGroup.Solvents => "Lem atau bensin",
        SubstanceGroup.Several => "Campuran",
        HelpUrgency.Danger => "🔴 Nyawa terancam",
        HelpUrgency.Soon => "Perlu secepatnya",
        HelpUrgency.CanWait => "Bisa menunggu",
        _ => throw new UnreachableException(),
    };

    protected override string HelpStateOf(HelpStatus status, bool answered) => (status, answered) switch
    {
        (HelpStatus.Closed, _) => "<b>Percakapan sudah selesai.</b> Dihapus sendiri sesudah 90 hari.",
        (HelpStatus.Waiting, _) => "<b>Menunggu konselor.</b> Gawat? Telepon 119 sekarang.",
        (_, false) => "<b>Ada konselor yang membaca.</b> Tunggu sebentar, ya.",
        _ => "<b>Percakapan dengan konselor</b>",
    };

    protected override string HelpWordOf(HelpWord word, string quote) => word switch
    {
        { IsReferral: true } => $"Konselor menyarankan:\n<blockquote>{quote}</blockquote>",
        { FromCounsellor: true } => $"Konselor: {quote}",
        _ => $"Anda: {quote}",
    };
}
