using System.Globalization;
using Kentongan.Domain.Casualties;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Outbox;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>What officers read of storms, second tellings and victims (policy 3.2, 5.2, 5.5). Indonesian.</summary>
public static class ClusterWords
{
    public const string NothingAlike = "Tidak ada laporan serupa yang bisa Anda gabungkan.";

    public const string AskCount = "Tulis tiga angka: meninggal, dirawat, luka atau sakit ringan. Contoh: <code>2 3 1</code>. /batal untuk urung.";

    public const string NotACount = "Belum terbaca. Tulis tiga angka saja, contoh: <code>2 3 1</code>.";

    public const string AskReview = "Tulis catatan evaluasi: apa yang terjadi, apa yang berjalan baik, apa yang perlu diperbaiki. Jangan menulis nama orang. Paling sedikit 40 huruf. /batal untuk urung.";

    /// <summary>To copy by hand: the bot knows no resident whom it could write to (domain.md 5.2). The health office approves the words.</summary>
    public static string PublicWarning(string places) => $"""
        Teks untuk disalin ke grup warga, pengeras suara, atau media sosial resmi. Minta Dinas Kesehatan menyetujuinya dahulu.

        {Triage.Casualties.PublicWarning.For(places, text => $"<b>{text}</b>")}
        """;

    public static string ToMerge(LikeReport like, string place, string age) =>
        $"{(like.Merged ? "✂️ Pisahkan" : "🔗 Gabungkan")} {like.Report.CaseNumber} · {place} · {age}";

    public static string Alike(int count) => $"👥 {count} laporan serupa";

    public static string Situation(int count) => $"🌊 <b>Situasi: {count} laporan</b> dari kecamatan ini dalam waktu singkat. Satu kali Terima berlaku untuk semuanya.";

    public static string Supply(string place) => $"🚚 Asal minuman: {Escape(place)}";

    public static string Counted(CasualtyCount count) => string.Create(
        CultureInfo.InvariantCulture, $"meninggal {count.Dead} · dirawat {count.InHospital} · luka/sakit {count.Injured}");

    public static string Check(string name) => $"🩺 Pemantauan 72 jam: cek {name.Replace(" h", " jam", StringComparison.Ordinal)} belum dicatat.";

    public static string Part(int index, int number) => index switch
    {
        0 => $"Meninggal {number}",
        1 => $"Dirawat {number}",
        _ => $"Luka/sakit {number}",
    };

    public static string Say(Notice notice) => notice switch
    {
        Notice.Corroborated n => $"👥 Ada laporan lain yang serupa dengan kasus <code>{n.CaseNumber}</code>. Masa tunda berakhir; mohon dilanjutkan.",
        Notice.PriorityRaised { Reports: 0 } n => $"⬆️ Kasus <code>{n.CaseNumber}</code> menjadi darurat: menurut pelapor ada korban. Mohon lihat kartunya sekarang.",
        Notice.PriorityRaised n => $"⬆️ Kasus <code>{n.CaseNumber}</code> naik tingkat: {n.Reports} laporan serupa dari pelapor yang berbeda dalam satu jam.",
        Notice.Outbreak n => $"🚑 <b>Peringatan korban oplosan.</b> {n.Reports} laporan dalam 7 hari{(n.Kecamatan.Length == 0 ? "" : $" ({Escape(n.Kecamatan)})")}. {Counted(new CasualtyCount(n.Dead, n.InHospital, n.Injured))}. Cari siapa saja yang ikut minum; semua harus diperiksa di rumah sakit walau merasa sehat. Amankan sumbernya.",
        Notice.WatchDue n => $"🩺 Cek {n.Hours} jam untuk kasus <code>{n.CaseNumber}</code>: tanyakan keadaan semua yang ikut minum, lalu catat lewat kartunya.",
        Notice.ReviewPlease n => $"📝 Kasus <code>{n.CaseNumber}</code> sudah ditutup. Mohon tulis catatan evaluasi lewat kartunya dalam 7 hari.",
        Notice.VictimsGrave n => $"🚑 <b>Ada korban gawat</b> menurut pelapor, kasus <code>{n.CaseNumber}</code>. Mohon lihat kartunya sekarang.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the resident tapped, in the order of what matters (policy 5.5).</summary>
    public static string Told(VictimsTold told)
    {
        var number = told.Number switch
        {
            null => null,
            0 => "tidak ada korban",
            >= VictimsTold.Many => "lebih dari 5 korban",
            { } some => $"{some} korban",
        };
        var state = told.State switch
        {
            VictimState.Awake => "semua sadar",
            VictimState.Unconscious => "<b>ada yang tidak sadar</b>",
            VictimState.NotBreathing => "<b>ada yang tidak bernapas</b>",
            _ => null,
        };
        var place = told.Place switch
        {
            VictimPlace.Scene => "di tempat kejadian",
            VictimPlace.Home => "di rumah",
            VictimPlace.Road => "di jalan",
            VictimPlace.Clinic => "sudah di puskesmas atau RS",
            VictimPlace.Point => "di titik lokasi",
            _ => null,
        };
        return "🚑 Kata pelapor: " + string.Join(" · ", new[] { number, state, place }.OfType<string>());
    }

    private static string Escape(string text) => System.Net.WebUtility.HtmlEncode(text);
}
