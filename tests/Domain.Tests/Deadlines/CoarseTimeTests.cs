using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Deadlines;

/// <summary>What officers may know of an arrival (threat-model 4, row 13).</summary>
public sealed class CoarseTimeTests
{
    [Theory]
    [InlineData("2026-09-16 00:00", "2026-09-16 00:00")]
    [InlineData("2026-09-16 04:59", "2026-09-16 00:00")]
    [InlineData("2026-09-16 05:00", "2026-09-16 05:00")]
    [InlineData("2026-09-16 10:59", "2026-09-16 05:00")]
    [InlineData("2026-09-16 11:00", "2026-09-16 11:00")]
    [InlineData("2026-09-16 14:59", "2026-09-16 11:00")]
    [InlineData("2026-09-16 17:59", "2026-09-16 15:00")]
    [InlineData("2026-09-16 23:59", "2026-09-16 18:00")]
    public void Of_a_calm_report_the_beginning_of_the_part_of_the_day_in_every_zone(string at, string known)
    {
        foreach (var local in Local.Zones)
        {
            Assert.Equal(known, local.Wall(local.KnownOf(Priority.P2, local.Instant(at))));
            Assert.Equal(known, local.Wall(local.KnownOf(Priority.P3, local.Instant(at))));
        }
    }

    [Theory]
    [InlineData(Priority.P0)]
    [InlineData(Priority.P1)]
    public void Where_somebody_may_be_in_danger_the_minute(Priority priority)
    {
        var at = Local.Wib.Instant("2026-09-16 10:07");

        Assert.Equal(at, Local.Wib.KnownOf(priority, at));
    }
}
