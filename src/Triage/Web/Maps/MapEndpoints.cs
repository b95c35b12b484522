using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Maps;

/// <summary>The map of risk.</summary>
internal sealed class MapEndpoints(Pages pages, MapQueries queries, RegionShapes shapes)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/peta", ShowAsync);

    private async Task ShowAsync(HttpContext http)
    {
        var filter = CaseFilter.Read(http.Request.Query);
        var month = DateOnly.TryParseExact(http.Request.Query["bulan"] + "-01", "yyyy-MM-dd", out var asked) ? asked : (DateOnly?)null;
        var view = await queries.ReadAsync(http.Viewer(), filter, month, http.RequestAborted);
        await pages.ShowAsync<MapPage>(http, pages.ContextOf(http), ("View", view), ("Filter", filter), ("Shapes", shapes.All));
    }
}
