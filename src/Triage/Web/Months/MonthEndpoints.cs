using Kentongan.Domain.Places;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Exports;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.Maps;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Months;

/// <summary>The monthly report, for coordinators and auditors: a page that prints, and a workbook, in a restricted and a public edition (policy 7).</summary>
internal sealed class MonthEndpoints(Pages pages, MonthQueries queries, MapQueries maps, RegionShapes shapes, Committer committer, AuditLog audit)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bulanan", http => pages.ForReadersAsync(http, () => ShowAsync(http)));
        routes.MapGet("/bulanan.xlsx", http => pages.ForReadersAsync(http, () => SendAsync(http)));
        routes.MapGet("/bulanan/umum", http => pages.ForReadersAsync(http, () => ShowPublicAsync(http)));
        routes.MapGet("/bulanan/umum.xlsx", http => pages.ForReadersAsync(http, () => SendPublicAsync(http)));
    }

    private async Task ShowAsync(HttpContext http)
    {
        var view = await ReadAsync(http);
        var map = await maps.ReadAsync(http.Viewer(), new CaseFilter(Kecamatan: view.Kecamatan?.Code), view.Month, http.RequestAborted);
        await pages.ShowAsync<MonthPage>(http, pages.ContextOf(http), ("View", view), ("Map", map), ("Shapes", shapes.All));
    }

    private async Task SendAsync(HttpContext http)
    {
        var view = await ReadAsync(http);
        var place = view.Kecamatan is { } kecamatan ? "-" + kecamatan.Code.Value : "";
        await SendAsync(http, $"{view.Month:yyyy-MM}{place}", MonthTables.Rows(pages.ContextOf(http), view));
    }

    private async Task ShowPublicAsync(HttpContext http) =>
        await pages.ShowAsync<PublicMonthPage>(http, pages.ContextOf(http), ("View", await queries.ReadPublicAsync(http.Viewer(), Asked(http), http.RequestAborted)));

    private async Task SendPublicAsync(HttpContext http)
    {
        var view = await queries.ReadPublicAsync(http.Viewer(), Asked(http), http.RequestAborted);
        await SendAsync(http, $"{view.Month:yyyy-MM}-umum", MonthTables.Rows(pages.ContextOf(http), view));
    }

    private async Task SendAsync(HttpContext http, string name, IEnumerable<IReadOnlyList<string>> rows)
    {
        await committer.CommitAsync(unit => audit.AppendAsync(unit, http.Viewer().Officer, AuditedDeed.Exported, $"month {name}"), http.RequestAborted);
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"kentongan-{name}.xlsx\"";
        await http.Response.Body.WriteAsync(TableExport.Xlsx(rows), http.RequestAborted);
    }

    private Task<MonthView> ReadAsync(HttpContext http) => queries.ReadAsync(
        http.Viewer(), Asked(http), http.Request.Query["kec"].ToString() is { Length: > 0 and <= 8 } code ? new KecamatanCode(code) : null, http.RequestAborted);

    private static DateOnly? Asked(HttpContext http) => DateOnly.TryParseExact(http.Request.Query["bulan"] + "-01", "yyyy-MM-dd", out var asked) ? asked : null;
}
