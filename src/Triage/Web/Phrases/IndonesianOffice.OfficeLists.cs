using Kentongan.Triage.Audit;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Web.Office;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string BindingOf(string state) => state switch
    {
        "invited" => "diundang, belum terhubung",
        "unreachable" => "tidak terjangkau",
        _ => "terhubung",
    };

    public override string JobOf(string name) => name switch
    {
        "MeetDeadlines" => "Menepati tenggat",
        "DoHeldDeeds" => "Melakukan tindakan yang ditunda",
        "DoReporterDeeds" => "Meneruskan kabar pelapor",
        "SendDigests" => "Mengirim rekap pagi",
        "TendRoster" => "Menjaga jabatan dan cuti",
        "EmptyLog" => "Mengosongkan log basis data",
        "MeetHelpDeadlines" => "Mengingatkan konselor",
        "EraseOldHelp" => "Menghapus percakapan bantuan lama",
        "AuditOpenReports" => "Memeriksa laporan terbuka",
        "ExpireContacts" => "Menghapus kontak lama",
        "SweepTraces" => "Menyapu jejak",
        "RetryJobs" => "Ulangi yang gagal",
        "BackUp" => "Cadangan",
        "ShredEvidence" => "Menghapus bukti lama",
        _ => "Pekerjaan lain",
    };

    public override string DeedOf(AuditedDeed deed) => deed switch
    {
        AuditedDeed.SignedIn => "masuk",
        AuditedDeed.SignedOut => "keluar",
        AuditedDeed.SessionRevoked => "mengakhiri sesi",
        AuditedDeed.SignInRefused => "masuk ditolak",
        AuditedDeed.CaseViewed => "membuka kasus",
        AuditedDeed.EvidenceViewed => "melihat bukti",
        AuditedDeed.ViewedAs => "melihat sebagai",
        AuditedDeed.Acted => "bertindak",
        AuditedDeed.Exported => "mengunduh",
        AuditedDeed.Administered => "mengatur",
        AuditedDeed.Searched => "mencari",
        _ => "meminta yang tidak ada",
    };

    public override string? AuditWordOf(string word) => word switch
    {
        "Hold" => "ditunda:",
        "TakeBack" => "dibatalkan:",
        "Ask" => "tanya pelapor",
        "MarkAlike" => "cerita sama dengan",
        "month-point" => "butir laporan bulanan:",
        "action" => "tindak lanjut",
        "decision" => "permintaan",
        "open" => "berjalan",
        "done" => "selesai",
        "dropped" => "dibatalkan",
        "invite" => "undang",
        "remove" => "lepaskan",
        "leave" => "cuti",
        "run" => "jalankan",
        "start" => "mulai",
        "stop" => "hentikan",
        "cover" => "tambah wilayah",
        "uncover" => "lepas wilayah",
        "month" => "laporan bulanan",
        "page" => "halaman",
        "case" => "kasus",
        "officer" => "petugas",
        "form" => "formulir",
        "job" => "pekerjaan",
        "operation" => "operasi",
        _ => null,
    };

    public override string LetterOf(OutboxKind kind) => kind switch
    {
        OutboxKind.Reply => "balasan bot",
        OutboxKind.Card => "kartu",
        OutboxKind.Notice => "pemberitahuan",
        OutboxKind.Evidence => "bukti",
        OutboxKind.Digest => "rekap",
        OutboxKind.DigestPicture => "gambar rekap",
        OutboxKind.Recall => "penghapusan kartu",
        OutboxKind.Nudge => "kabar baru",
        OutboxKind.Commands => "menu",
        _ => "pesan",
    };

    public override string HealthOf(HealthItem item) => item switch
    {
        HealthItem.Store => "Basis data",
        HealthItem.Keys => "Folder kunci",
        HealthItem.Backup => "Cadangan terakhir",
        HealthItem.Auditor => "Pemeriksa laporan",
        HealthItem.Sender => "Pengirim pesan (sampai)",
        HealthItem.Outbox => "Pesan tertahan lebih dari semenit",
        HealthItem.Poison => "Pesan masuk yang dilewati",
        _ => "Alat pembersih bukti",
    };
}
