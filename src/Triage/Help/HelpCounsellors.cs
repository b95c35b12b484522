using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>Who reads requests for help: people of a seat of its own, who hold no other (policy 5.7).</summary>
public sealed class HelpCounsellors(CounselHelp counsel, HelpWork work, Invitations invitations)
{
    public static Task<bool> IsOneAsync(Unit unit, OfficerId officer) => unit.Db.Postings.AsNoTracking().AnyAsync(
        row => row.Officer == officer && row.Seat == Seat.Konselor.Code && (row.To == null || row.To > unit.Now));

    /// <summary>Somebody has just been bound: whatever waits is offered to them.</summary>
    public async Task WelcomeAsync(Unit unit, OfficerId counsellor)
    {
        foreach (var request in await unit.Db.Set<HelpRequest>().Where(one => one.Status == HelpStatus.Waiting).ToListAsync())
        {
            await work.OfferAsync(unit, request, counsellor);
        }
    }

    /// <summary>Takes a counsellor out; what they had waits for the others, and their cards are forgotten.</summary>
    /// <returns>False where there is no such counsellor.</returns>
    public async Task<bool> RemoveAsync(Unit unit, OfficerId counsellor)
    {
        if (!await IsOneAsync(unit, counsellor) || !await invitations.RemoveAsync(unit, counsellor))
        {
            return false;
        }

        foreach (var request in await unit.Db.Set<HelpRequest>().Where(one => one.Status == HelpStatus.Taken && one.Counsellor == counsellor).ToListAsync())
        {
            request.Release(counsellor);
            await work.RefreshAsync(unit, request.Id);
            await counsel.WaitsAgainAsync(unit, request, counsellor);
        }

        unit.Db.Set<HelpCardRow>().RemoveRange(await unit.Db.Set<HelpCardRow>().Where(row => row.Counsellor == counsellor).ToListAsync());
        return true;
    }
}
