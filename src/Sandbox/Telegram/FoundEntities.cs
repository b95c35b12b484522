using System.Buffers;
using System.Text.RegularExpressions;

namespace Kentongan.Sandbox.Telegram;

/// <summary>What Telegram marks by itself in any text: commands, links, mentions, hashtags, addresses, phone numbers.</summary>
internal static partial class FoundEntities
{
    private static readonly SearchValues<char> Hints = SearchValues.Create("/@#:+08");

    public static FormattedText Mark(FormattedText text)
    {
        if (!text.Text.AsSpan().ContainsAny(Hints))
        {
            return text;
        }

        var found = new List<TextEntity>(text.Entities);
        foreach (Match match in Patterns().Matches(text.Text))
        {
            var free = !text.Entities.Any(e => e.Type is "code" or "pre" or "text_link" && Overlap(e, match));
            if (free)
            {
                found.Add(new TextEntity(Kind(match), match.Index, match.Length));
            }
        }

        return found.Count == text.Entities.Count
            ? text
            : text with { Entities = [.. found.OrderBy(e => e.Offset).ThenByDescending(e => e.Length)] };
    }

    private static bool Overlap(TextEntity entity, Match match) =>
        entity.Offset < match.Index + match.Length && match.Index < entity.Offset + entity.Length;

    private static string Kind(Match match) =>
        match.Groups.Values.Skip(1).First(group => group.Success).Name;

    [GeneratedRegex(
        """
        (?<bot_command>(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?!\w))
        |(?<url>https?://[^\s<>"]+[^\s<>".,;:!?')\]])
        |(?<email>\b[\w.+-]+@[\w-]+\.[\w.-]*\w\b)
        |(?<mention>(?<!\w)@\w{4,32})
        |(?<hashtag>(?<!\w)\#\w*[A-Za-z]\w*)
        |(?<phone_number>(?<!\w)(?:\+62|08)[\d -]{7,13}\d(?!\w))
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Patterns();
}
