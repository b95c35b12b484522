using System.Security.Cryptography;
using System.Text;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.SignIn;

/// <param name="Id">Of the row, not of the cookie.</param>
public sealed record OpenSession(Guid Id, Viewer Viewer);

/// <summary>A session as its owner sees it in the list.</summary>
public sealed record SessionLine(Guid Id, string Browser, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsThis);

/// <summary>Signed-in browsers: found by the hash of a random cookie, short, and over at once when the officer is removed.</summary>
public sealed class Sessions(IDbContextFactory<TriageDb> contexts, Committer committer, AuditLog audit, TimeProvider time, WebOptions options)
{
    /// <summary>Seen is written this often at most: reading a page must not wait for the disk.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    /// <returns>Null where the cookie is unknown, the session over, or the officer holds no seat any more.</returns>
    public async Task<OpenSession?> FindAsync(string token, CancellationToken ct)
    {
        var (now, hash) = (time.GetUtcNow(), HashOf(token));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await (
            from session in db.WebSessions.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on session.Officer equals officer.Id
            where session.TokenHash == hash && session.RevokedAt == null && officer.RemovedAt == null && officer.Chat != null
            select new { session.Id, session.ExpiresAt, session.LastSeenAt, officer.Name, Officer = officer.Id }).SingleOrDefaultAsync(ct);
        if (found is null || found.ExpiresAt <= now || found.LastSeenAt + options.Idle <= now)
        {
            return null;
        }

        var posts = await Viewers.PostsAsync(db, found.Officer, now, ct);
        if (posts.Count == 0)
        {
            return null;
        }

        if (now - found.LastSeenAt > SeenEvery)
        {
            await committer.CommitAsync(unit => unit.Db.WebSessions.Where(row => row.Id == found.Id).ExecuteUpdateAsync(row => row.SetProperty(s => s.LastSeenAt, now)), ct);
        }

        return new OpenSession(found.Id, new Viewer(found.Officer, found.Name, posts) { Now = now });
    }

    public async Task<IReadOnlyList<SessionLine>> OfAsync(OpenSession self, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.WebSessions.AsNoTracking()
            .Where(row => row.Officer == self.Viewer.Officer && row.RevokedAt == null && row.ExpiresAt > now && row.LastSeenAt > now - options.Idle)
            .OrderByDescending(row => row.LastSeenAt)
            .Take(50)
            .Select(row => new SessionLine(row.Id, row.Browser, row.StartedAt, row.LastSeenAt, row.Id == self.Id))
            .ToListAsync(ct);
    }

    /// <summary>Ends one's own session, this one or another.</summary>
    public Task RevokeAsync(OpenSession self, Guid id, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (await unit.Db.WebSessions.SingleOrDefaultAsync(row => row.Id == id && row.Officer == self.Viewer.Officer && row.RevokedAt == null) is { } session)
            {
                session.RevokedAt = unit.Now;
                await audit.AppendAsync(unit, self.Viewer.Officer, id == self.Id ? AuditedDeed.SignedOut : AuditedDeed.SessionRevoked, session.Browser);
            }
        },
        ct);
}
