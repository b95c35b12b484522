using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Domain.Privacy;

namespace Kentongan.Triage.Reports;

/// <summary>Finds what a phone turns into a link: whoever opens one tells its owner their address on the internet (policy 5.8).</summary>
internal static partial class LinkCheck
{
    public static bool Finds(string text) => Links().IsMatch(text);

    /// <summary>Why an officer's words may not go to a resident; null where they may. Emergency numbers, of three digits, may stand there.</summary>
    public static Refusal? Refuses(string text) => Finds(text) ? new Refusal.NoLinks()
        : SelfDisclosure.Find(text).Any(found => found.Kind == DisclosureKind.Phone) ? new Refusal.NoPhones()
        : null;

    /// <summary>
    /// Also addresses without a scheme, in any script, and numbers of machines. A missing blank after a full stop before a word in small letters looks like one; that
    /// is asked to be written again, rather than the other way round.
    /// </summary>
    [GeneratedRegex(
        @"\w+://|https?:|\bmailto:|\btg:|www\.|@\w{4,}|\b\d{1,3}(\.\d{1,3}){3}\b"
        + @"|\b[\p{L}\d_-]+[.\u3002\uff0e\uff61]((?-i:\p{Ll}{2,}|\p{Lu}{2,}|\p{Lo}{2,})|com|net|org|id|io|me|co|xyz|app|ly|info|link|site|shop|store|click|online|website|space|digital|today|world|agency|xn--[\w-]+)(?![\p{L}\d])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
