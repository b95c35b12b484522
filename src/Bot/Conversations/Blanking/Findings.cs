using System.Security.Cryptography;
using System.Text;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Privacy;

namespace Kentongan.Bot.Conversations.Blanking;

/// <summary>Words that may tell who wrote them, with a little of what stands around them.</summary>
public sealed record Finding(DisclosureKind Kind, string Words, string Before, string After)
{
    /// <summary>Stands for these words in the data of a button, so that a button that is old can never mean others.</summary>
    public string Key => Findings.KeyOf(Words.ToUpperInvariant());
}

/// <summary>What residents wrote about themselves and have not decided on yet.</summary>
public static class Findings
{
    /// <summary>So many are shown and asked at a time.</summary>
    public const int MostShown = 5;

    private const int Around = 24;
    private const int LongestLabel = 32;

    /// <summary>Each once, however often it was written.</summary>
    /// <param name="kept">Words that stay, by decision of who wrote them.</param>
    public static IReadOnlyList<Finding> In(IEnumerable<string> texts, IReadOnlyList<string> kept) =>
    [
        .. texts
            .SelectMany(text => SelfDisclosure.Find(text).Select(found => Shown(text, found)))
            .Where(finding => !kept.Contains(finding.Words, StringComparer.OrdinalIgnoreCase))
            .DistinctBy(finding => finding.Words, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The text without these words wherever they tell of the writer.</summary>
    public static string Blank(string text, IReadOnlyList<Finding> findings)
    {
        var words = findings.Select(finding => finding.Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return SelfDisclosure.Blank(text, SelfDisclosure.Find(text).Where(found => words.Contains(found.In(text))));
    }

    /// <summary>One key for all of them together.</summary>
    public static string KeyOf(IEnumerable<Finding> findings) => KeyOf(string.Join('\n', findings.Select(finding => finding.Key)));

    internal static string KeyOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    internal static BotText Label(Finding finding) =>
        new BotText.Name("🙈 " + (finding.Words.Length <= LongestLabel ? finding.Words : Whole(finding.Words[..LongestLabel]) + "…"));

    private static Finding Shown(string text, Disclosure found)
    {
        var from = Math.Max(0, found.Start - Around);
        var to = Math.Min(text.Length, found.End + Around);
        var (before, after) = (text[from..found.Start], text[found.End..to]);
        return new Finding(
            found.Kind,
            found.In(text),
            from == 0 ? OnOneLine(before) : "…" + OnOneLine(before[(before.IndexOf(' ', StringComparison.Ordinal) + 1)..]),
            to == text.Length ? OnOneLine(after) : OnOneLine(after[..Math.Max(0, after.LastIndexOf(' '))]) + "…");
    }

    private static string OnOneLine(string cut) => Whole(cut).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>Without half a character at either end.</summary>
    private static string Whole(string cut)
    {
        var start = cut.Length > 0 && char.IsLowSurrogate(cut[0]) ? 1 : 0;
        var end = cut.Length > start && char.IsHighSurrogate(cut[^1]) ? cut.Length - 1 : cut.Length;
        return cut[start..end];
    }
}
