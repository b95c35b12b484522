namespace Kentongan.Sandbox;

/// <summary>Lets in only this machine's own pages and programs: a web page elsewhere must not press buttons here.</summary>
internal static class OwnHouse
{
    public static Task Guard(HttpContext http, RequestDelegate next)
    {
        var host = http.Request.Host;
        var ours = host.Host is "127.0.0.1" or "localhost" or "[::1]";
        var origin = http.Request.Headers.Origin.ToString();
        var stranger = origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == host.Value);
        if (ours && !stranger)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
