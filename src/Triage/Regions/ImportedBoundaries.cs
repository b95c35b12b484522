using Kentongan.Domain.Places;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Distance;
using Coordinates = Kentongan.Domain.Places.Coordinates;

namespace Kentongan.Triage.Regions;

/// <summary>Boundaries in memory, searched through a tree of boxes. Safe to share once built.</summary>
public sealed class ImportedBoundaries : IBoundaries
{
    private const double MetresPerDegree = 111_195;

    private readonly STRtree<Boundary> _tree = new();

    internal ImportedBoundaries(IReadOnlyDictionary<DesaCode, Geometry> boundaries)
    {
        Count = boundaries.Count;
        foreach (var (code, geometry) in boundaries.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal))
        {
            _tree.Insert(geometry.EnvelopeInternal, new Boundary(code, geometry, PreparedGeometryFactory.Prepare(geometry)));
        }

        _tree.Build();
    }

    public int Count { get; }

    public DesaCode? Containing(Coordinates pin)
    {
        // Covers rather than contains: a pin exactly on a common border belongs to one of the two, always the same.
        var point = PointAt(pin);
        return _tree.Query(point.EnvelopeInternal)
            .Where(boundary => boundary.Prepared.Covers(point))
            .OrderBy(boundary => boundary.Code.Value, StringComparer.Ordinal)
            .Select(boundary => (DesaCode?)boundary.Code)
            .FirstOrDefault();
    }

    public IReadOnlyList<DesaCode> Within(Coordinates pin, double metres)
    {
        var point = PointAt(pin);
        var box = point.EnvelopeInternal.Copy();
        var latitudes = metres / MetresPerDegree;
        box.ExpandBy(latitudes / Math.Cos(double.DegreesToRadians(pin.Latitude)), latitudes);
        return
        [
            .. _tree.Query(box)
                .Select(boundary => (boundary.Code, Metres: MetresTo(boundary, point, pin)))
                .Where(found => found.Metres <= metres)
                .OrderBy(found => found.Metres)
                .ThenBy(found => found.Code.Value, StringComparer.Ordinal)
                .Select(found => found.Code),
        ];
    }

    private static double MetresTo(Boundary boundary, Point point, Coordinates pin)
    {
        if (boundary.Prepared.Covers(point))
        {
            return 0;
        }

        // Near the equator a degree is as good as round: the nearest point in degrees is the nearest on the ground to well within 1 %.
        var nearest = DistanceOp.NearestPoints(boundary.Geometry, point)[0];
        return pin.MetresTo(new Coordinates(nearest.Y, nearest.X));
    }

    private static Point PointAt(Coordinates pin) => new(pin.Longitude, pin.Latitude) { SRID = 4326 };

    private sealed record Boundary(DesaCode Code, Geometry Geometry, IPreparedGeometry Prepared);
}
