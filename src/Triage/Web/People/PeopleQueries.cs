using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.People;

/// <summary>How things stand with somebody: whether a report can reach them.</summary>
public enum Standing
{
    Bound,
    Away,
    Unreachable,
    Invited,

    /// <summary>The invitation ran out or was revoked before anybody used it.</summary>
    Lapsed,
}

/// <summary>A posting that holds now or will, with whoever holds it.</summary>
/// <param name="Waiting">Cards on offer that this person has not opened.</param>
public sealed record PersonLine(
    OfficerId Id, string Name, Guid Posting, string Seat, KecamatanCode? Kecamatan, bool IsDeputy, DateTimeOffset From, DateTimeOffset? To, string? Duty, Standing Standing, int Waiting);

/// <summary>Somebody with all that a coordinator may change about them.</summary>
/// <param name="InvitedUntil">When the open invitation runs out; null where there is none.</param>
/// <param name="Holds">Open reports that they lead.</param>
public sealed record PersonView(
    OfficerId Id, string Name, DateTimeOffset? BoundAt, Standing Standing, IReadOnlyList<PersonLine> Postings, DateTimeOffset? InvitedUntil, AbsenceLine? Absence,
    IReadOnlyList<(OfficerId Officer, string Name)> StandIns, int Holds);

/// <param name="Substitute">Name of whoever stands in; null for nobody in particular.</param>
public sealed record AbsenceLine(DateTimeOffset From, DateTimeOffset To, string? Substitute);

/// <summary>Reads who holds which seat. Counsellors are in none of it (policy 5.7).</summary>
public sealed class PeopleQueries(IDbContextFactory<TriageDb> contexts, Absences absences, Jurisdiction jurisdiction, TimeProvider time)
{
    public async Task<IReadOnlyList<PersonLine>> AllAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await LinesAsync(db, null, ct);
    }

    /// <returns>Null where there is no such person, or they are a counsellor.</returns>
    public async Task<PersonView?> FindAsync(OfficerId id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.RemovedAt == null, ct) is not { } officer
            || await db.Postings.AnyAsync(row => row.Officer == id && row.Seat == Seat.Konselor.Code, ct))
        {
            return null;
        }

        var lines = await LinesAsync(db, id, ct);
        var open = Lifecycle.OpenStatuses;
        return new PersonView(
            id,
            officer.Name,
            officer.BoundAt,
            lines.Count > 0 ? lines[0].Standing : officer.Chat is null ? Standing.Lapsed : Standing.Bound,
            lines,
            await db.Invitations.Where(row => row.Officer == id && row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > now).Select(row => (DateTimeOffset?)row.ExpiresAt).MaxAsync(ct),
            await AbsenceAsync(db, id, now, ct),
            await absences.StandInsAsync(db, now, id),
            await db.Reports.CountAsync(report => report.Lead == id && open.Contains(report.Status), ct));
    }

    /// <summary>Leave of one's own, now or ahead, and who could stand in.</summary>
    public async Task<(AbsenceLine? Absence, IReadOnlyList<(OfficerId Officer, string Name)> StandIns)> LeaveOfAsync(OfficerId id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await AbsenceAsync(db, id, now, ct), await absences.StandInsAsync(db, now, id));
    }

    /// <summary>What units cover beside their own kecamatan.</summary>
    public async Task<IReadOnlyList<UnitAreaRow>> UnitsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.UnitAreas.AsNoTracking().OrderBy(row => row.Seat).ThenBy(row => row.Home).Take(500).ToListAsync(ct);
    }

    private static async Task<AbsenceLine?> AbsenceAsync(TriageDb db, OfficerId id, DateTimeOffset now, CancellationToken ct) => await db.Absences.AsNoTracking()
        .Where(row => row.Officer == id && row.To > now)
        .OrderBy(row => row.From)
        .Select(row => new AbsenceLine(row.From, row.To, db.Officers.Where(one => one.Id == row.Substitute).Select(one => one.Name).FirstOrDefault()))
        .FirstOrDefaultAsync(ct);

    /// <summary>In the order of the kabupaten: its own seats, then each kecamatan with camat, kapolsek, danramil, principals first.</summary>
    private async Task<IReadOnlyList<PersonLine>> LinesAsync(TriageDb db, OfficerId? one, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = await (
            from posting in db.Postings.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on posting.Officer equals officer.Id
            where officer.RemovedAt == null && posting.Seat != Seat.Konselor.Code && (posting.To == null || posting.To > now) && (one == null || officer.Id == one)
            select new
            {
                posting,
                officer.Name,
                officer.Chat,
                officer.UnreachableSince,
                Invited = db.Invitations.Any(row => row.Officer == officer.Id && row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > now),
                Away = db.Absences.Any(row => row.Officer == officer.Id && row.From <= now && row.To > now),
                Waiting = db.Cards.Count(card => card.Officer == officer.Id && card.OfferedAt <= now && card.ReachedAt == null && card.WithdrawnAt == null
                    && db.Reports.Any(report => report.Id == card.Report && report.Status == ReportStatus.Offered && report.Lead == null)),
            }).Take(2000).ToListAsync(ct);
        var order = jurisdiction.Kabupaten.Kecamatan.OrderBy(kecamatan => kecamatan.Name).Select((kecamatan, index) => (kecamatan.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index);
        return
        [
            .. rows.Select(row => new PersonLine(
                    row.posting.Officer, row.Name, row.posting.Id, row.posting.Seat, row.posting.Kecamatan, row.posting.IsDeputy, row.posting.From, row.posting.To, row.posting.Duty,
                    row.Chat is null ? (row.Invited ? Standing.Invited : Standing.Lapsed) : row.UnreachableSince is not null ? Standing.Unreachable : row.Away ? Standing.Away : Standing.Bound,
                    row.Waiting))
                .OrderBy(line => line.Kecamatan is { } code ? order.GetValueOrDefault(code, int.MaxValue) : -1)
                .ThenBy(line => RankOf(line.Seat)).ThenBy(line => line.Seat, StringComparer.Ordinal).ThenBy(line => line.IsDeputy).ThenBy(line => line.Name, StringComparer.Ordinal),
        ];
    }

    private static int RankOf(string seat) => seat switch { "koordinator" => 0, "auditor" => 1, "camat" => 2, "kapolsek" => 3, "danramil" => 4, _ => 5 };
}
