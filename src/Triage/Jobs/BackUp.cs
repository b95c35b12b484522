using System.Globalization;
using Kentongan.Triage.Backups;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Jobs;

/// <summary>Makes the night's backup: is it past 02:00 local, and is there none since then? Late is better than never.</summary>
public sealed class BackUp(IDbContextFactory<TriageDb> contexts, StoreBackup backup, Jurisdiction jurisdiction, TimeProvider time) : IJob
{
    private static readonly TimeSpan Night = TimeSpan.FromHours(2);

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var night = jurisdiction.Local.On(jurisdiction.Local.DateOf(now), Night);
        if (!backup.Possible || now < night || await LastAsync(ct) >= night)
        {
            return 0;
        }

        await backup.TakeAsync(null, ct);
        return 1;
    }

    private async Task<DateTimeOffset?> LastAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var value = await db.SettingAsync(StoreBackup.LastBackup, ct);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last : null;
    }
}
