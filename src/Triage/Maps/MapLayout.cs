using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NetTopologySuite.Geometries;

namespace Kentongan.Triage.Maps;

/// <summary>Where one area lies on the paper.</summary>
/// <param name="Path">Its outline in the words of SVG.</param>
internal sealed record PlacedArea(string Path, double LabelX, double LabelY);

/// <summary>
/// Where the areas of a map lie on the paper. Working it out takes far longer than writing the map, and the shapes of a kabupaten do not change:
/// it is kept as long as they are.
/// </summary>
internal sealed class MapLayout
{
    public const double Width = 900, InsetWidth = 220;

    private const double Margin = 12;

    private static readonly ConditionalWeakTable<Geometry, MapLayout> Known = [];

    private readonly IReadOnlyList<Geometry> _shapes;

    private MapLayout(IReadOnlyList<Geometry> shapes)
    {
        _shapes = shapes;
        var far = FarFromAll(shapes);
        var inset = far.Count == 0 ? null : new View(BoxOf(far), InsetWidth, 0);
        var view = new View(BoxOf(shapes.Where(shape => !far.Contains(shape))), Width, inset?.Height ?? 0);
        (Height, InsetHeight) = (view.Height, inset?.Height);
        Areas = [.. shapes.Select(shape => Place(shape, far.Contains(shape) ? inset! : view))];
    }

    public double Height { get; }

    /// <summary>Null where everything lies together.</summary>
    public double? InsetHeight { get; }

    /// <summary>In the order of the shapes.</summary>
    public IReadOnlyList<PlacedArea> Areas { get; }

    public static MapLayout Of(IReadOnlyList<Geometry> shapes)
    {
        if (Known.TryGetValue(shapes[0], out var known) && known._shapes.SequenceEqual(shapes, ReferenceEqualityComparer.Instance))
        {
            return known;
        }

        var layout = new MapLayout(shapes);
        Known.AddOrUpdate(shapes[0], layout);
        return layout;
    }

    /// <summary>Islands far out get a frame of their own: in their place they would shrink everything else to a corner.</summary>
    private static HashSet<Geometry> FarFromAll(IReadOnlyList<Geometry> shapes)
    {
        if (shapes.Count < 4)
        {
            return [];
        }

        var centres = shapes.Select(shape => shape.Centroid.Coordinate).ToList();
        var nearest = centres.Select((centre, i) => centres.Where((_, other) => other != i).Min(other => centre.Distance(other))).ToList();
        var usual = nearest.Order().ElementAt(shapes.Count / 2);
        return new HashSet<Geometry>(shapes.Where((_, i) => nearest[i] > 4 * usual), ReferenceEqualityComparer.Instance);
    }

    private static Envelope BoxOf(IEnumerable<Geometry> shapes)
    {
        var box = new Envelope();
        foreach (var shape in shapes)
        {
            box.ExpandToInclude(shape.EnvelopeInternal);
        }

        return box;
    }

    private static PlacedArea Place(Geometry shape, View view)
    {
        var path = new StringBuilder();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon polygon)
            {
                Append(path, polygon.ExteriorRing, view);
                foreach (var hole in polygon.InteriorRings)
                {
                    Append(path, hole, view);
                }
            }
        }

        var (x, y) = view.At(shape.InteriorPoint.Coordinate);
        return new PlacedArea(path.ToString(), x, y);
    }

    /// <summary>In whole points, each from the one before, and none twice: a third of the length, and less than a screen can show.</summary>
    private static void Append(StringBuilder path, LineString ring, View view)
    {
        var (x, y, first) = (0, 0, true);
        foreach (var point in ring.Coordinates)
        {
            var at = view.At(point);
            var (toX, toY) = ((int)Math.Round(at.X), (int)Math.Round(at.Y));
            if (first)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{toX} {toY}l");
            }
            else if ((toX, toY) != (x, y))
            {
                path.Append(CultureInfo.InvariantCulture, $"{toX - x}{(toY < y ? "" : " ")}{toY - y} ");
            }

            (x, y, first) = (toX, toY, false);
        }

        path.Append('z');
    }

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
