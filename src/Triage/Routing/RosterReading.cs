using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Routing;

/// <summary>The roster as it stands: bound people in seats that are valid now, in every kecamatan of their unit, with whoever stands in.</summary>
public static class RosterReading
{
    /// <param name="local">For duty times; without it everybody counts as on duty.</param>
    public static async Task<Roster> RosterAsync(this TriageDb db, DateTimeOffset now, LocalTime? local = null)
    {
        var rows = await (
            from posting in db.Postings.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on posting.Officer equals officer.Id
            where officer.Chat != null && officer.RemovedAt == null && posting.From <= now && (posting.To == null || posting.To > now)
            orderby posting.From
            select new { posting, officer.UnreachableSince }).ToListAsync();
        var away = await db.Absences.AsNoTracking().Where(row => row.From <= now && row.To > now).ToListAsync();
        var areas = await db.UnitAreas.AsNoTracking().ToListAsync();
        var unreachable = rows.Where(row => row.UnreachableSince is not null).Select(row => row.posting.Officer).ToHashSet();
        var bound = rows.Select(row => row.posting.Officer).ToHashSet();
        List<Posting> postings =
        [
            .. rows.SelectMany(row => Everywhere(row.posting, areas).Select(kecamatan => new Posting(
                row.posting.Officer,
                new Seat(row.posting.Seat),
                kecamatan,
                row.posting.IsDeputy,
                Reachable: row.UnreachableSince is null,
                Absent: away.Exists(absence => absence.Officer == row.posting.Officer),
                OffDuty: local is not null && row.posting.Duty is { } duty && DutyTimes.Parse(duty)?.Holds(local, now) == false))),
        ];
        return new Roster([.. postings, .. StandIns(postings, away, bound, unreachable)]);
    }

    /// <summary>Where the unit sits, and what else it covers.</summary>
    private static IEnumerable<Domain.Places.KecamatanCode?> Everywhere(PostingRow posting, List<UnitAreaRow> areas) => posting.Kecamatan is { } home
        ? areas.Where(area => area.Seat == posting.Seat && area.Home == home).Select(area => (Domain.Places.KecamatanCode?)area.Covers).Prepend(home).Distinct()
        : [null];

    /// <summary>Whoever stands in for somebody who is away has their seat as a deputy, for that time.</summary>
    private static IEnumerable<Posting> StandIns(
        List<Posting> postings, List<AbsenceRow> away, HashSet<Domain.OfficerId> bound, HashSet<Domain.OfficerId> unreachable) =>
        from absence in away
        where absence.Substitute is { } other && bound.Contains(other)
        let substitute = absence.Substitute!.Value
        from held in postings
        where held.Officer == absence.Officer
            && !postings.Exists(own => own.Officer == substitute && own.Seat == held.Seat && own.Kecamatan == held.Kecamatan)
        select held with
        {
            Officer = substitute,
            IsDeputy = true,
            Reachable = !unreachable.Contains(substitute),
            Absent = away.Exists(row => row.Officer == substitute),
            OffDuty = false,
        };
}
