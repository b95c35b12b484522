using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Office;

/// <summary>What coordinators look after, and auditors look at: people, jobs, the log, the machine, programmes, the calendar.</summary>
internal sealed class OfficeEndpoints(Pages pages, OfficeQueries queries, OfficeDesk desk, Calendars calendars)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/petugas", http => ReadAsync(http, () => RosterAsync(http, null)));
        routes.MapPost("/petugas/undang", http => ChangeAsync(http, () => InviteAsync(http)));
        routes.MapPost("/petugas/lepas", http => ChangeAsync(http, () => RemoveAsync(http)));
        routes.MapGet("/pekerjaan", http => ReadAsync(http, async () =>
            await pages.ShowAsync<JobsPage>(http, pages.ContextOf(http), ("Jobs", await queries.JobsAsync(http.Viewer(), http.RequestAborted)), ("CanRun", desk.RunsJobs))));
        routes.MapPost("/pekerjaan", http => ChangeAsync(http, () => RunAsync(http)));
        routes.MapGet("/audit", http => ReadAsync(http, () => AuditAsync(http)));
        routes.MapGet("/sistem", http => ReadAsync(http, async () =>
            await pages.ShowAsync<HealthPage>(http, pages.ContextOf(http), ("Checks", await queries.HealthAsync(http.Viewer(), http.RequestAborted)))));
        routes.MapGet("/program", http => ReadAsync(http, () => pages.ShowAsync<ProgrammesPage>(http, pages.ContextOf(http))));
        routes.MapGet("/kalender", http => ReadAsync(http, () => pages.ShowAsync<CalendarPage>(http, pages.ContextOf(http), ("Calendar", calendars.Read()))));
    }

    private async Task ReadAsync(HttpContext http, Func<Task> show)
    {
        if (http.Viewer() is { IsCoordinator: false, IsAuditor: false })
        {
            await pages.NothingAsync(http, "page");
            return;
        }

        await show();
    }

    /// <summary>An auditor changes nothing here either.</summary>
    private async Task ChangeAsync(HttpContext http, Func<Task> change)
    {
        if (!http.Viewer().IsCoordinator)
        {
            await pages.NothingAsync(http, "page");
            return;
        }

        await change();
    }

    private async Task RosterAsync(HttpContext http, string? link, PageNotice? notice = null) => await pages.ShowAsync<RosterPage>(
        http, pages.ContextOf(http, notice), ("Lines", await queries.RosterAsync(http.RequestAborted)), ("Link", link));

    /// <summary>The one page that answers a form itself: the link is shown once and stands nowhere after.</summary>
    private async Task InviteAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var kecamatan = form["kecamatan"].ToString() is { Length: > 0 and <= 8 } code ? new KecamatanCode(code) : (KecamatanCode?)null;
        var words = pages.ContextOf(http).Phrases;
        if (await desk.InviteAsync(http.Viewer(), form["nama"].ToString(), form["kursi"].ToString(), kecamatan, form["wakil"] == "ya", http.RequestAborted) is not { } link)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await RosterAsync(http, null, new PageNotice(words.InviteWrong, IsRefusal: true));
            return;
        }

        await RosterAsync(http, link);
    }

    private async Task RemoveAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["id"], out var id) || !await desk.RemoveAsync(http.Viewer(), new OfficerId(id), http.RequestAborted))
        {
            await pages.NothingAsync(http, "officer");
            return;
        }

        http.Response.Redirect("/petugas");
    }

    private async Task RunAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!await desk.RunAsync(http.Viewer(), form["pekerjaan"].ToString(), http.RequestAborted))
        {
            await pages.NothingAsync(http, "job");
            return;
        }

        http.Response.Redirect("/pekerjaan");
    }

    private async Task AuditAsync(HttpContext http)
    {
        var page = int.TryParse(http.Request.Query["hal"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var subject = http.Request.Query["kasus"].ToString() is { Length: > 0 and <= 20 } given ? given.ToUpperInvariant() : null;
        var check = http.Request.Query.ContainsKey("periksa");
        await pages.ShowAsync<AuditPage>(http, pages.ContextOf(http), ("View", await queries.AuditAsync(http.Viewer(), page, subject, check, http.RequestAborted)), ("Subject", subject));
    }
}
