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
    private const double Width = 900, InsetWidth = 220, Margin = 12;

    /// <summary>Light to dark; a page may give others by the classes <c>band-0</c> to <c>band-4</c>.</summary>
    private static readonly string[] Fills = ["#eef3ea", "#fbe7b2", "#f5c067", "#e08a3c", "#b5402a"];

    public static string Draw(IReadOnlyList<DrawnArea> areas, string name)
    {
        if (areas.Count == 0)
        {
            return "";
        }

        var far = FarFromAll(areas);
        var near = areas.Except(far).ToList();
        var inset = far.Count == 0 ? null : new View(BoxOf(far), InsetWidth, 0);
        var view = new View(BoxOf(near), Width, inset?.Height ?? 0);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"map\" viewBox=\"0 0 {Width:0} {view.Height:0}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"group\" aria-label=\"{Safe(name)}\">");
        svg.Append("<defs><pattern id=\"kurang\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"8\" height=\"8\" fill=\"#ffffff\"/><path class=\"hatch\" d=\"M0 0V8\" stroke=\"#8a929c\" stroke-width=\"2\"/></pattern></defs>");
        if (inset is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"inset\" x=\"1\" y=\"1\" width=\"{InsetWidth:0}\" height=\"{inset.Height - 4:0}\" fill=\"none\" stroke=\"#8a929c\" stroke-dasharray=\"4 4\"/>");
        }

        foreach (var area in areas)
        {
            Append(svg, area, far.Contains(area) ? inset! : view);
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Islands far out get a frame of their own: in their place they would shrink everything else to a corner.</summary>
    private static List<DrawnArea> FarFromAll(IReadOnlyList<DrawnArea> areas)
    {
        if (areas.Count < 4)
        {
            return [];
        }

        var nearest = areas.ToDictionary(area => area, area => areas.Where(other => other != area).Min(other => area.Shape.Centroid.Distance(other.Shape.Centroid)));
        var usual = nearest.Values.Order().ElementAt(areas.Count / 2);
        return [.. areas.Where(area => nearest[area] > 4 * usual)];
    }

    private static Envelope BoxOf(IEnumerable<DrawnArea> areas)
    {
        var box = new Envelope();
        foreach (var area in areas)
        {
            box.ExpandToInclude(area.Shape.EnvelopeInternal);
        }

        return box;
    }

    private static void Append(StringBuilder svg, DrawnArea area, View view)
    {
        svg.Append(area.Link is { } link ? $"<a href=\"{Safe(link)}\" aria-label=\"{Safe(area.Title)}\">" : "<g>").Append("<title>").Append(Safe(area.Title)).Append("</title>");
        svg.Append("<path class=\"area ").Append(area.Band is { } band ? $"band-{(int)band}" : "few").Append("\" fill=\"")
            .Append(area.Band is { } shown ? Fills[(int)shown] : "url(#kurang)").Append("\" stroke=\"#4a5560\" d=\"");
        for (var i = 0; i < area.Shape.NumGeometries; i++)
        {
            if (area.Shape.GetGeometryN(i) is Polygon polygon)
            {
                Append(svg, polygon.ExteriorRing, view);
                foreach (var hole in polygon.InteriorRings)
                {
                    Append(svg, hole, view);
                }
            }
        }

        var middle = view.At(area.Shape.InteriorPoint.Coordinate);
        svg.Append("\"/>");
        if (area.Label.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"{middle.X:0.#}\" y=\"{middle.Y:0.#}\" text-anchor=\"middle\" font-size=\"15\" font-weight=\"600\" fill=\"#1c1f23\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\" aria-hidden=\"true\">{Safe(area.Label)}</text>");
        }

        svg.Append(area.Link is null ? "</g>" : "</a>");
    }

    /// <summary>In whole points, each from the one before, and none twice: a third of the length, and less than a screen can show.</summary>
    private static void Append(StringBuilder svg, LineString ring, View view)
    {
        var (x, y, first) = (0, 0, true);
        foreach (var point in ring.Coordinates)
        {
            var at = view.At(point);
            var (toX, toY) = ((int)Math.Round(at.X), (int)Math.Round(at.Y));
            if (first)
            {
                svg.Append(CultureInfo.InvariantCulture, $"M{toX} {toY}l");
            }
            else if ((toX, toY) != (x, y))
            {
                svg.Append(CultureInfo.InvariantCulture, $"{toX - x}{(toY < y ? "" : " ")}{toY - y} ");
            }

            (x, y, first) = (toX, toY, false);
        }

        svg.Append('z');
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Near the equator one scale for both directions is right once the longitude is shrunk by the cosine of the latitude.</summary>
    private sealed class View(Envelope box, double width, double top)
    {
        private readonly double _shrink = Math.Cos(double.DegreesToRadians(box.Centre.Y));

        private double Scale => (width - (2 * Margin)) / Math.Max(1e-6, box.Width * _shrink);

        public double Height => top + (box.Height * Scale) + (2 * Margin);

        public (double X, double Y) At(Coordinate point) =>
            (Margin + ((point.X - box.MinX) * _shrink * Scale), top + Margin + ((box.MaxY - point.Y) * Scale));
    }
}
