using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;

namespace Kentongan.Triage.Web.Viewing;

/// <param name="Kecamatan">Null for seats of the kabupaten.</param>
public sealed record Post(Seat Seat, KecamatanCode? Kecamatan, bool IsDeputy);

/// <summary>Who looks: a bound officer with the seats they hold now. Everything a page may show follows from it (threat-model 5).</summary>
public sealed record Viewer(OfficerId Officer, string Name, IReadOnlyList<Post> Posts)
{
    /// <summary>The moment of the request: a card that is held back for a random while is not there yet (threat-model 4, row 13).</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.MaxValue;

    private static readonly AccusedOffice[] Offices = Enum.GetValues<AccusedOffice>();

    public bool IsCoordinator => Posts.Any(post => post.Seat == Seat.Koordinator);

    /// <summary>Reads all, changes nothing (policy 2, roles).</summary>
    public bool IsAuditor => Posts.Any(post => post.Seat.Code == "auditor");

    /// <summary>Whether they know the minute at which a calm report came; the others know a part of the day (threat-model 4, row 13).</summary>
    public bool KnowsMinutes => IsCoordinator || IsAuditor;

    /// <summary>The kecamatan of the triad seats, for figures of one's own area.</summary>
    public IReadOnlyList<KecamatanCode> Areas => [.. Posts.Select(post => post.Kecamatan).OfType<KecamatanCode>().Distinct()];

    /// <summary>Whether no accusation is hidden from them. The others must not infer one from a count or from what these do (policy 5.4).</summary>
    public bool SeesAll => Hidden.Length == 0;

    /// <summary>The accusations of which this person may not learn, whatever other seat they hold as well (policy 5.4).</summary>
    public AccusedOffice[] Hidden => [.. Offices.Where(office => Posts.Any(post => Router.IsAccused(office, post.Seat)))];
}
