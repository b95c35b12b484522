using Kentongan.Domain.Casualties;

namespace Kentongan.Bot.Conversations.Phrases;

/// <content>Bahasa Indonesia for the three taps of an emergency (policy 5.5).</content>
internal sealed partial class Indonesian
{
    private static string? VictimSentence(BotText text) => text switch
    {
        BotText.AskVictims { JustFiled: true } => "<b>Laporan Anda sudah kami teruskan.</b> Tiga ketukan ini membantu yang menolong. Tidak tahu? Lewati saja.\n\n<b>Ada berapa korban?</b>",
        BotText.AskVictims => "<b>Ada berapa korban?</b>",
        BotText.AskVictimState => "<b>Apakah korban sadar dan bernapas?</b>",
        BotText.AskVictimPlace { State: VictimState.Unconscious } => "Miringkan badannya, longgarkan bajunya, jangan ditinggal, jangan diberi minum apa pun. Telepon <b>119</b> sekarang.\n\n" + VictimPlaceAsked,
        BotText.AskVictimPlace { State: VictimState.NotBreathing } => "Telepon <b>119</b> sekarang dan ikuti petunjuknya.\n\n" + VictimPlaceAsked,
        BotText.AskVictimPlace => VictimPlaceAsked,
        BotText.VictimsThanks => "Terima kasih, kabar Anda kami teruskan ke petugas. Keadaan berubah? Kabari lagi. Belum telepon? <b>119</b> (ambulans) atau <b>110</b> (polisi).",
        _ => null,
    };

    private const string VictimPlaceAsked = "<b>Korban sekarang di mana?</b>\nBoleh juga kirim titik lokasinya (📎, lalu Lokasi), atau tulis patokannya.";
}
