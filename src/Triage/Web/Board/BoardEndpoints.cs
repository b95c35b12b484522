using System.Globalization;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.Search;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Kentongan.Triage.Web.Board;

/// <summary>Board and list.</summary>
internal sealed class BoardEndpoints(Pages pages, BoardQueries queries, SilentQueries silent, BoardChanges changes, SavedViews views, ReportMarks marks, WebOptions options)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ToBoardAsync);
        routes.MapGet("/papan", BoardAsync);
        routes.MapGet("/papan/berubah", changes.StreamAsync);
        routes.MapGet("/daftar", ListAsync);
        routes.MapPost("/saringan", SaveAsync);
        routes.MapPost("/saringan/hapus", DropAsync);
        routes.MapPost("/saringan/pagi", TellAsync);
        routes.MapPost("/pintasan", SwitchKeysAsync);
        routes.MapGet("/pintasan", http => pages.ShowAsync<KeysPage>(http, pages.ContextOf(http)));
    }

    private static Task ToBoardAsync(HttpContext http)
    {
        http.Response.Redirect("/papan");
        return Task.CompletedTask;
    }

    private Task SwitchKeysAsync(HttpContext http)
    {
        var form = http.Request.Form;
        http.Response.Cookies.Append(WebCookies.Keys, form["pintasan"] == WebCookies.Off ? WebCookies.Off : "hidup", WebCookies.Make(options, TimeSpan.FromDays(365)));
        http.Response.Redirect(SignInEndpoints.Inside(form["ke"]) ?? "/pintasan");
        return Task.CompletedTask;
    }

    private async Task SaveAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await views.SaveAsync(http.Viewer(), form["nama"].ToString(), form["saringan"].ToString(), http.RequestAborted);
        http.Response.Redirect("/daftar" + CaseFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(form["saringan"]))).ToQuery());
    }

    private async Task DropAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Guid.TryParse(form["id"], out var id))
        {
            await views.DropAsync(http.Viewer(), id, http.RequestAborted);
        }

        http.Response.Redirect("/daftar");
    }

    private async Task TellAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Guid.TryParse(form["id"], out var id))
        {
            await views.TellAsync(http.Viewer(), id, form["pagi"] == "ya", http.RequestAborted);
        }

        http.Response.Redirect("/daftar");
    }

    private async Task BoardAsync(HttpContext http)
    {
        var filter = CaseFilter.Read(http.Request.Query);
        var view = await queries.ReadAsync(http.Viewer(), filter, http.RequestAborted);
        await pages.ShowAsync<BoardPage>(http, pages.ContextOf(http), ("View", view), ("Filter", filter), ("Silent", await silent.ReadAsync(http.Viewer(), http.RequestAborted)));
        if (http.Viewer() is { KnowsMinutes: true }) // who may search every text will
        {
            marks.Prepare();
        }
    }

    private async Task ListAsync(HttpContext http)
    {
        var filter = CaseFilter.Read(http.Request.Query);
        var page = int.TryParse(http.Request.Query["hal"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var found = await queries.ListAsync(http.Viewer(), filter, page, http.RequestAborted);
        await pages.ShowAsync<ListPage>(http, pages.ContextOf(http), ("Found", found), ("Filter", filter), ("Views", await views.OfAsync(http.Viewer(), http.RequestAborted)));
    }
}
