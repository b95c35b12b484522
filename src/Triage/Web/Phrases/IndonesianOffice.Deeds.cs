using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Web.Cases;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class IndonesianOffice
{
    public override string MergedInto(string number) => $"Digabung ke {number}";

    public override string ReferredTo => "Dirujuk ke";

    public override string AnswerBy(string day) => $"jawaban paling lambat {day}";

    public override string HasReceipt => "tanda terima ada";

    public override string NoReceipt => "belum ada tanda terima";

    public override string Supply => "Asal barang";

    public override string Situation => "Situasi";

    public override string SpeaksFor(int reports) => $"Mewakili {reports} laporan dari tempat yang sama.";

    public override string Victims => "Korban";

    public override string NobodyCounted => "Belum ada yang menghitung korban.";

    public override string ToldByResident => "Kata pelapor";

    public override string Told(VictimsTold told) => string.Join(" · ", new[]
    {
        told.Number switch { null => null, 0 => "tidak ada korban", >= VictimsTold.Many => "lebih dari 5 korban", { } some => $"{some} korban" },
        told.State switch
        {
            VictimState.Awake => "semua sadar",
            VictimState.Unconscious => "ada yang tidak sadar",
            VictimState.NotBreathing => "ada yang tidak bernapas",
            _ => null,
        },
        told.Place switch
        {
            VictimPlace.Scene => "di tempat kejadian",
            VictimPlace.Home => "di rumah",
            VictimPlace.Road => "di jalan",
            VictimPlace.Clinic => "sudah di puskesmas atau RS",
            VictimPlace.Point => "di titik lokasi",
            _ => null,
        },
    }.OfType<string>());

    public override string Counted(CasualtyCount count) => $"{count.Dead} meninggal, {count.InHospital} dirawat, {count.Injured} luka atau sakit";

    public override string CheckDue(string check) => $"Pemeriksaan {check.Replace(" h", " jam", StringComparison.Ordinal)} belum dilakukan.";

    public override string WarningNote => "Teks untuk disalin ke grup warga, pengeras suara, atau media sosial resmi. Minta Dinas Kesehatan menyetujuinya dahulu.";

    public override string SameStory => "Cerita yang sama";

    public override string Separate => "Pisahkan";

    public override string MergeHere => "Gabungkan ke sini";

    public override string NothingAlike => "Belum ditemukan laporan lain dengan cerita yang sama.";

    public override string MarkAlike => "Tandai cerita yang sama";

    public override string MarkAlikeNote => "Tulis nomor kasus lain yang Anda baca menceritakan hal yang sama. Setelah ditandai, bisa digabungkan.";

    public override string OtherCase => "Nomor kasus lain";

    public override string Sent => "Kiriman";

    public override string Away => "cuti";

    public override string NotTheirTurn => "belum gilirannya";

    public override string OnItsWay => "menunggu dikirim";

    public override string HandedOn => "dialihkan";

    public override string NoCard => "tidak ada kartu: jabatan kosong, atau tidak boleh tahu";

    public override string Unanswered => "belum dijawab";

    public override string ShowProof(int number) => $"Lihat bukti penyelesaian ({number})";

    public override string Body => "Lembaga";

    public override string AnswerWithin => "Jawaban diharapkan dalam";

    public override string DaysOf(int days) => $"{days} hari";

    public override string ReferNote => "Kasus tetap terbuka dan tetap tanggung jawab Anda sampai lembaga itu menjawab.";

    public override string ReceiptNumber => "Nomor tanda terima";

    public override string WhoWasCalled => "Siapa yang ditelepon";

    public override string CountNote => "Hitungan yang diketahui sekarang. Hitungan lama tetap tersimpan di jejak.";

    public override string Dead => "Meninggal";

    public override string InHospital => "Dirawat";

    public override string Injured => "Luka atau sakit";

    public override string ReviewAsk => "Apa yang terjadi, apa yang berjalan baik, apa yang perlu diperbaiki? Jangan menulis nama orang. Paling sedikit 40 huruf.";

    public override string CallOf(CallResult result) => result switch
    {
        CallResult.Reached => "diangkat",
        CallResult.NoAnswer => "tidak diangkat",
        _ => "nomornya salah",
    };

    public override string TimelineOf(string show) => show switch
    {
        TimelineShow.Talk => "Percakapan",
        TimelineShow.Notes => "Catatan",
        TimelineShow.Deliveries => "Kiriman",
        _ => "Semua",
    };

    public override string DetailOf(ReportFact fact, Jurisdiction jurisdiction) => (fact.Action, fact.Detail) switch
    {
        (ReportAction.Refer or ReportAction.RecordReceipt, { } body) => BodyOf(body, jurisdiction),
        (ReportAction.Call, { } call) when call.Split(' ') is [var seat, var ending] && Enum.TryParse<CallResult>(ending, out var result) => $"{SeatOf(seat)}: {CallOf(result)}",
        (ReportAction.TellOfVictims, { } words) when VictimsTold.Read(words) is { } told => Told(told),
        (ReportAction.CountCasualties, { } numbers) when CasualtyCount.Read(numbers) is { } count => Counted(count),
        (ReportAction.CheckWatch, { } check) => check.Replace(" h", " jam", StringComparison.Ordinal),
        (ReportAction.Raise, { } raised) when Enum.TryParse<Priority>(raised, out var priority) => PriorityOf(priority),
        (ReportAction.Succeed, { } seat) => SeatOf(seat),
        (ReportAction.Dismiss, { } ending) when Enum.TryParse<ReportOutcome>(ending, out var outcome) => OutcomeOf(outcome),
        _ => "",
    };

    public override string AlikeMark(int count) => $"{count} serupa";
}
