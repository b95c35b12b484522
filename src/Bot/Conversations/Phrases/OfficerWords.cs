using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Outbox;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>What officers and coordinators read: Indonesian, one glance long.</summary>
public static class OfficerWords
{
    public static string Mark(Priority priority) => priority switch
    {
        Priority.P0 => "🔴",
        Priority.P1 => "🟠",
        Priority.P2 => "🟡",
        _ => "⚪",
    };

    public static string NameOf(Priority priority) => priority switch
    {
        Priority.P0 => "DARURAT",
        Priority.P1 => "TINGGI",
        Priority.P2 => "Normal",
        _ => "Rendah",
    };

    public static string SeatOf(string seat) => Triage.Web.Phrases.OfficeWords.SeatOf(seat);

    public static string When(Happening happening) => happening switch
    {
        Happening.Now => "sedang berlangsung",
        Happening.Today => "hari ini",
        Happening.ThisWeek => "minggu ini",
        _ => "sering terjadi",
    };

    /// <summary>"3 mnt", "2 jam 5 mnt", "4 hari".</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "baru saja",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} mnt",
        { TotalDays: < 1 } => span.Minutes == 0 ? $"{(int)span.TotalHours} jam" : $"{(int)span.TotalHours} jam {span.Minutes} mnt",
        _ => $"{(int)span.TotalDays} hari",
    };

    /// <summary>How long something took, which stays true when it is read later.</summary>
    public static string Within(TimeSpan span) => span.TotalMinutes < 1 ? "< 1 mnt" : Span(span);

    public static string Ago(TimeSpan span) => span.TotalMinutes < 1 ? Span(span) : Span(span) + " lalu";

    public static string PartOfDay(DateTimeOffset received, DateOnly today)
    {
        var days = today.DayNumber - DateOnly.FromDateTime(received.DateTime).DayNumber;
        var part = received.Hour switch
        {
            < 5 => "dini hari",
            < 11 => "pagi",
            < 15 => "siang",
            < 18 => "sore",
            _ => "malam",
        };
        return days switch
        {
            0 => $"{part} ini",
            1 => $"kemarin {part}",
            _ => $"{days} hari lalu",
        };
    }

    public static string OutcomeOf(ReportOutcome? outcome) => outcome switch
    {
        ReportOutcome.ActedUpon => "ditindak",
        ReportOutcome.Prevented => "dicegah",
        ReportOutcome.Unfounded => "tidak terbukti",
        ReportOutcome.InsufficientInformation => "keterangan kurang",
        ReportOutcome.OutOfJurisdiction => "di luar wewenang",
        ReportOutcome.Duplicate => "laporan ganda",
        ReportOutcome.Hoax => "hoaks",
        ReportOutcome.Withdrawn => "dicabut pelapor",
        _ => "belum ada hasil",
    };

    public static string TierNote(AudienceTier tier) => tier == AudienceTier.Ringkas
        ? "Rincian hanya untuk penanggung jawab. Mohon dukung bila diminta."
        : "Pemberitahuan jumlah saja.";

    public static string ScreeningReason(string reason) => reason switch
    {
        Router.NoPlace => "lokasi belum diketahui.",
        Router.Conflict => "laporan menyangkut petugas atau pejabat. Kantor yang bersangkutan tidak melihatnya.",
        Router.NobodyThere => "tidak ada petugas yang bisa dihubungi di kecamatan itu.",
        Router.Declined => "semua pihak menyatakan bukan wewenangnya.",
        Router.TooManyTransfers => "sudah dua kali dialihkan antar-kecamatan.",
        Router.LookFirst => "mohon dilihat dahulu sebelum diteruskan.",
        _ => "perlu diperiksa.",
    };

    public static string EvidenceButton(int count) => $"📎 Lihat bukti ({count})";

    public static string Label(CardAction action) => action switch
    {
        CardAction.Accept => "✅ Terima",
        CardAction.TakeOver => "Ambil alih",
        CardAction.WrongArea => "Bukan wilayah kami",
        CardAction.Decline => "Bukan wewenang kami",
        CardAction.OnSite => "📍 Di lokasi",
        CardAction.Ask => "💬 Tanya pelapor",
        CardAction.Postpone => "⏸ Tunda",
        CardAction.Resume => "▶️ Lanjutkan",
        CardAction.HandOver => "↪️ Limpahkan",
        CardAction.AcceptHandOver => "✅ Terima limpahan",
        CardAction.Release => "Lepaskan",
        CardAction.Resolve => "🏁 Usulkan selesai",
        CardAction.Verify => "☑️ Setujui selesai",
        CardAction.SendBack => "↩️ Kembalikan",
        CardAction.Back => "‹ Kembali",
        CardAction.ScreenOffer => "📨 Teruskan",
        CardAction.ScreenDismiss => "Tutup",
        CardAction.ScreenQuarantine => "🧊 Karantina",
        CardAction.DigestRead => "✔️ Sudah dibaca",
        CardAction.Show => "Buka",
        CardAction.ShowAlike => "👥 Laporan serupa",
        CardAction.Casualties => "🚑 Perbarui korban",
        CardAction.CasualtiesType => "⌨️ Ketik angka",
        CardAction.CasualtiesSave => "💾 Simpan",
        CardAction.CheckWatch => "🩺 Sudah dicek",
        CardAction.WarnPublic => "📢 Peringatan warga",
        CardAction.Review => "📝 Catatan evaluasi",
        _ => DutyWords.Label(action) ?? action.ToString(),
    };

    /// <summary>What a tap is answered with when it worked.</summary>
    public static string Done(CardAction action) => action switch
    {
        CardAction.Accept or CardAction.AcceptHandOver or CardAction.TakeOver => "Anda penanggung jawabnya sekarang. Terima kasih.",
        CardAction.PassTo => "Dialihkan. Terima kasih.",
        CardAction.Decline => "Dicatat. Terima kasih.",
        CardAction.OnSite or CardAction.Resume => "Dicatat: sedang ditangani.",
        CardAction.PostponeFor => "Ditunda. Kami ingatkan nanti.",
        CardAction.HandOverTo => "Ditawarkan. Anda tetap penanggung jawab sampai diterima.",
        CardAction.Release => "Dilepas dan ditawarkan lagi.",
        CardAction.Verify => "Laporan ditutup.",
        CardAction.SendBack => "Dikembalikan untuk dikerjakan lagi.",
        CardAction.ScreenOfferTo => "Diteruskan.",
        CardAction.Evidence => "Bukti dikirim.",
        CardAction.DigestRead => "Terima kasih, sudah dicatat.",
        CardAction.Merge => "Digabungkan. Bisa dipisahkan lagi kapan saja.",
        CardAction.Unmerge => "Dipisahkan. Keadaannya kembali seperti semula.",
        CardAction.CasualtiesSave or CardAction.CheckWatch => "Dicatat. Terima kasih.",
        CardAction.WarnPublic => "Teks peringatan dikirim untuk disalin.",
        _ => DutyWords.Done(action) ?? "",
    };

    public static string Refused(Refusal why) => why switch
    {
        Refusal.AlreadyAccepted(_, var seat, _) => $"Sudah diterima {SeatOf(seat)}.",
        Refusal.NeverAtEmergency => "Keadaan darurat tidak bisa ditunda.",
        Refusal.NeedsCoordinator => "Lebih dari 72 jam perlu izin koordinator. Sudah kami tanyakan.",
        Refusal.NeedsNote => "Sudah diperpanjang satu kali. Sekarang tulis 📝 Catatan: apa yang dilakukan.",
        Refusal.TooShort(var minimum) => $"Tulis paling sedikit {minimum} huruf.",
        Refusal.NeedsEvidence => "Perlu bukti untuk menutup laporan ini: kirim foto atau berkas hasilnya.",
        Refusal.OnLeave => "Anda sedang cuti. Kalau sudah bertugas lagi, ketik /cuti dulu, lalu coba lagi.",
        Refusal.NobodyReachable => "Tidak ada petugas yang bisa dihubungi.",
        Refusal.NoPhones => "Jangan pakai nomor telepon: kalau pelapor menelepon, nomornya terlihat. Tulis ulang tanpa itu. Nomor darurat seperti 110 boleh.",
        Refusal.NoLinks => "Jangan pakai tautan, nama akun, atau alamat situs: pelapor bisa ketahuan. Tulis ulang tanpa itu.",
        Refusal.MoreUrgent => "Laporan itu lebih mendesak. Gabungkan dari kartunya sendiri.",
        Refusal.NotYours => "Itu bukan bagian Anda.",
        Refusal.OutOfTurn => "Sudah tidak bisa; kartunya kami perbarui.",
        _ => "Tombol itu sudah tidak berlaku.",
    };

    public static string Say(Notice notice) => notice switch
    {
        Notice.Reminder n => $"⏰ Kasus <code>{n.CaseNumber}</code> belum diterima siapa pun ({Span(TimeSpan.FromMinutes(n.MinutesOpen))}). Mohon dibuka.",
        Notice.Escalated n => $"🚨 Eskalasi tingkat {n.Level}: kasus <code>{n.CaseNumber}</code> belum ada yang menerima ({Span(TimeSpan.FromMinutes(n.MinutesOpen))}).{Silent(n.Silent)}{(n.Level >= 3 ? " Mohon hubungi lewat telepon." : "")}",
        Notice.Released n => $"↩️ Kasus <code>{n.CaseNumber}</code> ditawarkan lagi: {SeatOf(n.Seat)} menerima tetapi belum bergerak.",
        Notice.QuietHoursOver n => $"🌅 Semalam masuk kasus <code>{n.CaseNumber}</code>. Belum ada yang menerima.",
        Notice.WaitOver n => $"▶️ Waktu tunda kasus <code>{n.CaseNumber}</code> habis. Mohon dilanjutkan.",
        Notice.Overdue n => $"📅 Kasus <code>{n.CaseNumber}</code> melewati target ({n.Days} hari).",
        Notice.VerifyPlease n => $"🏁 {SeatOf(n.Seat)} mengusulkan kasus <code>{n.CaseNumber}</code> selesai. Mohon diperiksa lewat kartunya.",
        Notice.ScreeningWaits n => $"🔎 Kasus <code>{n.CaseNumber}</code> masih menunggu keputusan Anda ({Span(TimeSpan.FromMinutes(n.MinutesOpen))}).",
        Notice.SeatUnreachable n => $"📵 {Escape(n.Officer)} ({SeatOf(n.Seat)}{(n.Kecamatan is null ? "" : ", " + Escape(n.Kecamatan))}) memblokir bot atau akunnya hilang. Mohon dihubungi.",
        Notice.ReporterWrote { Answer: true } n => $"💬 Pelapor menjawab di kasus <code>{n.CaseNumber}</code>. Lihat kartunya.",
        Notice.ReporterWrote n => $"➕ Pelapor menambah keterangan di kasus <code>{n.CaseNumber}</code>. Lihat kartunya.",
        Notice.SentBack { ByReporter: true } n => $"↩️ Pelapor menyatakan kasus <code>{n.CaseNumber}</code> belum sesuai.",
        Notice.SentBack n => $"↩️ Usulan selesai kasus <code>{n.CaseNumber}</code> dikembalikan.",
        Notice.HandOverOffered n => $"↪️ {SeatOf(n.Seat)} menawarkan kasus <code>{n.CaseNumber}</code> kepada Anda. Buka kartunya untuk menerima.",
        Notice.InvitationUsed n => $"👤 {Escape(n.Officer)} sudah terhubung sebagai {SeatOf(n.Seat)}{(n.Kecamatan is null ? "" : " " + Escape(n.Kecamatan))}.",
        Notice.JobFails n => $"🛠 <b>Sistem perlu diperiksa.</b> Tugas otomatis <code>{n.Job}</code> gagal berulang kali. Mohon hubungi pengelola sistem; kami terus mencoba.",
        Notice.JobWorks n => $"✅ Tugas otomatis <code>{n.Job}</code> sudah berjalan lagi.",
        Notice.TokenElsewhere => "🚨 <b>Kunci bot ini dipakai pihak lain.</b> Mereka bisa membaca pesan warga yang baru masuk. Mohon segera telepon pengelola sistem: cabut token lewat @BotFather, pasang yang baru, lalu nyalakan ulang.",
        _ => DutyWords.Say(notice) ?? ClusterWords.Say(notice),
    };

    public static string Bound(string seat, string? kecamatan) => $"""
        <b>Selamat datang.</b> Anda terhubung sebagai <b>{SeatOf(seat)}{(kecamatan is null ? "" : " " + Escape(kecamatan))}</b>.
        Laporan warga datang sebagai kartu di sini; satu ketukan cukup untuk menerima.
        /tugas — laporan yang masih terbuka
        /rekap — rekap hari ini
        /cuti — cuti dan pengganti
        Isi laporan rahasia: jangan diteruskan, jangan mencari siapa pelapornya.
        """;

    public const string SeeCard = "🗂 Lihat kartu";
    public const string ShownBelow = "Kartu ini sudah dikirim lagi di bawah. ⬇️";
    public const string NoLongerValid = "Kartu ini tidak berlaku lagi.";
    public const string ContentElsewhere = "Jenis, isi, dan bukti laporan hanya dibuka di kantor.";
    public const string NoticeKind = "Laporan warga";
    public const string NoTasks = "Tidak ada laporan terbuka untuk Anda.";
    public const string AskQuestion = "Tulis pertanyaan untuk pelapor. Jangan menanyakan nama, alamat, atau nomor. /batal untuk urung.";
    public const string QuestionSent = "Pertanyaan disimpan. Pelapor membacanya saat membuka laporannya.";
    public const string AskDismissal = "Tulis alasannya, singkat. /batal untuk urung.";
    public const string Kept = "Sudah dicatat. Terima kasih.";
    public const string Cancelled = "Dibatalkan.";
    public const string NoFigures = "Rekap hanya untuk tiga pilar kecamatan dan koordinator.";

    public static string Tasks(int count) => $"<b>{count} laporan terbuka.</b> Ketuk untuk membuka kartunya.";

    public static string AskResolution(ReportOutcome outcome) =>
        $"Hasil: <b>{OutcomeOf(outcome)}</b>. Ceritakan apa yang dilakukan dan hasilnya, paling sedikit {Report.MinimumResolution} huruf. Pelapor akan membacanya: jangan menulis nama orang. /batal untuk urung.";

    private static string Silent(IReadOnlyList<string> seats) =>
        seats.Count == 0 ? "" : $" Belum membuka: {string.Join(", ", seats.Select(SeatOf))}.";

    /// <param name="digits">For the browser that asked; null where the bot was asked first.</param>
    public static string SignIn(Uri link, string? digits) => digits is null
        ? $"Tautan masuk, sekali pakai, berlaku 5 menit:\n{Escape(link.ToString())}\n\nJangan diteruskan kepada siapa pun."
        : $"Ketik angka ini di peramban Anda:\n\n<code>{digits[..3]} {digits[3..]}</code>\n\natau buka tautan ini di peramban yang sama:\n{Escape(link.ToString())}\n\nBerlaku 5 menit, sekali pakai. Kalau bukan Anda yang meminta, abaikan dan jangan beri tahu siapa pun.";

    public const string SignInRefused = "Kode itu salah atau sudah lewat waktunya. Buka halaman masuk lagi, lalu kirim kode yang baru.";
}
