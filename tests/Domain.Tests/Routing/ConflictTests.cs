using FsCheck;
using FsCheck.Fluent;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Domain.Tests.Reports;

namespace Kentongan.Domain.Tests.Routing;

/// <summary>An accused office never learns of the report, by no plan whatever (policy 5.4, domain.md 4).</summary>
public sealed class ConflictTests
{
    // office | the seats that may not know, with all above and below them | who watches over it
    private const string Offices = """
        Polsek | kapolsek bhabinkamtibmas polres satreskrim satresnarkoba satlantas unit-ppa | sipropam
        Koramil | danramil babinsa kodim | subdenpom
        Kecamatan | camat kasi-trantib | inspektorat bkpsdm
        Desa | kades | inspektorat dpmd
        """;

    private static readonly string[] AllSeats =
    [
        .. KnownSeats.All.Select(seat => seat.Code), "auditor", "bhabinkamtibmas", "babinsa", "kasi-trantib", "kades",
    ];

    private static readonly Dictionary<AccusedOffice, (string[] Accused, string[] Oversight)> Table = Offices.Split('\n')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(
            cells => Enum.Parse<AccusedOffice>(cells[0]),
            cells => (cells[1].Split(' '), cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static readonly Gen<string> Seats = Gen.Elements(AllSeats);

    private static readonly Gen<string[]> SomeSeats = from count in Gen.Choose(0, 5) from seats in Seats.ArrayOf(count) select seats;

    /// <summary>Few people for many seats, so that the same person often sits in two of them.</summary>
    private static readonly Gen<Posting> Postings =
        from seat in Seats
        from deputy in Gen.Elements("", "~")
        from reachable in Gen.Elements("", "", "!")
        from person in Gen.Choose(1, 60)
        from kecamatan in Gen.Elements(Given.Here.Kecamatan, Given.NextDoor.Kecamatan)
        select Staff.Posting(seat + deputy + reachable, Given.Officer(person), kecamatan);

    private static readonly Gen<Case> Cases =
        from count in Gen.Choose(0, 40)
        from postings in Postings.ArrayOf(count)
        from accused in Sentence.AnyOf<AccusedOffice>()
        from priority in Sentence.AnyOf<Priority>()
        from lead in SomeSeats
        from support in SomeSeats
        from copies in SomeSeats
        from placed in Gen.Elements(true, true, true, false)
        from cleared in Gen.Elements(true, false)
        select new Case(
            new Roster(postings),
            accused,
            Kind.Of("trantibum.uji", priority, string.Join(' ', lead), string.Join(' ', support), string.Join(' ', copies)),
            placed,
            cleared);

    public static TheoryData<AccusedOffice> Accusable { get; } = [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Accusable))]
    public void The_accused_office_is_the_seat_and_its_hierarchy(AccusedOffice accused) => Assert.Equal(
        Table[accused].Accused.Order(),
        AllSeats.Where(seat => Router.IsAccused(accused, new Seat(seat))).Order());

    [Fact]
    public void Where_nobody_is_accused_nobody_is_left_out() =>
        Assert.DoesNotContain(AllSeats, seat => Router.IsAccused(AccusedOffice.None, new Seat(seat)));

    [Fact]
    public void Where_the_kabupaten_is_accused_only_auditor_and_inspectorate_are_left() => Assert.Equal(
        ["auditor", "inspektorat"],
        AllSeats.Where(seat => !Router.IsAccused(AccusedOffice.Kabupaten, new Seat(seat))).Order());

    [Theory]
    [MemberData(nameof(Accusable))]
    public void Until_it_is_cleared_only_coordinator_and_oversight_see_it(AccusedOffice accused)
    {
        var everybody = Staff.Of(string.Join(' ', AllSeats));
        foreach (var priority in new[] { Priority.P1, Priority.P2, Priority.P3 })
        {
            var kind = Kind.Of("trantibum.uji", priority, "kapolsek camat danramil", "satpol-pp", "bawaslu");
            var plan = Router.Plan(Given.New(priority, accused), kind, Given.Here, everybody, cleared: false);

            Assert.Equal(Router.Conflict, plan.ScreeningReason);
            Assert.Equal(["koordinator", .. Table[accused].Oversight], plan.Assignments.Select(assignment => assignment.Seat.Code));
            Assert.All(plan.Assignments, assignment => Assert.Equal(Part.Screener, assignment.Part));
        }
    }

