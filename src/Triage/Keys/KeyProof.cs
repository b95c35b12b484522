using System.Text;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Keys;

/// <summary>Proves at start that the keys are the ones the data was sealed with: losing or mixing them up must not start empty (design 9).</summary>
public sealed class KeyProof(MasterKey master, ReportKeys reports, Committer committer, IDbContextFactory<TriageDb> contexts)
{
    private const string Name = "master-key-proof";
    private const string Context = "settings.value.master-key-proof";

    /// <exception cref="StartRefusedException">There is data, but not its key.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var proof = await db.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Name == Name, ct);
        if (proof is null)
        {
            var value = Convert.ToBase64String(master.Seal(Encoding.UTF8.GetBytes("kentongan"), Context));
            await committer.CommitAsync(
                async unit =>
                {
                    if (!await unit.Db.Settings.AnyAsync(row => row.Name == Name))
                    {
                        unit.Db.Settings.Add(new SettingRow { Name = Name, Value = value });
                    }
                },
                ct);
            return;
        }

        var lost = !reports.Exists && await db.Reports.AnyAsync(ct);
        if (lost || !master.Exists || master.Open(Convert.FromBase64String(proof.Value), Context) is null)
        {
            throw new StartRefusedException(
                "The keys in Keys:Directory are not the ones this data was sealed with. Put back the right key directory; starting with another would lose every report.");
        }
    }
}
