using System.Net.Http.Headers;

namespace Kentongan.Sandbox.Telegram;

/// <summary>
/// Posts updates to the bot's webhook: one chat strictly in order, chats in parallel up to the agreed number of connections.
/// What is not taken with a 2xx is tried again, waiting longer each time.
/// </summary>
internal sealed class Webhook(TelegramWorld world) : IAsyncDisposable
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private Delivery? _delivery;

    public WebhookTarget? Target { get; private set; }

    public WebhookError? LastError { get; private set; }

    public void Set(WebhookTarget? target)
    {
        lock (_gate)
        {
            _delivery?.Dispose();
            (Target, LastError) = (target, null);
            _delivery = target is null ? null : new Delivery(this, target);
            world.Updates.SetWebhook(_delivery is null ? null : _delivery.Add);
        }
    }

    public ValueTask DisposeAsync()
    {
        _delivery?.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <returns>Null where the bot took the update, otherwise what went wrong.</returns>
    private async Task<string?> PostAsync(WebhookTarget target, Update update, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address);
        request.Content = new ReadOnlyMemoryContent(JsonPiece.Write(update.Write));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (target.Secret is not null)
        {
            request.Headers.Add(SecretHeader, target.Secret);
        }

        try
        {
            using var response = await _http.SendAsync(request, ct);
            return response.IsSuccessStatusCode
                ? null
                : $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (HttpRequestException failure)
        {
            return failure.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Connection failed";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "Read timeout expired";
        }
    }

    /// <summary>The lanes of one setWebhook; a new one starts with lanes of its own.</summary>
    private sealed class Delivery(Webhook webhook, WebhookTarget target) : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly SemaphoreSlim _connections = new(target.MaxConnections);
        private readonly Dictionary<long, Queue<Update>> _lanes = [];

        /// <summary>Ends the lanes. What they still hold goes with them; nothing here owns a handle of the system.</summary>
        public void Dispose() => _stop.Cancel();

        public void Add(Update update)
        {
            lock (_gate)
            {
                if (_lanes.TryGetValue(update.ChatId, out var lane))
                {
                    lane.Enqueue(update);
                    return;
                }

                _lanes[update.ChatId] = new Queue<Update>([update]);
            }

            _ = Task.Run(() => RunLaneAsync(update.ChatId));
        }

        private async Task RunLaneAsync(long chatId)
        {
            try
            {
                while (Next(chatId) is { } update)
                {
                    await DeliverAsync(update);
                }
            }
            catch (OperationCanceledException)
            {
                // The webhook was replaced or the sandbox ends; what is undelivered stays in the queue of updates.
            }
        }

        private async Task DeliverAsync(Update update)
        {
            for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
            {
                await _connections.WaitAsync(_stop.Token);
                string? problem;
                try
                {
                    problem = await webhook.PostAsync(target, update, _stop.Token);
                }
                finally
                {
                    _connections.Release();
                }

                if (problem is null)
                {
                    webhook.Delivered(update);
                    return;
                }

                await webhook.WaitAfterAsync(problem, wait, _stop.Token);
            }
        }

        private Update? Next(long chatId)
        {
            lock (_gate)
            {
                if (_lanes[chatId].TryDequeue(out var update))
                {
                    return update;
                }

                _lanes.Remove(chatId);
                return null;
            }
        }
    }

    private void Delivered(Update update) => world.Updates.Delivered(update);

    private Task WaitAfterAsync(string problem, TimeSpan wait, CancellationToken ct)
    {
        // The timer first: who reads the error may move the clock and expects the wait to be over then.
        var waiting = Task.Delay(wait, world.Clock, ct);
        LastError = new WebhookError(world.Clock.GetUtcNow(), problem);
        return waiting;
    }
}

internal sealed record WebhookTarget(Uri Address, string? Secret, int MaxConnections);

internal sealed record WebhookError(DateTimeOffset At, string Message);
