using System.Globalization;
using Kentongan.Triage.Web.Phrases;

namespace Kentongan.Triage.Web.Months;

/// <summary>
/// A count that anybody may read (threat-model 4, row 17): under five it says no more than that, above it is rounded to fives. Every published
/// number is a multiple of five, so whatever is subtracted from whatever, in one edition or between two, leaves no cell under five.
/// </summary>
public readonly record struct PublicCount
{
    public const int Fewest = 5;

    private PublicCount(int rounded) => Rounded = rounded;

    /// <summary>0 stands for fewer than five, none included.</summary>
    public int Rounded { get; }

    public static PublicCount Of(int count) => new(count < Fewest ? 0 : Fewest * (int)Math.Round(count / (double)Fewest, MidpointRounding.AwayFromZero));

    public override string ToString() => Rounded == 0 ? $"< {Fewest}" : Rounded.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Per10000">Of the rounded count, which alone is published; null where it is too small or the inhabitants are not known.</param>
public sealed record PublicLine(string Name, PublicCount Received, double? Per10000);

/// <summary>
/// The public edition of the monthly report (policy 7): no desa, no table of kecamatan by kind, no times, no cases. A month that still runs has
/// none: two of its editions a day apart would tell of the reports between.
/// </summary>
public sealed record PublicMonth(
    DateOnly Month,
    IReadOnlyList<DateOnly> Months,
    PublicLine Whole,
    PublicCount Before,
    PublicCount Closed,
    PublicCount True,
    PublicCount Incidents,
    PublicCount Referred,
    IReadOnlyList<PublicLine> Kecamatan,
    IReadOnlyList<PublicLine> Kinds)
{
    /// <summary>The figures of the whole kabupaten, with their names.</summary>
    public IEnumerable<(string Label, PublicCount Count)> Figures(OfficeWords words) =>
    [
        (words.Received, Whole.Received), (words.MonthBefore, Before), (words.ClosedWord, Closed), (words.Verified, True), (words.IncidentsHead, Incidents), (words.ReferralsHead, Referred),
    ];
}
