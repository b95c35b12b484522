using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Help;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>What counsellors read, in Indonesian. Nothing of it names a resident, and no notice holds a word of theirs (policy 5.7).</summary>
internal static class CounsellorWords
{
    public const string Bound = """
        <b>Selamat datang.</b> Anda terhubung sebagai <b>konselor</b>.
        Permintaan bantuan warga datang sebagai kartu di sini. Tekan Ambil, lalu Baca dan Jawab.
        /bantuan — permintaan yang masih terbuka
        Isinya hanya untuk konselor: jangan diteruskan kepada polisi, TNI, kecamatan, atau desa, dan jangan mencari siapa orangnya.
        Nyawa terancam? Minta mereka menelepon 119, temani sampai ada bantuan.
        """;

    public const string SeatsApart = "Akun ini sudah memegang jabatan lain. Konselor tidak boleh merangkap jabatan lain, dan sebaliknya; undangan ini tidak dipakai.";
    public const string None = "Tidak ada permintaan bantuan yang terbuka.";
    public const string Moved = "🤝 Kartu ini pindah ke bawah.";
    public const string AskAnswer = "Tulis jawaban untuk warga. Jangan menanyakan nama, alamat, atau nomor. /batal untuk urung.";
    public const string Sent = "Jawaban disimpan. Warga membacanya saat membuka percakapan.";
    public const string NoPlaces = "Daftar rujukan kabupaten ini masih kosong. Sarankan Puskesmas terdekat atau BNN provinsi lewat Jawab.";

    /// <summary>Help knows no leave: what a counsellor has would not move by itself, so they are told how to give it back.</summary>
    public const string NoLeave = "Konselor tidak perlu mengisi cuti. Sebelum libur, tekan Lepaskan di kartu Anda: konselor lain akan diberi tahu.";

    /// <summary>What a counsellor hears who sends a command of the seats that take reports; null for any other command (policy 5.7).</summary>
    public static string? NotForThem(string command) => command switch
    {
        "/cuti" => NoLeave,
        "/masuk" => "Kantor web hanya untuk petugas laporan. Konselor bekerja di chat ini saja: tekan /bantuan.",
        "/tugas" or "/rekap" or "/operasi" => "Perintah itu untuk petugas laporan. Permintaan bantuan ada di /bantuan.",
        _ => null,
    };

    public static string Listed(int count) => $"<b>{count} permintaan bantuan terbuka.</b> Ketuk untuk membuka kartunya.";

    public static string Line(HelpUrgency? urgency, bool mine) => $"{UrgencyOf(urgency)} · {(mine ? "Anda" : "belum diambil")}";

    public static string Label(CardAction action) => action switch
    {
        CardAction.HelpTake => "✋ Ambil",
        CardAction.HelpRead => "📖 Baca",
        CardAction.HelpFold => "Tutup bacaan",
        CardAction.HelpAnswer => "💬 Jawab",
        CardAction.HelpRefer => "📍 Rujuk",
        CardAction.HelpClose => "🏁 Selesai",
        CardAction.HelpRelease => "Lepaskan",
        CardAction.HelpShow => "Buka",
        _ => "‹ Kembali",
    };

    public static string Done(CardAction action) => action switch
    {
        CardAction.HelpTake => "Anda yang menangani sekarang. Terima kasih.",
        CardAction.HelpReferTo => "Rujukan disimpan di percakapan.",
        CardAction.HelpClose => "Percakapan ditutup.",
        CardAction.HelpRelease => "Dilepas, konselor lain diberi tahu.",
        _ => "",
    };

    public static string Refused(Refusal why) => why is Refusal.HelpTaken ? "Sudah ditangani konselor lain, atau sudah selesai." : OfficerWords.Refused(why);

    public static string Say(HelpNotice notice) => notice switch
    {
        HelpNotice.Unanswered n => $"{Mark(n.Danger)} Ada permintaan bantuan yang belum dijawab ({OfficerWords.Span(TimeSpan.FromMinutes(n.MinutesOpen))}).{Call(n.Danger)}",
        HelpNotice.Overdue n => $"{Mark(n.Danger)} <b>Lewat waktu:</b> permintaan bantuan belum dijawab ({OfficerWords.Span(TimeSpan.FromMinutes(n.MinutesOpen))}).{(n.First ? " Anda konselor pertama di daftar: mohon pastikan ada yang menjawab." : "")}{Call(n.Danger)}",
        HelpNotice.Waits n => $"{Mark(n.Danger)} Permintaan bantuan dilepas dan menunggu konselor lain.",
        HelpNotice.Wrote n => $"{Mark(n.Danger)} Ada pesan baru di percakapan bantuan.{Call(n.Danger)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string UrgencyOf(HelpUrgency? urgency) => urgency switch
    {
        HelpUrgency.Danger => "🔴 nyawa terancam",
        HelpUrgency.Soon => "🟠 perlu secepatnya",
        HelpUrgency.CanWait => "🟢 bisa menunggu",
        _ => "⚪ tidak disebut",
    };

    public static string OptionOf(Enum? value) => value is null ? "tidak disebut" : Phrasebook.For(Domain.Programmes.Language.Indonesian).Say(new BotText.HelpOption(value));

    private static string Mark(bool danger) => danger ? "🔴" : "🤝";

    private static string Call(bool danger) => danger ? " Pastikan 119 sudah dihubungi." : "";
}
