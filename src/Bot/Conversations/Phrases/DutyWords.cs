using System.Globalization;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Outbox;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>What officers read about what they owe: words to the resident, calls, referrals, leave, operations. Indonesian.</summary>
public static class DutyWords
{
    public const string AskNote = "Tulis catatan: apa yang sudah atau sedang dilakukan. Hanya petugas yang membacanya. /batal untuk urung.";
    public const string AskReceipt = "Tulis nomor tanda terima dari lembaga itu. Nomornya disimpan tersandi. /batal untuk urung.";
    public const string AskProof = "Kasus ini perlu bukti. Kirim foto atau berkas hasilnya di sini; ceritanya sudah kami simpan. /batal untuk urung.";
    public const string ProofTaken = "Bukti disimpan, data tersembunyinya sudah dibersihkan. Masih ada? Kirim saja. Lalu tulis ceritanya.";
    public const string NoOperations = "Belum ada program yang bisa dijadikan operasi.";
    public const string OnlyForCoordinators = "Perintah itu untuk koordinator.";

    public static string? Label(CardAction action) => action switch
    {
        CardAction.Note => "📝 Catatan",
        CardAction.StillWorking => "🔄 Masih ditangani",
        CardAction.Refer => "📤 Rujuk",
        CardAction.Receipt => "🧾 Nomor tanda terima",
        CardAction.LeaveOpen => "🏖 Cuti dan pengganti",
        CardAction.BackOnDuty => "✅ Kembali bertugas",
        _ => null,
    };

    public static string? Done(CardAction action) => action switch
    {
        CardAction.StillWorking => "Dicatat. Pelapor melihat: masih ditangani.",
        CardAction.ReferWithin => "Dirujuk. Kami ingatkan sampai nomor tanda terimanya ada.",
        CardAction.CallLogged => "Hasil telepon dicatat. Terima kasih.",
        CardAction.BackOnDuty => "Selamat bertugas kembali.",
        CardAction.OperationStart or CardAction.OperationStop => "Dicatat.",
        CardAction.Proof => "Bukti dikirim.",
        _ => null,
    };

    public static string CallLabel(CallResult result) => result switch
    {
        CallResult.Reached => "☎️ Sudah ditelepon",
        CallResult.NoAnswer => "Tidak diangkat",
        _ => "Nomornya salah",
    };

    public static string ProofButton(int count) => $"📷 Bukti penyelesaian ({count})";

    public static string Allow(int days) => $"✅ Izinkan {days} hari";

    public static string WaitLabel(int hours) => hours <= 72 ? $"{hours} jam" : $"{hours / 24} hari (izin koordinator)";

