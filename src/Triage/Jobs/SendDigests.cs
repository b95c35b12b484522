using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Help;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Jobs;

/// <summary>At 07:00 local, on quiet days too: the coordinators' digest and each triad's short one (policy 6). Late is better than never.</summary>
public sealed class SendDigests(
    IDbContextFactory<TriageDb> contexts, Committer committer, DigestQueries queries, SavedViewFigures views, OutboxWriter outbox, Jurisdiction jurisdiction, JobRunner runner, TimeProvider time) : IJob
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(7), NotRead = TimeSpan.FromHours(9);

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = jurisdiction.Local.DateOf(now);
        var morning = jurisdiction.Local.On(today, Morning);
        if (now < morning)
        {
            return 0;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var date = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var made = (await db.Digests.AsNoTracking().Where(row => row.Date == date).Select(row => new { row.Officer, row.Scope }).ToListAsync(ct))
            .Select(row => (row.Officer, row.Scope)).ToHashSet();
        var there = (await db.Officers.AsNoTracking().Where(officer => officer.BoundAt < morning).Select(officer => officer.Id).ToListAsync(ct)).ToHashSet();
        var due = Readers(await db.RosterAsync(now))
            .Where(reader => there.Contains(reader.Officer) && !made.Contains((reader.Officer, ScopeOf(reader.Kecamatan))))
            .ToList(); // who came after seven starts with tomorrow's
        due.AddRange(await UnreadAsync(db, date, now, made, ct));
        if (due.Count == 0)
        {
            return 0;
        }

        await runner.RunAsync(typeof(AuditOpenReports), ct); // the digest speaks of what the auditor has just seen
        var figures = await KeptAsync(db, date, due, ct);
        foreach (var (officer, kecamatan) in due)
        {
            var scope = ScopeOf(kecamatan);
            if (!figures.TryGetValue(scope, out var json))
            {
                figures[scope] = json = (await queries.ReadAsync(db, kecamatan, morning, ct) with
                {
                    // Never in figures asked for at any moment: two of them could be subtracted (domain.md 8).
                    HelpLastMonth = kecamatan is null ? await HelpFigures.LastMonthAsync(db, today, ct) : null,
                }).ToJson();
            }

            var own = kecamatan is null && await views.ReadAsync(db, officer, now, ct) is { } kept ? (DigestFigures.FromJson(json) with { Views = kept }).ToJson() : json;
            await committer.CommitAsync(unit => SendAsync(unit, new DigestRow { Officer = officer, Date = date, Scope = scope, MadeAt = now, Figures = own }), ct);
        }

        return due.Count;
    }

    /// <summary>What was said this morning is said again to whoever comes later, not counted anew.</summary>
    private async Task<Dictionary<string, string>> KeptAsync(TriageDb db, string date, IEnumerable<(OfficerId Officer, KecamatanCode? Kecamatan)> due, CancellationToken ct)
    {
        string[] scopes = [.. due.Select(reader => ScopeOf(reader.Kecamatan)).Distinct()];
        return (await db.Digests.AsNoTracking().Where(row => row.Date == date && scopes.Contains(row.Scope)).Select(row => new { row.Scope, row.Figures }).ToListAsync(ct))
            .GroupBy(row => row.Scope)
            .ToDictionary(same => same.Key, same => (DigestFigures.FromJson(same.First().Figures) with { Views = null }).ToJson()); // the views are each reader's own
    }

    /// <summary>What nobody has read by 09:00 local goes to the deputies of that seat (policy 6, part 9).</summary>
    private async Task<IReadOnlyList<(OfficerId Officer, KecamatanCode? Kecamatan)>> UnreadAsync(
        TriageDb db, string date, DateTimeOffset now, HashSet<(OfficerId Officer, string Scope)> made, CancellationToken ct)
    {
        if (now < jurisdiction.Local.On(jurisdiction.Local.DateOf(now), NotRead))
        {
            return [];
        }

        var rows = await db.Digests.AsNoTracking().Where(row => row.Date == date).Select(row => new { row.Officer, row.Scope, row.MadeAt, row.ReadAt }).ToListAsync(ct);
        var unread = rows.Where(row => row.ReadAt is null && now - row.MadeAt >= NotRead - Morning).Select(row => (row.Officer, row.Scope)).ToHashSet();
        var roster = await db.RosterAsync(now, jurisdiction.Local);
        return
        [
            .. (from principal in roster.Postings
                where !principal.IsDeputy && unread.Contains((principal.Officer, ScopeOf(principal.Kecamatan)))
                    && (principal.Seat == Seat.Koordinator || principal.Seat.IsTriad)
                from deputy in roster.Postings
                where deputy.IsDeputy && deputy.Available && deputy.Seat == principal.Seat && deputy.Kecamatan == principal.Kecamatan
                    && !made.Contains((deputy.Officer, ScopeOf(deputy.Kecamatan)))
                select (deputy.Officer, deputy.Kecamatan)).Distinct(),
        ];
    }

    private string ScopeOf(KecamatanCode? kecamatan) => kecamatan?.Value ?? jurisdiction.Kabupaten.Code.Value;

    private static IEnumerable<(OfficerId Officer, KecamatanCode? Kecamatan)> Readers(Roster roster) => roster.Postings
        .Where(posting => !posting.IsDeputy && (posting.Seat == Seat.Koordinator || posting.Seat.IsTriad))
        .Select(posting => (posting.Officer, posting.Seat == Seat.Koordinator ? null : posting.Kecamatan))
        .Distinct();

    /// <summary>The row's key makes a second run, here or in another process, change nothing.</summary>
    private async Task SendAsync(Unit unit, DigestRow digest)
    {
        if (await unit.Db.Digests.AnyAsync(row => row.Officer == digest.Officer && row.Date == digest.Date && row.Scope == digest.Scope))
        {
            return;
        }

        unit.Db.Digests.Add(digest);
        await outbox.QueueAsync(unit, new OutboxRow
        {
            Priority = OutboxPriority.Low,
            Kind = OutboxKind.Digest,
            Officer = digest.Officer,
            Body = new DigestKey(digest.Date, digest.Scope).ToString(),
        });
        if (digest.Scope == jurisdiction.Kabupaten.Code.Value)
        {
            foreach (var picture in (string[])[DigestPictureKey.Map, DigestPictureKey.Bars]) // after the words, each in its turn
            {
                await outbox.QueueAsync(unit, new OutboxRow
                {
                    Priority = OutboxPriority.Low,
                    Kind = OutboxKind.DigestPicture,
                    Officer = digest.Officer,
                    Body = new DigestPictureKey(picture, new DigestKey(digest.Date, digest.Scope)).ToString(),
                    Silent = true,
                });
            }
        }
    }
}
