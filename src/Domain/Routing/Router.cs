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

/// <param name="Now">
/// False for deputies below P0 while their principal can be reached, and for whoever cannot be reached: they are told at level 1
/// (policy 3, 4.1, 4.2).
/// </param>
public sealed record Assignment(OfficerId Officer, Seat Seat, KecamatanCode? Kecamatan, Part Part, AudienceTier Tier, bool Now);

/// <param name="ScreeningReason">Why a person must look first; null where the report is offered at once.</param>
public sealed record RoutingPlan(IReadOnlyList<Assignment> Assignments, string? ScreeningReason);

/// <summary>Decides who gets a report: domain.md 3 says who leads, policy 1.1, 2, 3 and 5.4 the rest. Pure.</summary>
public static class Router
{
    /// <summary>Stable reasons for screening.</summary>
    public const string NoPlace = "tanpa-lokasi", Conflict = "konflik-kepentingan", NobodyThere = "tak-ada-petugas", Declined = "bukan-wewenang", TooManyTransfers = "pindah-wilayah", LookFirst = "periksa-dulu";

    /// <summary>Whoever is on duty for the kabupaten and for the Polres hears of every emergency (policy 3).</summary>
    private static readonly Seat[] DutyOfficers = [new("piket"), Seat.Polres];

    /// <summary>Who helps people in danger, wherever an emergency has casualties (policy 3, 5.5).</summary>
    private static readonly Seat[] Rescuers = [new("psc-119"), new("puskesmas")];

    private static readonly Seat Inspectorate = new("inspektorat");

    /// <param name="place">Where it happened; null where nobody knows yet.</param>
    /// <param name="cleared">True once the coordinator has looked: a conflict no longer holds the report back, the accused stay out.</param>
    /// <param name="candidates">Where an emergency of no certain place may be, by its story: each of these triads is asked (policy 2).</param>
    public static RoutingPlan Plan(
        Report report, Subcategory subcategory, Place? place, Roster roster, bool cleared, IReadOnlyList<KecamatanCode>? candidates = null)
    {
        var untainted = Untainted(report.Accused, roster);
        var oversight = OversightOf(report.Accused).SelectMany(seat => untainted.Holding(seat, null));
        var urgent = report.Priority == Priority.P0;
        if (report.Accused == AccusedOffice.Kabupaten && cleared && untainted.Holding(Inspectorate, null).Any(holder => holder.Reachable))
        {
            // Nobody of the kabupaten may know: the inspectorate does what has to be done, and the auditor verifies (policy 5.4).
            return new RoutingPlan(
                [
                    .. untainted.Holding(Inspectorate, null).GroupBy(holder => holder.Officer).Select(same => new Assignment(
                        same.Key, Inspectorate, null, Part.Lead, AudienceTier.Full, same.Any(holder => holder.Reachable))),
                ],
                null);
        }

        if (report.Accused == AccusedOffice.Kabupaten || (report.Accused != AccusedOffice.None && !cleared && !urgent))
        {
            return Screening(Conflict, untainted.Desk.Concat(oversight));
        }

        if (report.ScreenFirst && !cleared && !urgent && untainted.Desk.Any())
        {
            return Screening(LookFirst, untainted.Desk); // three hoaxes in 90 days (policy 5.3)
        }

        if (place is null)
        {
            return OrAtOnce(Screening(NoPlace, untainted.Desk.Concat(oversight)), candidates ?? []);
        }

        // Within 500 m of a border both triads are asked; the first to accept has it (policy 5.1).
        var border = report.BorderKecamatan is { } near && near != place.Kecamatan ? [place.Kecamatan, near] : new[] { place.Kecamatan };
        var offers = border.SelectMany(kecamatan => Offers(report, subcategory, kecamatan, untainted)).DistinctBy(offer => offer.Officer).ToList();
        return offers.Exists(offer => offer.Now && offer.Part is Part.Lead or Part.Support)
            ? new RoutingPlan(offers, null)
            : OrAtOnce(Screening(NobodyThere, untainted.Desk), border);

        // An emergency never waits for screening (policy 1.7, 2): it is on offer at once, to whoever can say where to send it, whoever is on
        // duty, and every triad that it may concern.
        RoutingPlan OrAtOnce(RoutingPlan desk, IReadOnlyList<KecamatanCode> where) => !urgent || desk.Assignments.Count == 0
            ? desk
            : new RoutingPlan(
                [
                    .. desk.Assignments
                        .Concat(where.SelectMany(kecamatan => Offers(report, subcategory, kecamatan, untainted)))
                        .Concat(DutyOfficers.SelectMany(seat => untainted.Holding(seat, null)).Select(held =>
                            new Assignment(held.Officer, held.Seat, null, Part.Copy, AudienceTier.Full, held.Available)))
                        .DistinctBy(offer => offer.Officer),
                ],
                null);
    }

