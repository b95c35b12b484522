using System.Data.Common;

namespace Kentongan.Triage.Store;

/// <summary>
/// What one decision may touch while the writer runs it: the store inside the shared transaction, the time, and what is to
/// happen once it is durable. A unit may be run again after a lost race, so it keeps no state outside the store.
/// </summary>
public sealed class Unit
{
    private readonly WriteSession _session;
    private readonly List<Action> _afterCommit = [];

    internal Unit(WriteSession session, DateTimeOffset now)
    {
        _session = session;
        Now = now;
    }

    public TriageDb Db => _session.Db;

    /// <summary>UTC.</summary>
    public DateTimeOffset Now { get; }

    internal IReadOnlyList<Action> Effects => _afterCommit;

    /// <summary>Runs once the transaction is durable; never when it is not. Must be quick and may not throw.</summary>
    public void AfterCommit(Action effect) => _afterCommit.Add(effect);

    /// <summary>A hand-written statement of the hot path, prepared once; parameters are <c>@p0</c>, <c>@p1</c> …</summary>
    public DbCommand Statement(string sql, params ReadOnlySpan<object?> values) => _session.Statement(sql, values);
}
