using System.Runtime.CompilerServices;
using Kentongan.Domain.Programmes;

namespace Kentongan.Domain.Reports;

/// <summary>How urgent a report is, from its subcategory and what the resident says (domain.md 3, column Uplift).</summary>
public static class Urgency
{
    // Hundreds of phrases are looked for in every story: each list is brought into shape once.
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, string[]> Phrases = [];

    public static Priority Of(Subcategory subcategory, Happening? happening, string story)
    {
        var words = subcategory.Uplifts.Count == 0 ? "" : WordsOf(story);
        return subcategory.Uplifts
            .Where(uplift => !uplift.OnlyHappeningNow || happening == Happening.Now)
            .Where(uplift => uplift.Words.Count == 0 || Says(words, uplift.Words))
            .Select(uplift => uplift.To)
            .Append(subcategory.Priority)
            .Min();
    }

    /// <summary>Whether a story tells of the harm and of its cause: "kejang" and "oplosan". Either alone says nothing of the kind.</summary>
    public static bool Shows(Signs signs, string story) => WordsOf(story) is var words && Says(words, signs.Harm) && Says(words, signs.Cause);

    /// <summary>One priority higher, for an operation in force (policy 3.1) or three independent reporters (policy 5.2).</summary>
    public static Priority Raised(Priority priority) => priority == Priority.P0 ? Priority.P0 : priority - 1;

    /// <summary>Lower-case words parted and surrounded by single blanks, so that a phrase is found as whole words only.</summary>
    private static string WordsOf(string text)
    {
        var letters = string.Create(text.Length, text, static (into, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                into[i] = char.IsLetterOrDigit(from[i]) ? char.ToLowerInvariant(from[i]) : ' ';
            }
        });
        return $" {string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
    }

    private static bool Says(string words, IReadOnlyList<string> phrases)
    {
        foreach (var phrase in Phrases.GetValue(phrases, static given => [.. given.Select(WordsOf)]))
        {
            if (words.Contains(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
