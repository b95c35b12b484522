using System.Text.RegularExpressions;

namespace Kentongan.Triage.Reports;

/// <summary>Finds what a phone turns into a link: whoever opens one tells its owner their address on the internet (policy 5.8).</summary>
internal static partial class LinkCheck
{
    public static bool Finds(string text) => Links().IsMatch(text);

    /// <summary>
    /// Also addresses without a scheme and numbers of machines. A missing blank after a full stop before a short word looks like one; that
    /// is asked to be written again, rather than the other way round.
    /// </summary>
    [GeneratedRegex(
        @"\w+://|https?:|\bmailto:|\btg:|www\.|@\w{4,}|\b\d{1,3}(\.\d{1,3}){3}\b"
        + @"|\b[\p{L}\d_-]+\.((?-i:\p{Ll}{2,4}|\p{Lu}{2,4})|com|net|org|id|io|me|co|xyz|app|ly|info|link|site|shop|store|click|online|website|space|digital|today|world|agency|xn--[\w-]+)(?![\p{L}\d])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
