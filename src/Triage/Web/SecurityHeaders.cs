using Microsoft.AspNetCore.Http;

namespace Kentongan.Triage.Web;

/// <summary>What every answer of the back office says to the browser (threat-model 5): nothing from elsewhere, nothing kept, nobody frames us.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>
    /// The framework adds words of its own on the way; only our assets, whose address holds a hash, may be kept. Last of all, since the framework
    /// warns in the log of each page whose word about keeping it replaces.
    /// </summary>
    private static Task Tidy(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.Remove("blazor-enhanced-nav");
        headers.Remove("Pragma");
        if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.OnStarting(Tidy, http.Response);
        return next(http);
    }
}
