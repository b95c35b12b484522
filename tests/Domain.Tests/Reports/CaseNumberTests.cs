using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>A case number can be read aloud, and tells nothing about the cases around it (policy 5.4).</summary>
public sealed class CaseNumberTests
{
    private static readonly List<string> Numbers = Many(20_000);

    [Fact]
    public void It_is_three_signs_a_hyphen_and_three_signs() =>
        Assert.All(Numbers, number => Assert.Matches("^[2-9A-Z]{3}-[2-9A-Z]{3}$", number));

    [Fact]
    public void No_sign_looks_like_another()
    {
        var signs = Numbers.SelectMany(number => number).Where(sign => sign != '-').ToHashSet();

        Assert.Equal("23456789ABCDEFGHJKMNPQRSTVWXYZ", string.Concat(signs.Order()));
        Assert.DoesNotContain(signs, sign => "ILOU01".Contains(sign));
    }

    [Fact]
    public void Every_sign_comes_equally_often_in_every_place()
    {
        foreach (var place in new[] { 0, 1, 2, 4, 5, 6 })
        {
            Assert.All(
                Numbers.GroupBy(number => number[place]),
                group => Assert.InRange(group.Count(), Numbers.Count / 30 * 0.75, Numbers.Count / 30 * 1.25));
        }
    }

    [Fact]
    public void It_hardly_ever_comes_twice() =>
        Assert.InRange(Numbers.Distinct().Count(), Numbers.Count - 5, Numbers.Count); // 729 million are possible

    [Fact]
    public void Numbers_are_in_no_sequence() => Assert.InRange(
        Numbers.Zip(Numbers.Skip(1)).Count(pair => string.CompareOrdinal(pair.First, pair.Second) < 0),
        Numbers.Count * 0.47,
        Numbers.Count * 0.53);

    private static List<string> Many(int count)
    {
        var random = new SeededRandomness(7);
        return [.. Enumerable.Range(0, count).Select(_ => CaseNumber.New(random))];
    }
}
