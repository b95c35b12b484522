using System.Text;

namespace Kentongan.Domain.Privacy;

/// <summary>What a finding seems to be.</summary>
public enum DisclosureKind
{
    Phone,
    Nik,
    Name,
    Address,
    Role,
    Account,
}

/// <summary>A piece of a text that may tell who wrote it.</summary>
public readonly record struct Disclosure(DisclosureKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>
/// Finds what residents write about themselves, so that it can be shown to them before it is sent (threat-model 10). It asks too
/// often rather than too seldom: a wrong finding costs one tap, a missed one may cost the resident.
/// </summary>
public static class SelfDisclosure
{
    /// <summary>Stands where something was taken out. No finding reaches across it.</summary>
    public const string Mark = "▇▇▇";

    /// <summary>In the order of the text, without overlaps; in time that grows with its length alone.</summary>
    public static IReadOnlyList<Disclosure> Find(string text)
    {
        var words = WrittenWords.Of(text);
        IReadOnlyList<Disclosure> numbers = [.. NumberFinder.Find(text)];
        return Merged(
        [
            .. numbers,
            .. SignatureFinder.Find(words, numbers),
            .. AccountFinder.Find(text, words),
            .. NameFinder.Find(words),
            .. AddressFinder.Find(words),
            .. RoleFinder.Find(words),
        ]);
    }

    /// <summary>The text with a mark in the place of each finding.</summary>
    public static string Blank(string text, IEnumerable<Disclosure> findings)
    {
        var blanked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var finding in Merged(findings))
        {
            blanked.Append(text, at, finding.Start - at).Append(Mark);
            at = finding.End;
        }

        return blanked.Append(text, at, text.Length - at).ToString();
    }

    private static List<Disclosure> Merged(IEnumerable<Disclosure> findings)
    {
        var merged = new List<Disclosure>();
        foreach (var next in findings.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length))
        {
            if (merged.Count == 0 || merged[^1].End <= next.Start)
            {
                merged.Add(next);
            }
            else if (merged[^1].End < next.End)
            {
                merged[^1] = merged[^1] with { Length = next.End - merged[^1].Start };
            }
        }

        return merged;
    }
}
