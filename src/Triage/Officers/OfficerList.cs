using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Officers;

/// <param name="State">invited, bound, unreachable.</param>
public sealed record OfficerLine(OfficerId Id, string Name, string Seat, KecamatanCode? Kecamatan, bool IsDeputy, string State);

/// <summary>Who holds which seat, for the command line and the back office.</summary>
public static class OfficerList
{
    /// <param name="counsellors">Those who read requests for help, or everybody else: the two are never listed together (policy 5.7).</param>
    public static async Task<IReadOnlyList<OfficerLine>> ReadAsync(TriageDb db, DateTimeOffset now, bool counsellors, CancellationToken ct)
    {
        var rows = await (
            from posting in db.Postings.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on posting.Officer equals officer.Id
            where officer.RemovedAt == null && (posting.Seat == Seat.Konselor.Code) == counsellors && (posting.To == null || posting.To > now)
            orderby posting.Kecamatan, posting.Seat
            select new { officer, posting }).Take(2000).ToListAsync(ct);
        return [.. rows.Select(row => new OfficerLine(
            row.officer.Id,
            row.officer.Name,
            row.posting.Seat,
            row.posting.Kecamatan,
            row.posting.IsDeputy,
            row.officer switch { { Chat: null } => "invited", { UnreachableSince: not null } => "unreachable", _ => "bound" }))];
    }
}
