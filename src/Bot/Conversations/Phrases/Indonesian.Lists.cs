using System.Diagnostics;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Buttons and the words for each value of a list.</summary>
internal sealed partial class Indonesian
{
    protected override string LabelOf(Button button) => button switch
    {
        Button.Report => "📣 Lapor",
        Button.CheckReport => "🔎 Cek laporan",
        Button.NeedHelp => "🤝 Butuh bantuan",
        Button.Privacy => "🔒 Privasi",
        Button.Skip => "Lewati",
        Button.ClearStory => "🗑 Hapus cerita, tulis ulang",
        Button.Done => "Lanjut ➜",
        Button.Back => "‹ Kembali",
        Button.BackToReview => "‹ Tidak jadi ubah",
        Button.Next => "Berikutnya ›",
        Button.Previous => "‹ Sebelumnya",
        Button.DontKnow => "Tidak tahu",
        Button.SamePlace => "Tempat yang sama",
        Button.RatherNotSay => "Tidak mau menyebut",
        Button.Send => "✅ Kirim",
        Button.Change => "✏️ Ubah",
        Button.Cancel => "✖️ Batal",
        Button.AcceptVoice => "Saya mengerti, pakai suara",
        Button.Add => "➕ Tambah keterangan",
        Button.Answer => "💬 Jawab petugas",
        Button.TellMe => "🔔 Kabari saya di sini",
        Button.DontTellMe => "🔕 Jangan kabari lagi",
        Button.Open => "Buka",
        Button.EraseTraces => "🧹 Ya, hapus jejak",
        Button.KeepTraces => "Belum, jangan dulu",
        Button.Withdraw => "Cabut laporan",
        Button.WithdrawYes => "Ya, cabut",
        Button.Keep => "Jangan dicabut",
        Button.NotYet => "Belum beres",
        Button.IsRight => "Sudah beres",
        Button.Refresh => "🔄 Perbarui",
        Button.BlankAll => "🙈 Samarkan semua",
        Button.NotAboutMe => "Biarkan, bukan tentang saya",
        Button.BlankAndSend => "🙈 Samarkan lalu kirim",
        Button.SendAsIs => "Kirim apa adanya",
        Button.AskHelpInstead => "🤝 Tentang saya/keluarga, minta bantuan",
        Button.SendHelp => "✅ Kirim ke konselor",
        Button.OpenHelp => "💬 Buka percakapan",
        Button.WriteToCounsellor => "✍️ Tulis ke konselor",
        Button.EndHelp => "Sudah cukup, tutup",
        Button.EraseHelp => "🗑 Hapus percakapan",
        Button.EraseHelpYes => "Ya, hapus sekarang",
        Button.KeepHelp => "Jangan dihapus",
        Button.SeparateReport => "Ya, laporan terpisah",
        Button.NoReport => "Tidak usah",
        Button.NoVictims => "Tidak ada korban",
        Button.VictimsMany => "Lebih dari 5",
        Button.SkipVictims => "Tidak tahu, lewati",
        Button.VictimsAwake => "Semua sadar dan bernapas",
        Button.VictimUnconscious => "Ada yang tidak sadar",
        Button.VictimNotBreathing => "Ada yang tidak bernapas",
        Button.VictimsAtScene => "Di tempat kejadian",
        Button.VictimsAtHome => "Di rumah",
        Button.VictimsOnRoad => "Di jalan",
        Button.VictimsAtClinic => "Sudah di puskesmas/RS",
        Button.TellOfVictims => "🚑 Kabari keadaan korban",
        _ => throw new UnreachableException(),
    };

    protected override string WhenOf(Happening when) => when switch
    {
        Happening.Now => "🔴 Sedang berlangsung",
        Happening.Today => "Hari ini",
        Happening.ThisWeek => "Minggu ini",
        Happening.Often => "Sering terjadi",
        _ => throw new UnreachableException(),
    };

    protected override string ChangeOf(Question question) => question switch
    {
        Question.Category => "Soal apa",
        Question.Subcategory => "Jenisnya",
        Question.Regime => "Pemilihan yang mana",
        Question.Place => "Tempat",
        Question.Desa => "Desa",
        Question.Supply => "Asal minuman",
        Question.When => "Waktu",
        Question.Story => "Cerita dan berkas",
        Question.Official => "Petugas terkait",
        _ => throw new UnreachableException(),
    };

    protected override string OfficeOf(AccusedOffice office, string villageHead) => office switch
    {
        AccusedOffice.None => "tidak ada",
        AccusedOffice.Polsek => "polisi",
        AccusedOffice.Koramil => "TNI",
        AccusedOffice.Kecamatan => "kantor kecamatan",
        AccusedOffice.Desa => $"{villageHead} atau perangkat desa",
        AccusedOffice.Kabupaten => "kantor atau dinas kabupaten",
        _ => throw new UnreachableException(),
    };

