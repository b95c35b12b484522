using System.Diagnostics;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>What is said about help (policy 5.7).</summary>
internal sealed partial class English
{
    private const string DangerNumbers = """
        • Someone has fainted, cannot breathe well or has a fit: call <b>119</b> now.
        • You want to end your life, or cannot bear it any more: call <b>119</b>, then press <b>8</b>.
        • Women and children who are being hurt: call <b>129</b>.
        """;

    private static string HelpSentence(BotText text) => text switch
    {
        BotText.NeedHelp => $"""
            <b>Do you need help for yourself or someone close?</b>
            Asking for help is not the same as reporting. Only a counsellor reads it: not the police, the army, the kecamatan or the desa.

            {DangerNumbers}

            This is not an emergency service. A counsellor usually answers within 4 hours.
            """,
        BotText.HelpUnattended(var directory) => $"""
            <b>No counsellor can read here at the moment,</b> so please do not wait for an answer from this bot.
            Asking for help is not the same as reporting. Go to the nearest Puskesmas or hospital; their work there is to treat you.

            {DangerNumbers}{Paragraph(HelpPlaces.Listed(directory))}
            """,
        BotText.AskHelp(HelpQuestion.For, _) => "<b>Who is the help for?</b>\nYou may skip every question. Please write no names.",
        BotText.AskHelp(HelpQuestion.Age, _) => "<b>About how old?</b>",
        BotText.AskHelp(HelpQuestion.Substance, _) => "<b>What is it about?</b>",
        BotText.AskHelp(HelpQuestion.Urgency, _) => "<b>How urgent is it?</b>",
        BotText.AskHelp(HelpQuestion.Place, _) => "<b>In which kecamatan?</b>\nSo that the counsellor knows what help is near. You may skip this.",
        BotText.AskHelp(_, 0) => "<b>Tell us what you can.</b>\nWhat is happening, and what help you hope for. Write no name, number or address.",
        BotText.AskHelp(_, var texts) => $"Noted: {texts} {(texts == 1 ? "message" : "messages")}. Anything more? Just write. If that is all, press Send.",
        BotText.HelpNoted => "We have noted that for the counsellor.",
        BotText.HelpDanger => """
            <b>Life comes first. Call 119 now.</b>
            • If someone wants to end their life or hurt themselves: <b>119</b>, then press <b>8</b>.
            • Stay with them, do not leave them alone. Take away pills, sharp things and ropes.
            • If there is violence: <b>110</b>.
            This bot is not an emergency service. Counsellors are told as soon as your message is sent.
            """,
        BotText.HelpOnlyWords => "In this conversation please only write, so that nobody can be recognised. We do not take files or spots on the map.",
        BotText.HelpGiven given => $"""
            <b>We have passed it to the counsellors.</b> {(given.Danger ? "If it is serious, do not wait: call 119 now." : "An answer usually comes within 4 hours.")}

            Your help code (tap to copy, then keep it somewhere safe):
            <code>{Escape(given.ReceiptWords)}</code>

            You read the answer with this code: press Open conversation, or paste the code here. We do not keep who you are, so we cannot tell you of answers unless you press Tell me. The conversation is deleted 90 days after it ends, or whenever you like.
            """,
        BotText.AskHelpWords => "Write your message to the counsellor. Write no name, number or address.",
        BotText.HelpSent => "We have passed it to the counsellor. Anything more? Just write.",
        BotText.HelpEnded => "This conversation is over, so your message was not sent. If you need help again, type /tolong.",
        BotText.HelpClosed => "The conversation is closed and deletes itself after 90 days. To delete it now, press Delete conversation.",
        BotText.AskHelpErasure => "<b>Delete this conversation now?</b>\nEverything in it is lost, for the counsellor too, and cannot be brought back.",
        BotText.HelpErased => "That conversation is deleted. For old messages in this chat, type /hapus.",
        BotText.HelpGone => "That conversation is no longer there. If you need help again, type /tolong.",
        BotText.HelpNewsOn => "All right, we will tell you in this chat when there is an answer. The address of the chat is kept sealed, for this conversation only, for at most 90 days. To delete it at once, together with the conversation, type /hapus.",
        BotText.OfferSeparateReport => "It sounds as if you wrote about someone who sells. <b>Would you like to make a separate report, without anything about you?</b>\nNothing of this conversation goes with it; the report starts empty, and officers read it.",
        _ => throw new UnreachableException(),
    };

    protected override string OptionOf(Enum value) => value switch
    {
        HelpFor.Myself => "Myself",
        HelpFor.Family => "Family",
        HelpFor.Friend => "A friend",
        AgeBand.Under18 => "Under 18",
        AgeBand.From18To25 => "18 to 25",
        AgeBand.From26To45 => "26 to 45",
        AgeBand.Over45 => "Over 45",
        SubstanceGroup.Liquor => "Alcohol",
        SubstanceGroup.Pills => "Pills or medicine",
        SubstanceGroup.Narcotics => "Meth, cannabis or the like",
        SubstanceGroup.Solvents => "Glue or petrol",
        SubstanceGroup.Several => "Several",
        HelpUrgency.Danger => "🔴 Life in danger",
        HelpUrgency.Soon => "As soon as possible",
        HelpUrgency.CanWait => "It can wait",
        _ => throw new UnreachableException(),
    };

    protected override string HelpStateOf(HelpStatus status, bool answered) => (status, answered) switch
    {
        (HelpStatus.Closed, _) => "<b>This conversation is over.</b> It deletes itself after 90 days.",
        (HelpStatus.Waiting, _) => "<b>Waiting for a counsellor.</b> If it is serious, call 119 now.",
        (_, false) => "<b>A counsellor is reading.</b> Please wait a little.",
        _ => "<b>Conversation with a counsellor</b>",
    };

    protected override string HelpWordOf(HelpWord word, string quote) => word switch
    {
        { IsReferral: true } => $"The counsellor suggests:\n<blockquote>{quote}</blockquote>",
        { FromCounsellor: true } => $"Counsellor: {quote}",
        _ => $"You: {quote}",
    };
}
