using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kentongan.Simulation.World;

/// <summary>The plug was pulled. What was committed stands; the rest never was.</summary>
internal sealed class PowerCutException() : Exception("The power was cut.");

/// <summary>Counts commits and cuts the power between two of them: just before one is durable, or just after, when nobody has heard of it yet.</summary>
internal sealed class Power(Random random, int meanCommits) : DbTransactionInterceptor
{
    private int _left = int.MaxValue;
    private bool _after;

    public bool IsOff { get; private set; }

    public long Commits { get; private set; }

    public void On() => (IsOff, _left) = (false, int.MaxValue);

    /// <summary>The next cut comes after so many commits, by chance.</summary>
    public void Arm()
    {
        _left = meanCommits == 0 ? int.MaxValue : 1 + (int)(-Math.Log(1 - random.NextDouble()) * meanCommits);
        _after = random.Of(0.5);
    }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        IsOff ? throw new PowerCutException() : ValueTask.FromResult(result);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        CutIf(--_left <= 0 && !_after);
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Commits++;
        CutIf(_left <= 0);
        return Task.CompletedTask;
    }

    private void CutIf(bool now)
    {
        if (now)
        {
            IsOff = true;
            throw new PowerCutException();
        }
    }
}
