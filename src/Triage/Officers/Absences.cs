using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Officers;

/// <summary>Officers see to their own leave and who stands in (policy 4.2, 4.3).</summary>
public sealed class Absences(Jurisdiction jurisdiction, CaseWork work, RouteReport routing, Randomness random)
{
    /// <summary>Who could stand in for an officer: the others of their seats, deputies first, by id so that the order is always the same.</summary>
    public Task<IReadOnlyList<(OfficerId Officer, string Name)>> StandInsAsync(Unit unit, OfficerId officer) => StandInsAsync(unit.Db, unit.Now, officer);

    public async Task<IReadOnlyList<(OfficerId Officer, string Name)>> StandInsAsync(TriageDb db, DateTimeOffset now, OfficerId officer)
    {
        var roster = await db.RosterAsync(now, jurisdiction.Local);
        var seats = roster.Postings.Where(held => held.Officer == officer).Select(held => (held.Seat, held.Kecamatan)).ToHashSet();
        var others = roster.Postings
            .Where(held => held.Officer != officer && held.Available && seats.Any(seat => seat.Seat == held.Seat && (seat.Kecamatan is null || seat.Kecamatan == held.Kecamatan)))
            .OrderByDescending(held => held.IsDeputy).ThenBy(held => held.Officer.Value)
            .Select(held => held.Officer).Distinct().ToList();
        var names = await db.Officers.AsNoTracking().Where(row => others.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        return [.. others.Select(id => (id, names[id]))];
    }

    public static Task<AbsenceRow?> RunningAsync(Unit unit, OfficerId officer) => unit.Db.Absences
        .Where(row => row.Officer == officer && row.To > unit.Now).OrderBy(row => row.From).FirstOrDefaultAsync();

    /// <summary>
    /// Enters the leave, in whole local days; today begins at once. What the officer holds is offered to whoever stands in, and stays with
    /// the giver until that one accepts or the leave begins (policy 4.3).
    /// </summary>
    public async Task<AbsenceRow> BeginAsync(Unit unit, OfficerId officer, DateOnly from, int days, OfficerId? substitute)
    {
        foreach (var earlier in await unit.Db.Absences.Where(row => row.Officer == officer && row.To > unit.Now).ToListAsync())
        {
            earlier.To = earlier.From > unit.Now ? earlier.From : unit.Now; // the new one takes its place
        }

        var start = jurisdiction.Local.On(from, TimeSpan.Zero);
        var absence = new AbsenceRow
        {
            Id = random.Id(),
            Officer = officer,
            Substitute = substitute,
            From = start > unit.Now ? start : unit.Now,
            To = jurisdiction.Local.On(from.AddDays(days), TimeSpan.Zero),
        };
        unit.Db.Absences.Add(absence);
        if (substitute is { } to)
        {
            await OfferHeldAsync(unit, officer, to);
        }

        return absence;
    }

    /// <summary>Back before the leave is over. What went to the deputy stays there.</summary>
    public static async Task<bool> EndAsync(Unit unit, OfficerId officer)
    {
        var running = await unit.Db.Absences.Where(row => row.Officer == officer && row.To > unit.Now).ToListAsync();
        foreach (var absence in running)
        {
            absence.To = unit.Now;
        }

        return running.Count > 0;
    }

    private async Task OfferHeldAsync(Unit unit, OfficerId giver, OfficerId to)
    {
        ReportStatus[] givable = [ReportStatus.Accepted, ReportStatus.InProgress, ReportStatus.Waiting];
        var roster = await unit.Db.RosterAsync(unit.Now, jurisdiction.Local);
        foreach (var report in await unit.Db.Reports.Where(report => report.Lead == giver && givable.Contains(report.Status)).ToListAsync())
        {
            var own = await unit.Db.Cards.AsNoTracking().FirstOrDefaultAsync(card => card.Report == report.Id && card.Officer == giver);
            if (own is null || !Domain.Routing.Router.Untainted(report.Accused, roster).Postings.Any(held => held.Officer == to))
            {
                continue; // whoever stands in may sit in the accused office as well (policy 5.4)
            }

            await routing.DealAsync(unit, report, [new Domain.Routing.Assignment(
                to, new Domain.Rosters.Seat(own.Seat), own.Kecamatan, Domain.Routing.Part.Support, Domain.Programmes.AudienceTier.Full, Now: true)]);
            var moved = report.ProposeHandOver(Actor.In(own.Seat, giver), to, own.Seat, unit.Now);
            if (await work.KeepAsync(unit, report, moved, giver) is Outcome<ReportFact>.Done)
            {
                await work.NotifyAsync(unit, to, new Notice.HandOverOffered(report.CaseNumber, own.Seat), report);
            }
        }
    }
}
