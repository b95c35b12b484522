using Kentongan.Domain.Clusters;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Clusters;

/// <summary>What may tell the same (policy 5.2).</summary>
public sealed class DuplicatesTests
{
    private const string Story = "Warung pojok menjual ciu dan gingseng tiap malam minggu";

    private static readonly DateTimeOffset Now = new(2026, 2, 14, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("miras.penjualan", 72)]
    [InlineData("trantibum.tawuran", 24)]
    [InlineData("pemilu.intimidasi", 24)]
    [InlineData("narkoba.peredaran", 30 * 24)]
    public void Each_family_has_a_window_of_its_own(string category, int hours)
    {
        var one = Telling(category);

        Assert.True(Duplicates.AreAlike(one, Telling(category) with { At = Now.AddHours(-hours) }));
        Assert.True(Duplicates.AreAlike(one, Telling(category) with { At = Now.AddHours(hours) }));
        Assert.False(Duplicates.AreAlike(one, Telling(category) with { At = Now.AddHours(-hours).AddSeconds(-1) }));
    }

    [Fact]
    public void The_family_counts_and_not_the_kind()
    {
        Assert.True(Duplicates.AreAlike(Telling("miras.penjualan"), Telling("miras.produksi")));
        Assert.False(Duplicates.AreAlike(Telling("miras.penjualan"), Telling("narkoba.peredaran")));
    }

    [Fact]
    public void Near_is_the_same_desa_or_two_pins_within_250_metres()
    {
        var pinned = Telling() with { Pin = new Coordinates(-6.5400, 110.7000) };
        var elsewhere = Telling() with { Desa = new DesaCode("33.20.07.2001") };

        Assert.False(Duplicates.AreAlike(pinned, elsewhere));
        Assert.True(Duplicates.AreAlike(pinned, elsewhere with { Pin = new Coordinates(-6.5420, 110.7000) })); // 222 m
        Assert.False(Duplicates.AreAlike(pinned, elsewhere with { Pin = new Coordinates(-6.5424, 110.7000) })); // 267 m
        Assert.False(Duplicates.AreAlike(Telling() with { Desa = null }, Telling() with { Desa = null }));
    }

    [Fact]
    public void A_report_that_accuses_is_never_tied_to_one_that_the_accused_reads() =>
        Assert.False(Duplicates.AreAlike(Telling(), Telling() with { Accused = AccusedOffice.Polsek }));

    [Fact]
    public void A_report_is_not_its_own_duplicate()
    {
        var one = Telling();

        Assert.False(Duplicates.AreAlike(one, one with { Story = "Lain" }));
    }

    [Theory]
    [InlineData("Di warung pojok itu jual ciu, gingseng juga ada", true)]
    [InlineData("warungnya yang di pojok jualan ciu gingseng", true)]
    [InlineData("Ada yang berkelahi di lapangan bola sampai berdarah", false)]
    [InlineData("Tolong pak, ada orang", true)] // tells nothing, so the kind of report decides
    [InlineData("", true)]
    public void Words_of_their_own_decide_and_not_those_of_every_report(string other, bool alike) =>
        Assert.Equal(alike, Duplicates.AreAlike(Telling(), Telling() with { Story = other }));

    [Fact]
    public void Without_a_story_only_the_very_same_kind_is_alike() =>
        Assert.False(Duplicates.AreAlike(Telling(), Telling("miras.produksi") with { Story = "" }));

    [Fact]
    public void Likeness_is_the_same_both_ways()
    {
        const string Other = "warungnya pojok gingseng";

        Assert.Equal(StoryLikeness.Of(Story, Other), StoryLikeness.Of(Other, Story));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(3, "1a 1b 1c")]
    [InlineData(2, "1a 1b 1a")]
    [InlineData(2, "1a 1b 2x")] // x may be a or b of the day before
    [InlineData(2, "1a 2x 2y 2x")]
    public void Who_wrote_twice_counts_once_also_over_the_change_of_the_key(int independent, string marks) => Assert.Equal(
        independent,
        Duplicates.IndependentReporters(marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mark => (mark[0] - '0', mark[1..]))));

    private static Telling Telling(string category = "miras.penjualan") => new(
        new ReportId(Guid.NewGuid()), category, AccusedOffice.None, new KecamatanCode("33.20.01"), new DesaCode("33.20.01.2001"), null, Now, Story);
}
