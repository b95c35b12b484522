using Kentongan.Domain.Programmes;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>English: for newcomers and visitors, in words that a beginner knows. Administrative terms stay Indonesian.</summary>
internal sealed partial class English : Phrasebook
{
    public static readonly English Book = new();

    public override Language Language => Language.English;

    protected override string PresentDanger => """
        <b>Is there danger right now?</b> Get away from the place, then call <b>110</b> (police) or <b>119</b> (ambulance).
        This is not an emergency service. You can go on with the report once you are safe; if anyone is hurt, write how many.
        """;

    protected override string Sentence(BotText text) => text switch
    {
        BotText.Greeting greeting => $"""
            <b>Kentongan {Escape(greeting.Kabupaten)}</b>: report bootleg liquor, drugs, election trouble or conflict without giving your name.
            We do not keep your name or number, and officers cannot see them. Telegram still knows your number; see Privacy.
            An emergency? Call <b>110</b> (police) or <b>119</b> (ambulance) now.
            """,
        BotText.Privacy => """
            <b>What we protect</b>
            • We do not keep your name, number or account. Officers, coordinators and operators cannot see them. If you ask for news, the address of the chat is kept encrypted, then erased.
            • Photos and files are cleaned of hidden data before we keep them.
            • Officers read what you report without knowing who you are. Apart from them, only someone who has the code can open it.
            • This bot never asks for your name, your number or money. If somebody here does, you need not answer.

            <b>What we cannot promise</b>
            • Telegram knows your number and internet address, and the law can make it tell.
            • Anyone who holds your phone can read this chat. Delete it if you need to.
            • If only a few people know what you tell us, someone may guess who told. Do not write your own name or address.
            """,
        BotText.AskLanguage => "Which language would you like?",
        BotText.LanguageChosen => "All right, we will use English.",
        BotText.Cancelled { Draft: true } => "Cancelled. What you had filled in is deleted.",
        BotText.Cancelled => "All right, never mind.",
        BotText.NothingRunning => "There is nothing to cancel.",
        BotText.StillWriting => "Your report has not been sent yet, so let us go on with it. To start over, type /batal.",
        BotText.AskCategory { HasStory: true } => "Thank you, we have noted that.\n\n<b>What is it about?</b>",
        BotText.AskCategory => "<b>What would you like to report?</b>",
        BotText.AskSubcategory(var category) => $"{In(category)}.\n\n<b>Which fits best?</b>",
        BotText.AskPlace { Drunk: true } => "<b>Where did they drink it?</b>\nChoose the kecamatan, or type the name of the desa. You can also send the spot on the map: 📎, then Location.",
        BotText.AskSupply => "<b>Where was it bought, or where did it come from?</b>\nKnowing the source can save others. It is fine if you do not know.",
        BotText.OneReportADay => "We have received one report from you today. You can send the next one tomorrow. In an emergency call <b>110</b> (police) or <b>119</b> (ambulance) now; we still take emergency reports here as well.",
        BotText.AskPlace => "<b>Where did it happen?</b>\nChoose the kecamatan, or type the name of the desa. You can also send the spot on the map: 📎, then Location.",
        BotText.WhichPlace(var typed) => $"Which one do you mean by “{Quote(typed)}”?",
        BotText.PlaceUnknown(var typed) => $"We do not know a place called “{Quote(typed)}”. Please choose its kecamatan.",
        BotText.OutsideKabupaten(var kabupaten) => $"That spot is outside Kabupaten {Escape(kabupaten)}. We serve only this area.",
        BotText.PinTaken(var kecamatan) => $"We have noted the spot: Kecamatan {Escape(kecamatan)}.",
        BotText.PinElsewhere(var kecamatan) =>
            $"That spot is in Kecamatan {Escape(kecamatan)}, which is not what you chose before, so we did not use it. If it did happen there, press Change before you send.",
        BotText.AskDesa(var kecamatan) => $"Kecamatan {Escape(kecamatan)}.\n\n<b>Which desa or kelurahan?</b>",
        BotText.AskWhen => "<b>When did it happen?</b>",
        BotText.AskStory(0, 0) => """
            <b>Tell us what you know.</b>
            Who, what, where exactly, at what time. Several messages are fine: text, photos, video or files.
            Do not write your own name or address.
            """,
        BotText.AskStory(var texts, var files) => $"<b>Anything to add?</b>\nNoted so far: {Counted(texts, files)}. Text, photos, video or files are fine.",
        BotText.StoryTaken(var texts, var files) => $"Noted: {Counted(texts, files)}.\nMore? Just send it. If that is all, press Continue.",
        BotText.StoryNoted(var texts, var files) => $"Your story is noted: {Counted(texts, files)}.",
        BotText.StoryFull => "Your story is very long by now, so the last message was not taken. Everything before it is safe.",
        BotText.FilesFull(var most) => $"At most {most} files. The last one was not taken, the ones before it are safe.",
        BotText.FileNotNow => "We did not take that file. Press Report first, or open your report and press Add information.",
        BotText.VoiceWarning => """
            <b>A voice can be recognised.</b> We did not take that voice message.
            Writing is safer. If you still want to use your voice, press this button and send it again.
            """,
        BotText.VoiceWelcome => "All right, you can send voice messages now.",
        BotText.AskOfficial { ByNature: true } => "<b>Which office is the official from?</b>\nThat office will not see this report.",
        BotText.AskOfficial => "<b>Does this concern an official? From which office?</b>\nIf it does, that office will not see this report.",
        BotText.AskBlanking(var found, var more) => $"""
            <b>Your words may show who you are:</b>
            {Shown(found, more == 0 ? null : $"There are {more} more; we ask about them next.")}

            Shall we blank them to ▇▇▇? If it is the number or name of the person you report, leave it.
            """,
        BotText.AskUnsent(var found, var more) => $"""
            <b>Not sent yet.</b> Your words may show who you are:
            {Shown(found, more == 0 ? null : $"There are {more} more.")}

            Shall we blank them to ▇▇▇ first?
            """,
        BotText.UnsentDropped => "What you wrote just now was not sent.",
        BotText.AskRegime => "<b>Which election is this?</b>",
        BotText.AskChange => "<b>What would you like to change?</b>\nYour other answers are kept.",
        BotText.NewsOn => "All right, we will tell you in this chat. The address of the chat is kept encrypted, for this report only, and erased a week after it is closed, after half a year at the latest. To erase it sooner, type /hapus.",
        BotText.NewsOff => "All right, no more messages. The address of the chat is erased.",
        BotText.ThereIsNews => "There is news for you.",
        BotText.AskErasure(var codes) => $"""
            <b>Erase your traces in this chat?</b>
            We erase the draft and files not yet sent, the address of the chat, help conversations connected with it, and the messages here that can still be deleted, <b>the one with your code too</b>.
            A report that was sent stays, without a name. After this, only a code that you have written down opens it. If it is lost, we cannot replace it.

            {(codes.Count == 0 ? "<b>Have you written the code down?</b> We do not keep it. Find the message with the code above, tap it to copy, and keep it in a safe place." : $"<b>Write this down first</b> (tap to copy):\n{CodesOf(codes)}\nWe do not keep the codes of other reports, if there are any: find their messages above.")}

            Want to withdraw a report? Do that first: paste its code here and press {LabelOf(Button.Withdraw)}.
            """,
        BotText.TracesErased { Far: Erasure.All } => """
            <b>We have erased your traces here:</b> the draft, files not yet sent, the address of the chat, and the messages that can still be deleted.
            Help conversations connected with this chat are deleted too; others are deleted with their code.
            A report that was sent stays, without a name. If you wrote its code down, paste it here to look at the report or withdraw it.
            Delete older messages yourself: open the menu of this chat and choose Clear history. Telegram may still keep records of its own.
            """,
        BotText.TracesErased { Far: Erasure.Going } => """
            <b>We are erasing your traces.</b> The draft, files not yet sent and the address of the chat are gone. The messages here follow, newest first; that usually takes a minute or two, and then these words change.
            <b>No time to wait?</b> Do it yourself now: open the menu of this chat and choose Clear history. That also removes messages older than two days.
            A report that was sent stays, without a name. If you wrote its code down, paste it here to look at the report or withdraw it.
            """,
        BotText.TracesErased { Far: Erasure.Swept } => """
            <b>We have erased your traces here:</b> the draft, files not yet sent, the address of the chat, and the messages that can still be deleted.
            Help conversations connected with this chat are deleted too; others are deleted with their code.
            A report that was sent stays, without a name. If you wrote its code down, paste it here to look at the report or withdraw it.
            <b>Messages still above?</b> They are too old for us. Delete them yourself: open the menu of this chat and choose Clear history. Telegram may still keep records of its own.
            """,
        BotText.TracesErased => """
            <b>We have erased your traces with us:</b> the draft, files not yet sent, the address of the chat, and the messages that we still know.
            <b>Please clear this chat yourself:</b> open the menu of this chat and choose Clear history. The bot was restarted not long ago, so we no longer know what we wrote before. Messages with codes may still stand above.
            Help conversations connected with this chat are deleted too; others are deleted with their code.
            A report that was sent stays, without a name. If you wrote its code down, paste it here to look at the report or withdraw it.
            Telegram may still keep records of its own.
            """,
        BotText.AskReceipt => "Type or paste your <b>report code</b>: the eight words we gave you.",
        BotText.ReceiptUnknown => "We cannot find that code. Check the eight words and their order, then send them again.",
        BotText.TooManyGuesses => "Many codes from here were wrong. Please wait an hour, then try again. Your report is safe.",
        BotText.AskAddition { Answering: true } => "Write your answer. Photos or files are fine too. The officers still do not know who you are.",
        BotText.AskAddition => "Send what you want to add: text, photos or files.",
        BotText.AdditionTaken => "Thank you, we have passed it on. More? Just send it. If that is all, press Continue.",
        BotText.AskObjection => "What is not settled yet? A short note is enough.",
        BotText.ObjectionTaken => "Thank you. Your report is open again and the officers have been told.",
        BotText.ObjectionRefused => "This report cannot be opened again. If it still happens, please send a new report.",
        BotText.AskWithdrawal => "<b>Withdraw this report?</b>\nAfter that, officers stop working on it. What you told is still kept encrypted until its time is over.",
        BotText.Withdrawn => "The report is withdrawn. Thank you for telling us.",
        BotText.WithdrawalRefused => "This report cannot be withdrawn: emergencies are always followed up, or the report is already closed.",
        BotText.ThanksForConfirming => "Thank you, we have noted it.",
        BotText.ContactRefused => "We do not keep contacts, so that nobody can be recognised. Please just write what you know.",
        BotText.EditNotRead => "We do not read edited messages. Please send the correction as a new message.",
        BotText.NotUnderstood => "Sorry, we cannot read that. Please write, or use the buttons.",
        BotText.ButtonIsOld => "That button is out of date.",
        BotText.OnlyPrivateChats => "To keep people safe, this bot works only in private chats, so it is leaving this group. Please write to it directly.",
        BotText.InvitationInvalid => "That invitation is no longer valid. Please ask the coordinator for a new one.",
        _ => VictimSentence(text) ?? HelpSentence(text),
    };

