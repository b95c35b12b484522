using System.Net;
using System.Text;
using Kentongan.Bot.Delivery;
using Telegram.Bot;

namespace Kentongan.Simulation.World;

/// <summary>Telegram as the product sees it: takes messages, is away for hours, knows who blocked the bot, asks to wait now and then.</summary>
internal sealed class AirTelegram(int seed) : HttpMessageHandler
{
    private const double Impatience = 0.0005;

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private int _last = 1000;

    public HashSet<long> Blocked { get; } = [];

    public bool IsAway { get; set; }

    public long Taken { get; private set; }

    public ITelegramBotClient Client() =>
        new TelegramBotClient(new TelegramBotClientOptions("1:simulation", "http://telegram.test") { RetryThreshold = 0 }, new HttpClient(this, disposeHandler: false));

    /// <summary>What a message to this chat would come to, without one.</summary>
    public Delivered Takes(long chat)
    {
        lock (_gate)
        {
            Taken += IsAway || Blocked.Contains(chat) ? 0 : 1;
            return IsAway ? new Delivered.Away() : Blocked.Contains(chat) ? new Delivered.Blocked() : new Delivered.Sent(++_last);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new HttpRequestException("Away.");
        }

        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var chat = Number(body, "\"chat_id\":"u8);
        lock (_gate)
        {
            if (Blocked.Contains(chat))
            {
                return Says(HttpStatusCode.Forbidden, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""");
            }

            if (_random.NextDouble() < Impatience)
            {
                return Says(HttpStatusCode.TooManyRequests, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}""");
            }

            Taken++;
            var message = Number(body, "\"message_id\":"u8) is > 0 and var edited ? edited : ++_last;
            return Says(HttpStatusCode.OK, $$"""{"ok":true,"result":{"message_id":{{message}},"date":1700000000,"chat":{"id":{{chat}},"type":"private"} } }""");
        }
    }

    private static long Number(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        var at = body.IndexOf(name);
        if (at < 0)
        {
            return 0;
        }

        long number = 0;
        foreach (var letter in body[(at + name.Length)..])
        {
            if (letter is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            number = (number * 10) + letter - '0';
        }

        return number;
    }

    private static HttpResponseMessage Says(HttpStatusCode code, string json) =>
        new(code) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
