using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.People;

/// <summary>What a coordinator sets about those who are there: seats and how long they hold, duty times, leave, areas of units; each is audited.</summary>
public sealed class PostingDesk(PeopleDesk people, Absences absences, Jurisdiction jurisdiction, Committer committer, AuditLog audit, Randomness random)
{
    private const int LongestLeave = 90;

    private LocalTime Local => jurisdiction.Local;

    /// <summary>Gives somebody who is bound another seat; whoever is only invited has the one of the invitation.</summary>
    public async Task<bool> AddAsync(Viewer viewer, OfficerId id, string seatCode, KecamatanCode? kecamatan, bool isDeputy, CancellationToken ct)
    {
        var seat = new Seat(seatCode);
        KecamatanCode? where = seat.IsTriad ? kecamatan : null;
        return people.Fits(seat, kecamatan) && await people.ChangeAsync(viewer, id, "post", ct: ct, change: async unit =>
        {
            if (!await unit.Db.Officers.AnyAsync(row => row.Id == id && row.Chat != null)
                || await unit.Db.Postings.AnyAsync(row => row.Officer == id && row.Seat == seat.Code && row.Kecamatan == where && (row.To == null || row.To > unit.Now)))
            {
                return null;
            }

            unit.Db.Postings.Add(new PostingRow { Id = random.Id(), Officer = id, Seat = seat.Code, Kecamatan = where, IsDeputy = isDeputy, From = unit.Now });
            return "";
        }) is not null;
    }

    /// <param name="lastDay">The last day on which it holds; null for as long as nobody says otherwise.</param>
    /// <param name="duty">As <see cref="DutyTimes"/> reads it; null for always.</param>
    public async Task<bool> SetAsync(Viewer viewer, OfficerId id, Guid posting, bool isDeputy, string? duty, DateOnly? lastDay, CancellationToken ct) =>
        (duty is null || DutyTimes.Parse(duty) is not null) && await people.ChangeAsync(viewer, id, "set", ct: ct, change: async unit =>
        {
            var until = lastDay is { } day ? Local.On(day.AddDays(1), TimeSpan.Zero) : (DateTimeOffset?)null;
            if (await StandingAsync(unit, id, posting) is not { } row || until <= unit.Now || (until is not null && IsOwnDesk(viewer, row)))
            {
                return null;
            }

            (row.IsDeputy, row.Duty, row.To) = (isDeputy, duty, until);
            return "";
        }) is not null;

    /// <summary>Ends one seat now. Nobody gives up the desk they are sitting at.</summary>
    public async Task<bool> EndAsync(Viewer viewer, OfficerId id, Guid posting, CancellationToken ct) => await people.ChangeAsync(viewer, id, "unpost", ct: ct, change: async unit =>
    {
        if (await StandingAsync(unit, id, posting) is not { } row || IsOwnDesk(viewer, row))
        {
            return null;
        }

        row.To = unit.Now;
        return "";
    }) is not null;

    /// <summary>Enters somebody's leave: of oneself, or for somebody else by the coordinator (policy 4.2).</summary>
    public async Task<bool> LeaveAsync(Viewer viewer, OfficerId id, DateOnly from, int days, OfficerId? substitute, CancellationToken ct) =>
        days is > 0 and <= LongestLeave && await people.ChangeAsync(viewer, id, "leave", ct: ct, change: async unit =>
        {
            if (from < Local.DateOf(unit.Now) || from > Local.DateOf(unit.Now).AddDays(365)
                || (substitute is { } other && !(await absences.StandInsAsync(unit, id)).Any(one => one.Officer == other)))
            {
                return null;
            }

            await absences.BeginAsync(unit, id, from, days, substitute);
            return "";
        }) is not null;

    public async Task<bool> BackAsync(Viewer viewer, OfficerId id, CancellationToken ct) =>
        await people.ChangeAsync(viewer, id, "back", ct: ct, change: async unit => await Absences.EndAsync(unit, id) ? "" : null) is not null;

    /// <summary>A unit answers for another kecamatan as well, or no longer (domain.md 2.1).</summary>
    public async Task<bool> CoverAsync(Viewer viewer, string seat, KecamatanCode home, KecamatanCode covers, bool on, CancellationToken ct) =>
        new Seat(seat).IsTriad && home != covers && jurisdiction.Regions.Find(home) is not null && jurisdiction.Regions.Find(covers) is not null
        && await committer.CommitAsync(
            async unit =>
            {
                var row = await unit.Db.UnitAreas.SingleOrDefaultAsync(row => row.Seat == seat && row.Home == home && row.Covers == covers);
                if (on == row is not null)
                {
                    return false;
                }

                if (on)
                {
                    unit.Db.UnitAreas.Add(new UnitAreaRow { Seat = seat, Home = home, Covers = covers });
                }
                else
                {
                    unit.Db.UnitAreas.Remove(row!);
                }

                await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"{(on ? "cover" : "uncover")} {seat} {home.Value} {covers.Value}");
                return true;
            },
            ct);

    private static bool IsOwnDesk(Viewer viewer, PostingRow row) => row.Officer == viewer.Officer && row.Seat == Seat.Koordinator.Code;

    private static Task<PostingRow?> StandingAsync(Unit unit, OfficerId id, Guid posting) =>
        unit.Db.Postings.SingleOrDefaultAsync(row => row.Id == posting && row.Officer == id && (row.To == null || row.To > unit.Now));
}
