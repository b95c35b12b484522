using Kentongan.Domain.Places;

namespace Kentongan.Domain.Rosters;

/// <summary>A person who may be written to, in a seat, for an area, for a time.</summary>
/// <param name="Kecamatan">Null for seats of the whole kabupaten.</param>
/// <param name="IsDeputy">Deputies are offered what their seat has not answered, and everything at P0 (policy 3).</param>
/// <param name="Reachable">False after the person blocked the bot, until they write again (policy 4.1).</param>
/// <param name="Absent">On leave: the deputy, or whoever stands in, is told in their place (policy 4.2).</param>
/// <param name="OffDuty">Outside their duty times: told at once only where nobody else of the seat is on duty.</param>
public sealed record Posting(
    OfficerId Officer, Seat Seat, KecamatanCode? Kecamatan, bool IsDeputy, bool Reachable, bool Absent = false, bool OffDuty = false)
{
    /// <summary>Whether a report may rest with this person: reachable, and not away (policy 1.3).</summary>
    public bool Available => Reachable && !Absent;
}

/// <summary>Who holds which seat at one moment.</summary>
public sealed record Roster(IReadOnlyList<Posting> Postings)
{
    /// <summary>Holders of a seat for a kecamatan, principals before deputies; agencies answer for every kecamatan.</summary>
    public IEnumerable<Posting> Holding(Seat seat, KecamatanCode? kecamatan) => Postings
        .Where(posting => posting.Seat == seat && (posting.Kecamatan is null || posting.Kecamatan == kecamatan))
        .OrderBy(posting => posting.IsDeputy);

    public IEnumerable<Posting> Coordinators => Holding(Seat.Koordinator, null);

    /// <summary>Who decides at the coordinator's desk while no coordinator is there, in this order: the duty officer, then the leadership of the kabupaten.</summary>
    public static IReadOnlyList<Seat> StandIns { get; } = [new("piket"), Seat.Pimpinan];

    /// <summary>Whoever decides what the system may not: the coordinators, and who stands in where none of them is there (policy 1.3, 3, 4.2).</summary>
    public IEnumerable<Posting> Desk => CoordinatorsThere.Any()
        ? Coordinators
        : Coordinators.Concat(StandIns.Select(seat => Holding(seat, null).Where(held => held.Available)).FirstOrDefault(there => there.Any()) ?? []);

    /// <summary>The coordinators who are there to be told, each once.</summary>
    public IEnumerable<OfficerId> CoordinatorsThere => Coordinators.Where(held => held.Available).Select(held => held.Officer).Distinct();

    /// <summary>Whoever may be told now: on duty where anybody of the seat is, principals before deputies (policy 4.2).</summary>
    public static IReadOnlyList<Posting> OnDuty(IReadOnlyList<Posting> held)
    {
        var there = held.Where(posting => posting.Available).ToList();
        return there.Exists(posting => !posting.OffDuty) ? [.. there.Where(posting => !posting.OffDuty)] : there;
    }

    /// <summary>Who answers next where the holder of a seat is gone or away: another principal, else a deputy (policy 1.3, 4.2).</summary>
    public Posting? SuccessorOf(OfficerId officer, Seat seat, KecamatanCode? kecamatan)
    {
        var others = Holding(seat, kecamatan).Where(posting => posting.Officer != officer).ToList();
        return OnDuty(others) is [var first, ..] ? first : null;
    }

    /// <summary>The kecamatan in which no seat of the triad has anybody available: nobody would hear of a report (policy 4.2).</summary>
    public IEnumerable<Kecamatan> Unmanned(IEnumerable<Kecamatan> kecamatan) =>
        kecamatan.Where(one => !Seat.Triad.Any(seat => Holding(seat, one.Code).Any(posting => posting.Available)));
}
