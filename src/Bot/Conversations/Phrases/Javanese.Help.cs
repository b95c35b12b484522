using System.Diagnostics;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>What is said about help (policy 5.7). Danger is spoken of in ngoko.</summary>
internal sealed partial class Javanese
{
    private const string DangerNumbers = """
        • Ana sing semaput, sesek, utawa kejang: telpon <b>119</b> saiki.
        • Kepengin mungkasi urip, utawa ati wis ora kuwat: telpon <b>119</b>, terus pencet <b>8</b>.
        • Wong wadon lan bocah sing disakiti: telpon <b>129</b>.
        """;

    private static string HelpSentence(BotText text) => text switch
    {
        BotText.NeedHelp => $"""
            <b>Mbetahake pitulungan kangge awak piyambak utawi tiyang caket?</b>
            Nyuwun tulung niku benten kalih lapor. Namung konselor sing maca: sanes polisi, TNI, kecamatan, utawi desa.

            {DangerNumbers}

            Niki sanes layanan darurat. Konselor biasane njawab sakdangune 4 jam.
            """,
        BotText.HelpUnattended(var directory) => $"""
            <b>Sakniki dereng wonten konselor sing saged maca ing ngriki,</b> dados ampun nengga wangsulan saking bot niki.
            Nyuwun tulung niku benten kalih lapor. Mangga dhateng Puskesmas utawi rumah sakit sing paling caket; ing mriku tugase ngobati.

            {DangerNumbers}{Paragraph(HelpPlaces.Listed(directory))}
            """,
        BotText.AskHelp(HelpQuestion.For, _) => "<b>Pitulungane kangge sinten?</b>\nSedaya pitakenan saged dilangkahi. Ampun nulis asma.",
        BotText.AskHelp(HelpQuestion.Age, _) => "<b>Kinten-kinten umure pinten?</b>",
        BotText.AskHelp(HelpQuestion.Substance, _) => "<b>Bab napa?</b>",
        BotText.AskHelp(HelpQuestion.Urgency, _) => "<b>Sepinten kesusune?</b>",
        BotText.AskHelp(HelpQuestion.Place, _) => "<b>Wonten kecamatan pundi?</b>\nSupados konselor ngertos panggenan pitulungan sing caket. Saged dilangkahi.",
        BotText.AskHelp(_, 0) => "<b>Mangga dicritakake sak sagede.</b>\nNapa sing kedadosan, lan pitulungan napa sing dikarepake. Ampun nulis asma, nomer, utawi alamat.",
        BotText.AskHelp(_, var texts) => $"Sampun dicathet: {texts} pesen. Taksih wonten? Mangga ditulis. Menawi cekap, pencet Kirim.",
        BotText.HelpNoted => "Sampun kita cathet kangge konselor.",
        BotText.HelpDanger => """
            <b>Nyawa dhisik. Telpon 119 saiki.</b>
            • Yen kepengin mungkasi urip utawa nglarani awak: <b>119</b>, terus pencet <b>8</b>.
            • Kancanana terus, aja ditinggal dhewekan. Adohna obat, barang landhep, lan tali.
            • Yen ana kekerasan: <b>110</b>.
            Bot iki dudu layanan darurat. Konselor tetep dikabari yen pesenmu wis kekirim.
            """,
        BotText.HelpOnlyWords => "Wonten obrolan niki cekap tulisan mawon, supados mboten wonten sing saged ditengeri. Berkas lan titik lokasi mboten kita pendhet.",
        BotText.HelpGiven given => $"""
            <b>Sampun kita aturake dhateng konselor.</b> {(given.Danger ? "Yen kahanane gawat, aja ngenteni: telpon 119 saiki." : "Biasane diwangsuli sakdangune 4 jam.")}

            Kode pitulungan panjenengan (ketuk kangge nyalin, lajeng simpen wonten panggenan aman):
            <code>{Escape(given.ReceiptWords)}</code>

            Wangsulan konselor diwaos ngangge kode niki: pencet Bikak obrolan, utawi tempelake kodene ing ngriki. Kita mboten nyimpen sinten panjenengan, dados mboten saged ngabari, kejawi panjenengan mencet Kabari kula. Obrolan dibusak 90 dinten sakbibare rampung, utawi kapan mawon panjenengan kersa.
            """,
        BotText.AskHelpWords => "Mangga nulis pesen kangge konselor. Ampun nulis asma, nomer, utawi alamat.",
        BotText.HelpSent => "Sampun kita aturake dhateng konselor. Taksih wonten? Mangga ditulis.",
        BotText.HelpEnded => "Obrolan niki sampun rampung, dados pesen wau mboten kekirim. Perlu malih? Ketik /tolong.",
        BotText.HelpClosed => "Obrolan sampun ditutup, lan kebusak piyambak sakbibare 90 dinten. Badhe dibusak sakniki? Pencet Busak obrolan.",
        BotText.AskHelpErasure => "<b>Busak obrolan niki sakniki?</b>\nSedaya isine ical, ugi wonten ing konselor, lan mboten saged dibalekake.",
        BotText.HelpErased => "Obrolan niku sampun dibusak. Pesen lami wonten chat niki: ketik /hapus.",
        BotText.HelpGone => "Obrolan niku sampun mboten wonten. Perlu pitulungan malih? Ketik /tolong.",
        BotText.HelpNewsOn => "Nggih, kita kabari wonten chat niki menawi wonten wangsulan. Alamat chat disimpen nganggo sandi, namung kangge obrolan niki, paling dangu 90 dinten. Badhe dibusak sakniki, sareng obrolane? Ketik /hapus.",
        BotText.OfferSeparateReport => "Tulisan panjenengan kados nyebut tiyang sing sade. <b>Badhe didamelake laporan piyambak, tanpa data panjenengan?</b>\nIsi obrolan niki mboten tumut; laporane diwiwiti saking kothong lan diwaos petugas.",
        _ => throw new UnreachableException(),
    };

