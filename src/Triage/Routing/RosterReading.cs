using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Routing;

/// <summary>The roster as it stands: bound people in seats that are valid now.</summary>
public static class RosterReading
{
    private static readonly CompiledQuery<DateTimeOffset, Held> Holders = new((db, now) =>
        from posting in db.Postings.AsNoTracking()
        join officer in db.Officers.AsNoTracking() on posting.Officer equals officer.Id
        where officer.Chat != null && officer.RemovedAt == null && posting.From <= now && (posting.To == null || posting.To > now)
        orderby posting.From
        select new Held(posting.Officer, posting.Seat, posting.Kecamatan, posting.IsDeputy, officer.UnreachableSince == null));

    public static async Task<Roster> RosterAsync(this TriageDb db, DateTimeOffset now) => new(
        [.. (await Holders.ListAsync(db, now)).Select(row => new Posting(row.Officer, new Seat(row.Seat), row.Kecamatan, row.IsDeputy, row.Reachable))]);

    private sealed record Held(OfficerId Officer, string Seat, KecamatanCode? Kecamatan, bool IsDeputy, bool Reachable);
}
