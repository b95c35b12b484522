using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;

namespace Kentongan.Domain.Routing;

/// <summary>What a seat has to do with a report.</summary>
public enum Part
{
    /// <summary>Owns the clock.</summary>
    Lead,

    /// <summary>May accept in the lead's stead.</summary>
    Support,

    /// <summary>Is told, answers for nothing.</summary>
    Copy,

    /// <summary>Decides what the system may not: place, conflict of interest, suspicion.</summary>
    Screener,
}

/// <param name="Now">False for deputies below P0: they are told at level 1 (policy 3).</param>
public sealed record Assignment(OfficerId Officer, Seat Seat, KecamatanCode? Kecamatan, Part Part, AudienceTier Tier, bool Now);

/// <param name="ScreeningReason">Why a person must look first; null where the report is offered at once.</param>
public sealed record RoutingPlan(IReadOnlyList<Assignment> Assignments, string? ScreeningReason);

/// <summary>Decides who gets a report: domain.md 3 says who leads, policy 1.1, 2, 3 and 5.4 the rest. Pure.</summary>
public static class Router
{
    /// <summary>Stable reasons for screening.</summary>
    public const string NoPlace = "tanpa-lokasi", Conflict = "konflik-kepentingan", NobodyThere = "tak-ada-petugas", Declined = "bukan-wewenang", TooManyTransfers = "pindah-wilayah";

    /// <summary>Who may look into a report that accuses the coordinator's own office (policy 5.4).</summary>
    private static readonly Seat[] Oversight = [new("auditor"), new("inspektorat")];

    /// <param name="place">Where it happened; null where nobody knows yet.</param>
    /// <param name="cleared">True once the coordinator has looked: a conflict no longer holds the report back, the accused stay out.</param>
    public static RoutingPlan Plan(Report report, Subcategory subcategory, Place? place, Roster roster, bool cleared)
    {
        if (report.Accused == AccusedOffice.Kabupaten)
        {
            return Screening(Conflict, Oversight.SelectMany(seat => roster.Holding(seat, null)));
        }

        if (report.Accused != AccusedOffice.None && !cleared)
        {
            return Screening(Conflict, roster.Coordinators);
        }

        if (place is null)
        {
            return Screening(NoPlace, roster.Coordinators);
        }

        var offers = Offers(report, subcategory, place.Kecamatan, roster).ToList();
        return offers.Exists(offer => offer.Now && offer.Part is Part.Lead or Part.Support)
            ? new RoutingPlan(offers, null)
            : Screening(NobodyThere, roster.Coordinators);
    }

    /// <summary>Whether a seat may not learn that this report exists (policy 5.4). Holds for its deputies and its hierarchy too.</summary>
    public static bool IsAccused(AccusedOffice accused, Seat seat) => accused switch
    {
        AccusedOffice.Polsek => seat.Code is "kapolsek" or "bhabinkamtibmas" or "satreskrim" or "satresnarkoba" or "polres" or "satlantas",
        AccusedOffice.Koramil => seat.Code is "danramil" or "babinsa",
        AccusedOffice.Kecamatan => seat.Code is "camat" or "kasi-trantib",
        AccusedOffice.Desa => seat.Code is "kades",
        AccusedOffice.Kabupaten => seat.Code is not ("auditor" or "inspektorat"),
        _ => false,
    };

    private static IEnumerable<Assignment> Offers(Report report, Subcategory subcategory, KecamatanCode kecamatan, Roster roster)
    {
        var urgent = report.Priority == Priority.P0;
        var holders = roster with { Postings = [.. roster.Postings.Where(posting => !IsAccused(report.Accused, posting.Seat))] };
        var lead = subcategory.Lead.FirstOrDefault(seat => holders.Holding(seat, kecamatan).Any(holder => holder.Reachable));
        var wide = urgent
            ? subcategory.Lead.Concat(subcategory.Support).Concat(Seat.Triad)
            : report.Priority == Priority.P3 ? [] : subcategory.Lead.Where(seat => seat.IsTriad).Concat(subcategory.Support);

        List<Assignment> offers = [.. From(lead, Part.Lead, AudienceTier.Full)];
        offers.AddRange(wide.Distinct().Where(seat => seat != lead).SelectMany(seat => From(seat, Part.Support, SupportTier(seat))));
        offers.AddRange(subcategory.Copies.Distinct().SelectMany(seat => From(seat, Part.Copy, AudienceTier.Ringkas)));
        if (urgent)
        {
            offers.AddRange(From(Seat.Koordinator, Part.Copy, AudienceTier.Full));
        }

        return offers.DistinctBy(offer => offer.Officer);

        IEnumerable<Assignment> From(Seat seat, Part part, AudienceTier tier) => seat.Code is null
            ? []
            : holders.Holding(seat, kecamatan)
                .Select(holder => new Assignment(holder.Officer, seat, holder.Kecamatan, part, tier, urgent || !holder.IsDeputy));

        // A seat that could lead must be able to judge; the others see what the programme allows (policy 1.1).
        AudienceTier SupportTier(Seat seat) => subcategory.Lead.Contains(seat) ? AudienceTier.Full : subcategory.SupportSees;
    }

    private static RoutingPlan Screening(string reason, IEnumerable<Posting> holders) => new(
        [.. holders.Select(holder => new Assignment(holder.Officer, holder.Seat, null, Part.Screener, AudienceTier.Full, Now: true))],
        reason);
}
