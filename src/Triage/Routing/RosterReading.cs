using Kentongan.Domain.Rosters;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Routing;

/// <summary>The roster as it stands: bound people in seats that are valid now.</summary>
public static class RosterReading
{
    public static async Task<Roster> RosterAsync(this TriageDb db, DateTimeOffset now)
    {
        var rows = await (
            from posting in db.Postings.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on posting.Officer equals officer.Id
            where officer.Chat != null && officer.RemovedAt == null && posting.From <= now && (posting.To == null || posting.To > now)
            orderby posting.From
            select new { posting, officer.UnreachableSince }).ToListAsync();
        return new Roster([.. rows.Select(row => new Posting(
            row.posting.Officer,
            new Seat(row.posting.Seat),
            row.posting.Kecamatan,
            row.posting.IsDeputy,
            Reachable: row.UnreachableSince is null))]);
    }
}
