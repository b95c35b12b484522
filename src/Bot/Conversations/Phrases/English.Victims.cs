using Kentongan.Domain.Casualties;

namespace Kentongan.Bot.Conversations.Phrases;

/// <content>English for the three taps of an emergency (policy 5.5).</content>
internal sealed partial class English
{
    private static string? VictimSentence(BotText text) => text switch
    {
        BotText.AskVictims { JustFiled: true } => "<b>Your report is on its way.</b> Three taps help those who come to help. Not sure? Just skip.\n\n<b>How many victims are there?</b>",
        BotText.AskVictims => "<b>How many victims are there?</b>",
        BotText.AskVictimState => "<b>Are they awake and breathing?</b>",
        BotText.AskVictimPlace { State: VictimState.Unconscious } => "Turn them on their side, loosen their clothes, stay with them, give nothing to drink. Call <b>119</b> now.\n\n" + VictimPlaceAsked,
        BotText.AskVictimPlace { State: VictimState.NotBreathing } => "Call <b>119</b> now and do what they tell you.\n\n" + VictimPlaceAsked,
        BotText.AskVictimPlace => VictimPlaceAsked,
        BotText.VictimsThanks => "Thank you, we are passing your news on to the officers. Has something changed? Tell us again. Not called yet? <b>119</b> (ambulance) or <b>110</b> (police).",
        _ => null,
    };

    private const string VictimPlaceAsked = "<b>Where are the victims now?</b>\nYou can also send the point on the map (📎, then Location) or write a landmark.";
}
