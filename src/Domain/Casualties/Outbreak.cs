using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;

namespace Kentongan.Domain.Casualties;

/// <summary>A report of victims, as far as the cluster rule asks.</summary>
public sealed record VictimReport(ReportId Report, KecamatanCode? Kecamatan, KecamatanCode? Supply, AccusedOffice Accused, CasualtyCount Casualties);

/// <summary>Who is told of an outbreak, and of how much.</summary>
public sealed record OutbreakAlert(Posting To, int Reports, CasualtyCount Casualties, IReadOnlyList<KecamatanCode> Kecamatan);

/// <summary>
/// Reports of victims that belong together: two anywhere in the kabupaten within seven days, or one with a death (domain.md 5.2). The
/// same source matters more than the same place, so no border counts.
/// </summary>
public static class Outbreak
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>The health office and the detectives, each with who stands in where the kabupaten has not connected them.</summary>
    private static readonly string[][] Agencies = [["dinkes", "puskesmas", "rsud", "psc-119"], ["satreskrim", "polres"]];

    public static bool IsOne(IReadOnlyCollection<VictimReport> reports) =>
        reports.Count >= 2 || reports.Any(report => report.Casualties.Dead > 0);

    /// <summary>Where the victims are and where the drink came from, each once.</summary>
    public static IReadOnlyList<KecamatanCode> Places(IEnumerable<VictimReport> reports) =>
    [
        .. reports.SelectMany(report => new[] { report.Kecamatan, report.Supply })
            .OfType<KecamatanCode>()
            .Distinct()
            .OrderBy(code => code.Value, StringComparer.Ordinal),
    ];

    /// <summary>
    /// One alert a person, counting only what they may know of: a seat that one of the reports accuses is told as if that report had
    /// never come, or not at all (policy 5.4).
    /// </summary>
    public static IReadOnlyList<OutbreakAlert> Alerts(IReadOnlyList<VictimReport> reports, Roster roster)
    {
        if (!IsOne(reports))
        {
            return [];
        }

        var mayKnow = reports.Select(report => report.Accused).Distinct().ToDictionary(
            accused => accused,
            accused => Router.Untainted(accused, roster).Postings.Select(posting => posting.Officer).ToHashSet());
        var alerts = new Dictionary<OfficerId, OutbreakAlert>();
        foreach (var posting in Addressees(reports, roster))
        {
            var known = reports.Where(report => mayKnow[report.Accused].Contains(posting.Officer)).ToList();
            var places = Places(known);
            if (IsOne(known) && (posting.Kecamatan is not { } own || places.Contains(own)))
            {
                alerts.TryAdd(posting.Officer, new OutbreakAlert(
                    posting, known.Count, known.Aggregate(default(CasualtyCount), (sum, report) => sum + report.Casualties), places));
            }
        }

        return [.. alerts.Values];
    }

    private static IEnumerable<Posting> Addressees(IReadOnlyList<VictimReport> reports, Roster roster) =>
        Agencies.SelectMany(agency => agency.Select(code => roster.Holding(new Seat(code), null).ToList()).FirstOrDefault(held => held.Exists(one => one.Reachable)) ?? [])
            .Concat(Places(reports).SelectMany(kecamatan => Seat.Triad.SelectMany(seat => roster.Holding(seat, kecamatan))))
            .Concat(roster.Coordinators);
}