    /// <returns>Null for a notice of another kind.</returns>
    public static string? Say(Notice notice) => notice switch
    {
        Notice.Reopened n => $"🔄 Koordinator membuka lagi kasus <code>{n.CaseNumber}</code>. Kasus ini menunggu diterima.",
        Notice.FirstActionPlease n => $"⏰ Kasus <code>{n.CaseNumber}</code> Anda terima {Ago(n.MinutesOpen)}, belum ada tindakan yang dicatat. Kalau tidak ada kabar, kasus ditawarkan lagi.",
        Notice.WordPlease n => $"💬 Pelapor kasus <code>{n.CaseNumber}</code> belum mendapat kabar sejak {Ago(n.MinutesOpen)}. Mohon beri tanda.",
        Notice.WordMissed n => $"💬 {OfficerWords.SeatOf(n.Seat)} belum memberi kabar di kasus <code>{n.CaseNumber}</code> sejak {Ago(n.MinutesOpen)}.",
        Notice.CallPlease n => $"☎️ <b>Mohon telepon</b> {Escape(n.Officer)} ({OfficerWords.SeatOf(n.Seat)}{(n.Kecamatan is null ? "" : " " + Escape(n.Kecamatan))}): kasus <code>{n.CaseNumber}</code> belum dibuka. Catat hasilnya di sini.",
        Notice.WaitAsked n => $"⏸ {OfficerWords.SeatOf(n.Seat)} minta menunda kasus <code>{n.CaseNumber}</code> {n.Days} hari. Lebih dari 72 jam perlu izin Anda.",
        Notice.ReceiptPlease n => $"🧾 Kasus <code>{n.CaseNumber}</code> dirujuk ke {Body(n.Body)} {Days(n.Days)}, nomor tanda terimanya belum ada.",
        Notice.AnswerDue n => $"📤 {Body(n.Body)} mestinya sudah menjawab kasus <code>{n.CaseNumber}</code>. Mohon ditanyakan.",
        Notice.ReferredHere n => $"📤 {OfficerWords.SeatOf(n.Seat)} merujuk kasus <code>{n.CaseNumber}</code> kepada Anda. Mohon beri nomor tanda terima kepada yang merujuk.",
        Notice.ForwardPlease n => $"🗳️ Kasus pemilu <code>{n.CaseNumber}</code> perlu dirujuk ke {Body(n.Body)}: sudah lewat 24 jam.",
        Notice.LegalLimit { Days: 0 } n => $"⚖️ Batas lapor resmi kasus <code>{n.CaseNumber}</code> sudah habis.",
        Notice.LegalLimit n => $"⚖️ Batas lapor resmi kasus <code>{n.CaseNumber}</code> tinggal {n.Days} hari.",
        Notice.NobodyThere n => $"🪑 Tidak ada petugas tiga pilar yang bisa dihubungi di: {Escape(string.Join(", ", n.Areas))}. Laporan dari sana langsung ke meja Anda. Mohon diisi.",
        Notice.SeatAbsent n => $"🏖 {Escape(n.Officer)} ({OfficerWords.SeatOf(n.Seat)}{(n.Kecamatan is null ? "" : ", " + Escape(n.Kecamatan))}) cuti {n.Days} hari.",
        Notice.Succeeded n => $"↪️ Anda sekarang penanggung jawab kasus <code>{n.CaseNumber}</code>: {OfficerWords.SeatOf(n.Seat)} yang memegangnya tidak bertugas.",
        Notice.Found n => $"🩺 Pemeriksa menemukan kasus <code>{n.CaseNumber}</code> tanpa penanggung jawab atau tanpa tenggat. Sudah kami tawarkan lagi; mohon dilihat.",
        _ => null,
    };

    /// <summary>The lines of the digest about what is owed; empty where nothing is.</summary>
    public static string Digest(DutyFigures duties)
    {
        string?[] lines =
        [
            duties.LegalDueSoon + duties.NotForwarded == 0 ? null : $"⚖️ Batas hukum dalam 2 hari: {duties.LegalDueSoon} · kasus pemilu belum dirujuk: {duties.NotForwarded}",
            duties.WithoutReceipt == 0 ? null : $"🧾 Rujukan tanpa tanda terima: {duties.WithoutReceipt}",
            duties.CallsLogged == 0 ? null : $"☎️ Telepon dicatat: {duties.CallsLogged}, terhubung {duties.CallsReached}",
            duties.Findings == 0 ? null : $"🩺 Temuan pemeriksa: {duties.Findings}",
            duties.Absent.Count == 0 ? null : $"🏖 Cuti: {string.Join("; ", duties.Absent.Select(seat => $"{OfficerWords.SeatOf(seat.Seat)} {Escape(seat.Kecamatan)}"))}",
            .. duties.Operations.Select(operation => $"🎯 Operasi {Escape(operation.Programme)}: masuk {operation.Received}, ditutup {operation.Closed}, masih terbuka {operation.Open}"),
        ];
        return string.Concat(lines.OfType<string>().Select(line => line + "\n"));
    }

    public static string LegalLine(DateTimeOffset localDue, int days) =>
        $"⚖️ Batas lapor resmi {localDue.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture)} ({(days < 0 ? "sudah lewat" : days == 0 ? "hari ini" : $"{days} hari lagi")})";

    public static string RegimeOf(ElectionRegime regime) => regime switch
    {
        ElectionRegime.Pemilu => "Pemilu",
        ElectionRegime.Pilkada => "Pilkada",
        _ => "Pemilihan kepala desa",
    };

    private static string Ago(int minutes) => OfficerWords.Span(TimeSpan.FromMinutes(minutes)) + " lalu";

    private static string Days(int days) => days == 0 ? "hari ini" : $"{days} hari lalu";

    private static string Body(string name) => name.Length == 0 ? "lembaga yang berwenang" : Escape(name);
}
