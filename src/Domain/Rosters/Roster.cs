using Kentongan.Domain.Places;

namespace Kentongan.Domain.Rosters;

/// <summary>A person who may be written to, in a seat, for an area, for a time.</summary>
/// <param name="Kecamatan">Null for seats of the whole kabupaten.</param>
/// <param name="IsDeputy">Deputies are offered what their seat has not answered, and everything at P0 (policy 3).</param>
/// <param name="Reachable">False after the person blocked the bot, until they write again (policy 4.1).</param>
public sealed record Posting(OfficerId Officer, Seat Seat, KecamatanCode? Kecamatan, bool IsDeputy, bool Reachable);

/// <summary>Who holds which seat at one moment.</summary>
public sealed record Roster(IReadOnlyList<Posting> Postings)
{
    /// <summary>Holders of a seat for a kecamatan, principals before deputies; agencies answer for every kecamatan.</summary>
    public IEnumerable<Posting> Holding(Seat seat, KecamatanCode? kecamatan) => Postings
        .Where(posting => posting.Seat == seat && (posting.Kecamatan is null || posting.Kecamatan == kecamatan))
        .OrderBy(posting => posting.IsDeputy);

    public IEnumerable<Posting> Coordinators => Holding(Seat.Koordinator, null);
}
