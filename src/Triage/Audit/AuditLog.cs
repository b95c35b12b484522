using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kentongan.Domain;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Audit;

/// <summary>
/// The chained audit log. Each row carries a keyed hash over itself and its predecessor; the key is derived from the key directory, so
/// whoever has only the database can neither change a row nor make the chain fit again.
/// </summary>
public sealed class AuditLog(MasterKey master)
{
    private const int Page = 1000;

    private readonly Lazy<byte[]> _key = new(() => master.Derive("audit log"));

    /// <summary>Adds a row in the unit. Two processes that add at once collide on the number, and the loser is run again.</summary>
    public async Task AppendAsync(Unit unit, OfficerId? officer, AuditedDeed deed, string subject)
    {
        var last = unit.Db.AuditLog.Local.OrderByDescending(row => row.Sequence).FirstOrDefault()
            ?? await unit.Db.AuditLog.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync();
        var row = new AuditRow { Sequence = (last?.Sequence ?? 0) + 1, At = unit.Now, Officer = officer, Deed = deed, Subject = subject };
        row.Link = LinkOf(row, last?.Link ?? []);
        unit.Db.AuditLog.Add(row);
    }

    /// <returns>The number of the first row that does not fit, or null where the whole chain holds.</returns>
    public async Task<long?> FirstBrokenAsync(TriageDb db, CancellationToken ct)
    {
        var (sequence, link) = (0L, Array.Empty<byte>());
        while (true)
        {
            var rows = await db.AuditLog.AsNoTracking().Where(row => row.Sequence > sequence).OrderBy(row => row.Sequence).Take(Page).ToListAsync(ct);
            foreach (var row in rows)
            {
                if (row.Sequence != sequence + 1 || !CryptographicOperations.FixedTimeEquals(row.Link, LinkOf(row, link)))
                {
                    return sequence + 1;
                }

                (sequence, link) = (row.Sequence, row.Link);
            }

            if (rows.Count < Page)
            {
                return null;
            }
        }
    }

    private byte[] LinkOf(AuditRow row, byte[] before)
    {
        // Lengths part the fields, so that no two rows read alike.
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Convert.ToHexString(before)}|{row.Sequence}|{row.At.UtcTicks / TimeSpan.TicksPerMillisecond}|{row.Officer?.Value.ToString("N") ?? "-"}|{row.Deed}|{row.Subject.Length}|{row.Subject}");
        return HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(text));
    }
}
