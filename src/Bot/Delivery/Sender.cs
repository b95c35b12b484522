using System.Threading.Channels;
using Kentongan.Bot.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Bot.Delivery;

/// <summary>
/// Drains the outbox within Telegram's limits. Hears of new rows the moment they are durable; a sweep finds what a crash, an outage or
/// another process left. A row is gone only when Telegram has taken it, so a crash can repeat a message but never lose one.
/// </summary>
internal sealed partial class Sender(
    OutboxSignal signal,
    Letters letters,
    Postman postman,
    SenderLease lease,
    IDbContextFactory<TriageDb> contexts,
    Committer committer,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILogger<Sender> logger) : BackgroundService
{
    private const int SweepBatch = 500;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly SendQueue<Letter> _queue = new(options.Value.Limits ? SendLimits.Telegram : SendLimits.None);
    private readonly DeliveryNotes _notes = new(postman);
    private readonly HashSet<long> _known = [];
    private readonly HashSet<long> _settled = []; // since the sweep began: it may have read them before they went
    private readonly Outage _outage = new();
    private ITimer? _alarm;
    private CancellationToken _stopping;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        _alarm = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var committed = Channel.CreateUnbounded<OutboxRow>(new UnboundedChannelOptions { SingleReader = true });
        signal.Listen(row => committed.Writer.TryWrite(row)); // the writer goes on at once: what follows is not its work
        var noting = _notes.RunAsync();
        try
        {
            await Task.WhenAll(SweepOftenAsync(stoppingToken), HearAsync(committed.Reader, stoppingToken));
        }
        finally
        {
            signal.Listen(null);
            _notes.Complete();
            await noting;
            await lease.ReleaseAsync();
        }
    }

    private async Task HearAsync(ChannelReader<OutboxRow> committed, CancellationToken ct)
    {
        await foreach (var row in committed.ReadAllAsync(ct))
        {
            await TakeInAsync(row);
        }
    }

    private async Task SweepOftenAsync(CancellationToken ct)
    {
        using var sweep = new PeriodicTimer(SweepEvery);
        for (var go = true; go; go = await sweep.WaitForNextTickAsync(ct))
        {
            await SweepAsync(ct);
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        try
        {
            var held = lease.IsHeld;
            if (!await lease.HoldAsync(ct))
            {
                return;
            }

            lock (_gate)
            {
                _settled.Clear();
                if (!held)
                {
                    postman.TookOver();
                    _queue.Rest(time.GetUtcNow()); // whoever sent before us may have sent all that Telegram takes in a second
                }

                if (_queue.Count > SweepBatch)
                {
                    return; // enough to do; what is left is found when this has gone
                }
            }

            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await using var db = await contexts.CreateDbContextAsync(ct);
            var due = await db.Outbox.AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.Priority).ThenBy(row => row.Id).Take(2 * SweepBatch).ToListAsync(ct);
            foreach (var row in due)
            {
                await TakeInAsync(row);
            }
        }
#pragma warning disable CA1031 // the store may be away for a while; the next sweep finds the same rows
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogSweepFailed(logger, failure.GetType().Name);
        }
    }

    private async Task TakeInAsync(OutboxRow row)
    {
        if (!lease.IsHeld || row.DueAt > time.GetUtcNow().ToUnixTimeMilliseconds())
        {
            return;
        }

        lock (_gate)
        {
            if (_settled.Contains(row.Id) || !_known.Add(row.Id))
            {
                return;
            }
        }

        try
        {
            if (await letters.AddressAsync(row, _stopping) is { } letter)
            {
                lock (_gate)
                {
                    _queue.Add(letter.Chat, row.Priority, letter, time.GetUtcNow());
                }

                Pump();
                return;
            }

            await committer.CommitAsync(unit => OutboxWriter.RemoveAsync(unit, row.Id), _stopping);
        }
#pragma warning disable CA1031 // left in the store for the next sweep
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogSweepFailed(logger, failure.GetType().Name);
        }

        lock (_gate)
        {
            _known.Remove(row.Id);
        }
    }

    /// <summary>Starts every call that may start now and sets the alarm for the next.</summary>
    private void Pump()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        List<Letter>? leaving = null;
        lock (_gate)
        {
            DateTimeOffset? wakeAt;
            while (_queue.TryTake(time.GetUtcNow(), out _, out var letter, out wakeAt))
            {
                letter.TakeAlong(_queue);
                (leaving ??= []).Add(letter);
            }

            if (wakeAt is { } at)
            {
                var wait = at - time.GetUtcNow();
                _alarm?.Change(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            }
        }

        leaving?.ForEach(letter => _ = letter.Reply is null ? Task.Run(() => SendAsync(letter), CancellationToken.None) : SendAsync(letter));
    }

    private async Task SendAsync(Letter letter)
    {
        var delivered = await postman.DeliverAsync(letter, _stopping);
        if (letter.Row.Kind == OutboxKind.Reply && delivered is Delivered.Sent)
        {
            Free(letter, TimeSpan.Zero); // nobody waits for our note of it
            await SettleAsync(letter, delivered);
            return;
        }

        var again = await SettleAsync(letter, delivered);
        Free(letter, delivered is Delivered.Throttled(var wait) ? wait : TimeSpan.Zero, again);
    }

    /// <returns>True where the letter is to be sent again.</returns>
    private async Task<bool> SettleAsync(Letter letter, Delivered delivered)
    {
        letter.Attempts++;
        letter.Delayed |= delivered is Delivered.Throttled;
        if (delivered is Delivered.Away)
        {
            lock (_gate)
            {
                _queue.BlockAll(_outage.Failed(time.GetUtcNow()));
            }
        }

        if (delivered is Delivered.Away or Delivered.Throttled)
        {
            return true;
        }

        _outage.Over();
        try
        {
            await _notes.KeepAsync(letter, delivered);
        }
#pragma warning disable CA1031 // the row is still there; at worst the message comes twice
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogSweepFailed(logger, failure.GetType().Name);
        }

        lock (_gate)
        {
            _known.ExceptWith(letter.Rows.Select(row => row.Id));
            _settled.UnionWith(letter.Rows.Select(row => row.Id));
        }

        return false;
    }

    private void Free(Letter letter, TimeSpan wait, bool again = false)
    {
        lock (_gate)
        {
            _queue.Done(letter.Chat, time.GetUtcNow(), wait, again);
        }

        Pump();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read or written ({Error}); it is tried again")]
    private static partial void LogSweepFailed(ILogger logger, string error);
}
