using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Viewing;

/// <summary>Who a person in office is at a moment, by the seats that they hold then.</summary>
public static class Viewers
{
    public static Task<List<Post>> PostsAsync(TriageDb db, OfficerId officer, DateTimeOffset now, CancellationToken ct = default) => db.Postings.AsNoTracking()
        .Where(row => row.Officer == officer && row.From <= now && (row.To == null || row.To > now))
        .Select(row => new Post(new Seat(row.Seat), row.Kecamatan, row.IsDeputy))
        .ToListAsync(ct);

    /// <returns>Null for whoever was removed, or holds no seat any more.</returns>
    public static async Task<Viewer?> FindAsync(TriageDb db, OfficerId officer, DateTimeOffset now) =>
        await db.Officers.AsNoTracking().Where(row => row.Id == officer && row.RemovedAt == null && row.Chat != null).Select(row => row.Name).SingleOrDefaultAsync() is { } name
            && await PostsAsync(db, officer, now) is { Count: > 0 } posts
            ? new Viewer(officer, name, posts) { Now = now }
            : null;
}
