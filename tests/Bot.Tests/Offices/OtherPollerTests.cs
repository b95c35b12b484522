using System.Net;
using System.Text;
using Kentongan.Bot.Configuration;
using Kentongan.Bot.Telegram;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>Somebody fetches updates beside us with the bot's token, and reads what residents write (threat-model 4, row 22).</summary>
public sealed class OtherPollerTests
{
    private const long Koordinator = 13;

    [Theory]
    [InlineData(TokenWatch.Patience - 1, false)] // a process that is just being replaced
    [InlineData(TokenWatch.Patience, true)]
    [InlineData(3 * TokenWatch.Patience, true)] // and once, not each time
    public async Task Coordinators_are_told_once_it_lasts_longer_than_a_restart(int refusals, bool told)
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("koordinator", Koordinator);
        using var thief = new Thief(refusals);
        using var http = new HttpClient(thief);
        var telegram = new TelegramBotClient(new TelegramBotClientOptions("1:sandbox", "http://telegram.test") { RetryThreshold = 0 }, http);
        using var polling = new Polling(
            telegram, office.Get<UpdatePump>(), office.Get<TokenWatch>(), office.Get<BotReadiness>(), office.Get<IOptions<TelegramOptions>>(), new NoWaiting(), NullLogger<Polling>.Instance);

        await polling.StartAsync(CancellationToken.None);
        await thief.Gone;
        await polling.StopAsync(CancellationToken.None);
        await office.DrainAsync();

        Assert.Equal(told ? 1 : 0, office.Telegram.Of(Koordinator).Count(bubble => bubble.Html.Contains("dipakai pihak lain", StringComparison.Ordinal)));
    }

    /// <summary>Is refused so many times, and then alone again.</summary>
    private sealed class Thief(int refusals) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _polls;

        public Task Gone => _gone.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var method = request.RequestUri!.Segments[^1];
            if (method != "getUpdates")
            {
                return Answer(HttpStatusCode.OK, method == "getWebhookInfo" ? """{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}""" : """{"ok":true,"result":true}""");
            }

            if (++_polls <= refusals)
            {
                return Answer(HttpStatusCode.Conflict, """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""");
            }

            _gone.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken); // a long poll in peace
            throw new OperationCanceledException(cancellationToken);
        }

        private static HttpResponseMessage Answer(HttpStatusCode code, string json) => new(code) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }

    /// <summary>Every wait is over at once.</summary>
    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
