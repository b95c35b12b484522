using Kentongan.Domain.Places;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Frame;

namespace Kentongan.Triage.Web.Maps;

/// <summary>Puts the counted cells of a map on the shapes of the kabupaten, each with its words and the list behind it.</summary>
internal static class RiskAreas
{
    /// <returns>The map as SVG; empty where there is no shape to draw.</returns>
    public static string Draw(PageContext page, MapView view, Shapes shapes) => RegionDrawing.Draw(
        [
            .. from cell in view.Cells
               let shape = view.Kecamatan is null ? shapes.Kecamatan.GetValueOrDefault(new KecamatanCode(cell.Code)) : shapes.Desa.GetValueOrDefault(new DesaCode(cell.Code))
               where shape is not null
               select new DrawnArea(shape, Label(cell), Title(page, cell), cell.Band, cell.Gap == CellGap.Veiled ? null : "/daftar" + cell.Behind.ToQuery()),
        ],
        page.Phrases.Map);

    private static string Label(MapCell cell) => cell.Band is { } band ? $"{cell.Name} · {(int)band + 1}" : cell.Name;

    private static string Title(PageContext page, MapCell cell) => cell.Gap == CellGap.Veiled
        ? $"{cell.Name}: {page.Phrases.GapOf(cell.Gap)}"
        : $"{cell.Name}: {(cell.Band is { } band ? $"{page.Phrases.BandOf(band)}, {page.Phrases.Score} {page.Phrases.Decimal(cell.Score)}" : page.Phrases.GapOf(cell.Gap))}, {page.Phrases.Results(cell.Count)}";
}
