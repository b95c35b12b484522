using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Tests.Routing;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>What a resident says can make a report more urgent, never less (domain.md 3, column Uplift; policy 3.1, 5.2).</summary>
public sealed class UrgencyTests
{
    private static readonly Subcategory Brawl = Kind.Of("trantibum.antarwarga", Priority.P2) with
    {
        Uplifts =
        [
            new Uplift(["parang", "bawa sajam", "anak-anak", "Bom"], Priority.P0, OnlyHappeningNow: false),
            new Uplift(["kumpul massa"], Priority.P1, OnlyHappeningNow: true),
        ],
    };

    [Theory]
    [InlineData("ada yang bawa parang")]
    [InlineData("parang")]
    [InlineData("PARANG!!!")]
    [InlineData("\"Parang\"...katanya")]
    [InlineData("mereka/parang/batu")]
    [InlineData("mereka\nparang\nbatu")]
    [InlineData("mereka bawa sajam")]
    [InlineData("mereka bawa, sajam")]
    [InlineData("mereka BAWA   Sajam.")]
    [InlineData("mereka bawa\r\nsajam")]
    [InlineData("mereka bawa - sajam")]
    [InlineData("ada anak-anak di situ")]
    [InlineData("ada anak anak di situ")]
    [InlineData("katanya bom")]
    public void A_word_counts_in_any_case_and_between_any_signs(string story) =>
        Assert.Equal(Priority.P0, Urgency.Of(Brawl, Happening.Often, story));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("parangtritis ramai")]
    [InlineData("separang")]
    [InlineData("bawa beras, sajam tidak ada")]
    [InlineData("bawasajam")]
    [InlineData("parang2")]
    [InlineData("bombardir")]
    public void Half_a_word_or_half_a_phrase_does_not_count(string story) =>
        Assert.Equal(Priority.P2, Urgency.Of(Brawl, Happening.Now, story));

    [Theory]
    [InlineData(Happening.Now, Priority.P1)]
    [InlineData(Happening.Today, Priority.P2)]
    [InlineData(Happening.ThisWeek, Priority.P2)]
    [InlineData(Happening.Often, Priority.P2)]
    [InlineData(null, Priority.P2)]
    public void Some_words_count_only_while_it_happens(Happening? happening, Priority expected) =>
        Assert.Equal(expected, Urgency.Of(Brawl, happening, "kumpul massa di lapangan"));

    [Fact]
    public void The_most_urgent_of_several_wins() =>
        Assert.Equal(Priority.P0, Urgency.Of(Brawl, Happening.Now, "kumpul massa, ada parang"));

    [Fact]
    public void Without_words_the_moment_alone_counts()
    {
        var now = Kind.Of("lainnya.kriminal_umum", Priority.P2) with { Uplifts = [new Uplift([], Priority.P0, OnlyHappeningNow: true)] };

        Assert.Equal(Priority.P0, Urgency.Of(now, Happening.Now, ""));
        Assert.Equal(Priority.P2, Urgency.Of(now, Happening.Today, ""));
    }

    [Fact]
    public void No_uplift_lowers_a_priority()
    {
        var urgent = Kind.Of("miras.korban_oplosan", Priority.P0) with { Uplifts = [new Uplift(["dulu"], Priority.P2, false)] };

        Assert.Equal(Priority.P0, Urgency.Of(urgent, Happening.Now, "dulu pernah"));
    }

    [Theory]
    [InlineData(Priority.P3, Priority.P2)]
    [InlineData(Priority.P2, Priority.P1)]
    [InlineData(Priority.P1, Priority.P0)]
    [InlineData(Priority.P0, Priority.P0)]
    public void Raised_is_one_higher_up_to_P0(Priority before, Priority after) => Assert.Equal(after, Urgency.Raised(before));
}