    protected override string RegimeOf(ElectionRegime regime, string villageHead) => regime switch
    {
        ElectionRegime.Pemilu => "Pemilu (presiden, DPR, DPRD, DPD)",
        ElectionRegime.Pilkada => "Pilkada (gubernur, bupati)",
        ElectionRegime.Pilkades => $"Pemilihan {villageHead}",
        _ => throw new UnreachableException(),
    };

    protected override string FormalReport(int days, ElectionRegime? regime) => regime == ElectionRegime.Pilkades
        ? $"Laporan tanpa nama bukan aduan resmi. Aduan resmi pemilihan desa disampaikan ke panitia pemilihan atau kecamatan, pakai nama. Jangan lewat {days} hari sejak Anda tahu."
        : $"Laporan tanpa nama bukan laporan resmi ke Bawaslu. Mau lapor resmi? Datang ke Panwascam atau Bawaslu, atau buka SigapLapor, pakai nama Anda, paling lambat {days} hari sejak Anda tahu.";

    protected override string RefusedFor(CleaningRefusal why) => why switch
    {
        CleaningRefusal.UnknownType => "Jenis berkas itu tidak bisa kami terima. Coba foto (JPG/PNG), video (MP4), atau PDF.",
        CleaningRefusal.TooLarge => "Berkasnya terlalu besar. Paling besar 20 MB; coba potong, atau kirim fotonya saja.",
        CleaningRefusal.Broken => "Berkas itu rusak atau tidak bisa dibersihkan dengan aman, jadi tidak kami simpan. Coba kirim yang lain.",
        CleaningRefusal.CannotBeCleaned =>
            "Data tersembunyi di berkas itu belum bisa kami bersihkan, jadi demi keamanan Anda tidak kami simpan. Coba kirim foto.",
        CleaningRefusal.TookTooLong => "Berkas itu terlalu lama diproses, jadi tidak kami simpan. Coba kirim yang lebih kecil.",
        _ => throw new UnreachableException(),
    };

    protected override string WordOf(ResidentWord word) => word switch
    {
        ResidentWord.Diterima => "Diterima",
        ResidentWord.Ditangani => "Ditangani",
        ResidentWord.Selesai => "Selesai",
        ResidentWord.TidakDapatDitindaklanjuti => "Tidak dapat ditindaklanjuti",
        _ => throw new UnreachableException(),
    };

    protected override string ReasonOf(ResidentWord word, ReportOutcome? outcome, ReportStatus status) => (word, outcome, status) switch
    {
        (_, _, ReportStatus.ResolutionProposed) => "Menurut petugas ini sudah beres. Apakah memang sudah?",
        (ResidentWord.Diterima, _, _) => "Laporan sudah masuk dan sedang menunggu petugas.",
        (ResidentWord.Ditangani, _, _) => "Ada petugas yang memegang laporan ini.",
        (_, ReportOutcome.ActedUpon, _) => "Sudah ditindak.",
        (_, ReportOutcome.Prevented, _) => "Sudah dicegah.",
        (_, ReportOutcome.Withdrawn, _) => "Dicabut atas permintaan Anda.",
        (_, ReportOutcome.InsufficientInformation, _) => "Keterangannya belum cukup.",
        (_, ReportOutcome.OutOfJurisdiction, _) => "Ini di luar wewenang kami.",
        (_, ReportOutcome.Duplicate, _) => "Sudah ada laporan lain tentang hal yang sama.",
        (_, ReportOutcome.Unfounded, _) => "Sudah diperiksa, tetapi tidak terbukti.",
        (_, ReportOutcome.Hoax, _) => "Sudah diperiksa, dan ternyata tidak benar.",
        _ => "Laporan ini sudah ditutup.",
    };

    protected override string? ActionOf(ReportAction action) => action switch
    {
        ReportAction.Offer => "diteruskan ke petugas",
        ReportAction.Screen => "diperiksa koordinator",
        ReportAction.Accept => "ada petugas yang menerima",
        ReportAction.StartWork => "mulai ditangani",
        ReportAction.StillWorking => "masih ditangani",
        ReportAction.Wait => "ditunda dulu",
        ReportAction.Refer => "diteruskan ke lembaga lain",
        ReportAction.ProposeResolution => "menurut petugas sudah beres",
        ReportAction.Verify or ReportAction.CloseUnverified or ReportAction.Dismiss => "ditutup",
        ReportAction.Reopen or ReportAction.SendBack => "dibuka lagi",
        ReportAction.Withdraw => "dicabut",
        _ => null,
    };

    protected override string MessageOf(bool fromOfficer, string quote) => $"{(fromOfficer ? "Petugas" : "Anda")}: {quote}";

    protected override string ResultOf(string quote) => $"Hasil: <blockquote>{quote}</blockquote>";
}
