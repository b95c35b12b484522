using System.Diagnostics;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Buttons and the words for each value of a list.</summary>
internal sealed partial class Javanese
{
    protected override string LabelOf(Button button) => button switch
    {
        Button.Report => "📣 Lapor",
        Button.CheckReport => "🔎 Priksa laporan",
        Button.NeedHelp => "🤝 Nyuwun tulung",
        Button.Privacy => "🔒 Privasi",
        Button.Skip => "Dilangkahi",
        Button.ClearStory => "🗑 Busak crita, nulis malih",
        Button.Done => "Terus ➜",
        Button.Back => "‹ Bali",
        Button.BackToReview => "‹ Mboten siyos ngowahi",
        Button.Next => "Candhake ›",
        Button.Previous => "‹ Sakderenge",
        Button.DontKnow => "Mboten ngertos",
        Button.SamePlace => "Panggenan sing sami",
        Button.RatherNotSay => "Mboten kersa nyebut",
        Button.Send => "✅ Kirimake",
        Button.Change => "✏️ Owahi",
        Button.Cancel => "✖️ Mboten siyos",
        Button.AcceptVoice => "Kula ngertos, ngangge swanten",
        Button.Add => "➕ Tambah katrangan",
        Button.Answer => "💬 Wangsuli petugas",
        Button.TellMe => "🔔 Kabari kula wonten mriki",
        Button.DontTellMe => "🔕 Mboten usah dikabari",
        Button.Open => "Bukak",
        Button.EraseTraces => "🧹 Nggih, busak tilase",
        Button.KeepTraces => "Dereng, mangke riyin",
        Button.Withdraw => "Cabut laporane",
        Button.WithdrawYes => "Nggih, dicabut",
        Button.Keep => "Ampun dicabut",
        Button.NotYet => "Dereng beres",
        Button.IsRight => "Sampun beres",
        Button.Refresh => "🔄 Anyari",
        Button.BlankAll => "🙈 Samarke sedaya",
        Button.NotAboutMe => "Kersane, sanes bab kula",
        Button.BlankAndSend => "🙈 Samarke terus kirim",
        Button.SendAsIs => "Kirim napa wontene",
        Button.AskHelpInstead => "🤝 Bab kula/keluarga, nyuwun tulung",
        Button.SendHelp => "✅ Kirim dhateng konselor",
        Button.OpenHelp => "💬 Bikak obrolan",
        Button.WriteToCounsellor => "✍️ Nulis dhateng konselor",
        Button.EndHelp => "Sampun cekap, tutup",
        Button.EraseHelp => "🗑 Busak obrolan",
        Button.EraseHelpYes => "Nggih, busak sakniki",
        Button.KeepHelp => "Ampun dibusak",
        Button.SeparateReport => "Nggih, laporan piyambak",
        Button.NoReport => "Mboten usah",
        Button.NoVictims => "Mboten wonten korban",
        Button.VictimsMany => "Langkung saking 5",
        Button.SkipVictims => "Mboten ngertos, dilangkahi",
        Button.VictimsAwake => "Sedaya sadhar lan ambegan",
        Button.VictimUnconscious => "Wonten sing mboten sadhar",
        Button.VictimNotBreathing => "Wonten sing mboten ambegan",
        Button.VictimsAtScene => "Wonten panggenan kedadosan",
        Button.VictimsAtHome => "Wonten griya",
        Button.VictimsOnRoad => "Wonten margi",
        Button.VictimsAtClinic => "Sampun wonten puskesmas/RS",
        Button.TellOfVictims => "🚑 Kabari kahanane korban",
        _ => throw new UnreachableException(),
    };

    protected override string WhenOf(Happening when) => when switch
    {
        Happening.Now => "🔴 Sakniki taksih lumampah",
        Happening.Today => "Dinten niki",
        Happening.ThisWeek => "Minggu niki",
        Happening.Often => "Asring kedadosan",
        _ => throw new UnreachableException(),
    };

    protected override string ChangeOf(Question question) => question switch
    {
        Question.Category => "Bab napa",
        Question.Subcategory => "Jinise",
        Question.Regime => "Pemilihan sing pundi",
        Question.Place => "Panggenan",
        Question.Desa => "Desane",
        Question.Supply => "Asale omben",
        Question.When => "Wekdal",
        Question.Story => "Crita lan berkas",
        Question.Official => "Petugas sing kegandheng",
        _ => throw new UnreachableException(),
    };

    protected override string OfficeOf(AccusedOffice office, string villageHead) => office switch
    {
        AccusedOffice.None => "mboten wonten",
        AccusedOffice.Polsek => "pulisi",
        AccusedOffice.Koramil => "tentara (TNI)",
        AccusedOffice.Kecamatan => "kantor kecamatan",
        AccusedOffice.Desa => $"{villageHead} utawi perangkat desa",
        AccusedOffice.Kabupaten => "kantor utawi dinas kabupaten",
        _ => throw new UnreachableException(),
    };