    protected override string OptionOf(Enum value) => value switch
    {
        HelpFor.Myself => "Awak piyambak",
        HelpFor.Family => "Kulawarga",
        HelpFor.Friend => "Kanca",
        AgeBand.Under18 => "Sakngandhape 18",
        AgeBand.From18To25 => "18 dumugi 25",
        AgeBand.From26To45 => "26 dumugi 45",
        AgeBand.Over45 => "Sakndhuwure 45",
        SubstanceGroup.Liquor => "Omben-omben",
        SubstanceGroup.Pills => "Obat utawi pil",
        SubstanceGroup.Narcotics => "Sabu, ganja, utawi sakjinise",
        SubstanceGroup.Solvents => "Lem utawi bensin",
        SubstanceGroup.Several => "Campur-campur",
        HelpUrgency.Danger => "🔴 Nyawa kebebayan",
        HelpUrgency.Soon => "Perlu enggal-enggal",
        HelpUrgency.CanWait => "Saged nengga",
        _ => throw new UnreachableException(),
    };

    protected override string HelpStateOf(HelpStatus status, bool answered) => (status, answered) switch
    {
        (HelpStatus.Closed, _) => "<b>Obrolan sampun rampung.</b> Kebusak piyambak sakbibare 90 dinten.",
        (HelpStatus.Waiting, _) => "<b>Nengga konselor.</b> Gawat? Telpon 119 saiki.",
        (_, false) => "<b>Wonten konselor sing maos.</b> Sekedhap, nggih.",
        _ => "<b>Obrolan kalih konselor</b>",
    };

    protected override string HelpWordOf(HelpWord word, string quote) => word switch
    {
        { IsReferral: true } => $"Konselor nyaranake:\n<blockquote>{quote}</blockquote>",
        { FromCounsellor: true } => $"Konselor ngendika: {quote}",
        _ => $"Panjenengan: {quote}",
    };
}
