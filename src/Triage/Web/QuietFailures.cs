using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Web;

/// <summary>A page that breaks says nothing of what it held, neither to the reader nor to the log (threat-model 4, row 15).</summary>
internal sealed partial class QuietFailures(ILogger<QuietFailures> logger)
{
    public async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // the reader left
        }
#pragma warning disable CA1031 // the server would log whatever an exception quotes
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure.GetType().Name);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync("500");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page of the back office failed ({Error})")]
    private static partial void LogFailed(ILogger logger, string error);
}
