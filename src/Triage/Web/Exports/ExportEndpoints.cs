using System.Globalization;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.Phrases;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Exports;

/// <summary>The list as a file: what the viewer sees on the page and no more. Every export is audited.</summary>
internal sealed class ExportEndpoints(Pages pages, BoardQueries queries, Committer committer, AuditLog audit)
{
    /// <summary>Newer first; what does not fit is said on the page and in the last row of the file.</summary>
    internal const int Most = 5000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/daftar.csv", http => SendAsync(http, "csv", "text/csv; charset=utf-8", TableExport.Csv));
        routes.MapGet("/daftar.xlsx", http => SendAsync(http, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", TableExport.Xlsx));
    }

    private async Task SendAsync(HttpContext http, string ending, string type, Func<IEnumerable<IReadOnlyList<string>>, byte[]> write)
    {
        var filter = CaseFilter.Read(http.Request.Query);
        var lines = await queries.AllAsync(http.Viewer(), filter, Most, http.RequestAborted);
        var total = lines.Count < Most ? lines.Count : (await queries.ListAsync(http.Viewer(), filter, 1, http.RequestAborted)).Total;
        var subject = string.Create(CultureInfo.InvariantCulture, $"{ending} {lines.Count}");
        await committer.CommitAsync(unit => audit.AppendAsync(unit, http.Viewer().Officer, AuditedDeed.Exported, subject), http.RequestAborted);
        var page = pages.ContextOf(http);
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"kentongan-{page.Local.At(page.Now):yyyyMMdd-HHmm}.{ending}\"";
        await http.Response.Body.WriteAsync(write(
            [Head(page.Phrases), .. lines.Select(line => Row(page, line)), .. total > lines.Count ? new[] { new[] { page.Phrases.ExportCut(lines.Count, total) } } : []]), http.RequestAborted);
    }

    private static string[] Head(OfficeWords words) =>
        [words.CaseNumber, words.PriorityLabel, words.Kind, words.Kecamatan, words.Desa, words.Received, words.StatusLabel, words.Result, words.Lead, words.Evidence];

    private static string[] Row(PageContext page, CaseLine line) =>
    [
        line.Number,
        page.Phrases.PriorityOf(line.Priority),
        page.KindOf(line.Category),
        line.Kecamatan is { } kecamatan ? page.Jurisdiction.Regions.Find(kecamatan)?.Name ?? kecamatan.Value : "",
        line.Desa is { } desa ? page.Jurisdiction.Regions.Find(desa)?.Name ?? desa.Value : "",
        page.ArrivalOf(line.Priority, line.ReceivedAt),
        page.Phrases.StatusOf(line.Status),
        line.Outcome is { } outcome ? page.Phrases.OutcomeOf(outcome) : "",
        line.LeadSeat is { } seat ? OfficeWords.SeatOf(seat) : "",
        line.EvidenceCount.ToString(CultureInfo.InvariantCulture),
    ];
}
