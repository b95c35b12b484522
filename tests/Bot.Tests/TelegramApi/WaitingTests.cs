using System.Net;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Kentongan.Bot.Tests.TelegramApi;

public sealed class WaitingTests
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(100);

    private readonly SteppedClock _clock = new();

    [Fact]
    public async Task An_answer_that_does_not_come_is_not_waited_for_for_ever()
    {
        using var silence = new Silence();
        var asking = Bot(silence).SendMessage(5, "canary");

        _clock.Advance(Usual);
        var failure = await Assert.ThrowsAsync<RequestException>(() => asking);

        Assert.Equal("Telegram at api.telegram.org:443 did not answer in time.", failure.Message);
        Assert.DoesNotContain(StubTelegram.Token, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_poll_has_its_own_time_on_top()
    {
        using var silence = new Silence();
        var polling = Bot(silence).GetUpdates(timeout: 50);

        _clock.Advance(TimeSpan.FromSeconds(149));
        Assert.False(polling.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<RequestException>(() => polling);
    }

    [Fact]
    public async Task The_limit_can_be_set_and_a_given_clients_limit_is_taken_over()
    {
        using var silence = new Silence();
        using var http = new HttpClient(silence) { Timeout = TimeSpan.FromSeconds(7) };
        var bot = new TelegramBotClient(Options(), http);
        Assert.Equal((TimeSpan.FromSeconds(7), Timeout.InfiniteTimeSpan), (bot.Timeout, http.Timeout));

        bot.Timeout = TimeSpan.FromSeconds(2);
        var asking = bot.GetMe();
        _clock.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<RequestException>(() => asking);
    }

    [Fact]
    public async Task Who_cancels_gets_a_cancellation()
    {
        using var silence = new Silence();
        using var mine = new CancellationTokenSource();
        using var all = new CancellationTokenSource();
        var first = Bot(silence).GetMe(mine.Token);
        var second = new TelegramBotClient(Options(), new HttpClient(silence), all.Token).GetMe();

        await mine.CancelAsync();
        await all.CancelAsync();

        Assert.Equal(mine.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => first)).CancellationToken);
        Assert.Equal(all.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => second)).CancellationToken);
    }

    [Fact]
    public async Task Waiting_is_left_to_the_caller_where_the_threshold_is_0()
    {
        using var telegram = new StubTelegram(TooMany(1), StubTelegram.Says(StubTelegram.AMessage));

        await Assert.ThrowsAsync<ApiRequestException>(() => telegram.Client(retryThreshold: 0).SendMessage(5, "x"));

        Assert.Single(telegram.Requests);
    }

    [Fact]
    public async Task A_wait_within_the_threshold_is_waited()
    {
        using var telegram = new StubTelegram(TooMany(20), StubTelegram.Says(StubTelegram.AMessage));

        var sending = telegram.Client(retryThreshold: 20, time: _clock).SendMessage(5, "x");
        _clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Single(telegram.Requests);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await sending;

        Assert.Equal(2, telegram.Requests.Count);
        Assert.Equal(telegram.Requests[0].Text, telegram.Requests[1].Text);
    }

    [Fact]
    public async Task A_wait_past_the_threshold_or_a_third_refusal_is_told()
    {
        using var slow = new StubTelegram(TooMany(21));
        using var stubborn = new StubTelegram(TooMany(1));

        await Assert.ThrowsAsync<ApiRequestException>(() => slow.Client(retryThreshold: 20, time: _clock).SendMessage(5, "x"));
        var sending = stubborn.Client(retryThreshold: 20, time: _clock).SendMessage(5, "x");
        _clock.Advance(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ApiRequestException>(() => sending);

        Assert.Single(slow.Requests);
        Assert.Equal(3, stubborn.Requests.Count);
    }

    private static Func<HttpResponseMessage> TooMany(int seconds) => StubTelegram.Says(
        $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":{{{seconds}}}}}""",
        HttpStatusCode.TooManyRequests);

    private TelegramBotClientOptions Options() => new(StubTelegram.Token) { RetryThreshold = 0, Time = _clock };

    private TelegramBotClient Bot(HttpMessageHandler handler) => new(Options(), new HttpClient(handler));

    /// <summary>A server that takes a request and never answers.</summary>
    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new System.Diagnostics.UnreachableException();
        }
    }
}
