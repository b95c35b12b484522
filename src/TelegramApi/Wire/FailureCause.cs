using System.Net.Sockets;

namespace Telegram.Bot.Wire;

/// <summary>Why an exchange failed, told by codes and types alone.</summary>
internal static class FailureCause
{
    public static string Of(Exception failure)
    {
        var causes = new List<string>();
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            causes.Add(cause switch
            {
                SocketException socket => socket.SocketErrorCode.ToString(),
                HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
                HttpIOException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
                _ => cause.GetType().Name,
            });
        }

        return string.Join(", ", causes.Distinct());
    }
}
