using System.Text.RegularExpressions;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Finds the cards among what an officer has on the screen.</summary>
internal static partial class Cases
{
    /// <summary>The case number of every card, once for each message that is one.</summary>
    public static IReadOnlyList<string> Of(Hand officer) =>
        [.. officer.Heard.Where(message => Hand.WordsOf(message).Contains("Tawuran", StringComparison.Ordinal)).Select(Number).OfType<string>()];

    private static string? Number(Message card) => CaseNumber().Match(Hand.WordsOf(card)) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex(@"^Kasus (\S+) ·", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();
}
