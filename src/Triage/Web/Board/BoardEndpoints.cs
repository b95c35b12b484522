using System.Globalization;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Board;

/// <summary>Board and list.</summary>
internal sealed class BoardEndpoints(Pages pages, BoardQueries queries, BoardChanges changes)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ToBoardAsync);
        routes.MapGet("/papan", BoardAsync);
        routes.MapGet("/papan/berubah", changes.StreamAsync);
        routes.MapGet("/daftar", ListAsync);
    }

    private static Task ToBoardAsync(HttpContext http)
    {
        http.Response.Redirect("/papan");
        return Task.CompletedTask;
    }

    private async Task BoardAsync(HttpContext http)
    {
        var filter = CaseFilter.Read(http.Request.Query);
        var view = await queries.ReadAsync(http.Viewer(), filter, http.RequestAborted);
        await pages.ShowAsync<BoardPage>(http, pages.ContextOf(http), ("View", view), ("Filter", filter));
    }

    private async Task ListAsync(HttpContext http)
    {
        var filter = CaseFilter.Read(http.Request.Query);
        var page = int.TryParse(http.Request.Query["hal"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var found = await queries.ListAsync(http.Viewer(), filter, page, http.RequestAborted);
        await pages.ShowAsync<ListPage>(http, pages.ContextOf(http), ("Found", found), ("Filter", filter));
    }
}
