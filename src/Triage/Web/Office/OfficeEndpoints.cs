using System.Globalization;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Office;

/// <summary>What coordinators look after, and auditors look at: operations, jobs, the log, the machine, programmes, the calendar, retention.</summary>
internal sealed class OfficeEndpoints(Pages pages, OfficeQueries queries, HealthQueries health, OfficeDesk desk, Calendars calendars)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pekerjaan", http => pages.ForReadersAsync(http, async () =>
            await pages.ShowAsync<JobsPage>(http, pages.ContextOf(http, pages.NoticeOf(http)), ("Jobs", await queries.JobsAsync(http.Viewer(), http.RequestAborted)), ("CanRun", desk.RunsJobs))));
        routes.MapPost("/pekerjaan", http => pages.ForCoordinatorsAsync(http, () => RunAsync(http)));
        routes.MapGet("/operasi", http => pages.ForReadersAsync(http, async () =>
            await pages.ShowAsync<OperationsPage>(http, pages.ContextOf(http, pages.NoticeOf(http)), ("Lines", await queries.OperationsAsync(http.RequestAborted)))));
        routes.MapPost("/operasi", http => pages.ForCoordinatorsAsync(http, () => SwitchAsync(http)));
        routes.MapGet("/retensi", http => pages.ForReadersAsync(http, async () =>
            await pages.ShowAsync<RetentionPage>(http, pages.ContextOf(http), ("View", await queries.RetentionAsync(http.Viewer(), PageIn(http), http.RequestAborted)))));
        routes.MapGet("/audit", http => pages.ForReadersAsync(http, () => AuditAsync(http)));
        routes.MapGet("/sistem", http => pages.ForReadersAsync(http, async () =>
            await pages.ShowAsync<HealthPage>(http, pages.ContextOf(http), ("View", await health.ReadAsync(http.Viewer(), http.RequestAborted)))));
        routes.MapGet("/program", http => pages.ForReadersAsync(http, () => pages.ShowAsync<ProgrammesPage>(http, pages.ContextOf(http))));
        routes.MapGet("/kalender", http => pages.ForReadersAsync(http, () => pages.ShowAsync<CalendarPage>(http, pages.ContextOf(http), ("Calendar", calendars.Read()))));
    }

    private async Task SwitchAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!await desk.SwitchAsync(http.Viewer(), form["program"].ToString(), form["tindakan"] == "mulai", http.RequestAborted))
        {
            await pages.NothingAsync(http, "operation");
            return;
        }

        http.Response.Redirect("/operasi?selesai");
    }

    private async Task RunAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!await desk.RunAsync(http.Viewer(), form["pekerjaan"].ToString(), http.RequestAborted))
        {
            await pages.NothingAsync(http, "job");
            return;
        }

        http.Response.Redirect("/pekerjaan?selesai");
    }

    private static int PageIn(HttpContext http) => int.TryParse(http.Request.Query["hal"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    private async Task AuditAsync(HttpContext http)
    {
        var subject = http.Request.Query["kasus"].ToString() is { Length: > 0 and <= 20 } given ? given.ToUpperInvariant() : null;
        var check = http.Request.Query.ContainsKey("periksa");
        await pages.ShowAsync<AuditPage>(http, pages.ContextOf(http), ("View", await queries.AuditAsync(http.Viewer(), PageIn(http), subject, check, http.RequestAborted)), ("Subject", subject));
    }
}
