using Kentongan.Domain;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Web.SignIn;

/// <summary>The door: asking for a code, typing the digits, following the link, leaving.</summary>
internal sealed class SignInEndpoints(Pages pages, SignIns signIns, Sessions sessions, Committer committer, WebOptions options)
{
    public const string Throttle = "sign-in";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/masuk", AskAsync).AllowAnonymous().RequireRateLimiting(Throttle);
        routes.MapPost("/masuk", TypeAsync).AllowAnonymous().RequireRateLimiting(Throttle);
        routes.MapGet("/masuk/{tautan}", ConfirmAsync).AllowAnonymous().RequireRateLimiting(Throttle);
        routes.MapPost("/masuk/tautan", FollowAsync).AllowAnonymous().RequireRateLimiting(Throttle);
        routes.MapPost("/bahasa", SetLanguageAsync).AllowAnonymous().RequireRateLimiting(Throttle);
        routes.MapPost("/keluar", LeaveAsync);
        routes.MapGet("/sesi", SessionsAsync);
        routes.MapPost("/sesi", RevokeAsync);
    }

    private async Task AskAsync(HttpContext http)
    {
        var asked = await committer.CommitAsync(unit => Task.FromResult(signIns.Ask(unit)), http.RequestAborted);
        http.Response.Cookies.Append(WebCookies.Nonce(options), asked.Nonce, WebCookies.Make(options, SignIns.Validity));
        await pages.ShowAsync<SignInPage>(http, pages.ContextOf(http), ("Code", asked.Code), ("To", Inside(http.Request.Query["ke"])));
    }

    private async Task TypeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (digits, nonce, browser) = (form["angka"].ToString(), http.Request.Cookies[WebCookies.Nonce(options)], Browser(http));
        await EnterAsync(http, await committer.CommitAsync(unit => signIns.TypeDigitsAsync(unit, digits, nonce, browser, options), http.RequestAborted), form["ke"]);
    }

    private Task ConfirmAsync(HttpContext http) =>
        pages.ShowAsync<ConfirmPage>(http, pages.ContextOf(http), ("Link", http.Request.RouteValues["tautan"] as string ?? ""));

    private async Task FollowAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (link, nonce, browser) = (form["tautan"].ToString(), http.Request.Cookies[WebCookies.Nonce(options)], Browser(http));
        await EnterAsync(http, await committer.CommitAsync(unit => signIns.FollowLinkAsync(unit, link, nonce, browser, options), http.RequestAborted), null);
    }

    private Task EnterAsync(HttpContext http, Outcome<string> outcome, string? to)
    {
        if (outcome is not Outcome<string>.Done(var token))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            var context = pages.ContextOf(http);
            return pages.ShowAsync<SignInPage>(http, context with { Notice = new PageNotice(context.Phrases.SignInFailed, IsRefusal: true) });
        }

        http.Response.Cookies.Delete(WebCookies.Nonce(options), WebCookies.Make(options, null));
        http.Response.Cookies.Append(WebCookies.Session(options), token, WebCookies.Make(options, options.Session));
        http.Response.Redirect(Inside(to) ?? "/papan");
        return Task.CompletedTask;
    }

    private Task SetLanguageAsync(HttpContext http)
    {
        var form = http.Request.Form;
        http.Response.Cookies.Append(WebCookies.Language, form["bahasa"] == "en" ? "en" : "id", WebCookies.Make(options, TimeSpan.FromDays(365)));
        http.Response.Redirect(Inside(form["ke"]) ?? "/papan");
        return Task.CompletedTask;
    }

    private async Task LeaveAsync(HttpContext http)
    {
        await sessions.RevokeAsync(http.Session(), http.Session().Id, http.RequestAborted);
        http.Response.Cookies.Delete(WebCookies.Session(options), WebCookies.Make(options, null));
        http.Response.Redirect("/masuk");
    }

    private async Task SessionsAsync(HttpContext http) => await pages.ShowAsync<SessionsPage>(
        http, pages.ContextOf(http), ("Lines", await sessions.OfAsync(http.Session(), http.RequestAborted)));

    private async Task RevokeAsync(HttpContext http)
    {
        if (Guid.TryParse(http.Request.Form["sesi"], out var id))
        {
            await sessions.RevokeAsync(http.Session(), id, http.RequestAborted);
        }

        http.Response.Redirect("/sesi");
    }

    private static string Browser(HttpContext http) => BrowserName.From(http.Request.Headers.UserAgent);

    /// <summary>Only a path of ours: a way out of the house would help whoever sent the link. Browsers drop blanks and turn backslashes.</summary>
    internal static string? Inside(string? to) => to is ['/', not '/', ..] && to.Length < 500 && to.All(letter => letter is > ' ' and < '\x7f' and not '\\')
        && !to.StartsWith("/masuk", StringComparison.Ordinal) ? to : null;

    public static Task SayWaitAsync(HttpContext http)
    {
        var pages = http.RequestServices.GetRequiredService<Pages>();
        var context = pages.ContextOf(http);
        return pages.ShowAsync<SignInPage>(http, context with { Notice = new PageNotice(context.Phrases.TooMany, IsRefusal: true) });
    }
}
