using System.Globalization;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Bulk;

/// <summary>Several cases at once, for coordinators: chosen in the list, shown before they are done, taken back where that is possible.</summary>
internal sealed class BulkEndpoints(Pages pages, BulkDesk bulk, HeldDeeds held, HeldQueries waiting)
{
    private const int LongestReason = 2000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/daftar/banyak", PreviewAsync);
        routes.MapPost("/daftar/banyak/lakukan", DoAsync);
        routes.MapGet("/daftar/tertunda", http => pages.ForCoordinatorsAsync(http, async () =>
            await pages.ShowAsync<HeldPage>(http, pages.ContextOf(http, pages.NoticeOf(http)), ("Batches", await waiting.OfAsync(http.Viewer(), http.RequestAborted)))));
        routes.MapPost("/daftar/tertunda", http => pages.ForCoordinatorsAsync(http, () => TakeBackAsync(http)));
    }

    private async Task PreviewAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ActionOf(http, form) is not { } action)
        {
            await pages.NothingAsync(http, "form");
            return;
        }

        var lines = await bulk.PreviewAsync(http.Viewer(), action, form["kasus"].OfType<string>(), http.RequestAborted);
        await pages.ShowAsync<BulkPage>(http, pages.ContextOf(http), ("Action", action), ("Lines", lines), ("IsPreview", true));
    }

    private async Task DoAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ActionOf(http, form) is not { } action)
        {
            await pages.NothingAsync(http, "form");
            return;
        }

        var chosen = from one in form["kasus"].OfType<string>()
                     let parts = one.Split(':')
                     where parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)
                     select (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
        var reason = form["teks"].ToString().Trim() is { Length: > 0 and <= LongestReason } written ? written : null;
        if (BulkDesk.UndoOf(action) is null)
        {
            var count = await held.HoldAsync(http.Viewer(), action, [.. chosen], reason, http.RequestAborted);
            http.Response.Redirect(count > 0 ? "/daftar/tertunda?selesai" : "/daftar/tertunda?salah");
            return;
        }

        var lines = await bulk.DoAsync(http.Viewer(), action, chosen, reason, http.RequestAborted);
        await pages.ShowAsync<BulkPage>(http, pages.ContextOf(http), ("Action", action), ("Lines", lines), ("IsPreview", false));
    }

    private async Task TakeBackAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var taken = Guid.TryParse(form["id"], out var id) ? await held.TakeBackAsync(http.Viewer(), id, http.RequestAborted) : 0;
        http.Response.Redirect(taken > 0 ? "/daftar/tertunda?selesai" : "/daftar/tertunda?salah");
    }

    private static ReportAction? ActionOf(HttpContext http, IFormCollection form) =>
        http.Viewer().IsCoordinator && Enum.TryParse<ReportAction>(form["tindakan"], out var action) && BulkDesk.Actions.Contains(action) ? action : null;
}
