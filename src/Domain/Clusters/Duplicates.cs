using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Clusters;

/// <summary>A report as far as it can be compared with another. The story and the pin are open only while they are compared.</summary>
public sealed record Telling(
    ReportId Report,
    string Category,
    AccusedOffice Accused,
    KecamatanCode? Kecamatan,
    DesaCode? Desa,
    Coordinates? Pin,
    DateTimeOffset At,
    string Story)
{
    public string Family => Duplicates.FamilyOf(Category);
}

/// <summary>Which reports may tell the same (policy 5.2). Suggests, never decides: merging is for people.</summary>
public static class Duplicates
{
    /// <summary>Independent reporters within this time raise the priority (policy 5.2).</summary>
    public static readonly TimeSpan CorroborationWindow = TimeSpan.FromMinutes(60);

    public const int ReportersThatRaise = 3;

    private const double NearEnough = 250;

    public static string FamilyOf(string category) => category[..category.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>How far apart in time two of a family may be: drinks 72 hours, a place of dealing 30 days, conflict a day.</summary>
    public static TimeSpan WindowOf(string family) => family switch
    {
        "miras" => TimeSpan.FromHours(72),
        "narkoba" => TimeSpan.FromDays(30),
        _ => TimeSpan.FromHours(24),
    };

    /// <summary>
    /// Same family, near in place and time, alike in words, and accusing the same office: a report that accuses must never be tied to one
    /// that the accused reads (policy 5.4).
    /// </summary>
    public static bool AreAlike(Telling one, Telling other) =>
        one.Report != other.Report
        && one.Family == other.Family
        && one.Accused == other.Accused
        && (one.At - other.At).Duration() <= WindowOf(one.Family)
        && AreNear(one, other)
        && (StoryLikeness.Of(one.Story, other.Story) is { } likeness ? likeness >= StoryLikeness.Alike : one.Category == other.Category);

    /// <summary>
    /// How many reporters of a cluster are surely different people. Marks of two days cannot be compared with one another, so whoever
    /// wrote before and after the change of the key is not counted twice.
    /// </summary>
    public static int IndependentReporters(IEnumerable<(int Day, string Mark)> marks) =>
        marks.GroupBy(mark => mark.Day).Select(day => day.Select(mark => mark.Mark).Distinct().Count()).DefaultIfEmpty().Max();

    private static bool AreNear(Telling one, Telling other) =>
        (one.Desa is { } desa && desa == other.Desa)
        || (one.Pin is { } pin && other.Pin is { } there && pin.MetresTo(there) <= NearEnough);
}
