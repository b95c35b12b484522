using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;

namespace Kentongan.Domain.Tests.Casualties;

/// <summary>Counts, the 72-hour watch and the cluster rule (policy 5.5, domain.md 5.2).</summary>
public sealed class CasualtyTests
{
    private static readonly KecamatanCode Mlonggo = new("33.20.07"), PakisAji = new("33.20.15"), Kedung = new("33.20.01");

    private static readonly Roster Everybody = new(
    [
        .. new[] { Mlonggo, PakisAji, Kedung }.SelectMany(kecamatan => Seat.Triad.Select(seat => Post(seat.Code, kecamatan))),
        Post("koordinator"), Post("puskesmas"), Post("dinkes"), Post("satreskrim"),
    ]);

    [Theory]
    [InlineData("2 3 1", "2/3/1")]
    [InlineData("2/3/1", "2/3/1")]
    [InlineData(" 0, 0, 12 ", "0/0/12")]
    [InlineData("2 3", null)]
    [InlineData("dua tiga satu", null)]
    [InlineData("1 2 1000", null)]
    [InlineData("1 2 3 4", null)]
    public void Three_numbers_are_read_as_people_write_them(string text, string? count) => Assert.Equal(count, CasualtyCount.Read(text)?.ToString());

    [Fact]
    public void The_watch_asks_four_times_in_72_hours()
    {
        var at = new DateTimeOffset(2026, 2, 14, 3, 0, 0, TimeSpan.Zero);

        Assert.Equal([12.0, 24, 48, 72], Watch.Checks(at).Select(check => (check.DueAt - at).TotalHours));
        Assert.Equal([1, 2, 3, 4], Watch.Checks(at).Select(check => check.Step));
        Assert.Equal([0, 1, 1, 4], new[] { 11, 12, 23, 500 }.Select(hours => Watch.DueStep(at, at.AddHours(hours))));
    }

    [Fact]
    public void Two_reports_or_one_death_make_an_outbreak()
    {
        Assert.False(Outbreak.IsOne([Victims(Mlonggo)]));
        Assert.True(Outbreak.IsOne([Victims(Mlonggo) with { Casualties = new CasualtyCount(1, 0, 0) }]));
        Assert.True(Outbreak.IsOne([Victims(Mlonggo), Victims(Kedung)]));
    }

    [Fact]
    public void The_triads_of_the_victims_and_of_the_source_are_told_with_health_and_detectives()
    {
        var alerts = Outbreak.Alerts([Victims(Mlonggo, source: PakisAji), Victims(Mlonggo)], Everybody);

        Assert.Equal(
            ["camat 07", "camat 15", "danramil 07", "danramil 15", "dinkes", "kapolsek 07", "kapolsek 15", "koordinator", "satreskrim"],
            Names(alerts));
        Assert.All(alerts, alert => Assert.Equal((2, 2), (alert.Reports, alert.Kecamatan.Count)));
    }

    [Fact]
    public void Where_the_health_office_is_not_connected_the_next_named_is_told()
    {
        var roster = new Roster([.. Everybody.Postings.Where(posting => posting.Seat.Code != "dinkes")]);

        Assert.Contains("puskesmas", Names(Outbreak.Alerts([Victims(Mlonggo), Victims(Mlonggo)], roster)));
    }

    [Fact]
    public void An_accused_seat_is_told_as_if_that_report_had_never_come()
    {
        VictimReport[] reports = [Victims(Mlonggo), Victims(PakisAji) with { Accused = AccusedOffice.Polsek }];

        var two = Outbreak.Alerts(reports, Everybody);
        var three = Outbreak.Alerts([.. reports, Victims(Mlonggo)], Everybody);

        Assert.DoesNotContain(two, alert => alert.To.Seat.Code is "kapolsek" or "satreskrim");
        Assert.Equal(["kapolsek 07", "satreskrim"], Names(three.Where(alert => alert.To.Seat.Code is "kapolsek" or "satreskrim")));
        Assert.All(three.Where(alert => alert.To.Seat.Code is "kapolsek" or "satreskrim"), alert => Assert.Equal((2, 1), (alert.Reports, alert.Kecamatan.Count)));
        Assert.Equal(3, three.Single(alert => alert.To.Seat == Seat.Koordinator).Reports);
    }

    private static VictimReport Victims(KecamatanCode where, KecamatanCode? source = null) =>
        new(new ReportId(Guid.NewGuid()), where, source, AccusedOffice.None, default);

    private static Posting Post(string seat, KecamatanCode? kecamatan = null) =>
        new(new OfficerId(Guid.NewGuid()), new Seat(seat), kecamatan, IsDeputy: false, Reachable: true);

    private static IEnumerable<string> Names(IEnumerable<OutbreakAlert> alerts) => alerts
        .Select(alert => alert.To.Kecamatan is { } kecamatan ? $"{alert.To.Seat} {kecamatan.Value[^2..]}" : alert.To.Seat.Code)
        .Order(StringComparer.Ordinal);
}
