using Kentongan.Domain.Casualties;

namespace Kentongan.Domain.Tests.Casualties;

/// <summary>What a resident taps about victims, added up (policy 5.5).</summary>
public sealed class VictimsToldTests
{
    [Fact]
    public void Each_tap_adds_to_what_was_told_and_the_later_one_counts()
    {
        var told = new VictimsTold(3).With(new VictimsTold(State: VictimState.Unconscious)).With(new VictimsTold(Place: VictimPlace.Home));

        Assert.Equal("3 Unconscious Home", told.ToString());
        Assert.Equal("4 Unconscious Home", told.With(new VictimsTold(4)).ToString());
        Assert.Equal("0 - -", told.With(new VictimsTold(0)).ToString());
    }

    [Theory]
    [InlineData("3 Unconscious Home")]
    [InlineData("6 - Point")]
    [InlineData("- NotBreathing -")]
    [InlineData("- - -")]
    public void What_a_fact_keeps_is_read_as_it_was_told(string kept) => Assert.Equal(kept, VictimsTold.Read(kept)?.ToString());

    [Theory]
    [InlineData("3", null)]
    [InlineData("7 2 sadar", "- - -")]
    public void What_is_none_of_ours_is_not_read(string kept, string? read) => Assert.Equal(read, VictimsTold.Read(kept)?.ToString());

    [Fact]
    public void It_is_grave_where_somebody_is_unconscious_or_does_not_breathe()
    {
        Assert.True(new VictimsTold(State: VictimState.Unconscious).IsGrave);
        Assert.True(new VictimsTold(2, VictimState.NotBreathing).IsGrave);
        Assert.False(new VictimsTold(2, VictimState.Awake).IsGrave);
        Assert.False(new VictimsTold(2).IsGrave);
        Assert.False(new VictimsTold(0, VictimState.Unconscious).IsGrave);
    }

    [Fact]
    public void Nobody_is_counted_dead_because_a_message_says_so()
    {
        Assert.Equal("0/0/2", new VictimsTold(2, VictimState.NotBreathing).Count.ToString());
        Assert.Equal("0/2/0", new VictimsTold(2, Place: VictimPlace.Clinic).Count.ToString());
        Assert.Equal("0/0/0", new VictimsTold().Count.ToString());
    }
}
