using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Routing;

/// <summary>Gives a report to the seats that answer for it, or to the coordinator where a person must look first (policy 2).</summary>
public sealed class RouteReport(Jurisdiction jurisdiction, CaseWork work, Arrival arrival, ReportVault vault, Randomness random)
{
    private static readonly CompiledQuery<ReportId, CardRow> Dealt = new((db, report) => db.Cards.Where(card => card.Report == report));

    /// <summary>Routes a report that has just come. Safe to run twice: a report that is no longer new is left alone.</summary>
    /// <param name="told">Where it happened, told since it was filed; null where that is all that is known.</param>
    public async Task HandleAsync(Unit unit, ReportId id, Place? told = null)
    {
        if (await CaseWork.FindAsync(unit, id) is { Status: ReportStatus.Received } report)
        {
            var place = told ?? PlaceOf(report);
            var speaker = await arrival.BeforeAsync(unit, report, () => WouldAskAsync(unit, report, place));
            await OfferAsync(unit, report, Actor.System, place, cleared: false, work.Blurred(report, unit.Now));
            await arrival.AfterAsync(unit, report, speaker, this);
        }
    }

    /// <summary>Offers a report, or sends it to the coordinator's desk where the plan says so.</summary>
    /// <param name="visible">When the cards leave, and the clocks of whoever gets them start; null for now.</param>
    public async Task<Outcome<ReportFact>> OfferAsync(Unit unit, Report report, Actor by, Place? place, bool cleared, DateTimeOffset? visible = null)
    {
        var isNew = report.Status == ReportStatus.Received;
        var plan = await PlanAsync(unit, report, place, cleared);
        var moved = plan.ScreeningReason is { } reason && report.Status != ReportStatus.Screening
            ? report.Screen(reason, unit.Now)
            : plan.ScreeningReason is null
                ? report.Offer(by, place, unit.Now, visible)
                : new Refusal.NobodyReachable();
        if (moved is Outcome<ReportFact>.Done)
        {
            if (!isNew)
            {
                await WithdrawAsync(unit, report);
            }

            await DealAsync(unit, report, plan.Assignments, visible);
        }

        return await work.KeepAsync(unit, report, moved, by.Officer, visible: visible);
    }

    /// <summary>A report that is on offer anew: dealt as if it had just come; to the coordinator's desk where nobody can take it.</summary>
    public async Task DealAgainAsync(Unit unit, Report report, DateTimeOffset? visible = null)
    {
        var cleared = (await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support)).Exists(card => card.OfferedAt is not null);
        var plan = await PlanAsync(unit, report, PlaceOf(report), cleared);
        if (plan.ScreeningReason is { } reason)
        {
            await ScreenAsync(unit, report, reason);
            return;
        }

