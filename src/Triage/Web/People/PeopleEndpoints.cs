using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.People;

/// <summary>Who holds which seat: invitations, postings, duty times, leave, units; and one's own leave.</summary>
internal sealed class PeopleEndpoints(Pages pages, PeopleQueries queries, PeopleDesk people, PostingDesk postings)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/petugas", http => pages.ForReadersAsync(http, () => RosterAsync(http, null)));
        routes.MapPost("/petugas/undang", http => pages.ForCoordinatorsAsync(http, () => InviteAsync(http)));
        routes.MapPost("/petugas/lepas", http => pages.ForCoordinatorsAsync(http, () => RemoveAsync(http)));
        routes.MapGet("/petugas/wilayah", http => pages.ForReadersAsync(http, async () =>
            await pages.ShowAsync<UnitsPage>(http, pages.ContextOf(http), ("Units", await queries.UnitsAsync(http.RequestAborted)))));
        routes.MapPost("/petugas/wilayah", http => pages.ForCoordinatorsAsync(http, () => CoverAsync(http)));
        routes.MapGet("/petugas/{id:guid}", http => pages.ForReadersAsync(http, () => PersonAsync(http, null)));
        routes.MapPost("/petugas/{id:guid}/undangan", http => pages.ForCoordinatorsAsync(http, () => RenewAsync(http)));
        Post(routes, "cabut", (http, id, _) => people.RevokeAsync(http.Viewer(), id, http.RequestAborted));
        Post(routes, "jabatan", (http, id, form) => postings.AddAsync(
            http.Viewer(), id, form["kursi"].ToString(), CodeIn(form), form["wakil"] == "ya", http.RequestAborted));
        Post(routes, "jabatan/{jabatan:guid}", (http, id, form) => postings.SetAsync(
            http.Viewer(), id, PostingOf(http), form["wakil"] == "ya", Written(form["jam"]), DayIn(form["sampai"]), http.RequestAborted));
        Post(routes, "jabatan/{jabatan:guid}/akhiri", (http, id, _) => postings.EndAsync(http.Viewer(), id, PostingOf(http), http.RequestAborted));
        Post(routes, "cuti", LeaveAsync);
        Post(routes, "kembali", BackAsync);
        routes.MapGet("/cuti", OwnLeaveAsync);
        routes.MapPost("/saya/cuti", http => OwnAsync(http, LeaveAsync));
        routes.MapPost("/saya/kembali", http => OwnAsync(http, BackAsync));
    }

    /// <summary>A change about one person: done and back to their page, or a word on what was wrong.</summary>
    private void Post(IEndpointRouteBuilder routes, string path, Func<HttpContext, OfficerId, IFormCollection, Task<bool>> change) =>
        routes.MapPost("/petugas/{id:guid}/" + path, http => pages.ForCoordinatorsAsync(http, async () =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (await change(http, PersonOf(http), form))
            {
                http.Response.Redirect($"/petugas/{PersonOf(http).Value:N}?selesai");
                return;
            }

            await PersonAsync(http, null, wrong: true);
        }));

    private static async Task OwnAsync(HttpContext http, Func<HttpContext, OfficerId, IFormCollection, Task<bool>> change)
    {
        var done = await change(http, http.Viewer().Officer, await http.Request.ReadFormAsync(http.RequestAborted));
        http.Response.Redirect(done ? "/cuti?selesai" : "/cuti?salah");
    }

    private Task<bool> BackAsync(HttpContext http, OfficerId id, IFormCollection _) => postings.BackAsync(http.Viewer(), id, http.RequestAborted);

    private Task<bool> LeaveAsync(HttpContext http, OfficerId id, IFormCollection form) =>
        DayIn(form["dari"]) is { } from && int.TryParse(form["hari"], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? postings.LeaveAsync(http.Viewer(), id, from, days, Guid.TryParse(form["pengganti"], out var other) ? new OfficerId(other) : null, http.RequestAborted)
            : Task.FromResult(false);

    private async Task OwnLeaveAsync(HttpContext http)
    {
        var (absence, standIns) = await queries.LeaveOfAsync(http.Viewer().Officer, http.RequestAborted);
        await pages.ShowAsync<LeavePage>(http, pages.ContextOf(http, pages.NoticeOf(http)), ("Absence", absence), ("StandIns", standIns));
    }

    private async Task RosterAsync(HttpContext http, string? link, PageNotice? notice = null) => await pages.ShowAsync<RosterPage>(
        http, pages.ContextOf(http, notice ?? pages.NoticeOf(http)), ("All", await queries.AllAsync(http.Viewer(), http.RequestAborted)), ("Link", link),
        ("Only", http.Request.Query["hanya"].ToString() is RosterPage.Unreachable or RosterPage.Empty ? http.Request.Query["hanya"].ToString() : null));

    private async Task PersonAsync(HttpContext http, string? link, bool wrong = false)
    {
        if (await queries.FindAsync(http.Viewer(), PersonOf(http), http.RequestAborted) is not { } view)
        {
            await pages.NothingAsync(http, "officer");
            return;
        }

        if (wrong)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        var notice = wrong ? new PageNotice(pages.ContextOf(http).Phrases.ChangeWrong, IsRefusal: true) : pages.NoticeOf(http);
        await pages.ShowAsync<PersonPage>(http, pages.ContextOf(http, notice), ("View", view), ("Link", link));
    }

    /// <summary>A form that is answered by a page: the link is shown once and stands nowhere after.</summary>
    private async Task InviteAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await people.InviteAsync(http.Viewer(), form["nama"].ToString(), form["kursi"].ToString(), CodeIn(form), form["wakil"] == "ya", http.RequestAborted) is not { } link)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await RosterAsync(http, null, new PageNotice(pages.ContextOf(http).Phrases.InviteWrong, IsRefusal: true));
            return;
        }

        await RosterAsync(http, link);
    }

    private async Task RenewAsync(HttpContext http)
    {
        var link = await people.RenewAsync(http.Viewer(), PersonOf(http), http.RequestAborted);
        await PersonAsync(http, link, wrong: link is null);
    }

    private async Task RemoveAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["id"], out var id) || !await people.RemoveAsync(http.Viewer(), new OfficerId(id), http.RequestAborted))
        {
            await pages.NothingAsync(http, "officer");
            return;
        }

        http.Response.Redirect("/petugas?selesai");
    }

    private async Task CoverAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var done = form["dari"].ToString() is { Length: > 0 and <= 8 } home && form["ke"].ToString() is { Length: > 0 and <= 8 } covers
            && await postings.CoverAsync(http.Viewer(), form["kursi"].ToString(), new KecamatanCode(home), new KecamatanCode(covers), form["tindakan"] == "cakup", http.RequestAborted);
        http.Response.Redirect(done ? "/petugas/wilayah?selesai" : "/petugas/wilayah?salah");
    }

    private static OfficerId PersonOf(HttpContext http) => new(Guid.Parse((string)http.Request.RouteValues["id"]!));

    private static Guid PostingOf(HttpContext http) => Guid.Parse((string)http.Request.RouteValues["jabatan"]!);

    private static KecamatanCode? CodeIn(IFormCollection form) => form["kecamatan"].ToString() is { Length: > 0 and <= 8 } code ? new KecamatanCode(code) : null;

    private static DateOnly? DayIn(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
