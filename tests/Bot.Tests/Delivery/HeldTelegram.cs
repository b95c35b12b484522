using System.Collections.Concurrent;
using Kentongan.Bot.Tests.TelegramApi;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>Takes every call, remembers it, and answers none before it is told to.</summary>
internal sealed class HeldTelegram : HttpMessageHandler
{
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<(string Method, string Body)> _heard = [];
    private int _calls, _throttled;

    public Task Called => _called.Task;

    public int Calls => Volatile.Read(ref _calls);

    public IReadOnlyCollection<(string Method, string Body)> Heard => _heard;

    /// <summary>The first message is not taken: Telegram asks to wait, for no time at all.</summary>
    public void Throttle() => Volatile.Write(ref _throttled, 1);

    public void Answer() => _answer.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _heard.Enqueue((request.RequestUri!.Segments[^1], request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : ""));
        Interlocked.Increment(ref _calls);
        _called.TrySetResult();
        await _answer.Task.WaitAsync(cancellationToken);
        if (request.RequestUri!.Segments[^1] == "sendMessage" && Interlocked.Exchange(ref _throttled, 0) == 1)
        {
            return StubTelegram.Says("""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 0","parameters":{"retry_after":0}}""", System.Net.HttpStatusCode.TooManyRequests)();
        }

        return StubTelegram.Says(StubTelegram.AMessage)();
    }
}
