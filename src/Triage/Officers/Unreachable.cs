using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Officers;

/// <summary>An officer who blocked the bot cannot be reached: level 1 comes now, and the coordinator is told (policy 4.1).</summary>
public sealed class Unreachable(CaseWork work)
{
    public async Task LostAsync(Unit unit, OfficerId id)
    {
        if (await unit.Db.Officers.SingleOrDefaultAsync(row => row.Id == id && row.UnreachableSince == null && row.RemovedAt == null) is not { } officer)
        {
            return;
        }

        officer.UnreachableSince = unit.Now;
        if (await unit.Db.Postings.AnyAsync(row => row.Officer == id && row.Seat == Seat.Konselor.Code && row.To == null))
        {
            return; // no report waits for them, and nobody outside is to learn when a counsellor was written to (policy 5.7)
        }

        await HastenAsync(unit, id);
        await TellCoordinatorsAsync(unit, officer, (seat, kecamatan) => new Notice.SeatUnreachable(seat, kecamatan, officer.Name));
    }

    /// <summary>They wrote again, so they can be reached.</summary>
    public static async Task FoundAsync(Unit unit, OfficerId id)
    {
        if (await unit.Db.Officers.SingleOrDefaultAsync(row => row.Id == id && row.UnreachableSince != null) is { } officer)
        {
            officer.UnreachableSince = null;
        }
    }

    /// <summary>The leave of an officer has begun: the next level comes now for what was offered to them, and the coordinator is told (policy 4.2).</summary>
    public async Task AwayAsync(Unit unit, AbsenceRow absence)
    {
        absence.BegunAt = unit.Now;
        if (await unit.Db.Officers.SingleOrDefaultAsync(row => row.Id == absence.Officer && row.RemovedAt == null) is { } officer)
        {
            await HastenAsync(unit, officer.Id);
            var days = (int)Math.Ceiling((absence.To - absence.From).TotalDays);
            await TellCoordinatorsAsync(unit, officer, (seat, kecamatan) => new Notice.SeatAbsent(seat, kecamatan, officer.Name, days));
        }
    }

    /// <summary>The next level comes now for what was offered to somebody who will not answer (policy 4.1, 4.2).</summary>
    public static async Task HastenAsync(Unit unit, OfficerId id)
    {
        var waiting = await (
            from deadline in unit.Db.Deadlines
            join report in unit.Db.Reports on deadline.Report equals report.Id
            where deadline.Kind == DeadlineKind.Level1 && deadline.DueAt > unit.Now && report.Status == ReportStatus.Offered
                && unit.Db.Cards.Any(card => card.Report == report.Id && card.Officer == id && card.Part != Part.Copy && card.OfferedAt <= unit.Now && card.WithdrawnAt == null)
            select deadline).ToListAsync();
        waiting.ForEach(deadline => deadline.DueAt = unit.Now);
    }

    private async Task TellCoordinatorsAsync(Unit unit, OfficerRow officer, Func<string, string?, Notice> say)
    {
        var posting = await unit.Db.Postings.AsNoTracking().FirstOrDefaultAsync(row => row.Officer == officer.Id && row.To == null);
        var notice = say(posting?.Seat ?? "", posting?.Kecamatan?.Value);
        foreach (var coordinator in (await unit.Db.RosterAsync(unit.Now)).Coordinators.Where(row => row.Officer != officer.Id))
        {
            await work.NotifyAsync(unit, coordinator.Officer, notice);
        }
    }
}
