using System.Globalization;
using System.Net;
using System.Text;

namespace Kentongan.Triage.Maps;

/// <summary>One bar.</summary>
/// <param name="Length">How long it is drawn.</param>
/// <param name="Shown">What stands at its end: a number, or less than it where small counts are hidden.</param>
/// <param name="Usual">Where the mark of what is usual stands; null where nothing is known.</param>
public sealed record DrawnBar(string Label, double Length, string Shown, double? Usual);

/// <summary>Draws bars as SVG, for a page as for a picture, without a script and without anything from elsewhere.</summary>
public static class BarDrawing
{
    private const double Width = 900, Row = 62, Left = 250, Right = 90;

    public static string Draw(IReadOnlyList<DrawnBar> bars, string name)
    {
        var most = Math.Max(1, bars.Max(bar => Math.Max(bar.Length, bar.Usual ?? 0)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"bars\" viewBox=\"0 0 {Width:0} {(bars.Count * Row) + 8:0}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(name)}\" font-size=\"24\">");
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, top) = (bars[i], (i * Row) + 10);
            var length = Across(bar.Length, most);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 14:0}\" y=\"{top + 32:0}\" text-anchor=\"end\" fill=\"#1c1f23\">{WebUtility.HtmlEncode(bar.Label)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left:0}\" y=\"{top:0}\" width=\"{Math.Max(2, length):0.#}\" height=\"44\" rx=\"4\" fill=\"#2f6ea8\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + Math.Max(length, Across(bar.Usual ?? 0, most)) + 14:0.#}\" y=\"{top + 32:0}\" fill=\"#1c1f23\" font-weight=\"700\">{WebUtility.HtmlEncode(bar.Shown)}</text>");
            if (bar.Usual is { } usual)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left + Across(usual, most) - 2:0.#}\" y=\"{top - 4:0}\" width=\"4\" height=\"52\" fill=\"#1c1f23\" stroke=\"#ffffff\" stroke-width=\"1\"/>");
            }
        }

        return svg.Append("</svg>").ToString();
    }

    private static double Across(double value, double most) => value / most * (Width - Left - Right);
}