    /// <summary>The roster without the accused office: whoever sits in it hears nothing in any other seat either (policy 5.4).</summary>
    public static Roster Untainted(AccusedOffice accused, Roster roster)
    {
        var people = roster.Postings.Where(posting => IsAccused(accused, posting.Seat)).Select(posting => posting.Officer).ToHashSet();
        return new Roster([.. roster.Postings.Where(posting => !people.Contains(posting.Officer))]);
    }

    /// <summary>Whether a seat may not learn that this report exists (policy 5.4). Holds for its deputies and its hierarchy too.</summary>
    public static bool IsAccused(AccusedOffice accused, Seat seat) => accused switch
    {
        AccusedOffice.Polsek => seat.Code is "kapolsek" or "bhabinkamtibmas" or "polres"
            or "satreskrim" or "satresnarkoba" or "satlantas" or "unit-ppa",
        AccusedOffice.Koramil => seat.Code is "danramil" or "babinsa" or "kodim",
        AccusedOffice.Kecamatan => seat.Code is "camat" or "kasi-trantib",
        AccusedOffice.Desa => seat.Code is "kades",
        AccusedOffice.Kabupaten => seat.Code is not ("auditor" or "inspektorat"),
        _ => false,
    };

    /// <summary>Who is brought in at a level: the coordinator and the duty officer of the Polres at 2, the leadership at 3 (policy 3).</summary>
    public static IReadOnlyList<Assignment> BroughtIn(Report report, Roster roster, int level)
    {
        var untainted = Untainted(report.Accused, roster);
        return
        [
            .. To(Seat.Koordinator, Part.Screener, AudienceTier.Full),
            .. To(Seat.Polres, Part.Support, AudienceTier.Full), // may accept in the stead of whoever is silent
            .. level >= 3 ? To(Seat.Pimpinan, Part.Copy, AudienceTier.Ringkas) : [],
        ];

        IEnumerable<Assignment> To(Seat seat, Part part, AudienceTier tier) => untainted.Holding(seat, null)
            .Where(holder => !holder.IsDeputy || !untainted.Holding(seat, null).Any(other => other is { IsDeputy: false, Available: true }))
            .Select(holder => new Assignment(holder.Officer, holder.Seat, null, part, tier, Now: true));
    }

    /// <summary>Health, once somebody tells of casualties in an emergency (policy 3). They need the place, not the story.</summary>
    public static IReadOnlyList<Assignment> Health(Report report, KecamatanCode kecamatan, Roster roster)
    {
        var untainted = Untainted(report.Accused, roster);
        return
        [
            .. Rescuers.SelectMany(seat => untainted.Holding(seat, kecamatan)).DistinctBy(holder => holder.Officer).Select(holder =>
                new Assignment(holder.Officer, holder.Seat, holder.Kecamatan, Part.Copy, AudienceTier.Ringkas, holder.Available)),
        ];
    }

