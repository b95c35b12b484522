using Kentongan.Bot.Delivery;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Simulation.World;

/// <summary>
/// The sender on virtual time: hears of rows at the commit, sweeps after a start, and puts letters through the product's own queue, postman
/// and notes, a second of them at once. Its queue is memory, and gone with the power.
/// </summary>
internal sealed class PostOffice(Machine machine, VirtualClock clock, AirTelegram air, Func<long, bool> stands, int drawEvery)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Thirty a second over all and one a second in a chat, as the product keeps them; a second at a time instead of one by one.</summary>
    private static readonly SendLimits Limits = new(30, Second, TimeSpan.Zero, Second, 30);

    private readonly PriorityQueue<OutboxRow, (long DueAt, long Id)> _later = new();
    private SendQueue<Letter> _queue = new(Limits);
    private Outage _outage = new();
    private HashSet<long> _known = [];
    private DateTimeOffset _wakeAt = DateTimeOffset.MaxValue;
    private bool _swept;

    public long Repeats { get; private set; }

    public DateTimeOffset Next => !_swept ? clock.Now : Earlier(_wakeAt, _later.TryPeek(out _, out var due) ? DateTimeOffset.FromUnixTimeMilliseconds(due.DueAt) : DateTimeOffset.MaxValue);

    /// <summary>A process that has just come up knows of nothing.</summary>
    public void Open()
    {
        _later.Clear();
        (_queue, _outage, _known, _wakeAt, _swept) = (new SendQueue<Letter>(Limits), new Outage(), [], DateTimeOffset.MaxValue, false);
        _queue.Rest(clock.Now);
        machine.Get<OutboxSignal>().Listen(row => _later.Enqueue(row, (row.DueAt, row.Id)));
    }

    /// <returns>What officers have before them now.</returns>
    public async Task<IReadOnlyList<(Letter Letter, Delivered Delivered)>> StepAsync()
    {
        if (!_swept)
        {
            await SweepAsync();
        }

        while (_later.TryPeek(out var row, out var due) && due.DueAt <= clock.Now.ToUnixTimeMilliseconds())
        {
            _later.Dequeue();
            if (_known.Add(row.Id) && stands(row.Id))
            {
                await TakeInAsync(row);
            }
        }

        var leaving = new List<Letter>();
        DateTimeOffset? wakeAt;
        while (_queue.TryTake(clock.Now, out _, out var letter, out wakeAt))
        {
            leaving.Add(letter);
        }

        var settled = leaving.Count == 0 ? [] : await SendAsync(leaving);
        _wakeAt = _queue.Count > 0 ? Later(wakeAt ?? clock.Now + Second, clock.Now + Second) : DateTimeOffset.MaxValue;
        return settled;
    }

    private async Task SweepAsync()
    {
        await using var db = await machine.Get<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        foreach (var row in await db.Outbox.AsNoTracking().ToListAsync())
        {
            _later.Enqueue(row, (row.DueAt, row.Id));
        }

        _swept = true;
    }

    private async Task TakeInAsync(OutboxRow row)
    {
        if (await machine.Get<Letters>().AddressAsync(row, CancellationToken.None) is { } letter)
        {
            _queue.Add(letter.Chat, row.Priority, letter, clock.Now);
            return;
        }

        await machine.CommitAsync(unit => OutboxWriter.RemoveAsync(unit, row.Id));
    }

    private async Task<IReadOnlyList<(Letter Letter, Delivered Delivered)>> SendAsync(List<Letter> leaving)
    {
        var postman = machine.Get<Postman>();
        var delivered = new Delivered[leaving.Count];
        await Parallel.ForAsync(0, leaving.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, ct) =>
            delivered[i] = leaving[i].Row.Id % drawEvery == 0 ? await postman.DeliverAsync(leaving[i], ct) : Undrawn(leaving[i]));

        var settled = new List<(Letter Letter, Delivered Delivered)>();
        for (var i = 0; i < leaving.Count; i++)
        {
            leaving[i].Attempts++;
            if (delivered[i] is Delivered.Away or Delivered.Throttled)
            {
                if (delivered[i] is Delivered.Away)
                {
                    _queue.BlockAll(_outage.Failed(clock.Now));
                }

                _queue.Done(leaving[i].Chat, clock.Now, delivered[i] is Delivered.Throttled(var wait) ? wait : TimeSpan.Zero, again: true);
                continue;
            }

            _outage.Over();
            settled.Add((leaving[i], delivered[i]));
        }

        if (settled.Count > 0)
        {
            Repeats += settled.Count; // until they are noted they may come again
            await postman.NoteAsync(settled, CancellationToken.None);
            Repeats -= settled.Count;
        }

        foreach (var (letter, _) in settled)
        {
            _known.Remove(letter.Row.Id);
            _queue.Done(letter.Chat, clock.Now);
        }

        return settled;
    }

    /// <summary>As if it had been drawn and taken: what it says does not matter to any promise that is looked at here.</summary>
    private Delivered Undrawn(Letter letter)
    {
        var delivered = air.Takes(letter.Chat);
        if (letter.Row.Kind == OutboxKind.Card && delivered is Delivered.Sent(var message))
        {
            letter.Card = (message, []);
        }

        return delivered;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
