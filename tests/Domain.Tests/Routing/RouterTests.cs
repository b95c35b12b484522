using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Domain.Tests.Reports;

namespace Kentongan.Domain.Tests.Routing;

/// <summary>Who gets a report that accuses nobody (policy 1.1, 3, 4; domain.md 3).</summary>
public sealed class RouterTests
{
    private static readonly Subcategory Liquor =
        Kind.Of("miras.penjualan", Priority.P2, "camat satpol-pp", "satpol-pp kapolsek", "bawaslu");

    private static readonly Subcategory Drugs = Kind.Of("narkoba.peredaran", Priority.P1, "satresnarkoba kapolsek", "kapolsek");

    [Theory] // who is there → who gets it
    [InlineData("camat kapolsek satpol-pp", "Lead: camat; Support: satpol-pp kapolsek")]
    [InlineData("camat camat~ kapolsek kapolsek~", "Lead: camat (later camat~); Support: kapolsek (later kapolsek~)")]
    [InlineData("kapolsek satpol-pp", "Lead: satpol-pp; Support: kapolsek")] // the next in order of preference
    [InlineData("camat! kapolsek satpol-pp", "Lead: satpol-pp; Support: kapolsek (later camat!)")]
    [InlineData("camat! camat~ kapolsek", "Lead: camat~ (later camat!); Support: kapolsek")] // the deputy stands in at once
    [InlineData("camat~ kapolsek", "Lead: camat~; Support: kapolsek")] // a vacant seat with a deputy
    [InlineData("camat kapolsek! kapolsek~", "Lead: camat; Support: kapolsek~ (later kapolsek!)")]
    [InlineData("camat camat! camat~ kapolsek", "Lead: camat (later camat! camat~); Support: kapolsek")]
    [InlineData("kapolsek koordinator", "Support: kapolsek; Copy: koordinator")] // nobody leads: the coordinator is told
    [InlineData("camat danramil bawaslu koordinator auditor", "Lead: camat; Copy: bawaslu")]
    public void Below_P0_it_goes_to_lead_and_support(string there, string expected) =>
        Assert.Equal(expected, Told(Liquor, Priority.P2, there));

    [Theory]
    [InlineData("satresnarkoba kapolsek", "Lead: satresnarkoba; Support: kapolsek")]
    [InlineData("kapolsek camat danramil", "Lead: kapolsek")] // no such agency here: the seat of the triad leads
    [InlineData("satresnarkoba! kapolsek", "Lead: kapolsek")]
    public void Where_an_agency_is_not_connected_the_triad_leads(string there, string expected) =>
        Assert.Equal(expected, Told(Drugs, Priority.P1, there));

    [Theory]
    [InlineData("camat camat~ satpol-pp kapolsek koordinator", "Lead: camat (later camat~); Support: (later satpol-pp kapolsek)")] // level 1: deputies and other seats
    [InlineData("satpol-pp kapolsek koordinator", "Lead: satpol-pp; Support: (later kapolsek)")]
    [InlineData("kapolsek koordinator", "Support: kapolsek; Copy: koordinator")] // nobody leads: the next seat and the coordinator (policy 4.2)
    public void P3_goes_to_the_lead_alone_until_level_one(string there, string expected) => Assert.Equal(expected, Told(Liquor, Priority.P3, there));

    [Fact]
    public void P0_goes_to_all_three_seats_their_deputies_and_the_coordinator_at_once()
    {
        Assert.Equal(
            "Lead: camat camat~; Support: satpol-pp kapolsek kapolsek~ danramil danramil~; Copy: bawaslu koordinator",
            Told(Liquor, Priority.P0, Staff.Usual));
        Assert.Equal(
            "Lead: satresnarkoba; Support: kapolsek kapolsek~ camat camat~ danramil danramil~; Copy: koordinator",
            Told(Drugs, Priority.P0, Staff.Usual));
    }

    [Fact]
    public void At_P0_one_seat_is_enough_and_the_coordinator_knows() =>
        Assert.Equal("Support: danramil; Copy: koordinator", Told(Liquor, Priority.P0, "danramil koordinator"));