    protected override string RegimeOf(ElectionRegime regime, string villageHead) => regime switch
    {
        ElectionRegime.Pemilu => "Pemilu (presidhen, DPR, DPRD, DPD)",
        ElectionRegime.Pilkada => "Pilkada (gubernur utawi bupati)",
        ElectionRegime.Pilkades => $"Pilihan {villageHead}",
        _ => throw new UnreachableException(),
    };

    protected override string FormalReport(int days, ElectionRegime? regime) => regime == ElectionRegime.Pilkades
        ? $"Laporan tanpa asma sanes aduan resmi. Aduan resmi pemilihan desa dipunaturaken dhateng panitia pemilihan utawi kecamatan, ngangge asma. Ampun nglangkungi {days} dinten sakwise panjenengan ngertos."
        : $"Laporan tanpa asma sanes laporan resmi dhateng Bawaslu. Kersa lapor resmi? Rawuh dhateng Panwascam utawi Bawaslu, utawi bikak SigapLapor, ngangge asma panjenengan, paling telat {days} dinten sakwise panjenengan ngertos.";

    protected override string RefusedFor(CleaningRefusal why) => why switch
    {
        CleaningRefusal.UnknownType => "Jinise berkas niku mboten saged kita tampi. Coba foto (JPG/PNG), video (MP4), utawi PDF.",
        CleaningRefusal.TooLarge => "Berkase kagengen. Paling ageng 20 MB; coba dipotong, utawi kirim fotone mawon.",
        CleaningRefusal.Broken => "Berkas niku risak utawi mboten saged diresiki kanthi aman, dados mboten kita simpen. Coba kirim liyane.",
        CleaningRefusal.CannotBeCleaned =>
            "Data sing ndhelik ing berkas niku dereng saged kita resiki, dados mboten kita simpen supados panjenengan aman. Coba kirim foto.",
        CleaningRefusal.TookTooLong => "Berkas niku kesuwen anggene ngolah, dados mboten kita simpen. Coba kirim sing luwih alit.",
        _ => throw new UnreachableException(),
    };

    protected override string WordOf(ResidentWord word) => word switch
    {
        ResidentWord.Diterima => "Sampun ditampi",
        ResidentWord.Ditangani => "Nembe ditangani",
        ResidentWord.Selesai => "Rampung",
        ResidentWord.TidakDapatDitindaklanjuti => "Mboten saged diterusake",
        _ => throw new UnreachableException(),
    };

    protected override string ReasonOf(ResidentWord word, ReportOutcome? outcome, ReportStatus status) => (word, outcome, status) switch
    {
        (_, _, ReportStatus.ResolutionProposed) => "Miturut petugas niki sampun beres. Napa leres sampun?",
        (ResidentWord.Diterima, _, _) => "Laporan sampun mlebet, nembe nengga petugas.",
        (ResidentWord.Ditangani, _, _) => "Sampun wonten petugas sing nyekel laporan niki.",
        (_, ReportOutcome.ActedUpon, _) => "Sampun ditindak.",
        (_, ReportOutcome.Prevented, _) => "Sampun dicegah.",
        (_, ReportOutcome.Withdrawn, _) => "Dicabut miturut panyuwune panjenengan.",
        (_, ReportOutcome.InsufficientInformation, _) => "Katrangane dereng cekap.",
        (_, ReportOutcome.OutOfJurisdiction, _) => "Niki sanjabane wewenang kita.",
        (_, ReportOutcome.Duplicate, _) => "Sampun wonten laporan liyane bab sing sami.",
        (_, ReportOutcome.Unfounded, _) => "Sampun dipriksa, ning mboten kabukten.",
        (_, ReportOutcome.Hoax, _) => "Sampun dipriksa, jebule mboten leres.",
        _ => "Laporan niki sampun ditutup.",
    };

    protected override string? ActionOf(ReportAction action) => action switch
    {
        ReportAction.Offer => "diterusake dhateng petugas",
        ReportAction.Screen => "dipriksa kalih koordinator",
        ReportAction.Accept => "wonten petugas sing nampi",
        ReportAction.StartWork => "wiwit ditangani",
        ReportAction.StillWorking => "taksih ditangani",
        ReportAction.Wait => "diendhegake riyin",
        ReportAction.Refer => "diterusake dhateng lembaga liyane",
        ReportAction.ProposeResolution => "miturut petugas sampun beres",
        ReportAction.Verify or ReportAction.CloseUnverified or ReportAction.Dismiss => "dirampungake",
        ReportAction.Reopen or ReportAction.SendBack => "dibikak malih",
        ReportAction.Withdraw => "laporane dicabut",
        _ => null,
    };

    protected override string MessageOf(bool fromOfficer, string quote) => $"{(fromOfficer ? "Saking petugas" : "Panjenengan")}: {quote}";

    protected override string ResultOf(string quote) => $"Asile: <blockquote>{quote}</blockquote>";
}
