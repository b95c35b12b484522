using System.Diagnostics.CodeAnalysis;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Telemetry;
using Kentongan.Triage.Web.Phrases;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kentongan.Triage.Web.Frame;

/// <summary>Renders a component as the answer to a request. Pages are plain documents: no circuit, no state on the server.</summary>
public sealed class Pages(Jurisdiction jurisdiction, TimeProvider time, Committer committer, AuditLog audit)
{
    public PageContext ContextOf(HttpContext http, PageNotice? notice = null) => new(
        http.Features.Get<OpenSession>()?.Viewer,
        OfficeWords.For(http.Request.Cookies[WebCookies.Language]),
        jurisdiction,
        time.GetUtcNow(),
        HttpMethods.IsPost(http.Request.Method) ? BehindForm(http.Request.Path) : http.Request.GetEncodedPathAndQuery(),
        notice)
    {
        KeysOff = http.Request.Cookies[WebCookies.Keys] == WebCookies.Off,
    };

    /// <summary>The page that a form stood on: where it was sent to shows nothing by itself.</summary>
    private static string BehindForm(PathString path)
    {
        var parts = path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["kasus", var number, ..] ? $"/kasus/{number}" : parts is [var first, ..] ? $"/{first}" : "/papan";
    }

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Every endpoint holds the instance and calls it beside the others.")]
    public Task ShowAsync<TPage>(HttpContext http, PageContext context, params ReadOnlySpan<(string Name, object? Value)> more)
        where TPage : IComponent
    {
        if (context.Viewer is not { SeesAll: true }) // what these look at would tell whoever reads metrics of an accusation (policy 5.4)
        {
            http.Features.Get<Signals.Span>()?.Is(typeof(TPage));
        }

        var values = new Dictionary<string, object?> { ["Page"] = context };
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        return new RazorComponentResult<TPage>(values) { PreventStreamingRendering = true }.ExecuteAsync(http);
    }

    /// <summary>What a redirect brought along: done, or not.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Every endpoint holds the instance and calls it beside the others.")]
    public PageNotice? NoticeOf(HttpContext http) => http.Request.Query switch
    {
        var query when query.ContainsKey("selesai") => new PageNotice(OfficeWords.For(http.Request.Cookies[WebCookies.Language]).Done, IsRefusal: false),
        var query when query.ContainsKey("salah") => new PageNotice(OfficeWords.For(http.Request.Cookies[WebCookies.Language]).ChangeWrong, IsRefusal: true),
        _ => null,
    };

    /// <summary>For coordinators and auditors; nothing for anybody else.</summary>
    public Task ForReadersAsync(HttpContext http, Func<Task> show) =>
        http.Viewer() is { IsCoordinator: false, IsAuditor: false } ? NothingAsync(http, "page") : show();

    /// <summary>For coordinators: an auditor changes nothing here either (policy 2, roles).</summary>
    public Task ForCoordinatorsAsync(HttpContext http, Func<Task> change) => http.Viewer().IsCoordinator ? change() : NothingAsync(http, "page");

    /// <summary>What is not there and what is not for this viewer look the same, and asking for it is audited (threat-model 5).</summary>
    /// <param name="what">A machine word: <c>case</c>, <c>page</c>, <c>form</c>.</param>
    public async Task NothingAsync(HttpContext http, string what)
    {
        var officer = http.Features.Get<OpenSession>()?.Viewer.Officer;
        await committer.CommitAsync(unit => audit.AppendAsync(unit, officer, AuditedDeed.NotFound, what), http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        await ShowAsync<NothingPage>(http, ContextOf(http));
    }
}
