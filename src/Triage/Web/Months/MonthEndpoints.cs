using System.Globalization;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Exports;
using Kentongan.Triage.Web.Figures;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.Phrases;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Months;

/// <summary>The monthly report, for coordinators and auditors: a page that prints, and a workbook.</summary>
internal sealed class MonthEndpoints(Pages pages, MonthQueries queries, Committer committer, AuditLog audit)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bulanan", ShowAsync);
        routes.MapGet("/bulanan.xlsx", SendAsync);
    }

    private async Task ShowAsync(HttpContext http)
    {
        if (await ReadAsync(http) is { } view)
        {
            await pages.ShowAsync<MonthPage>(http, pages.ContextOf(http), ("View", view));
        }
    }

    private async Task SendAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } view)
        {
            return;
        }

        await committer.CommitAsync(unit => audit.AppendAsync(unit, http.Viewer().Officer, AuditedDeed.Exported, $"month {view.Month:yyyy-MM}"), http.RequestAborted);
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"kentongan-{view.Month:yyyy-MM}.xlsx\"";
        await http.Response.Body.WriteAsync(TableExport.Xlsx(Rows(pages.ContextOf(http), view)), http.RequestAborted);
    }

    /// <returns>Null where it is not for this viewer; the answer has been given then.</returns>
    private async Task<MonthView?> ReadAsync(HttpContext http)
    {
        if (http.Viewer() is not ({ IsCoordinator: true } or { IsAuditor: true }))
        {
            await pages.NothingAsync(http, "page");
            return null;
        }

        var month = DateOnly.TryParseExact(http.Request.Query["bulan"] + "-01", "yyyy-MM-dd", out var asked) ? asked : (DateOnly?)null;
        return await queries.ReadAsync(http.Viewer(), month, http.RequestAborted);
    }

    internal static IEnumerable<IReadOnlyList<string>> Rows(PageContext page, MonthView view)
    {
        var words = page.Phrases;
        yield return
        [
            words.Kecamatan, words.Received, words.MonthBefore, words.Verified, words.Rejected, words.ClosedWord,
            .. view.Families.Select(page.FamilyOf), .. new[] { words.UntilAccept, words.UntilAction, words.UntilClose }.SelectMany(what => new[] { $"{what}: n", $"{what}: median", $"{what}: P90" }),
        ];
        foreach (var line in view.Lines.Append(view.Whole))
        {
            yield return
            [
                line.Name, Number(line.Received), Number(line.Before), Number(line.Verified), Number(line.Rejected), Number(line.Closed),
                .. view.Families.Select(family => Number(line.Kinds.GetValueOrDefault(family))),
                .. line.Times is { } times ? new[] { times.Accept, times.FirstAction, times.Close }.SelectMany(spread => Cells(words, spread)) : [],
            ];
        }

        yield return [];
        yield return [words.Seat, words.Received, .. new[] { words.UntilAccept, words.UntilAction, words.UntilClose }.SelectMany(what => new[] { $"{what}: n", $"{what}: median", $"{what}: P90" })];
        foreach (var seat in view.Seats)
        {
            yield return [OfficeWords.SeatOf(seat.Name), Number(seat.Received), .. new[] { seat.Accept, seat.FirstAction, seat.Close }.SelectMany(spread => Cells(words, spread))];
        }
    }

    private static string[] Cells(OfficeWords words, Spread spread) =>
        spread.Count == 0 ? ["0", "", ""] : [Number(spread.Count), words.Span(spread.Median), words.Span(spread.P90)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