        await DealAsync(unit, report, plan.Assignments, visible);
    }

    /// <summary>Takes a report off everybody's table and lays it on the coordinator's desk, or that of whoever watches over the accused.</summary>
    public async Task<Outcome<ReportFact>> ScreenAsync(Unit unit, Report report, string reason)
    {
        var moved = report.Screen(reason, unit.Now);
        if (moved is Outcome<ReportFact>.Done)
        {
            await WithdrawAsync(unit, report);
            await DealToDeskAsync(unit, report);
        }

        return await work.KeepAsync(unit, report, moved);
    }

    /// <summary>To whoever screens: the coordinators, and whoever watches over the accused (policy 5.4).</summary>
    public async Task DealToDeskAsync(Unit unit, Report report)
    {
        var roster = await unit.Db.RosterAsync(unit.Now, jurisdiction.Local);
        var plan = Router.Plan(report, SubcategoryOf(report), PlaceOf(report), roster, cleared: false);
        await DealAsync(unit, report, report.Accused != AccusedOffice.None && plan.ScreeningReason is not null
            ? plan.Assignments
            : Screeners(report, roster));
    }

    /// <summary>
    /// The coordinators who may know of the report, wherever else they sit, and who stands in while none of them is there; the auditor in their
    /// stead where the whole kabupaten is accused (policy 4.2, 5.4).
    /// </summary>
    public static IReadOnlyList<Assignment> Screeners(Report report, Roster roster)
    {
        var untainted = Router.Untainted(report.Accused, roster);
        var desk = report.Accused == AccusedOffice.Kabupaten ? untainted.Holding(new Seat("auditor"), null) : untainted.Desk;
        return
        [
            .. desk.DistinctBy(posting => posting.Officer).Select(posting => new Assignment(
                posting.Officer, posting.Seat, null, Part.Screener, Domain.Programmes.AudienceTier.Full, Now: true)),
        ];
    }

    /// <summary>Those who had it keep a card that says where it went, and no button; whoever is dealt it anew has it back.</summary>
    public static async Task WithdrawAsync(Unit unit, Report report)
    {
        foreach (var card in await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support, Part.Copy))
        {
            card.WithdrawnAt = unit.Now;
        }
    }

    /// <summary>Deals cards to those who have none and sends those whose turn it is.</summary>
    public async Task DealAsync(Unit unit, Report report, IReadOnlyList<Assignment> assignments, DateTimeOffset? visible = null)
    {
        // Whoever answers for it works on it by its own card; a member on offer waits behind its speaker's (policy 3.2).
        var spokenFor = report is { IsSpokenFor: true, Status: ReportStatus.Offered } && await Situations.StaysBehindAsync(unit, report);
        await Dealt.ListAsync(unit.Db, report.Id);
        var dealt = unit.Db.Cards.Local.Where(card => card.Report == report.Id).ToList(); // also those of this unit
        foreach (var assignment in assignments)
        {
            var card = dealt.Find(card => card.Officer == assignment.Officer);
            if (card is null)
            {
                card = new CardRow { Id = CardRow.NewId(random), Report = report.Id, Officer = assignment.Officer, CreatedAt = unit.Now };
                unit.Db.Cards.Add(card);
            }

            (card.Seat, card.Kecamatan, card.Part, card.Tier) = (assignment.Seat.Code, assignment.Kecamatan, assignment.Part, assignment.Tier);
            card.WithdrawnAt = null;
            if (assignment.Now && !spokenFor) // its situation has a card out already
            {
                await work.SendCardAsync(unit, report, card, visible);
            }
        }
    }

    /// <summary>
    /// After nobody holds it any more, a level higher than before: whoever that level reaches and who never had its card gets it, deputies and
    /// other seats from level 1, the coordinator from level 2; it is dealt anew where none of those who were asked can be reached (policy 1.3,
    /// 2, 3, 4.2).
    /// </summary>
    public async Task BackOnOfferAsync(Unit unit, Report report)
    {
        var roster = await unit.Db.RosterAsync(unit.Now, jurisdiction.Local);
        if (!await IsAnybodyAskedAsync(unit, report, roster, Part.Lead, Part.Support, Part.Screener))
        {
            await DealAgainAsync(unit, report);
            return;
        }

        var had = (await Dealt.ListAsync(unit.Db, report.Id)).Where(card => card.OfferedAt is not null || card.WithdrawnAt is not null).Select(card => card.Officer).ToHashSet();
        var plan = Router.Plan(report, SubcategoryOf(report), PlaceOf(report), roster, cleared: true);
        var reached = plan.ScreeningReason is not null ? [] : plan.Assignments.Where(assignment => assignment.Part is not Part.Copy).Select(assignment => assignment with { Now = true });
        var brought = report.EscalationLevel < 2 ? [] : Router.BroughtIn(report, roster, report.Priority == Priority.P3 ? 2 : report.EscalationLevel); // level 3 of P3 is for the digest
        await DealAsync(unit, report, [.. reached.Concat(brought).Where(assignment => !had.Contains(assignment.Officer)).DistinctBy(assignment => assignment.Officer)]);
    }

    /// <summary>Whether somebody in one of these parts was asked, may still answer, and can be reached.</summary>
    public static async Task<bool> IsAnybodyAskedAsync(Unit unit, Report report, Roster roster, params Part[] parts)
    {
        var there = roster.Postings.Where(held => held.Available).Select(held => held.Officer).ToHashSet();
        return (await CaseWork.CardsAsync(unit, report.Id, parts)).Exists(card => card is { OfferedAt: not null, WithdrawnAt: null } && there.Contains(card.Officer));
    }

    public static Place? PlaceOf(Report report) => report.Kecamatan is { } kecamatan ? new Place(kecamatan, report.Desa) : null;

    /// <returns>Nobody where a person must look at it first.</returns>
    private async Task<IReadOnlyCollection<OfficerId>> WouldAskAsync(Unit unit, Report report, Place? place) =>
        await PlanAsync(unit, report, place, cleared: false) is { ScreeningReason: null } plan
            ? [.. plan.Assignments.Where(assignment => assignment is { Now: true, Part: not Part.Copy }).Select(assignment => assignment.Officer)]
            : [];

    private async Task<RoutingPlan> PlanAsync(Unit unit, Report report, Place? place, bool cleared)
    {
        var roster = await unit.Db.RosterAsync(unit.Now, jurisdiction.Local);
        return Router.Plan(report, SubcategoryOf(report), place, roster, cleared, place is null && report.Priority == Priority.P0 ? await CandidatesAsync(unit, report) : []);
    }

    /// <summary>Where an emergency may be by the words of its story: two places that a person must choose from otherwise (policy 2).</summary>
    private async Task<IReadOnlyList<KecamatanCode>> CandidatesAsync(Unit unit, Report report) =>
        await vault.ReadContentAsync(unit.Db, report.Id, CancellationToken.None) is { } content
            ? [.. jurisdiction.Regions.Resolve(string.Join('\n', content.Story)).Candidates.Select(candidate => candidate.Place.Kecamatan).Distinct()]
            : [];

    private Domain.Programmes.Subcategory SubcategoryOf(Report report) => jurisdiction.Programmes.Find(report.Category)
        ?? throw new InvalidOperationException("A report of a category that no programme has any more.");
}
