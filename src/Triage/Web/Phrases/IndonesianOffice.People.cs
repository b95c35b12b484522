using Kentongan.Triage.Web.People;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string ChangeWrong => "Tidak bisa diubah begitu. Periksa isiannya.";

    public override string MyDesk => "Meja saya";

    public override string MyLeave => "Cuti saya";

    public override string Leave => "Cuti";

    public override string LeaveFromTo(string from, string to) => $"Cuti {from} sampai {to}";

    public override string LeaveNote => "Kasus yang dipegang ditawarkan kepada pengganti. Sampai ia menerima atau cuti dimulai, penanggung jawabnya tetap yang cuti. Koordinator dikabari.";

    public override string TakeLeave => "Catat cuti";

    public override string ChangeLeave => "Ganti cuti";

    public override string BackOnDuty => "Kembali bertugas";

    public override string HowManyDays => "Berapa hari";

    public override string StandIn => "Pengganti";

    public override string NoStandIn => "Tanpa pengganti";

    public override string PeopleCount(int count) => $"{count} petugas";

    public override string UnreachableCount(int count) => $"{count} tidak terjangkau";

    public override string VacantCount(int count) => $"{count} jabatan kosong";

    public override string VacantSeat => "kosong";

    public override string NobodyThere => "Kecamatan tanpa petugas";

    public override string WholeKabupaten(string name) => $"Kabupaten {name}";

    public override string NotOpened => "Belum dibuka";

    public override string CardsOf(int cards) => $"{cards} kartu";

    public override string DutyTimes => "Jam tugas";

    public override string DutyNote => "Contoh: 1-5 07:00-16:00 (1 = Senin). Kosong berarti selalu.";

    public override string Always => "selalu";

    public override string HoldsUntil => "Berlaku sampai";

    public override string Invitation => "Undangan";

    public override string ValidUntil(string time) => $"berlaku sampai {time}";

    public override string Since(string time) => $"sejak {time}";

    public override string OpenCases => "Kasus terbuka yang dipegang";

    public override string NewLink => "Buat tautan baru";

    public override string RevokeLink => "Cabut undangan";

    public override string QrOf => "Kode QR tautan undangan";

    public override string QrNote => "Bisa dipindai dari layar ini dengan kamera ponsel.";

    public override string Postings => "Jabatan";

    public override string PostedSince(string from, string? to) => $"sejak {from}{(to is null ? "" : $" sampai {to}")}";

    public override string Change => "Ubah";

    public override string Save => "Simpan";

    public override string EndPosting => "Akhiri jabatan ini";

    public override string AddPosting => "Tambah jabatan";

    public override string Units => "Wilayah satuan";

    public override string UnitsNote => "Polsek atau koramil yang juga melayani kecamatan lain. Berlaku untuk laporan yang masuk mulai sekarang.";

    public override string UnitsOwn => "Setiap satuan melayani kecamatannya sendiri.";

    public override string UnitCovers(string seat, string home, string covers) => $"{seat} {home} juga melayani {covers}";

    public override string UnitSits => "Berkedudukan di";

    public override string UnitAlso => "Juga melayani";

    public override string Cover => "Tambah wilayah";

    public override string Uncover => "Lepas";

    public override string OperationsHead => "Operasi";

    public override string OperationsNote => "Selama berlaku, laporan jenisnya naik satu prioritas dan tingkat 1 dan 2 datang dua kali lebih cepat. Hanya untuk laporan baru.";

    public override string InForce => "berlaku";

    public override string NotInForce => "tidak berlaku";

    public override string StartOperation => "Mulai";

    public override string StopOperation => "Hentikan";

    public override string ByCalendar => "menurut kalender";

    public override string SwitchedBy(string who, string time) => $"diatur {who}, {time}";

    public override string CommandLine => "pengelola sistem";

    public override string Retention => "Masa simpan";

    public override string RetentionNote => "Cerita dan bukti laporan yang sudah lama selesai dihapus sendiri setiap jam. Ini yang akan dihapus berikutnya; angka dan jejaknya tetap ada.";

    public override string RetentionDue(int count) => $"{count} laporan menunggu dihapus isinya.";

    public override string LastError => "Kesalahan terakhir";

    public override string Attempts => "Percobaan";

    public override string EndedOn => "Selesai";

    public override string NextRun => "Berikutnya";

    public override string Around(string time) => $"sekitar {time}";

    public override string StandingOf(Standing standing) => standing switch
    {
        Standing.Bound => "terhubung",
        Standing.Away => "cuti",
        Standing.Unreachable => "tidak terjangkau",
        Standing.Invited => "diundang, belum terhubung",
        _ => "undangan tidak berlaku lagi",
    };
}
