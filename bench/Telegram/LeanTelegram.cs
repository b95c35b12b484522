using System.Diagnostics;
using System.Text;

namespace Kentongan.Bench.Telegram;

/// <summary>What the bot said to one chat.</summary>
internal delegate void Said(long chat, int message, ReadOnlySpan<byte> body);

/// <summary>The part of the Bot API that the product calls under load, in this process, with as little work as will do.</summary>
internal sealed class LeanTelegram : IDisposable
{
    public const string Token = "1:benchbench";

    private static readonly byte[] True = HttpDoor.Response("""{"ok":true,"result":true}""");
    private static readonly byte[] Me = HttpDoor.Response("""{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}""");
    private static readonly byte[] NoHook = HttpDoor.Response("""{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}""");

    private readonly HttpDoor _door;
    private WebhookCalls? _hook;
    private int _messages;
    private long _sends;
    private long _firstPoll;

    public LeanTelegram() => _door = new HttpDoor(AnswerAsync);

    public string Address => $"http://127.0.0.1:{_door.Port}";

    public UpdateQueue Updates { get; } = new();

    public Said? Said { get; set; }

    /// <summary>Null where nothing is limited.</summary>
    public FloodLimits? Limits { get; set; }

    /// <summary>Messages and edits that were let through.</summary>
    public long Sends => Interlocked.Read(ref _sends);

    /// <summary>Timestamp of the first poll since <see cref="ForgetPolls"/>; 0 before it.</summary>
    public long FirstPoll => Interlocked.Read(ref _firstPoll);

    public bool IsHooked => _hook is not null;

    public void ForgetPolls() => Interlocked.Exchange(ref _firstPoll, 0);

    public void Dispose()
    {
        _hook?.Dispose();
        _door.Dispose();
    }

    private ValueTask<byte[]> AnswerAsync(ReadOnlyMemory<byte> method, ReadOnlyMemory<byte> memory)
    {
        var name = method.Span;
        var body = memory.Span;
        if (name.SequenceEqual("sendMessage"u8) || name.SequenceEqual("editMessageText"u8) || name.SequenceEqual("editMessageReplyMarkup"u8))
        {
            return new(Say(body));
        }

        if (name.SequenceEqual("getUpdates"u8))
        {
            Interlocked.CompareExchange(ref _firstPoll, Stopwatch.GetTimestamp(), 0);
            return Updates.TakeAsync(
                BotCall.Number(body, "\"offset\":"u8), (int)BotCall.Number(body, "\"limit\":"u8), (int)BotCall.Number(body, "\"timeout\":"u8));
        }

        if (name.SequenceEqual("setWebhook"u8))
        {
            var url = BotCall.After(body, "\"url\":\""u8) ?? throw new InvalidOperationException("A webhook without an address.");
            _hook?.Dispose();
            _hook = new WebhookCalls(new Uri(url), BotCall.After(body, "\"secret_token\":\""u8) ?? "", connections: 40);
            Updates.Push = _hook.Push;
            return new(True);
        }

        if (name.SequenceEqual("deleteWebhook"u8))
        {
            _hook?.Dispose();
            (_hook, Updates.Push) = (null, null);
        }

        return new(name.SequenceEqual("getMe"u8) ? Me : name.SequenceEqual("getWebhookInfo"u8) ? NoHook : True);
    }

    private byte[] Say(ReadOnlySpan<byte> body)
    {
        var chat = BotCall.Number(body, "\"chat_id\":"u8);
        if (Limits?.Check(chat, Stopwatch.GetElapsedTime(0).Ticks) is > 0 and var wait)
        {
            return HttpDoor.Response(
                $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{wait}}}","parameters":{"retry_after":{{{wait}}}}}""",
                "429 Too Many Requests");
        }

        var edited = (int)BotCall.Number(body, "\"message_id\":"u8);
        var message = edited > 0 ? edited : Interlocked.Increment(ref _messages);
        Interlocked.Increment(ref _sends);
        Said?.Invoke(chat, message, body);
        return Sent(chat, message);
    }

    private static byte[] Sent(long chat, int message)
    {
        Span<byte> json = stackalloc byte[192];
        Encoding.UTF8.TryGetBytes(
            $"{{\"ok\":true,\"result\":{{\"message_id\":{message},\"date\":1750000000,\"chat\":{{\"id\":{chat},\"type\":\"private\"}}}}}}", json, out var length);
        Span<byte> head = stackalloc byte[96];
        Encoding.UTF8.TryGetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n", head, out var start);
        var response = new byte[start + length];
        head[..start].CopyTo(response);
        json[..length].CopyTo(response.AsSpan(start));
        return response;
    }
}
