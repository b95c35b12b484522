using Kentongan.Domain.Places;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Regions;
using Microsoft.Extensions.Options;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Simplify;
using NetTopologySuite.Triangulate;

namespace Kentongan.Triage.Maps;

/// <param name="Approximate">True where no boundaries were imported: cells around the known centres, good to find one's way, no border.</param>
/// <param name="Desa">Empty where approximate: the centres of desa are not known.</param>
public sealed record Shapes(bool Approximate, IReadOnlyDictionary<KecamatanCode, Geometry> Kecamatan, IReadOnlyDictionary<DesaCode, Geometry> Desa);

/// <summary>The shapes of a kabupaten, read when the first map is drawn: boundaries are heavy, and most starts need none.</summary>
public sealed class RegionShapes(Jurisdiction jurisdiction, IOptions<DataOptions> data)
{
    /// <summary>About 30 metres: less than one point of a screen.</summary>
    private const double Tolerance = 0.0003;

    private const double Gap = 0.0004, SmallestHole = 0.0001;

    /// <summary>How far a cell without a boundary reaches from its centre, in degrees.</summary>
    private const double Reach = 0.075;

    private readonly Lazy<Shapes> _shapes = new(() => Read(jurisdiction, data.Value.Directory));

    public Shapes All => _shapes.Value;

    private static Shapes Read(Jurisdiction jurisdiction, string directory)
    {
        var path = Path.Combine(directory, BoundaryImport.FileName);
        if (!File.Exists(path))
        {
            return new Shapes(true, AroundCentres(jurisdiction.Kabupaten), new Dictionary<DesaCode, Geometry>());
        }

        var desa = BoundaryFile.Read(path, jurisdiction.Kabupaten.Code);
        var kecamatan = desa.GroupBy(pair => pair.Key.Kecamatan).ToDictionary(
            group => group.Key,
            group => TopologyPreservingSimplifier.Simplify(Closed(UnaryUnionOp.Union(group.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => pair.Value).ToList())), Tolerance));
        return new Shapes(false, kecamatan, desa.ToDictionary(pair => pair.Key, pair => TopologyPreservingSimplifier.Simplify(pair.Value, Tolerance)));
    }

    /// <summary>Desa that were drawn one by one do not quite touch: what is thinner than about eighty metres between them is no gap.</summary>
    private static Geometry Closed(Geometry union)
    {
        var closed = union.Buffer(Gap, 2).Buffer(-Gap, 2);
        var parts = Enumerable.Range(0, closed.NumGeometries).Select(closed.GetGeometryN).OfType<Polygon>().Select(part => part.Factory.CreatePolygon(
            part.Shell, [.. part.Holes.Where(hole => hole.Factory.CreatePolygon(hole).Area > SmallestHole)])).ToArray();
        return closed.Factory.CreateMultiPolygon(parts);
    }

    /// <summary>Every point belongs to the nearest centre, up to a reach: Voronoi cells cut by circles.</summary>
    private static Dictionary<KecamatanCode, Geometry> AroundCentres(Kabupaten kabupaten)
    {
        var factory = new GeometryFactory(new PrecisionModel(), 4326);
        var centres = kabupaten.Kecamatan.ToDictionary(one => one.Code, one => factory.CreatePoint(new Coordinate(one.Centre.Longitude, one.Centre.Latitude)));
        var around = new Envelope();
        foreach (var centre in centres.Values)
        {
            around.ExpandToInclude(centre.EnvelopeInternal);
        }

        around.ExpandBy(Reach * 2);
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = around };
        builder.SetSites(centres.Values.Select(centre => centre.Coordinate).ToList());
        var cells = builder.GetDiagram(factory);
        return centres.ToDictionary(
            pair => pair.Key,
            pair => Enumerable.Range(0, cells.NumGeometries).Select(cells.GetGeometryN).First(cell => cell.Covers(pair.Value)).Intersection(pair.Value.Buffer(Reach, 12)));
    }
}