    [Theory]
    [MemberData(nameof(Accusable))]
    public void An_emergency_does_not_wait_for_clearing_and_the_accused_stay_out(AccusedOffice accused)
    {
        var everybody = Staff.Of(string.Join(' ', AllSeats));
        var kind = Kind.Of("trantibum.uji", Priority.P0, "kapolsek camat danramil", "satpol-pp", "bawaslu");

        var plan = Router.Plan(Given.New(Priority.P0, accused), kind, Given.Here, everybody, cleared: false);

        Assert.Null(plan.ScreeningReason);
        Assert.Contains(plan.Assignments, assignment => assignment.Part == Part.Lead);
        Assert.DoesNotContain(plan.Assignments, assignment => Router.IsAccused(accused, assignment.Seat));
        Assert.Subset(plan.Assignments.Select(assignment => assignment.Seat.Code).ToHashSet(), Table[accused].Oversight.Append("koordinator").ToHashSet());
    }

    [Fact]
    public void Whoever_is_brought_in_later_or_comes_to_help_victims_is_not_of_the_accused_either()
    {
        var everybody = Staff.Of(string.Join(' ', AllSeats));
        foreach (var accused in Enum.GetValues<AccusedOffice>())
        {
            var report = Given.New(Priority.P0, accused);
            var added = Router.BroughtIn(report, everybody, 3).Concat(Router.Health(report, Given.Here.Kecamatan, everybody)).Select(one => one.Seat).ToList();

            Assert.DoesNotContain(added, seat => Router.IsAccused(accused, seat));
            Assert.Equal(accused == AccusedOffice.Kabupaten, added.Count == 0);
        }
    }