    [Theory]
    [InlineData(Priority.P1, "camat! camat~! satpol-pp! kapolsek! bawaslu koordinator")]
    [InlineData(Priority.P2, "danramil bawaslu koordinator")] // neither leads nor supports
    [InlineData(Priority.P3, "danramil koordinator")]
    public void Where_nobody_can_be_reached_the_coordinator_decides(Priority priority, string there)
    {
        var roster = Staff.Of(there);
        var plan = Router.Plan(Given.New(priority), Liquor, Given.Here, roster, cleared: false);

        Assert.Equal((Router.NobodyThere, "Screener: koordinator"), (plan.ScreeningReason, plan.Told(roster)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_a_place_the_coordinator_decides(bool cleared)
    {
        var roster = Staff.Of("camat kapolsek danramil koordinator koordinator~");
        var plan = Router.Plan(Given.New(), Liquor, null, roster, cleared);

        Assert.Equal((Router.NoPlace, "Screener: koordinator koordinator~"), (plan.ScreeningReason, plan.Told(roster)));
        Assert.All(plan.Assignments, assignment => Assert.Equal((AudienceTier.Full, null), (assignment.Tier, assignment.Kecamatan)));
    }

    [Fact]
    public void An_emergency_without_a_place_is_on_offer_at_once_to_the_coordinator_and_whoever_is_on_duty()
    {
        var roster = Staff.Of("camat kapolsek danramil koordinator koordinator~ piket polres");

        var plan = Router.Plan(Given.New(Priority.P0), Liquor, null, roster, cleared: false);

        Assert.Equal((null, "Copy: piket polres; Screener: koordinator koordinator~"), (plan.ScreeningReason, plan.Told(roster)));
    }

    [Fact]
    public void An_emergency_that_may_be_in_two_kecamatan_goes_to_both_triads_at_once()
    {
        var roster = new Roster(
        [
            Staff.Posting("camat", Given.Officer(1), Given.NextDoor.Kecamatan),
            Staff.Posting("kapolsek", Given.Officer(2), Given.NextDoor.Kecamatan),
            .. Staff.Of("camat kapolsek danramil danramil~ koordinator piket").Postings,
        ]);

        var plan = Router.Plan(Given.New(Priority.P0), Liquor, null, roster, cleared: false, [Given.Here.Kecamatan, Given.NextDoor.Kecamatan]);

        Assert.Null(plan.ScreeningReason);
        Assert.All(plan.Assignments, assignment => Assert.True(assignment.Now));
        Assert.Equal(
            ["camat Lead", "camat Lead", "danramil Support", "danramil Support", "kapolsek Support", "kapolsek Support", "koordinator Screener", "piket Copy"],
            plan.Assignments.Select(assignment => $"{assignment.Seat} {assignment.Part}").Order(StringComparer.Ordinal));
        Assert.Equal("Screener: koordinator", Router.Plan(Given.New(Priority.P1), Liquor, null, roster, cleared: false, [Given.Here.Kecamatan]).Told(roster));
    }

    [Fact]
    public void An_emergency_that_no_triad_can_take_does_not_wait_for_screening()
    {
        var roster = Staff.Of("camat! koordinator piket");

        var plan = Router.Plan(Given.New(Priority.P0), Liquor, Given.Here, roster, cleared: false);

        Assert.Equal((null, "Support: (later camat!); Copy: piket; Screener: koordinator"), (plan.ScreeningReason, plan.Told(roster)));
    }

    [Fact]
    public void Who_is_to_learn_in_counts_only_gets_no_card_unless_life_is_in_danger()
    {
        var roster = Staff.Of("camat kapolsek danramil");
        var supply = Kind.Of("narkoba.uji", Priority.P2, "kapolsek", "camat danramil") with { CountsOnly = [Seat.Camat, Seat.Danramil] };

        Assert.Equal("Lead: kapolsek", Router.Plan(Given.New(Priority.P2), supply, Given.Here, roster, cleared: false).Told(roster));
        Assert.Contains("danramil", Router.Plan(Given.New(Priority.P0), supply, Given.Here, roster, cleared: false).Told(roster), StringComparison.Ordinal);
    }

    [Fact]
    public void The_triad_of_another_kecamatan_hears_nothing()
    {
        var roster = new Roster(
        [
            Staff.Posting("camat", Given.Officer(1), Given.NextDoor.Kecamatan),
            Staff.Posting("kapolsek", Given.Officer(2), Given.NextDoor.Kecamatan),
            .. Staff.Of("camat kapolsek danramil koordinator").Postings,
        ]);

        foreach (var priority in Enum.GetValues<Priority>())
        {
            var plan = Router.Plan(Given.New(priority), Liquor, Given.Here, roster, cleared: false);
            Assert.DoesNotContain(plan.Assignments, assignment => assignment.Kecamatan == Given.NextDoor.Kecamatan);
            Assert.DoesNotContain(plan.Assignments, assignment => assignment.Officer == Given.Officer(1));
            Assert.DoesNotContain(plan.Assignments, assignment => assignment.Officer == Given.Officer(2));
        }
    }

    [Fact]
    public void Lead_and_who_could_lead_read_everything_support_what_the_programme_allows_copies_the_short_form()
    {
        var kind = Kind.Of("narkoba.pemakaian", Priority.P2, "satresnarkoba kapolsek", "kapolsek danramil", "camat");

        Assert.Equal(
            ["satresnarkoba Full", "kapolsek Full", "danramil Ringkas", "camat Ringkas"],
            Tiers(kind, Priority.P2, "satresnarkoba kapolsek danramil camat"));
        Assert.Equal(
            ["satresnarkoba Full", "kapolsek Full", "danramil Agregat", "camat Ringkas"],
            Tiers(kind with { SupportSees = AudienceTier.Agregat }, Priority.P2, "satresnarkoba kapolsek danramil camat"));
        Assert.Equal(
            ["satresnarkoba Full", "kapolsek Full", "danramil Ringkas", "camat Ringkas", "koordinator Full"],
            Tiers(kind, Priority.P0, "satresnarkoba kapolsek danramil camat koordinator"));
    }

    [Fact]
    public void Nobody_gets_two_cards_of_one_report()
    {
        var twice = new Roster(
        [
            new Posting(Given.Officer(1), Seat.Camat, Staff.Here, IsDeputy: true, Reachable: true),
            new Posting(Given.Officer(1), Seat.Kapolsek, Staff.Here, IsDeputy: false, Reachable: true),
            new Posting(Given.Officer(2), Seat.Camat, Staff.Here, IsDeputy: false, Reachable: true),
        ]);

        var plan = Router.Plan(Given.New(), Liquor, Given.Here, twice, cleared: false);

        Assert.Equal("Lead: camat camat~", plan.Told(twice)); // a deputy who holds a support seat of their own need not wait
    }

    [Fact]
    public void Assignments_name_the_kecamatan_of_a_triad_seat_and_none_of_an_agency()
    {
        var plan = Router.Plan(Given.New(), Liquor, Given.Here, Staff.Of("camat satpol-pp kapolsek"), cleared: false);

        Assert.Equal<(string, KecamatanCode?)>(
            [("camat", Staff.Here), ("satpol-pp", null), ("kapolsek", Staff.Here)],
            plan.Assignments.Select(assignment => (assignment.Seat.Code, assignment.Kecamatan)));
    }

    [Fact]
    public void Holders_of_a_seat_come_principals_first()
    {
        var roster = Staff.Of("kapolsek~ kapolsek camat koordinator~ koordinator");

        Assert.Equal([false, true], roster.Holding(Seat.Kapolsek, Staff.Here).Select(posting => posting.IsDeputy));
        Assert.Equal([false, true], roster.Coordinators.Select(posting => posting.IsDeputy));
        Assert.Empty(roster.Holding(Seat.Kapolsek, Given.NextDoor.Kecamatan));
    }

    private static string Told(Subcategory kind, Priority priority, string there)
    {
        var roster = Staff.Of(there);
        var plan = Router.Plan(Given.New(priority), kind, Given.Here, roster, cleared: false);

        Assert.Null(plan.ScreeningReason);
        return plan.Told(roster);
    }

    private static IEnumerable<string> Tiers(Subcategory kind, Priority priority, string there) =>
        Router.Plan(Given.New(priority), kind, Given.Here, Staff.Of(there), cleared: false)
            .Assignments.Select(assignment => $"{assignment.Seat} {assignment.Tier}");
}
