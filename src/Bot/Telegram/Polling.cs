using System.Data.Common;
using System.Net;
using Kentongan.Bot.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Kentongan.Bot.Telegram;

/// <summary>
/// Long polling. The offset moves only past updates that are done with; while some are still at work, polling goes on from the oldest of
/// them, so that a slow one holds nobody up and a crash loses none.
/// </summary>
internal sealed partial class Polling(
    ITelegramBotClient telegram, UpdatePump pump, TokenWatch tokens, BotReadiness readiness, IOptions<TelegramOptions> options, TimeProvider time, ILogger<Polling> logger) : BackgroundService
{
    /// <summary>Telegram gives no more at once.</summary>
    private const int FullBatch = 100;
    private const int Tries = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly SortedDictionary<int, Task> _open = [];
    private int? _offset;
    private int _unread; // answers in a row that were no JSON
    private int _oneByOne; // polls for a single update that are left

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (failures, conflicts) = (0, 0);
        await ForgetWebhookAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PollAsync(stoppingToken);
                failures = conflicts = 0;
                readiness.Polled(time.GetUtcNow());
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (ApiRequestException conflict) when (conflict.ErrorCode == 409)
            {
                LogConflict(logger);
                await AnswerConflictAsync(++conflicts, stoppingToken);
                await Task.Delay(TimeSpan.FromSeconds(3), time, stoppingToken);
            }
            catch (ApiRequestException unauthorized) when (unauthorized.ErrorCode is 401 or 404)
            {
                LogUnauthorized(logger);
                await Task.Delay(LongestPause, time, stoppingToken);
            }
            catch (ApiRequestException throttled) when (throttled.Parameters?.RetryAfter is > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(throttled.Parameters.RetryAfter.Value), time, stoppingToken);
            }
            catch (RequestException away)
            {
                await SkipUnreadableAsync(away, stoppingToken);
                var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures++, 5)) / 2));
                if (failures == 1)
                {
                    LogAway(logger);
                }

                await Task.Delay(pause, time, stoppingToken);
            }
        }
    }

    /// <summary>A webhook that was left behind, or set by somebody else, would keep every update from us.</summary>
    private async Task ForgetWebhookAsync(CancellationToken ct)
    {
        try
        {
            await tokens.ClearAsync(ct);
        }
        catch (Exception away) when (away is RequestException or DbException or DbUpdateException)
        {
            // polling says what is wrong, and tries again
        }
    }

    /// <summary>Either a webhook has been set meanwhile, or somebody else polls.</summary>
    private async Task AnswerConflictAsync(int inARow, CancellationToken ct)
    {
        await ForgetWebhookAsync(ct);
        try
        {
            if (inARow >= TokenWatch.Patience)
            {
                await tokens.AlarmAsync(ct);
            }
        }
        catch (Exception away) when (away is DbException or DbUpdateException)
        {
            // the next conflict tries again
        }
    }

    private async Task PollAsync(CancellationToken ct)
    {
        Settle();
        var updates = await telegram.GetUpdates(
            _open.Count > 0 ? _open.Keys.First() : _offset,
            limit: _oneByOne > 0 ? 1 : FullBatch,
            timeout: _open.Count > 0 ? 0 : options.Value.PollSeconds,
            allowedUpdates: UpdateReading.Wanted,
            cancellationToken: ct);

        (_unread, _oneByOne) = (0, Math.Max(0, _oneByOne - 1));
        var fresh = updates.Where(update => !_open.ContainsKey(update.Id)).ToList(); // ids may begin anew after a quiet week
        foreach (Update update in fresh)
        {
            _open.Add(update.Id, pump.HandleAsync(update, ct));
            _offset = update.Id + 1;
        }

        if (_open.Count > 0)
        {
            // Behind a full batch more is waiting: it is fetched when the older half is done, so that the writer never runs dry.
            var enough = updates.Length < FullBatch ? _open.Values : _open.Values.Take(FullBatch / 2);
            await Task.WhenAny(Task.WhenAll(enough), Task.Delay(Patience, time, ct));
            Settle();
        }
    }

    /// <summary>
    /// An answer that is no JSON holds an update that never will be: asked for one at a time, the others come through. Where the one at the
    /// head stays unreadable while Telegram answers everything else, it is noted and passed over.
    /// </summary>
    private async Task SkipUnreadableAsync(RequestException failure, CancellationToken ct)
    {
        if (failure.HttpStatusCode != HttpStatusCode.OK)
        {
            return;
        }

        _oneByOne = FullBatch;
        if (_open.Count > 0 || ++_unread <= Tries || _offset is not { } unreadable)
        {
            return;
        }

        try
        {
            await telegram.GetMe(cancellationToken: ct); // it is not the line
            await pump.PassOverUnreadAsync(unreadable, ct);
            (_offset, _unread) = (unreadable + 1, 0);
        }
        catch (Exception away) when (away is RequestException or DbException or DbUpdateException)
        {
            // nothing is passed over while Telegram or the store is away
        }
    }

    /// <summary>Forgets the done ones at the head; what is left is confirmed only when its turn comes.</summary>
    private void Settle()
    {
        while (_open.Count > 0 && _open.First() is { Value.IsCompleted: true } done)
        {
            _open.Remove(done.Key);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached; trying again. Nothing is lost")]
    private static partial void LogAway(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram says that another program polls with this token, or a webhook is set. Stop the other program")]
    private static partial void LogConflict(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refuses the token. Set Telegram:Token to the one that BotFather shows now")]
    private static partial void LogUnauthorized(ILogger logger);
}
