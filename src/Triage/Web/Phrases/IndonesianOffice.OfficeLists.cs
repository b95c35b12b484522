using Kentongan.Triage.Audit;
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
        "TendRoster" => "Menjaga kursi dan cuti",
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
