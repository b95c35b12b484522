using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Search;

/// <summary>
/// The marks of every text in the store, in the memory of this process alone: read newest first once somebody who may search them all opens the
/// board, kept up while people search, and forgotten half an hour after the last of either, together with its key.
/// </summary>
public sealed class ReportMarks(IDbContextFactory<TriageDb> contexts, SealedTexts texts, TimeProvider time) : IDisposable
{
    private const int AtOnce = 1000;

    /// <summary>How long a question waits for the reading; it then gets an answer from what has been read.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>A row may be committed a little after its time, by this process or another.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private static readonly ReportAction[] Actions = Enum.GetValues<ReportAction>();

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private Memory? _memory;
    private Task _reading = Task.CompletedTask;
    private ITimer? _forget;

    /// <summary>Reports whose texts may hold the words, the newest first.</summary>
    /// <param name="only">Null for all.</param>
    /// <returns>And back to when everything has been read; null for all there is.</returns>
    public async Task<(IReadOnlyList<ReportId> Reports, DateTimeOffset? Since)> FindAsync(string words, IReadOnlySet<ReportId>? only, CancellationToken ct)
    {
        var memory = await ReadyAsync(ct);
        var question = memory.Marks.Question(words);
        var found = new List<(DateTimeOffset At, ReportId Report)>();
        DateTimeOffset? since;
        lock (memory.Lines)
        {
            since = memory.ReadBackTo;
            foreach (var (at, report, bits) in memory.Lines)
            {
                if (TextMarks.MayHold(bits, question) && only?.Contains(report) != false)
                {
                    found.Add((at, report));
                }
            }
        }

        return ([.. found.OrderByDescending(one => one.At).Select(one => one.Report).Distinct()], since);
    }

    /// <summary>Begins to read, or keeps what has been read, for somebody who will probably ask: the first question need not wait then.</summary>
    public void Prepare() => Begun();

    public void Dispose()
    {
        _forget?.Dispose();
        _stopping.Cancel();
        Task.WaitAny([_reading]); // however it ended; the keys are closed after this
        _stopping.Dispose();
        _oneAtATime.Dispose();
    }

    private async Task<Memory> ReadyAsync(CancellationToken ct)
    {
        var (memory, reading) = Begun();
        await Task.WhenAny(reading, Task.Delay(Patience, time, ct));
        if (reading.IsFaulted)
        {
            Forget();
            await reading;
        }

        await ReadNewAsync(memory, ct);
        return memory;
    }

    private (Memory Memory, Task Reading) Begun()
    {
        lock (_gate)
        {
            _forget?.Dispose();
            _forget = time.CreateTimer(_ => Forget(), null, Kept, Timeout.InfiniteTimeSpan);
            if (_memory is null || _reading.IsFaulted || _reading.IsCanceled)
            {
                var memory = _memory = new Memory(time.GetUtcNow() - Overlap);
                _reading = Task.Run(() => ReadAllAsync(memory), CancellationToken.None);
            }

            return (_memory, _reading);
        }
    }

    private void Forget()
    {
        lock (_gate)
        {
            _memory = null;
        }
    }

    /// <summary>One part is read and opened while the one before is marked.</summary>
    private async Task ReadAllAsync(Memory memory)
    {
        var (before, marking) = (DateTimeOffset.MaxValue, Task.CompletedTask);
        while (true)
        {
            _stopping.Token.ThrowIfCancellationRequested();
            await using var db = await contexts.CreateDbContextAsync(_stopping.Token);
            var some = await db.Reports.AsNoTracking().Where(report => report.ReceivedAt < before).OrderByDescending(report => report.ReceivedAt)
                .Take(AtOnce).Select(report => new { report.Id, report.ReceivedAt }).ToListAsync(_stopping.Token);
            if (some.Count == 0)
            {
                await marking;
                memory.Reached(null);
                return;
            }

            var last = before = some[^1].ReceivedAt;
            var same = some.Count < AtOnce ? [] : await db.Reports.AsNoTracking().Where(report => report.ReceivedAt == last).Select(report => new { report.Id, report.ReceivedAt }).ToListAsync(_stopping.Token);
            var times = some.Concat(same).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.ReceivedAt);
            var read = await texts.OfAsync(db, [.. times.Keys], _stopping.Token);
            await marking;
            marking = Task.Run(() =>
            {
                Add(memory, read, report => times[report], newer: false);
                memory.Reached(last);
            });
        }
    }

    /// <summary>What has been written since the last question: new reports, messages and notes.</summary>
    private async Task ReadNewAsync(Memory memory, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            var (since, now) = (memory.ReadUpTo, time.GetUtcNow());
            await using var db = await contexts.CreateDbContextAsync(ct);
            var touched = await db.Reports.AsNoTracking().Where(report => report.ReceivedAt >= since).Select(report => report.Id)
                .Union(db.Messages.AsNoTracking().Where(row => row.At >= since).Select(row => row.Report))
                .Union(db.Facts.AsNoTracking().Where(fact => Actions.Contains(fact.Action) && fact.At >= since && fact.SealedText != null).Select(fact => fact.Report))
                .ToListAsync(ct);
            foreach (var some in touched.Chunk(AtOnce))
            {
                Add(memory, await texts.OfAsync(db, some, ct), _ => now, newer: true);
            }

            memory.ReadUpTo = now - Overlap;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <param name="newer">Read after whatever there is of these reports, which it replaces.</param>
    private static void Add(Memory memory, ILookup<ReportId, string> read, Func<ReportId, DateTimeOffset> at, bool newer)
    {
        var lines = read.Select(report => (at(report.Key), report.Key, memory.Marks.Of(report))).ToList();
        lock (memory.Lines)
        {
            foreach (var line in lines)
            {
                memory.Put(line, newer);
            }
        }
    }

    /// <param name="readUpTo">Everything that was written later is read with the next question.</param>
    private sealed class Memory(DateTimeOffset readUpTo)
    {
        private readonly Dictionary<ReportId, int> _places = [];

        public TextMarks Marks { get; } = new();

        public List<(DateTimeOffset At, ReportId Report, ulong[] Bits)> Lines { get; } = [];

        public DateTimeOffset? ReadBackTo { get; private set; } = DateTimeOffset.MaxValue;

        public DateTimeOffset ReadUpTo { get; set; } = readUpTo;

        public void Reached(DateTimeOffset? time)
        {
            lock (Lines)
            {
                ReadBackTo = time;
            }
        }

        public void Put((DateTimeOffset At, ReportId Report, ulong[] Bits) line, bool newer)
        {
            if (_places.TryGetValue(line.Report, out var place))
            {
                Lines[place] = newer ? (Lines[place].At, line.Report, line.Bits) : (line.At, line.Report, Lines[place].Bits);
            }
            else
            {
                _places[line.Report] = Lines.Count;
                Lines.Add(line);
            }
        }
    }
}
