using System.Text.Json;
using Kentongan.Domain.Help;

namespace Kentongan.Domain.Tests.Help;

public sealed class SuppressedCountTests
{
    [Fact]
    public void It_cannot_hold_a_small_number()
    {
        Assert.All(Enumerable.Range(-1, 6), small => Assert.Null(new SuppressedCount(small).Shown));
        Assert.Null(default(SuppressedCount).Shown);
        Assert.Null(JsonSerializer.Deserialize<SuppressedCount>("""{"Shown":3}""").Shown);
        Assert.Equal(5, new SuppressedCount(5).Shown);
        Assert.Equal(new SuppressedCount(12), JsonSerializer.Deserialize<SuppressedCount>(JsonSerializer.Serialize(new SuppressedCount(12))));
        Assert.Equal(new SuppressedCount(0), new SuppressedCount(4)); // none and few are the same
    }
}
