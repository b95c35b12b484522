using System.Globalization;
using System.Net;
using System.Text;
using NetTopologySuite.Geometries;

namespace Kentongan.Triage.Maps;

/// <summary>One area on a map.</summary>
/// <param name="Band">Null where the data are not enough: hatched.</param>
/// <param name="Title">Read out and shown on hover: name, band, score, number of reports.</param>
/// <param name="Link">The list behind it; null for a picture.</param>
public sealed record DrawnArea(Geometry Shape, string Label, string Title, RiskBand? Band, string? Link);

/// <summary>Draws a map as SVG: areas with their band in colour and in figures, without a script and without anything from elsewhere.</summary>
public static class RegionDrawing
{
    private const double LetterWidth = 8.4, LabelHeight = 17;

    /// <summary>Light to dark; a page may give others by the classes <c>band-0</c> to <c>band-4</c>.</summary>
    private static readonly string[] Fills = ["#eef3ea", "#fbe7b2", "#f5c067", "#e08a3c", "#b5402a"];

    public static string Draw(IReadOnlyList<DrawnArea> areas, string name)
    {
        if (areas.Count == 0)
        {
            return "";
        }

        var layout = MapLayout.Of([.. areas.Select(area => area.Shape)]);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"map\" viewBox=\"0 0 {MapLayout.Width:0} {layout.Height:0}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"group\" aria-label=\"{Safe(name)}\">");
        svg.Append("<defs><pattern id=\"kurang\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"8\" height=\"8\" fill=\"#ffffff\"/><path class=\"hatch\" d=\"M0 0V8\" stroke=\"#8a929c\" stroke-width=\"2\"/></pattern></defs>");
        if (layout.InsetHeight is { } height)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"inset\" x=\"1\" y=\"1\" width=\"{MapLayout.InsetWidth:0}\" height=\"{height - 4:0}\" fill=\"none\" stroke=\"#8a929c\" stroke-dasharray=\"4 4\"/>");
        }

        foreach (var (area, placed) in areas.Zip(layout.Areas))
        {
            Append(svg, area, placed.Path);
        }

        AppendLabels(svg, areas.Zip(layout.Areas).Where(pair => pair.First.Label.Length > 0).Select(pair => (pair.First.Label, pair.Second)));
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, DrawnArea area, string path)
    {
        svg.Append(area.Link is { } link ? $"<a href=\"{Safe(link)}\" aria-label=\"{Safe(area.Title)}\">" : "<g>").Append("<title>").Append(Safe(area.Title)).Append("</title>");
        svg.Append("<path class=\"area ").Append(area.Band is { } band ? $"band-{(int)band}" : "few").Append("\" fill=\"")
            .Append(area.Band is { } shown ? Fills[(int)shown] : "url(#kurang)").Append("\" stroke=\"#20262c\" stroke-width=\"1.3\" d=\"").Append(path).Append("\"/>");
        svg.Append(area.Link is null ? "</g>" : "</a>");
    }

    /// <summary>Above all areas, and none on another: who comes later moves down until there is room.</summary>
    private static void AppendLabels(StringBuilder svg, IEnumerable<(string Label, PlacedArea At)> labels)
    {
        var taken = new List<Envelope>();
        foreach (var (label, at) in labels)
        {
            var (half, y) = (label.Length * LetterWidth / 2, at.LabelY);
            Envelope box;
            do
            {
                box = new Envelope(at.LabelX - half, at.LabelX + half, y - LabelHeight, y);
                y += LabelHeight / 2;
            }
            while (taken.Exists(other => other.Intersects(box)));
            taken.Add(box);
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"{at.LabelX:0}\" y=\"{box.MaxY:0}\" text-anchor=\"middle\" font-size=\"15\" font-weight=\"600\" fill=\"#1c1f23\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\" aria-hidden=\"true\">{Safe(label)}</text>");
        }
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
