using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kentongan.EndToEnd.Tests.Product.Strict;

/// <summary>
/// Stands between the bot and Telegram: refuses whatever the documentation does not allow, passes the rest on, and keeps a list of
/// every call, every violation and every refusal.
/// </summary>
internal sealed class StrictTelegram : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _behind;
    private readonly ConcurrentQueue<ApiCall> _calls = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    private StrictTelegram(Uri behind)
    {
        _behind = behind;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Map("/bot{token}/{method}", CallAsync);
        _app.Map("/file/{**path}", http => PassOnAsync(http, null, null));
    }

    public string Address => _app.Urls.First();

    public IReadOnlyList<ApiCall> Calls => [.. _calls];

    public IReadOnlyList<string> Violations => [.. _violations];

    public static async Task<StrictTelegram> BeforeAsync(Uri telegram)
    {
        var strict = new StrictTelegram(telegram);
        await strict._app.StartAsync();
        return strict;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task CallAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        body.Position = 0;
        http.Request.Body = body;
        ApiCall call;
        try
        {
            call = await ApiCall.ReadAsync(http.Request, (string)http.Request.RouteValues["method"]!, Stopwatch.GetTimestamp());
        }
        catch (JsonException)
        {
            await RefuseAsync(http, "the body is no JSON");
            return;
        }

        _calls.Enqueue(call);
        if (ApiSchema.Violations(call).ToList() is { Count: > 0 } wrong)
        {
            await RefuseAsync(http, $"{call.Method}: {string.Join("; ", wrong)}");
            return;
        }

        await PassOnAsync(http, call, body.ToArray());
        if (call.Status is >= 400 and < 500)
        {
            _violations.Enqueue($"{call.Method}: Telegram answers {call.Status} {call.Answer}");
        }
    }

    private Task RefuseAsync(HttpContext http, string why)
    {
        _violations.Enqueue(why);
        http.Response.StatusCode = 400;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(new { ok = false, error_code = 400, description = $"Bad Request: {why}" }));
    }

    private async Task PassOnAsync(HttpContext http, ApiCall? call, byte[]? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(_behind, http.Request.Path + http.Request.QueryString));
        if (body is { Length: > 0 })
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(http.Request.ContentType!);
        }

        try
        {
            using var answer = await _http.SendAsync(request, http.RequestAborted);
            var bytes = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
            if (call is not null)
            {
                (call.Status, call.Answer) = ((int)answer.StatusCode, answer.IsSuccessStatusCode ? "" : Encoding.UTF8.GetString(bytes));
            }

            http.Response.StatusCode = (int)answer.StatusCode;
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException or IOException)
        {
            http.Abort();
        }
    }
}
