using System.Globalization;
using System.Text;

namespace Kentongan.Sandbox.Telegram;

/// <summary>The words of Telegram's HTML: its tags and its character references.</summary>
internal static class HtmlTags
{
    private const int LongestReference = 10;

    /// <returns>The entity a tag makes; null for a tag that Telegram does not know.</returns>
    public static string? EntityType(string tag) => tag switch
    {
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "u" or "ins" => "underline",
        "s" or "strike" or "del" => "strikethrough",
        "tg-spoiler" or "span" => "spoiler",
        "a" => "text_link",
        "code" => "code",
        "pre" => "pre",
        "blockquote" => "blockquote",
        _ => null,
    };

    /// <summary>Reads a reference such as <c>&amp;lt;</c> or <c>&amp;#60;</c> at the start of the text; others stay as they are.</summary>
    public static Rune? Reference(ReadOnlySpan<char> text, out int length)
    {
        var end = text.IndexOf(';');
        length = end + 1;
        var value = end is < 0 or > LongestReference ? 0 : text[1..end] switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            ['#', 'x' or 'X', .. var hex] => int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var h) ? h : 0,
            ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d : 0,
            _ => 0,
        };
        return value != 0 && Rune.TryCreate(value, out var rune) ? rune : null;
    }
}