    [Theory]
    [InlineData(AccusedOffice.Polsek, "Lead: camat; Support: danramil")]
    [InlineData(AccusedOffice.Koramil, "Lead: kapolsek; Support: camat")]
    [InlineData(AccusedOffice.Kecamatan, "Lead: kapolsek; Support: danramil")]
    [InlineData(AccusedOffice.Desa, "Lead: kapolsek; Support: camat danramil")]
    public void Once_cleared_it_goes_to_the_others(AccusedOffice accused, string expected)
    {
        var roster = Staff.Of("kapolsek kapolsek~ camat camat~ danramil danramil~ satreskrim koordinator");
        var kind = Kind.Of("trantibum.uji", Priority.P1, "kapolsek camat", "camat danramil", "satreskrim");

        var plan = Router.Plan(Given.New(Priority.P1, accused), kind, Given.Here, roster, cleared: true);
        var now = new RoutingPlan([.. plan.Assignments.Where(assignment => assignment.Now && assignment.Part != Part.Copy)], null);

        Assert.Equal(expected, now.Told(roster));
        Assert.Null(plan.ScreeningReason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_report_about_the_kabupaten_never_leaves_auditor_and_inspectorate(bool cleared)
    {
        var roster = Staff.Of(Staff.Usual);
        foreach (var priority in Enum.GetValues<Priority>())
        {
            var kind = Kind.Of("trantibum.uji", priority, "koordinator camat", "kapolsek", "bawaslu");
            var plan = Router.Plan(Given.New(priority, AccusedOffice.Kabupaten), kind, Given.Here, roster, cleared);

            Assert.Equal(
                cleared ? (null, "Lead: inspektorat") : (Router.Conflict, "Screener: auditor inspektorat"),
                (plan.ScreeningReason, plan.Told(roster)));
        }
    }

    [Fact]
    public void An_inspector_with_two_postings_leads_now_where_either_can_be_reached()
    {
        var inspector = Given.Officer(1);
        var roster = new Roster([Staff.Posting("inspektorat!", inspector, Staff.Here), Staff.Posting("inspektorat~", inspector, Staff.Here)]);
        var plan = Router.Plan(Given.New(Priority.P0, AccusedOffice.Kabupaten), Kind.Of("trantibum.uji", Priority.P0, "camat", "", ""), Given.Here, roster, cleared: true);

        var only = Assert.Single(plan.Assignments);
        Assert.Equal((inspector, Part.Lead, true), (only.Officer, only.Part, only.Now));
    }

    [Fact]
    public void Who_sits_in_the_accused_office_hears_nothing_in_another_seat_either()
    {
        var roster = new Roster(
        [
            .. Staff.Of("kapolsek danramil koordinator").Postings,
            new Posting(Given.Officer(1), Seat.Camat, Staff.Here, IsDeputy: true, Reachable: true),
            new Posting(Given.Officer(1), Seat.Koordinator, null, IsDeputy: true, Reachable: true),
            new Posting(Given.Officer(1), new Seat("satpol-pp"), null, IsDeputy: false, Reachable: true),
        ]);
        var kind = Kind.Of("trantibum.uji", Priority.P0, "satpol-pp kapolsek", "satpol-pp");

        foreach (var cleared in new[] { true, false })
        {
            var plan = Router.Plan(Given.New(Priority.P0, AccusedOffice.Kecamatan), kind, Given.Here, roster, cleared);
            Assert.DoesNotContain(plan.Assignments, assignment => assignment.Officer == Given.Officer(1));
        }
    }

    [Fact]
    public void The_accused_are_in_no_plan_whatever() => Sentence.Holds(Cases, some =>
    {
        var accused = some.Roster.Postings.Where(posting => some.IsAccused(posting.Seat)).Select(posting => posting.Officer).ToHashSet();

        Assert.DoesNotContain(some.Plan.Assignments, assignment => some.IsAccused(assignment.Seat));
        Assert.DoesNotContain(some.Plan.Assignments, assignment => accused.Contains(assignment.Officer));
    }, 3000);

    [Fact]
    public void The_plan_is_the_same_as_if_the_accused_were_not_there() => Sentence.Holds(Cases, some =>
    {
        var without = some with { Roster = Router.Untainted(some.Accused, some.Roster) };
        Assert.Equal(without.Plan.ScreeningReason, some.Plan.ScreeningReason);
        Assert.Equal(without.Plan.Assignments, some.Plan.Assignments);
    }, 1000);

    [Fact]
    public void An_offer_reaches_somebody_now_and_everybody_once() => Sentence.Holds(Cases, some =>
    {
        var plan = some.Plan;
        Assert.Equal(plan.Assignments.Count, plan.Assignments.DistinctBy(assignment => assignment.Officer).Count());
        Assert.All(plan.Assignments, assignment => Assert.Contains(some.Roster.Postings, posting =>
            posting.Officer == assignment.Officer && posting.Seat == assignment.Seat
            && (posting.Kecamatan is null || posting.Kecamatan == Given.Here.Kecamatan)));
        if (plan.ScreeningReason is null)
        {
            var urgent = some.Kind.Priority == Priority.P0;
            var inspected = some.Accused == AccusedOffice.Kabupaten && some.Cleared; // the inspectorate leads, wherever it happened (policy 5.4)
            Assert.True(urgent || inspected || (some.Placed && (some.Accused == AccusedOffice.None || some.Cleared)));
            Assert.Contains(plan.Assignments, assignment => assignment.Now
                && (assignment.Part is Part.Lead or Part.Support ? some.Placed || inspected : urgent && assignment.Part == Part.Screener)); // an emergency waits for nobody
            var leads = plan.Assignments.Where(assignment => assignment.Part == Part.Lead).Select(assignment => assignment.Seat);
            Assert.InRange(leads.Distinct().Count(), 0, 1);
        }
        else
        {
            Assert.All(plan.Assignments, assignment => Assert.Equal((Part.Screener, true), (assignment.Part, assignment.Now)));
        }
    }, 2000);

    private sealed record Case(Roster Roster, AccusedOffice Accused, Subcategory Kind, bool Placed, bool Cleared)
    {
        public RoutingPlan Plan =>
            Router.Plan(Given.New(Kind.Priority, Accused), Kind, Placed ? Given.Here : null, Roster, Cleared);

        /// <summary>From the table above, not from the router.</summary>
        public bool IsAccused(Seat seat) => Accused switch
        {
            AccusedOffice.None => false,
            AccusedOffice.Kabupaten => seat.Code is not ("auditor" or "inspektorat"),
            _ => Table[Accused].Accused.Contains(seat.Code),
        };
    }
}
