using System.Net;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Telegram's HTML: what people or files wrote is shown to the letter, never read as marks.</summary>
internal static class Html
{
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public static string Unescape(string html) => WebUtility.HtmlDecode(html);
}
