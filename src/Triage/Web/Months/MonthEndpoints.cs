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
internal sealed class MonthEndpoints(Pages pages, MonthQueries queries, MonthPoints points, MapQueries maps, RegionShapes shapes, Committer committer, AuditLog audit)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bulanan", http => pages.ForReadersAsync(http, () => ShowAsync(http)));
        routes.MapGet("/bulanan.xlsx", http => pages.ForReadersAsync(http, () => SendAsync(http)));
        routes.MapPost("/bulanan/butir", http => pages.ForCoordinatorsAsync(http, () => WriteAsync(http)));
        routes.MapPost("/bulanan/butir/{id:guid}", (HttpContext http, Guid id) => pages.ForCoordinatorsAsync(http, () => MoveAsync(http, id)));
        routes.MapGet("/bulanan/umum", http => pages.ForReadersAsync(http, () => ShowPublicAsync(http)));
        routes.MapGet("/bulanan/umum.xlsx", http => pages.ForReadersAsync(http, () => SendPublicAsync(http)));
    }

    private async Task ShowAsync(HttpContext http)
    {
        var view = await ReadAsync(http);
        var map = await maps.ReadAsync(http.Viewer(), new CaseFilter(Kecamatan: view.Kecamatan?.Code), view.Month, http.RequestAborted);
        await pages.ShowAsync<MonthPage>(http, pages.ContextOf(http, pages.NoticeOf(http)), ("View", view), ("Map", map), ("Shapes", shapes.All));
    }

    private async Task WriteAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var wrong = !Enum.TryParse<MonthPointKind>(form["macam"], out var kind) || !Enum.IsDefined(kind) || MonthIn(form["bulan"]) is not { } month
            || !await points.WriteAsync(http.Viewer(), new NewMonthPoint(month, PlaceIn(form["kec"]), kind, form["isi"].ToString(), form["pemilik"].ToString(), DayIn(form["tenggat"])), http.RequestAborted);
        GoBack(http, form, wrong);
    }

    private async Task MoveAsync(HttpContext http, Guid id)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var wrong = !Enum.TryParse<MonthPointState>(form["keadaan"], out var state) || !Enum.IsDefined(state) || !await points.MoveAsync(http.Viewer(), id, state, DayIn(form["tenggat"]), http.RequestAborted);
        GoBack(http, form, wrong);
    }

    private static void GoBack(HttpContext http, IFormCollection form, bool wrong) => http.Response.Redirect(
        $"/bulanan?{(MonthIn(form["bulan"]) is { } month ? $"bulan={month:yyyy-MM}&" : "")}{(PlaceIn(form["kec"]) is { } place ? $"kec={Uri.EscapeDataString(place.Value)}&" : "")}{(wrong ? "salah" : "selesai")}#butir");

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
        http.Viewer(), Asked(http), PlaceIn(http.Request.Query["kec"]), http.RequestAborted);

    private static DateOnly? Asked(HttpContext http) => MonthIn(http.Request.Query["bulan"]);

    private static DateOnly? MonthIn(string? text) => DayIn(text + "-01");

    private static DateOnly? DayIn(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;

    private static KecamatanCode? PlaceIn(string? text) => text is { Length: > 0 and <= 8 } code ? new KecamatanCode(code) : null;
}
