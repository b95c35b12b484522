namespace Telegram.Bot.Wire;

/// <summary>The HTTP client of bots that bring none.</summary>
internal static class OwnHttp
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(100);

    public static HttpClient Create() =>
        new(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 64,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,

            // Without it the handler starts no activity either, whose tags would hold the address and with it the token.
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>Each request has a limit of its own, which HttpClient's single one would cut short for long polls.</summary>
    public static TimeSpan TakeOverTimeout(HttpClient? http)
    {
        if (http is null)
        {
            return UsualTimeout;
        }

        var limit = http.Timeout;
        try
        {
            http.Timeout = Timeout.InfiniteTimeSpan;
        }
        catch (InvalidOperationException)
        {
            // In use already, so its limit can no longer be changed.
        }

        return limit;
    }
}
