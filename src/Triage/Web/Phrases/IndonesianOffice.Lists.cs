using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Maps;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

    public override string StatusOf(ReportStatus status) => status switch
    {
        ReportStatus.Received => "baru masuk",
        ReportStatus.Screening => "diperiksa dulu",
        ReportStatus.Offered => "ditawarkan",
        ReportStatus.Accepted => "diterima",
        ReportStatus.InProgress => "dikerjakan",
        ReportStatus.Waiting => "menunggu",
        ReportStatus.ResolutionProposed => "perlu verifikasi",
        ReportStatus.Closed => "ditutup",
        ReportStatus.Referred => "dirujuk",
        ReportStatus.Merged => "digabung",
        _ => "dikarantina",
    };

    public override string WordOf(ResidentWord word) => word switch
    {
        ResidentWord.Diterima => "Diterima",
        ResidentWord.Ditangani => "Ditangani",
        ResidentWord.Selesai => "Selesai",
        _ => "Tidak dapat ditindaklanjuti",
    };

    public override string PriorityOf(Priority priority) => priority switch
    {
        Priority.P0 => "Darurat",
        Priority.P1 => "Tinggi",
        Priority.P2 => "Normal",
        _ => "Rendah",
    };

    public override string OutcomeOf(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.ActedUpon => "ditindak",
        ReportOutcome.Prevented => "dicegah",
        ReportOutcome.Unfounded => "tidak terbukti",
        ReportOutcome.InsufficientInformation => "keterangan kurang",
        ReportOutcome.OutOfJurisdiction => "di luar wewenang",
        ReportOutcome.Duplicate => "laporan ganda",
        ReportOutcome.Hoax => "hoaks",
        _ => "dicabut pelapor",
    };

    public override string StageOf(BoardStage stage) => stage switch
    {
        BoardStage.New => "Menunggu diterima",
        BoardStage.Accepted => "Diterima",
        BoardStage.Working => "Dikerjakan",
        _ => "Perlu verifikasi",
    };

    public override string DeadlineOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Route => "dibagikan",
        DeadlineKind.Remind => "pengingat",
        DeadlineKind.QuietHoursEnd => "jam tenang selesai",
        DeadlineKind.Level1 => "naik ke tingkat 1",
        DeadlineKind.Level2 => "naik ke tingkat 2",
        DeadlineKind.Level3 => "naik ke tingkat 3",
        DeadlineKind.Level4 => "diulang ke semua",
        DeadlineKind.ScreeningDue => "keputusan koordinator",
        DeadlineKind.ProgressDue => "mulai dikerjakan",
        DeadlineKind.WaitEnds => "penundaan habis",
        DeadlineKind.ResolveDue => "target selesai",
        DeadlineKind.VerifyDue => "verifikasi",
        DeadlineKind.FirstActionDue => "tindakan pertama",
        DeadlineKind.WordDue => "kabar untuk pelapor",
        DeadlineKind.LegalDeadline => "batas menurut aturan",
        DeadlineKind.ForwardDue => "diteruskan ke pengawas pemilu",
        DeadlineKind.WatchCheck => "tengok korban",
        DeadlineKind.ReviewDue => "catatan evaluasi",
        DeadlineKind.ReferralDue => "tanda terima rujukan",
        _ => "tenggat lain",
    };

    public override string PartOf(Part part) => part switch
    {
        Part.Lead => "memimpin",
        Part.Support => "mendukung",
        Part.Copy => "tembusan",
        _ => "memeriksa",
    };

    public override string AccusedOf(AccusedOffice office) => office switch
    {
        AccusedOffice.Polsek => "polsek",
        AccusedOffice.Koramil => "koramil",
        AccusedOffice.Kecamatan => "kantor kecamatan",
        AccusedOffice.Desa => "pemerintah desa",
        AccusedOffice.Kabupaten => "pejabat kabupaten",
        _ => "bukan pejabat",
    };

    public override string HappeningOf(Happening when) => when switch
    {
        Happening.Now => "sedang berlangsung",
        Happening.Today => "hari ini",
        Happening.ThisWeek => "minggu ini",
        _ => "sering terjadi",
    };

    public override string QueueOf(string queue) => queue switch
    {
        Queues.NoPlace => "Perlu lokasi",
        Queues.ToVerify => "Perlu verifikasi",
        Queues.ToDecide => "Perlu keputusan saya",
        Queues.Overdue => "Terlambat",
        Queues.Unreachable => "Tak terjangkau",
        _ => "Karantina",
    };

    public override string DeliveryOf(string outcome) => outcome switch
    {
        "sent" => "terkirim",
        "blocked" => "diblokir",
        "delayed" => "ditunda Telegram",
        "failed" => "gagal",
        "unreachable" => "tak terjangkau",
        _ => "tidak diketahui",
    };

    public override string NotificationOf(string kind) => kind.ToLowerInvariant() switch
    {
        "card" => "Kartu",
        "notice" => "Pemberitahuan",
        "evidence" => "Bukti",
        "digest" => "Rekap",
        _ => "Pesan",
    };

    public override string BandOf(RiskBand band) => band switch
    {
        RiskBand.Aman => "aman",
        RiskBand.Siaga => "siaga",
        RiskBand.Waspada => "waspada",
        RiskBand.Rawan => "rawan",
        _ => "bahaya",
    };

    public override string GapOf(CellGap gap) => gap == CellGap.Veiled ? "disamarkan" : "data belum cukup";

    public override string MonthOf(DateOnly month) => $"{Months[month.Month - 1]} {month.Year}";

    protected override string OtherMeasure(string measure) => measure switch
    {
        Measures.Reopened => "dibuka lagi",
        Measures.SentBack => "hasil dikembalikan",
        Measures.Escalated => "naik tingkat",
        _ => "tanpa yang digabung dan dikarantina",
    };

    public override string ReachedOf(string reached) => reached switch
    {
        CaseFilter.Accepted => "sudah diterima",
        CaseFilter.Acted => "sudah ditindak",
        _ => "sudah ditutup",
    };

    public override string Seconds(int count) => $"{count} detik";

    public override string Decimal(double value) => value.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');

    protected override (string Minutes, string Hours, string Days) SpanUnits => ("mnt", "jam", "hari");

    public override string PartOfDay(int hour) => hour switch
    {
        < 5 => "dini hari",
        < 11 => "pagi",
        < 15 => "siang",
        < 18 => "sore",
        _ => "malam",
    };

    public override string RefusalOf(Refusal why) => why switch
    {
        Refusal.AlreadyAccepted a => $"Sudah lebih dulu diterima {SeatOf(a.Seat)}.",
        Refusal.NeverAtEmergency => "Keadaan darurat tidak bisa ditunda.",
        Refusal.NeedsCoordinator => "Menunggu selama itu perlu koordinator.",
        Refusal.TooShort s => $"Tulis paling sedikit {s.Minimum} huruf.",
        Refusal.NeedsEvidence => "Jenis ini perlu bukti sebelum selesai.",
        Refusal.OnLeave => "Anda sedang cuti. Akhiri cuti dulu, lalu ulangi.",
        Refusal.NobodyReachable => "Tidak ada petugas yang bisa dihubungi di sana.",
        Refusal.NoPhones => "Nomor telepon tidak boleh ditulis: kalau pelapor menelepon, nomornya terlihat.",
        Refusal.NoLinks => "Tautan, akun, atau alamat situs tidak boleh ditulis.",
        Refusal.NotYours or Refusal.OutOfTurn => "Itu tidak bisa dilakukan sekarang, atau bukan oleh Anda.",
        Refusal.Stale => "Kasus ini sudah berubah sejak halaman dibuka. Periksa lagi, lalu ulangi.",
        _ => "Tidak bisa dilakukan.",
    };
}
