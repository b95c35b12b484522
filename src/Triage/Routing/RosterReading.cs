using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Routing;

/// <summary>The roster as it stands: bound people in seats that are valid now, in every kecamatan of their unit, with whoever stands in.</summary>
public static class RosterReading
{
    private static readonly CompiledQuery<DateTimeOffset, Held> Holders = new((db, now) =>
        from posting in db.Postings.AsNoTracking()
        join officer in db.Officers.AsNoTracking() on posting.Officer equals officer.Id
        where officer.Chat != null && officer.RemovedAt == null && posting.From <= now && (posting.To == null || posting.To > now)
        orderby posting.From
        select new Held(posting.Officer, posting.Seat, posting.Kecamatan, posting.IsDeputy, posting.Duty, officer.UnreachableSince));

    private static readonly CompiledQuery<DateTimeOffset, AbsenceRow> Away = new((db, now) =>
        db.Absences.AsNoTracking().Where(row => row.From <= now && row.To > now));

    private static readonly CompiledQuery<int, UnitAreaRow> Areas = new((db, _) => db.UnitAreas.AsNoTracking());

    /// <param name="local">For duty times; without it everybody counts as on duty.</param>
    public static async Task<Roster> RosterAsync(this TriageDb db, DateTimeOffset now, LocalTime? local = null)
    {
        var rows = await Holders.ListAsync(db, now);
        var away = await Away.ListAsync(db, now);
        var areas = await Areas.ListAsync(db, 0);
        var unreachable = rows.Where(row => row.UnreachableSince is not null).Select(row => row.Officer).ToHashSet();
        var bound = rows.Select(row => row.Officer).ToHashSet();
        List<Posting> postings =
        [
            .. rows.SelectMany(row => Everywhere(row, areas).Select(kecamatan => new Posting(
                row.Officer,
                new Seat(row.Seat),
                kecamatan,
                row.IsDeputy,
                Reachable: row.UnreachableSince is null,
                Absent: away.Any(absence => absence.Officer == row.Officer),
                OffDuty: local is not null && row.Duty is { } duty && DutyTimes.Parse(duty)?.Holds(local, now) == false))),
        ];
        return new Roster([.. postings, .. StandIns(postings, away, bound, unreachable)]);
    }

    /// <summary>Where the unit sits, and what else it covers.</summary>
    private static IEnumerable<Domain.Places.KecamatanCode?> Everywhere(Held posting, IReadOnlyList<UnitAreaRow> areas) => posting.Kecamatan is { } home
        ? areas.Where(area => area.Seat == posting.Seat && area.Home == home).Select(area => (Domain.Places.KecamatanCode?)area.Covers).Prepend(home).Distinct()
        : [null];

    /// <summary>Whoever stands in for somebody who is away has their seat as a deputy, for that time.</summary>
    private static IEnumerable<Posting> StandIns(
        List<Posting> postings, IReadOnlyList<AbsenceRow> away, HashSet<Domain.OfficerId> bound, HashSet<Domain.OfficerId> unreachable) =>
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
            Absent = away.Any(row => row.Officer == substitute),
            OffDuty = false,
        };

    private sealed record Held(Domain.OfficerId Officer, string Seat, Domain.Places.KecamatanCode? Kecamatan, bool IsDeputy, string? Duty, DateTimeOffset? UnreachableSince);
}
