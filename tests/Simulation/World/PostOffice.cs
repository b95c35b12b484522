using Kentongan.Bot.Delivery;
using Kentongan.Domain;
using Kentongan.Simulation.Promises;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Simulation.World;

/// <summary>
/// The sender on virtual time: hears of rows at the commit, sweeps after a start, and puts letters through the product's own queue, postman
/// and notes, a few seconds of them at once. Its queue is memory, and gone with the power.
/// </summary>
internal sealed class PostOffice(Machine machine, VirtualClock clock, AirTelegram air, Ledger ledger, int drawEvery)
{
    /// <summary>So many seconds are worked through together: what became of their letters is one commit.</summary>
    private const int Seconds = 15;

    private static readonly TimeSpan Together = TimeSpan.FromSeconds(Seconds);

    /// <summary>Thirty a second over all, and one a second in a chat since a chat takes one a round, as the product keeps them.</summary>
    private static readonly SendLimits Limits = new(30 * Seconds, Together, TimeSpan.Zero, TimeSpan.Zero, 30);

    private readonly PriorityQueue<OutboxRow, (long DueAt, long Id)> _later = new();
    private SendQueue<Letter> _queue = new(Limits);
    private Outage _outage = new();
    private HashSet<long> _known = [];
    private DateTimeOffset _wakeAt = DateTimeOffset.MaxValue, _notBefore = DateTimeOffset.MinValue;
    private readonly Dictionary<ReportId, (int Cards, int Notices)> _said = [];
    private bool _swept;

    /// <summary>Messages that Telegram took about each report: cards sent and changed, and sentences. Exact where every message is drawn.</summary>
    public IReadOnlyDictionary<ReportId, (int Cards, int Notices)> Said => _said;

    public long Repeats { get; private set; }

    public DateTimeOffset Next => !_swept ? clock.Now : Later(_notBefore, Earlier(_wakeAt, _later.TryPeek(out _, out var due) ? DateTimeOffset.FromUnixTimeMilliseconds(due.DueAt) : DateTimeOffset.MaxValue));

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
            if (_known.Add(row.Id) && ledger.IsInOutbox(row.Id))
            {
                await TakeInAsync(row);
            }
        }

        var settled = new List<(Letter Letter, Delivered Delivered)>();
        for (var second = 0; second < Seconds && await RoundAsync(settled); second++)
        {
        }

        await NoteAsync(settled);
        _notBefore = clock.Now + Together;
        _wakeAt = _queue.Count > 0 ? _notBefore : DateTimeOffset.MaxValue;
        return settled;
    }

    /// <summary>One second's worth; false where nothing may leave.</summary>
    private async Task<bool> RoundAsync(List<(Letter Letter, Delivered Delivered)> settled)
    {
        var leaving = new List<Letter>();
        while (_queue.TryTake(clock.Now, out _, out var letter, out _))
        {
            letter.TakeAlong(_queue);
            leaving.Add(letter);
        }

        await SendAsync(leaving, settled);
        return leaving.Count > 0;
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
        var address = IsDrawn(row) || row.Officer is not { } officer || row.Kind == OutboxKind.Recall
            ? await machine.Get<Letters>().AddressAsync(row, CancellationToken.None)
            : ledger.ChatOf(officer) is { } chat ? new Letter(row, chat, null) : null;
        if (address is { } letter)
        {
            _queue.Add(letter.Chat, row.Priority, letter, clock.Now);
            return;
        }

        await machine.CommitAsync(unit => OutboxWriter.RemoveAsync(unit, row.Id));
    }

    private async Task SendAsync(List<Letter> leaving, List<(Letter Letter, Delivered Delivered)> settled)
    {
        var postman = machine.Get<Postman>();
        foreach (var letter in leaving)
        {
            var delivered = IsDrawn(letter.Row) ? await postman.DeliverAsync(letter, CancellationToken.None) : Undrawn(letter);
            letter.Attempts++;
            if (delivered is Delivered.Away or Delivered.Throttled)
            {
                if (delivered is Delivered.Away)
                {
                    _queue.BlockAll(_outage.Failed(clock.Now));
                }

                _queue.Done(letter.Chat, clock.Now, delivered is Delivered.Throttled(var wait) ? wait : TimeSpan.Zero, again: true);
                continue;
            }

            _outage.Over();
            Count(letter, delivered);
            settled.Add((letter, delivered));
            _queue.Done(letter.Chat, clock.Now);
        }
    }

    private void Count(Letter letter, Delivered delivered)
    {
        if (delivered is Delivered.Sent && letter.Row.Report is { } report)
        {
            var (cards, notices) = _said.GetValueOrDefault(report);
            _said[report] = (cards + (letter.Card is null ? 0 : 1), notices + (letter.Row.Kind == OutboxKind.Notice ? 1 : 0));
        }
    }

    private async Task NoteAsync(List<(Letter Letter, Delivered Delivered)> settled)
    {
        if (settled.Count > 0)
        {
            Repeats += settled.Count; // until they are noted they may come again
            await machine.Get<Postman>().NoteAsync(settled, CancellationToken.None);
            Repeats -= settled.Count;
        }

        foreach (var (letter, _) in settled)
        {
            _known.ExceptWith(letter.Rows.Select(row => row.Id));
        }
    }

    private bool IsDrawn(OutboxRow row) => row.Id % drawEvery == 0;

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
