using System.Data.Common;
using System.Threading.Channels;
using Kentongan.Triage.Configuration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Store;

/// <summary>
/// Group commit: the one writer of this process. Units run one after the other, many share a durable transaction, and each caller
/// goes on only when its unit is on disk. A unit that fails takes the others' work back, and all are run again one by one, so
/// that one bad unit never harms another.
/// </summary>
public sealed class Committer(IDbContextFactory<TriageDb> contexts, IOptions<StoreOptions> options, TimeProvider time) : IAsyncDisposable
{
    private const int LostRaces = 8;
    private const int SqliteUniqueViolation = 2067, SqlitePrimaryKeyViolation = 1555;
    private const string UniqueViolation = "23505", SerializationFailure = "40001", Deadlock = "40P01";

    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(1024) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Lock _starting = new();
    private Task? _loop;
    private WriteSession? _session;

    /// <summary>Runs the unit in the writer and returns its answer once it is durable.</summary>
    /// <exception cref="DbUpdateException">The store refused, also when the unit ran alone.</exception>
    public async Task<T> CommitAsync<T>(Func<Unit, Task<T>> unit, CancellationToken ct)
    {
        Start();
        var work = new Work<T>(unit);
        await _queue.Writer.WriteAsync(work, ct);
        return await work.Answer;
    }

    public Task CommitAsync(Func<Unit, Task> unit, CancellationToken ct) => CommitAsync(
        async running =>
        {
            await unit(running);
            return true;
        },
        ct);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await (_loop ?? Task.CompletedTask);
        await CloseSessionAsync();
    }

    private void Start()
    {
        lock (_starting)
        {
            _loop ??= Task.Run(WriteAsync);
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<Work>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < options.Value.GroupCommit && _queue.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            if (batch.Count > 1 && await TryAsync(batch) is null)
            {
                continue;
            }

            foreach (var work in batch)
            {
                await AloneAsync(work);
            }
        }
    }

    private async Task AloneAsync(Work work)
    {
        Exception? failure = null;
        for (var attempt = 0; attempt < LostRaces; attempt++)
        {
            failure = await TryAsync([work]);
            if (!IsLostRace(failure))
            {
                break;
            }
        }

        if (failure is not null)
        {
            work.Fail(failure);
        }
    }

    /// <summary>
    /// Another process was quicker: the version had moved on, or on PostgreSQL it had just put in the same row, or the two stood in
    /// each other's way; or a random number, such as that of a case, has fallen twice. Run again, the unit sees what the winner left, and draws anew.
    /// </summary>
    private static bool IsLostRace(Exception? failure) => failure switch
    {
        null => false,
        DbUpdateConcurrencyException or DbException { SqlState: UniqueViolation or SerializationFailure or Deadlock }
            or SqliteException { SqliteExtendedErrorCode: SqliteUniqueViolation or SqlitePrimaryKeyViolation } => true,
        _ => IsLostRace(failure.InnerException), // EF Core wraps what is transient once or twice
    };

    /// <returns>Null when the batch is durable and every caller has its answer; else what went wrong, and nothing was kept.</returns>
    private async Task<Exception?> TryAsync(IReadOnlyList<Work> batch)
    {
        var effects = new List<Action>();
        try
        {
            _session ??= new WriteSession(await contexts.CreateDbContextAsync());
            await _session.BeginAsync(CancellationToken.None);
            foreach (var work in batch)
            {
                var unit = new Unit(_session, time.GetUtcNow());
                await work.RunAsync(unit);
                await _session.SaveAsync();
                effects.AddRange(unit.Effects);
            }

            await _session.CommitAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // the writer must outlive whatever a unit throws; the caller gets it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await CloseSessionAsync();
            return failure;
        }

        effects.ForEach(effect => effect());
        foreach (var work in batch)
        {
            work.Complete();
        }

        return null;
    }

    private async Task CloseSessionAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }

    private abstract class Work
    {
        public abstract Task RunAsync(Unit unit);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<Unit, Task<T>> unit) : Work
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _answer;

        public Task<T> Answer => _done.Task;

        public override async Task RunAsync(Unit running) => _answer = await unit(running);

        public override void Complete() => _done.TrySetResult(_answer!);

        public override void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
