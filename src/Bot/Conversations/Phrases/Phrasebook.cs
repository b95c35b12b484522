using System.Net;
using Kentongan.Domain.Programmes;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Turns what the bot means into the words of one language. Messages are Telegram HTML; whatever a person wrote is escaped.</summary>
public abstract class Phrasebook
{
    /// <summary>Telegram takes 4,096 characters after formatting; quotes of long stories are cut well below.</summary>
    public const int LongestQuote = 1_500;

    public abstract Language Language { get; }

    public static Phrasebook For(Language language) => language switch
    {
        Language.Javanese => Javanese.Book,
        Language.English => English.Book,
        _ => Indonesian.Book,
    };

    /// <summary>The text of a message, as Telegram HTML.</summary>
    public abstract string Say(BotText text);

    /// <summary>The same for a button or a toast, which know no formatting.</summary>
    public string Plain(BotText text) => WebUtility.HtmlDecode(Say(text));

    /// <summary>What a person wrote, shown to the letter.</summary>
    protected static string Quote(string text) =>
        WebUtility.HtmlEncode(text.Length <= LongestQuote ? text : text[..CutAt(text)] + "…");

    protected static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Two words a line, so that eight can be copied without losing one's place.</summary>
    protected static string ReceiptLines(string words) =>
        $"<code>{Escape(words)}</code>";

    /// <summary>Never between the halves of one character.</summary>
    private static int CutAt(string text) => char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
}
