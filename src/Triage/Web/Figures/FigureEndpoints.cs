using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Figures;

/// <summary>The page of figures.</summary>
internal sealed class FigureEndpoints(Pages pages, FigureQueries queries)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/angka", ShowAsync);

    private async Task ShowAsync(HttpContext http)
    {
        var filter = CaseFilter.Read(http.Request.Query);
        await pages.ShowAsync<FiguresPage>(http, pages.ContextOf(http), ("View", await queries.ReadAsync(http.Viewer(), filter, http.RequestAborted)), ("Filter", filter));
    }
}
