using Kentongan.Triage.Maps;

namespace Kentongan.Triage.Tests.Maps;

/// <summary>Small areas ranked without letting chance decide (policy 7).</summary>
public sealed class ShrunkenRatesTests
{
    [Fact]
    public void A_few_reports_in_a_hamlet_rank_below_many_in_a_town_of_the_same_rate()
    {
        var ranks = Rank(new("dusun", 3, 0.1), new("kota", 300, 10), new("lain", 40, 10), new("sepi", 2, 10));

        Assert.Equal(["kota", "dusun", "lain"], ranks.Select(one => one.Code));
        Assert.Equal(300.0 / 10, ranks[0].Rate, tolerance: 0.5); // many reports speak for themselves
        Assert.InRange(ranks[1].Rate, 13, 29); // few are drawn towards all
    }

    [Fact]
    public void The_interval_holds_the_rate_and_says_whether_the_area_differs_from_all()
    {
        var ranks = Rank(new("jauh", 60, 1), new("agak", 14, 1), new("biasa", 10, 1), new("bawah", 3, 1), new("nol", 0, 1));

        Assert.All(ranks, one => Assert.InRange(one.Rate, one.Low, one.High));
        Assert.Equal([RateVerdict.Above, RateVerdict.Unclear, RateVerdict.Below, RateVerdict.Below], ranks.Select(one => one.Verdict));
    }

    [Fact]
    public void Ranks_that_the_intervals_cannot_tell_apart_are_given_as_a_span()
    {
        var ranks = Rank(new("satu", 90, 1), new("dua", 12, 1), new("tiga", 11, 1), new("empat", 10, 1));

        Assert.Equal([(1, 1, 1), (2, 2, 4), (3, 2, 4), (4, 2, 4)], ranks.Select(one => (one.Rank, one.RankFrom, one.RankTo)));
    }

    [Fact]
    public void Areas_that_differ_no_more_than_chance_get_the_rate_of_all_and_every_rank()
    {
        var ranks = Rank(new("satu", 5, 1), new("dua", 5, 1), new("tiga", 5, 1));

        Assert.All(ranks, one => Assert.Equal((5.0, 1, 1, 3, RateVerdict.Unclear), (one.Rate, one.Rank, one.RankFrom, one.RankTo, one.Verdict)));
    }

    [Fact]
    public void Where_nothing_happened_nothing_is_ranked() => Assert.Empty(Rank(new("satu", 0, 1), new("dua", 0, 1)));

    private static IReadOnlyList<ShrunkenRate> Rank(params AreaCount[] areas) => ShrunkenRates.Of(areas, area => area.Count >= 3);
}
