using System.Collections.Concurrent;
using Kentongan.Bot.Conversations;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Kentongan.Bot.Telegram;

/// <summary>
/// Lanes: the updates of one chat strictly in order, chats beside each other. An update is done when its effects are committed, or when it
/// has failed three times; then it is noted without its content and passed over, so that it blocks nobody.
/// </summary>
internal sealed partial class UpdatePump(
    TurnRunner turns, EvidenceFetching evidence, ITelegramBotClient telegram, ChatTraces traces, Committer committer, TimeProvider time, ILogger<UpdatePump> logger)
{
    private const int Tries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Queue<Work>> _lanes = [];
    private readonly ConcurrentDictionary<long, Task> _running = new();

    /// <summary>Completes when the update is done with. The same update given twice while it runs is one update.</summary>
    public Task HandleAsync(Update update, CancellationToken ct)
    {
        if (_running.TryGetValue(update.Id, out var running))
        {
            return running;
        }

        var incoming = UpdateReading.Read(update);
        var work = new Work(incoming, update.Type);
        running = _running.GetOrAdd(update.Id, work.Done.Task);
        if (running != work.Done.Task)
        {
            return running;
        }

        if (incoming.Seen is { } message)
        {
            traces.Add(incoming.Chat, message, sent: incoming.Callback is null);
        }

        lock (_gate)
        {
            if (_lanes.TryGetValue(incoming.Chat, out var lane))
            {
                lane.Enqueue(work);
                return work.Done.Task;
            }

            _lanes.Add(incoming.Chat, new Queue<Work>([work]));
        }

        _ = Task.Run(() => DrainAsync(incoming.Chat, ct), CancellationToken.None);
        return work.Done.Task;
    }

    private async Task DrainAsync(long chat, CancellationToken ct)
    {
        while (true)
        {
            Work work;
            lock (_gate)
            {
                if (_lanes[chat].Count == 0)
                {
                    _lanes.Remove(chat);
                    return;
                }

                work = _lanes[chat].Dequeue();
            }

            try
            {
                await RunAsync(work, ct);
                _running.TryRemove(work.Incoming.UpdateId, out _);
                work.Done.TrySetResult();
            }
            catch (OperationCanceledException)
            {
                _running.TryRemove(work.Incoming.UpdateId, out _);
                work.Done.TrySetCanceled(CancellationToken.None); // not confirmed: it comes again
            }
        }
    }

    private async Task RunAsync(Work work, CancellationToken ct)
    {
        var incoming = work.Incoming;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (work.Kind == UpdateType.Unknown)
                {
                    await PassOverUnreadAsync((int)incoming.UpdateId, ct); // or of a kind that we did not ask for
                    return;
                }

                var answer = await turns.RunAsync(incoming, evidence.FetchAsync, ct);
                _ = AnswerTapAsync(incoming, answer); // beside what comes next: the update is done with when its effects are on disk
                return;
            }
#pragma warning disable CA1031 // the pump outlives whatever an update does
            catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
#pragma warning restore CA1031
            {
                if (IsOutage(failure))
                {
                    attempt = Math.Min(attempt, Tries - 1); // the store or Telegram is away: that is not the update's fault
                    await Task.Delay(Pause(failure, attempt), time, ct);
                }
                else if (attempt >= Tries && await TryPassOverAsync(work, failure, ct))
                {
                    _ = AnswerTapAsync(incoming, new TurnAnswer(null));
                    return;
                }
            }
        }
    }

    private static bool IsOutage(Exception failure) => failure switch
    {
        ApiRequestException api => api.ErrorCode is 429 or >= 500,
        RequestException => true,
        DbUpdateException { InnerException: System.Data.Common.DbException { IsTransient: true } } => true,
        Npgsql.NpgsqlException db => db.IsTransient || db.SqlState is null,
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } => true, // busy, locked, I/O, full, cannot open
        _ => false,
    };

    private static TimeSpan Pause(Exception failure, int attempt) => failure is ApiRequestException { Parameters.RetryAfter: { } seconds }
        ? TimeSpan.FromSeconds(seconds)
        : TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 250 * Math.Pow(2, attempt)));

    /// <returns>False where the store is away too: the lane goes on trying rather than losing its place.</returns>
    private async Task<bool> TryPassOverAsync(Work work, Exception failure, CancellationToken ct)
    {
        try
        {
            await PassOverAsync(work, failure, ct);
            return true;
        }
#pragma warning disable CA1031 // the lane outlives whatever the store does
        catch (Exception store) when (store is not OperationCanceledException || !ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await Task.Delay(LongestPause, time, ct);
            return false;
        }
    }

    /// <summary>Kept: which update, what kind, what type of error. Its content is not (design: no free text anywhere).</summary>
    private Task PassOverAsync(Work work, Exception failure, CancellationToken ct)
    {
        LogPassedOver(logger, work.Kind.ToString(), failure.GetType().Name, Where(failure));
        return NoteAsync(work.Incoming.UpdateId, work.Kind, failure.GetType().Name, ct);
    }

    /// <summary>Notes an update of which nothing but its number could be read.</summary>
    public Task PassOverUnreadAsync(int id, CancellationToken ct)
    {
        LogUnreadable(logger);
        return NoteAsync(id, UpdateType.Unknown, "Unreadable", ct);
    }

    private Task NoteAsync(long id, UpdateType kind, string error, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (!await unit.Db.Poison.AnyAsync(row => row.UpdateId == id))
            {
                unit.Db.Poison.Add(new PoisonRow { UpdateId = id, Kind = kind.ToString(), Error = error, Attempts = Tries, At = unit.Now });
            }
        },
        ct);

    /// <summary>The method where it broke: tells the developer where to look, and nobody who wrote.</summary>
    private static string Where(Exception failure) =>
        failure.TargetSite is { } site ? $"{site.DeclaringType?.Name}.{site.Name}" : "?";

    /// <summary>Each tap is answered, also when there is nothing to say. A tap that has expired is nobody's loss.</summary>
    private async Task AnswerTapAsync(Incoming incoming, TurnAnswer answer)
    {
        if (incoming.Callback is not { } callback)
        {
            return;
        }

        try
        {
            await telegram.AnswerCallbackQuery(callback, answer.Toast is { Length: > 200 } tooLong ? tooLong[..200] : answer.Toast, answer.Alert);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            // the effect stands; only the little clock on the button runs on
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An update that cannot be read was passed over; its number is kept")]
    private static partial void LogUnreadable(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "An update of kind {Kind} was passed over after three tries ({Error} in {Where})")]
    private static partial void LogPassedOver(ILogger logger, string kind, string error, string where);

    private sealed record Work(Incoming Incoming, UpdateType Kind)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
