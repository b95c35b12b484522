using System.Net;
using System.Text;

namespace Kentongan.EndToEnd.Tests.Product.Strict;

/// <summary>The HTML that Telegram takes, read once more and independently: few tags, closed in order, no bare angle bracket.</summary>
internal static class HtmlRules
{
    private static readonly HashSet<string> Tags =
        ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a", "tg-emoji", "code", "pre", "blockquote"];

    /// <returns>What is shown, and what is wrong; null where nothing is.</returns>
    public static (string Text, string? Wrong) Read(string html)
    {
        var (text, open) = (new StringBuilder(), new Stack<string>());
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                text.Append(html[at] == '>' ? '>' : html[at]);
                at++;
                continue;
            }

            var end = html.IndexOf('>', at);
            if (end < 0)
            {
                return ("", "has a < that opens nothing");
            }

            var tag = html[(at + 1)..end];
            var name = tag.TrimStart('/').Split(' ')[0].ToLowerInvariant();
            if (!Tags.Contains(name))
            {
                return ("", "has a tag that Telegram does not know");
            }

            if (!tag.StartsWith('/'))
            {
                open.Push(name);
            }
            else if (!open.TryPop(out var last) || last != name)
            {
                return ("", "closes a tag that is not open");
            }

            at = end + 1;
        }

        return open.Count > 0 ? ("", "leaves a tag open") : (WebUtility.HtmlDecode(text.ToString()), null);
    }
}
