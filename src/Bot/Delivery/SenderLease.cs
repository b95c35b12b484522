using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Bot.Delivery;

/// <summary>
/// One sender a token: Telegram's limits are counted in one place. On PostgreSQL the processes take turns by a lease; on SQLite there
/// is one bot process, and the lock on its data directory proves it.
/// </summary>
internal sealed class SenderLease(Committer committer, IOptions<StoreOptions> store, TimeProvider time)
{
    private const string Name = "sender";
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(1.5);

    private readonly string _holder = Guid.CreateVersion7().ToString("N");
    private DateTimeOffset _renewed = DateTimeOffset.MinValue;

    public bool IsHeld { get; private set; }

    public async Task<bool> HoldAsync(CancellationToken ct)
    {
        if (store.Value.Provider == StoreProvider.Sqlite)
        {
            return IsHeld = true;
        }

        var now = time.GetUtcNow();
        if (!IsHeld || now - _renewed >= Renewal || now < _renewed)
        {
            IsHeld = await committer.CommitAsync(TakeAsync, ct);
            _renewed = now;
        }

        return IsHeld;
    }

    /// <summary>Lets the next process go on at once.</summary>
    public async Task ReleaseAsync()
    {
        if (IsHeld && store.Value.Provider != StoreProvider.Sqlite)
        {
            IsHeld = false;
            await committer.CommitAsync(
                unit => unit.Db.Leases.Where(row => row.Name == Name && row.Holder == _holder).ExecuteDeleteAsync(), CancellationToken.None);
        }
    }

    private async Task<bool> TakeAsync(Unit unit)
    {
        var until = unit.Now + Life;
        var taken = await unit.Db.Leases
            .Where(row => row.Name == Name && (row.Holder == _holder || row.Until <= unit.Now))
            .ExecuteUpdateAsync(row => row.SetProperty(lease => lease.Holder, _holder).SetProperty(lease => lease.Until, until));
        if (taken == 0 && !await unit.Db.Leases.AnyAsync(row => row.Name == Name))
        {
            unit.Db.Leases.Add(new LeaseRow { Name = Name, Holder = _holder, Until = until });
            taken = 1;
        }

        return taken == 1;
    }
}
