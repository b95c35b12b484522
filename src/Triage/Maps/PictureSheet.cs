using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kentongan.Triage.Maps;

/// <summary>A drawing as a sheet of its own, with what a page would say around it: title, legend, notes.</summary>
public static partial class PictureSheet
{
    private const double Width = 1000, Margin = 50, Line = 34;

    private static readonly string[] Fills = ["#eef3ea", "#fbe7b2", "#f5c067", "#e08a3c", "#b5402a"];

    /// <param name="drawing">From <see cref="RegionDrawing"/> or <see cref="BarDrawing"/>.</param>
    /// <param name="bands">Names of the bands with where they begin, and last of all the hatched ones; empty for a drawing without bands.</param>
    public static string Draw(string title, string drawing, IReadOnlyList<string> bands, IReadOnlyList<string> notes)
    {
        var box = Box().Match(drawing);
        var (wide, high) = (Number(box.Groups[1].Value), Number(box.Groups[2].Value));
        var height = (Width - (2 * Margin)) * high / wide;
        var (legend, foot) = (110 + height + 30, 110 + height + 30 + (bands.Count > 0 ? (Line * ((bands.Count + 1) / 2)) + 16 : 0));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width:0} {foot + (Line * notes.Count) + 10:0}\" font-family=\"'Noto Sans', 'DejaVu Sans', sans-serif\">");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin:0}\" y=\"66\" font-size=\"36\" font-weight=\"700\" fill=\"#1c1f23\">{Safe(title)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{Margin:0}\" y=\"100\" width=\"{Width - (2 * Margin):0}\" height=\"{height:0.#}\" ").Append(drawing.AsSpan("<svg ".Length));
        for (var i = 0; i < bands.Count; i++)
        {
            var (x, y) = (Margin + (i % 2 * 450), legend + (i / 2 * Line));
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0}\" y=\"{y - 20:0}\" width=\"34\" height=\"24\" fill=\"{(i < Fills.Length ? Fills[i] : "url(#kurang)")}\" stroke=\"#4a5560\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 46:0}\" y=\"{y:0}\" font-size=\"24\" fill=\"#1c1f23\">{Safe(bands[i])}</text>");
        }

        for (var i = 0; i < notes.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin:0}\" y=\"{foot + (i * Line):0}\" font-size=\"22\" fill=\"#50565e\">{Safe(notes[i])}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"")]
    private static partial Regex Box();
}