    /// <summary>Who watches over an office, and sees a report that accuses it beside the coordinator (policy 5.4, domain.md 4).</summary>
    public static IReadOnlyList<Seat> OversightOf(AccusedOffice accused) => accused switch
    {
        AccusedOffice.Polsek => [new("sipropam")],
        AccusedOffice.Koramil => [new("subdenpom")],
        AccusedOffice.Kecamatan => [new("inspektorat"), new("bkpsdm")],
        AccusedOffice.Desa => [new("inspektorat"), new("dpmd")],
        AccusedOffice.Kabupaten => [new("auditor"), new("inspektorat")],
        _ => [],
    };

    private static IEnumerable<Assignment> Offers(Report report, Subcategory subcategory, KecamatanCode kecamatan, Roster holders)
    {
        var urgent = report.Priority == Priority.P0;
        var lead = subcategory.Lead.FirstOrDefault(seat => holders.Holding(seat, kecamatan).Any(holder => holder.Available));
        var wide = urgent
            ? subcategory.Lead.Concat(subcategory.Support).Concat(Seat.Triad)
            : subcategory.Lead.Where(seat => seat.IsTriad).Concat(subcategory.Support).Except(subcategory.CountsOnly);

        List<Assignment> offers = [.. From(lead, Part.Lead, AudienceTier.Full)];
        offers.AddRange(wide.Distinct().Where(seat => seat != lead).SelectMany(seat => From(seat, Part.Support, SupportTier(seat)))
            .Select(offer => report.Priority == Priority.P3 && lead.Code is not null ? offer with { Now = false } : offer)); // the lead alone, until level 1
        offers.AddRange(subcategory.Copies.Except(urgent ? [] : subcategory.CountsOnly).SelectMany(seat => From(seat, Part.Copy, AudienceTier.Ringkas)));
        if (urgent)
        {
            offers.AddRange(OversightOf(report.Accused).SelectMany(seat => From(seat, Part.Copy, AudienceTier.Full)));
            offers.AddRange(DutyOfficers.SelectMany(seat => From(seat, Part.Copy, AudienceTier.Full)));
            offers.AddRange(report.Casualties.IsAny ? Health(report, kecamatan, holders) : []);
        }

        if (report.SupplyKecamatan is { } source && source != kecamatan) // whoever is there can close the source (domain.md 1)
        {
            offers.AddRange(Seat.Triad.SelectMany(seat => At(source, seat, Part.Support, SupportTier(seat))));
        }

        if (urgent || lead.Code is null) // nobody leads: the coordinator is told (policy 4.2)
        {
            offers.AddRange(From(Seat.Koordinator, Part.Copy, AudienceTier.Full));
        }

        // One card a person, in the first part they have; told now where any of their seats is.
        return offers.GroupBy(offer => offer.Officer).Select(same => same.First() with { Now = same.Any(offer => offer.Now) });

        IEnumerable<Assignment> From(Seat seat, Part part, AudienceTier tier) => At(kecamatan, seat, part, tier);

        IEnumerable<Assignment> At(KecamatanCode where, Seat seat, Part part, AudienceTier tier)
        {
            List<Posting> held = seat.Code is null ? [] : [.. holders.Holding(seat, where)];
            var onDuty = Roster.OnDuty(held);
            var deputiesNow = !onDuty.Any(holder => !holder.IsDeputy);
            return held.Select(holder => new Assignment(
                holder.Officer,
                seat,
                holder.Kecamatan,
                part,
                tier,
                urgent ? holder.Available : onDuty.Contains(holder) && (deputiesNow || !holder.IsDeputy)));
        }

        // A seat that could lead must be able to judge; the others see what the programme allows (policy 1.1).
        AudienceTier SupportTier(Seat seat) => subcategory.Lead.Contains(seat) ? AudienceTier.Full : subcategory.SupportSees;
    }

    private static RoutingPlan Screening(string reason, IEnumerable<Posting> holders) => new(
        [
            .. holders.DistinctBy(holder => holder.Officer).Select(holder =>
                new Assignment(holder.Officer, holder.Seat, null, Part.Screener, AudienceTier.Full, Now: true)),
        ],
        reason);
}
