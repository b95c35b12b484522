using System.Security.Claims;
using System.Text.Encodings.Web;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Web.SignIn;

/// <summary>Turns the cookie into a viewer. Who is not signed in is led to the door; who may not, is told that there is nothing.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> monitor, ILoggerFactory loggers, UrlEncoder encoder, Sessions sessions, WebOptions options)
    : AuthenticationHandler<AuthenticationSchemeOptions>(monitor, loggers, encoder)
{
    public const string Name = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[WebCookies.Session(options)] is not { Length: > 0 } token
            || await sessions.FindAsync(token, Context.RequestAborted) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(session);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Viewer.Officer.Value.ToString("N"))], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!HttpMethods.IsGet(Request.Method) && !Request.HasFormContentType)
        {
            Response.StatusCode = StatusCodes.Status404NotFound; // no browser sends that: a machine that guesses, such as at the webhook
            return Task.CompletedTask;
        }

        Response.Redirect(HttpMethods.IsGet(Request.Method) && Request.Path != "/"
            ? "/masuk?ke=" + Uri.EscapeDataString(Request.Path + Request.QueryString)
            : "/masuk");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>The viewer of a request behind the door.</summary>
internal static class RequestViewer
{
    public static OpenSession Session(this HttpContext http) => http.Features.GetRequiredFeature<OpenSession>();

    public static Viewer Viewer(this HttpContext http) => http.Session().Viewer;
}
