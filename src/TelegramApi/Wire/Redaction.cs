using System.Text.RegularExpressions;

namespace Telegram.Bot.Wire;

/// <summary>Takes out of Telegram's description what it may quote of our request: words of a text, links, numbers of chats.</summary>
internal static partial class Redaction
{
    private const int MaxLength = 200;

    public static string Redact(string description)
    {
        var safe = Telling().Replace(description, "…");
        return safe.Length <= MaxLength ? safe : safe[..MaxLength];
    }

    // What is between quotes (an apostrophe within a word opens none), addresses, names after an @, and long numbers.
    [GeneratedRegex(@""".*""|(?<!\w)'.*'(?!\w)|<.*>|\w+://\S+|@\w+|\d{6,}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();
}
