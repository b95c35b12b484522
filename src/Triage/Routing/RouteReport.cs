using System.Buffers.Binary;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Routing;

/// <summary>Gives a report to the seats that answer for it, or to the coordinator where a person must look first (policy 2).</summary>
public sealed class RouteReport(Jurisdiction jurisdiction, CaseWork work, Randomness random)
{
    /// <summary>Routes a report that has just come. Safe to run twice: a report that is no longer new is left alone.</summary>
    public async Task HandleAsync(Unit unit, ReportId id)
    {
        if (await CaseWork.FindAsync(unit, id) is { Status: ReportStatus.Received } report)
        {
            await OfferAsync(unit, report, Actor.System, PlaceOf(report), cleared: false);
        }
    }

    /// <summary>Offers a report, or sends it to the coordinator's desk where the plan says so.</summary>
    public async Task<Outcome<ReportFact>> OfferAsync(Unit unit, Report report, Actor by, Place? place, bool cleared)
    {
        var roster = await unit.Db.RosterAsync(unit.Now);
        var plan = Router.Plan(report, SubcategoryOf(report), place, roster, cleared);
        var moved = plan.ScreeningReason is { } reason && report.Status != ReportStatus.Screening
            ? report.Screen(reason, unit.Now)
            : plan.ScreeningReason is null
                ? report.Offer(by, place, unit.Now)
                : new Refusal.NobodyReachable();
        if (moved is Outcome<ReportFact>.Done)
        {
            await DealAsync(unit, report, plan.Assignments);
        }

        return await work.KeepAsync(unit, report, moved, by.Officer);
    }

    /// <summary>A report that was reopened: dealt as if it were new; to the coordinator's desk where nobody can take it.</summary>
    public async Task DealAgainAsync(Unit unit, Report report)
    {
        var plan = Router.Plan(report, SubcategoryOf(report), PlaceOf(report), await unit.Db.RosterAsync(unit.Now), cleared: true);
        if (plan.ScreeningReason is { } reason)
        {
            await work.KeepAsync(unit, report, report.Screen(reason, unit.Now));
        }

        await DealAsync(unit, report, plan.Assignments);
    }

    /// <summary>Deals cards to those who have none and sends those whose turn it is.</summary>
    public async Task DealAsync(Unit unit, Report report, IReadOnlyList<Assignment> assignments)
    {
        var dealt = await unit.Db.Cards.Where(card => card.Report == report.Id).ToListAsync();
        foreach (var assignment in assignments)
        {
            var card = dealt.Find(card => card.Officer == assignment.Officer);
            if (card is null)
            {
                card = new CardRow { Id = NewCardId(), Report = report.Id, Officer = assignment.Officer, CreatedAt = unit.Now };
                unit.Db.Cards.Add(card);
            }

            (card.Seat, card.Kecamatan, card.Part, card.Tier) = (assignment.Seat.Code, assignment.Kecamatan, assignment.Part, assignment.Tier);
            card.WithdrawnAt = null;
            if (assignment.Now)
            {
                await work.SendCardAsync(unit, report, card);
            }
        }
    }

    public static Place? PlaceOf(Report report) => report.Kecamatan is { } kecamatan ? new Place(kecamatan, report.Desa) : null;

    private Domain.Programmes.Subcategory SubcategoryOf(Report report) => jurisdiction.Programmes.Find(report.Category)
        ?? throw new InvalidOperationException("A report of a category that no programme has any more.");

    private long NewCardId()
    {
        Span<byte> bytes = stackalloc byte[8];
        random.Fill(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) & long.MaxValue;
    }
}