    protected override string ReviewOf(BotText.Review review) => $"""
        <b>Please check:</b>
        • About: {In(review.Kind)}
        • Place: {PlaceOf(review) ?? "not said"}{Supply("Came from: ", review)}
        • Time: {WhenOf(review.Happening)}
        • Official concerned: {OfficeOf(review.Accused, Escape(review.VillageHead))}
        • Files: {(review.Files == 0 ? "none" : review.Files)}

        {StoryOf(review, "No story.")}
        """;

    protected override string ReceiptOf(BotText.ReceiptGiven given) => $"""
        <b>Thank you. We have received your report.</b>

        Your report code (tap to copy it, then keep it in a safe place):
        <code>{Escape(given.ReceiptWords)}</code>

        Only with this code can you open your report again. If you lose it, we cannot replace it.

        We do not store who you are, so we cannot send you news. Want to be told in this chat? Tap Tell me here.{Paragraph(given.Advice is { } advice ? In(advice) : null)}{Paragraph(given.LegalDeadlineDays is { } days ? FormalReport(days, given.Regime) : null)}
        """;

    private static string Counted(int texts, int files) => (texts, files) switch
    {
        (_, 0) => Number(texts, "message"),
        (0, _) => Number(files, "file"),
        _ => $"{Number(texts, "message")} and {Number(files, "file")}",
    };

    private static string Number(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
