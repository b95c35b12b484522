using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Kentongan.Domain.Privacy;

/// <summary>E-mail addresses and names of accounts.</summary>
internal static partial class AccountFinder
{
    private static readonly FrozenSet<string> Networks = FrozenSet.ToFrozenSet(
        ["ig", "fb", "instagram", "facebook", "tiktok", "telegram", "tele", "twitter", "akun", "email", "username"]);

    public static IEnumerable<Disclosure> Find(string text, WrittenWords words) =>
        Accounts().Matches(text)
            .Select(match => new Disclosure(DisclosureKind.Account, match.Groups["account"].Index, match.Groups["account"].Length))
            .Concat(Named(words));

    /// <summary>"ig saya budi_77".</summary>
    private static IEnumerable<Disclosure> Named(WrittenWords words)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (Networks.Contains(words[i].Text) && SelfWords.Self.Contains(words.Next(i + 1))
                && words[i + 2].Before is Pause.None or Pause.Colon && !NameWords.IsOrdinary(words[i + 2].Text))
            {
                yield return words.Span(DisclosureKind.Account, i + 2, i + 3);
            }
        }
    }

    /// <summary>An address, a handle with a letter in it (<c>@10000</c> is a price), or a page of a person.</summary>
    [GeneratedRegex(
        @"(?<account>[\w.+-]+@[\w-]+(\.[\w-]+)+)|(^|[^\w@])(?<account>@\w*[A-Za-z]\w*(\.\w+)*|(t\.me|wa\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com)/[\w@.?=+/-]+)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Accounts();
}
