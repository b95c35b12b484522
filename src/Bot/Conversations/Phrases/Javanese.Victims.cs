using Kentongan.Domain.Casualties;

namespace Kentongan.Bot.Conversations.Phrases;

/// <content>Basa Jawa for the three taps of an emergency; what to do is said in ngoko (policy 5.5).</content>
internal sealed partial class Javanese
{
    private static string? VictimSentence(BotText text) => text switch
    {
        BotText.AskVictims { JustFiled: true } => "<b>Laporan panjenengan sampun kita terusake.</b> Tigang pitakonan niki mbiyantu sing nulungi. Mboten ngertos? Dilangkahi mawon.\n\n<b>Korbane wonten pinten?</b>",
        BotText.AskVictims => "<b>Korbane wonten pinten?</b>",
        BotText.AskVictimState => "<b>Korbane sadhar lan taksih ambegan?</b>",
        BotText.AskVictimPlace { State: VictimState.Unconscious } => "Awake dimiringke, klambine dikendhoni, aja ditinggal, aja diwenehi ngombe apa-apa. Telpon <b>119</b> saiki.\n\n" + VictimPlaceAsked,
        BotText.AskVictimPlace { State: VictimState.NotBreathing } => "Telpon <b>119</b> saiki, terus manuta pituduhe.\n\n" + VictimPlaceAsked,
        BotText.AskVictimPlace => VictimPlaceAsked,
        BotText.VictimsThanks => "Matur nuwun, kabare kita terusake dhateng petugas. Kahanane owah? Kabari malih. Dereng telpon? <b>119</b> (ambulans) utawi <b>110</b> (polisi).",
        _ => null,
    };

    private const string VictimPlaceAsked = "<b>Korbane sakniki wonten pundi?</b>\nSaged ugi kirim titik panggenane (📎, terus Lokasi), utawi tulis ancer-ancere.";
}
