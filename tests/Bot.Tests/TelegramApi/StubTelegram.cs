using System.Net;
using System.Text;
using Telegram.Bot;

namespace Kentongan.Bot.Tests.TelegramApi;

/// <summary>The far end of the wire: remembers what was asked and answers from a script, the last line of it for ever.</summary>
internal sealed class StubTelegram(params IEnumerable<Func<HttpResponseMessage>> script) : HttpMessageHandler
{
    public const string Token = "4242:AAcanary-token_x";

    public const string AMessage = """{"ok":true,"result":{"message_id":7,"date":1700000000,"chat":{"id":5,"type":"private"}}}""";

    private readonly Queue<Func<HttpResponseMessage>> _script = new(script);

    public List<Asked> Requests { get; } = [];

    public Asked Only => Assert.Single(Requests);

    public static Func<HttpResponseMessage> Says(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json") =>
        () => new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    public TelegramBotClient Client(int retryThreshold = 0, TimeProvider? time = null) =>
        new(
            new TelegramBotClientOptions(Token, "http://telegram.test:8081") { RetryThreshold = retryThreshold, Time = time ?? TimeProvider.System },
            new HttpClient(this));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        Requests.Add(new(request.Method, request.RequestUri!.AbsolutePath, request.Content?.Headers.ContentType?.ToString(), body));
        return (_script.Count > 1 ? _script.Dequeue() : _script.Peek())();
    }

    internal sealed record Asked(HttpMethod Method, string Path, string? ContentType, byte[] Body)
    {
        public string Text => Encoding.UTF8.GetString(Body);
    }
}
