using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>The one public address of several bot processes: hands each webhook call to all that are plugged in.</summary>
internal sealed class Switchboard : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private readonly ConcurrentDictionary<string, int> _rung = [];
    private int _calls;

    private Switchboard()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/{**path}", RingAsync);
    }

    public string Address => _app.Urls.First();

    /// <summary>Addresses of the processes; an update is taken when each of them has taken it.</summary>
    public IReadOnlyList<string> Plugged { get; set; } = [];

    /// <summary>Each update goes to one process, in turn, as behind a balancer.</summary>
    public bool InTurn { get; set; }

    /// <summary>How many updates each process took.</summary>
    public IReadOnlyCollection<int> Rung => [.. _rung.Values];

    public static async Task<Switchboard> StartAsync()
    {
        var board = new Switchboard();
        await board._app.StartAsync();
        return board;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private IEnumerable<string> Called() => InTurn && Plugged.Count > 0
        ? [Plugged[(int)((uint)Interlocked.Increment(ref _calls) % Plugged.Count)]]
        : Plugged;

    private async Task RingAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var answers = await Task.WhenAll(Called().Select(address => PassOnAsync(http.Request, address, body.ToArray())));
        http.Response.StatusCode = answers.Length > 0 && answers.All(answer => answer == HttpStatusCode.OK) ? 200 : 502;
    }

    private async Task<HttpStatusCode> PassOnAsync(HttpRequest call, string address, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address + call.Path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType ?? "application/json");
        const string Secret = "X-Telegram-Bot-Api-Secret-Token";
        request.Headers.TryAddWithoutValidation(Secret, call.Headers[Secret].ToString());
        try
        {
            using var answer = await _http.SendAsync(request);
            _rung.AddOrUpdate(address, 1, (_, count) => count + 1);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return HttpStatusCode.BadGateway;
        }
    }
}
