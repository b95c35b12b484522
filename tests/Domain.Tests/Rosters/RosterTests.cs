using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Domain.Tests.Reports;
using Kentongan.Domain.Tests.Routing;

namespace Kentongan.Domain.Tests.Rosters;

/// <summary>Who is told where somebody is away or off duty, and who answers after them (policy 3.1, 4.1, 4.2, 5.1).</summary>
public sealed class RosterTests
{
    private static readonly LocalTime Wib = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), new HashSet<DateOnly>());

    [Theory]
    [InlineData("1-5 07:00-16:00", "2026-03-02T00:00Z", true)] // Monday 07:00 in Jakarta
    [InlineData("1-5 07:00-16:00", "2026-03-01T23:59Z", false)]
    [InlineData("1-5 07:00-16:00", "2026-03-02T09:00Z", false)] // 16:00 sharp
    [InlineData("1-5 07:00-16:00", "2026-02-28T03:00Z", false)] // Saturday
    [InlineData("7-7 22:00-06:00", "2026-03-01T22:59Z", true)] // the night of Sunday, on Monday 05:59
    [InlineData("7-7 22:00-06:00", "2026-03-01T23:00Z", false)]
    [InlineData("1-1 22:00-06:00", "2026-03-01T22:59Z", false)] // Monday's night has not begun
    public void Duty_times_are_local_and_may_pass_midnight(string times, string at, bool onDuty) =>
        Assert.Equal(onDuty, DutyTimes.Parse(times)!.Holds(Wib, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("1-5")]
    [InlineData("5-1 07:00-16:00")]
    [InlineData("0-5 07:00-16:00")]
    [InlineData("1-8 07:00-16:00")]
    [InlineData("1-5 7-16")]
    public void What_is_no_duty_time_is_none(string text) => Assert.Null(DutyTimes.Parse(text));

    [Fact]
    public void The_deputy_is_told_for_an_absent_principal_and_whoever_is_on_duty_for_one_who_is_not()
    {
        var usual = Staff.Of("camat kapolsek kapolsek~ danramil koordinator");
        var kind = Kind.Of("trantibum.uji", Priority.P2, "kapolsek", "camat danramil");

        Assert.Equal("kapolsek", Now(usual));
        Assert.Equal("kapolsek~", Now(With(usual, held => held with { Absent = true })));
        Assert.Equal("kapolsek~", Now(With(usual, held => held with { OffDuty = true })));
        Assert.Equal("kapolsek", Now(new Roster([.. usual.Postings.Select(held => held with { OffDuty = true })]))); // it does not wait until morning

        string Now(Roster roster) => string.Join(' ', Router.Plan(Given.New(), kind, Given.Here, roster, cleared: false).Assignments
            .Where(one => one is { Now: true, Part: Part.Lead })
            .Select(one => roster.Postings.First(held => held.Officer == one.Officer).IsDeputy ? "kapolsek~" : "kapolsek"));

        static Roster With(Roster roster, Func<Posting, Posting> change) =>
            new([.. roster.Postings.Select(held => held is { Seat.Code: "kapolsek", IsDeputy: false } ? change(held) : held)]);
    }

    [Fact]
    public void A_successor_is_available_and_sits_in_the_same_seat()
    {
        var roster = Staff.Of("kapolsek kapolsek~! kapolsek~ camat~");
        var gone = roster.Postings[0].Officer;

        Assert.Equal(roster.Postings[2].Officer, roster.SuccessorOf(gone, Seat.Kapolsek, Staff.Here)!.Officer);
        Assert.Null(roster.SuccessorOf(gone, Seat.Kapolsek, Given.NextDoor.Kecamatan));
        Assert.Null(Staff.Of("kapolsek kapolsek~!").SuccessorOf(Given.Officer(100), Seat.Kapolsek, Staff.Here));
    }

    [Fact]
    public void A_kecamatan_is_unmanned_where_no_seat_of_the_triad_has_anybody()
    {
        Kecamatan[] two = [Of(Staff.Here, "Di sini"), Of(Given.NextDoor.Kecamatan, "Sebelah")];

        Assert.Equal(["Sebelah"], Staff.Of("danramil~ satpol-pp koordinator").Unmanned(two).Select(one => one.Name));
        Assert.Equal(["Di sini", "Sebelah"], Staff.Of("camat! satpol-pp koordinator").Unmanned(two).Select(one => one.Name));

        static Kecamatan Of(KecamatanCode code, string name) => new(code, name, new Coordinates(-6.6, 110.6), [], [], null, []);
    }

    [Fact]
    public void Policy_5_1_near_a_border_both_triads_are_offered_until_it_is_passed_on()
    {
        var roster = new Roster([Staff.Posting("kapolsek", Given.Officer(1), Given.Here.Kecamatan), Staff.Posting("kapolsek", Given.Officer(2), Given.NextDoor.Kecamatan)]);
        var kind = Kind.Of("trantibum.uji", Priority.P2, "kapolsek");
        var report = Report.Receive(
            new NewReport(new ReportId(Guid.Empty), "K7Q-4ZM", [], kind.Code, Priority.P2, Happening.Often, AccusedOffice.None, Given.Here, 0, Timers.For(Priority.P2))
            {
                BorderKecamatan = Given.NextDoor.Kecamatan,
            },
            Given.Now);

        Assert.Equal(2, Router.Plan(report, kind, Given.Here, roster, cleared: false).Assignments.Count(one => one is { Now: true, Part: Part.Lead }));
        report.Offer(Actor.System, null, Given.Now).Fact();
        report.PassOn(Given.Kapolsek, Given.NextDoor, Given.Now).Fact();
        Assert.Equal(Given.Officer(2), Assert.Single(Router.Plan(report, kind, Given.NextDoor, roster, cleared: false).Assignments).Officer);
    }

    [Fact]
    public void An_empty_body_and_one_out_of_its_time_are_stood_in_for()
    {
        ReferralBody[] bodies =
        [
            new("panwascam", "Panwascam", null, "bawaslu", IsEmpty: false, AdHoc: true, new(2026, 9, 1), new(2026, 12, 31)),
            new("bawaslu", "Bawaslu", "bawaslu", null, IsEmpty: false, AdHoc: false, null, null),
            new("bnnk", "BNNK", null, "bnnp", IsEmpty: true, AdHoc: false, null, null),
            new("bnnp", "BNNP", null, "bnnk", IsEmpty: true, AdHoc: false, null, null),
        ];

        Assert.Equal("panwascam", ReferralBody.Standing(bodies, "panwascam", new(2026, 9, 1))!.Code);
        Assert.Equal("bawaslu", ReferralBody.Standing(bodies, "panwascam", new(2027, 1, 1))!.Code);
        Assert.Null(ReferralBody.Standing(bodies, "bnnk", new(2026, 9, 1))); // a ring of empty slots ends
        Assert.Null(ReferralBody.Standing(bodies, "lain", new(2026, 9, 1)));
    }

    [Fact]
    public void An_operation_follows_the_calendar_unless_somebody_said_otherwise_for_this_season()
    {
        var calendar = new OperationCalendar(new TimeOnly(17, 45), [new(1447, new(2026, 2, 19), new(2026, 3, 21), true), new(1448, new(2027, 2, 8), new(2027, 3, 10), true)], []);
        var programme = new Programme("uji", new Words("Uji"), new OperationPeriod(PeriodKind.Ramadhan, null, null, 14, 7), [], []);
        var (fasting, summer, next) = (Local(2026, 3, 1), Local(2026, 7, 1), Local(2027, 2, 20));

        Assert.True(Operations.IsInForce(programme, calendar, null, fasting));
        Assert.False(Operations.IsInForce(programme, calendar, null, summer));
        Assert.True(Operations.IsInForce(programme, calendar, new OperationSwitch("uji", true, summer), summer.AddDays(1)));
        Assert.False(Operations.IsInForce(programme, calendar, new OperationSwitch("uji", false, fasting), fasting.AddDays(3)));
        Assert.True(Operations.IsInForce(programme, calendar, new OperationSwitch("uji", false, fasting), next)); // next year's is not stopped
        Assert.False(Operations.IsInForce(programme with { Operation = null }, calendar, new OperationSwitch("uji", true, fasting), fasting));

        static DateTimeOffset Local(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.FromHours(7));
    }
}
