using Kentongan.Domain.Reports;
using static Kentongan.Domain.Tests.Reports.Given;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>Who is responsible, and that somebody always is (policy 1.2, 1.3, 4.3, 5.1).</summary>
public sealed class AcceptingTests
{
    [Fact]
    public void The_first_accept_wins()
    {
        var report = In(ReportStatus.Offered);

        var fact = report.Accept(Camat, Now).Fact();

        Assert.Equal((Camat.Officer, "camat", Now), (report.Lead, report.LeadSeat, report.AcceptedAt));
        Assert.Equal((ReportAction.Accept, ReportStatus.Accepted), (fact.Action, fact.Status));
        Assert.Equal((Camat.Officer, "camat"), (fact.Officer, fact.Seat));
    }

    [Fact]
    public void The_loser_is_told_who_accepted_and_when()
    {
        var report = In(ReportStatus.Offered);
        report.Accept(Camat, Now).Fact();

        var why = report.Accept(Kapolsek, Now.AddSeconds(1)).Refused<Refusal.AlreadyAccepted>();

        Assert.Equal(new Refusal.AlreadyAccepted(Officer(2), "camat", Now), why);
        Assert.Equal(Camat.Officer, report.Lead);
    }

    [Fact]
    public void Who_accepted_and_taps_again_makes_no_second_fact()
    {
        var report = In(ReportStatus.Accepted);

        report.Accept(Kapolsek, Now).Refused<Refusal.AlreadyAccepted>();

        Assert.Equal(2, report.Version);
    }

    [Fact]
    public void Nobody_accepts_what_was_not_offered()
    {
        New().Accept(Kapolsek, Now).Refused<Refusal.OutOfTurn>();
        In(ReportStatus.Screening).Accept(Kapolsek, Now).Refused<Refusal.OutOfTurn>();
        In(ReportStatus.Offered).Accept(Auditor, Now).Refused<Refusal.NotYours>();
    }

    [Theory]
    [InlineData(ReportStatus.Accepted)]
    [InlineData(ReportStatus.InProgress)]
    [InlineData(ReportStatus.Waiting)]
    [InlineData(ReportStatus.Referred)]
    public void Taking_over_passes_responsibility_on_in_one_step(ReportStatus status)
    {
        var report = In(status);

        var fact = report.TakeOver(Camat, Now.AddHours(1)).Fact();

        Assert.Equal((Camat.Officer, "camat", status), (report.Lead, report.LeadSeat, report.Status));
        Assert.Equal("kapolsek", fact.Detail);
        Assert.Equal(Now, report.AcceptedAt);
        Assert.Equal(Role.Lead, report.As(Camat).Role);
        Assert.Equal(Role.Seat, report.As(Kapolsek).Role);
    }

    [Fact]
    public void Nobody_takes_over_from_themselves_or_before_somebody_accepted()
    {
        In(ReportStatus.Accepted).TakeOver(Kapolsek, Now).Refused<Refusal.NotYours>();
        In(ReportStatus.Offered).TakeOver(Camat, Now).Refused<Refusal.OutOfTurn>();
    }

    [Fact]
    public void The_giver_of_a_hand_over_stays_responsible_until_it_is_accepted()
    {
        var report = In(ReportStatus.InProgress);

        report.ProposeHandOver(Kapolsek, Officer(2), "camat", Now).Fact();
        Assert.Equal((Kapolsek.Officer, "kapolsek", Camat.Officer), (report.Lead, report.LeadSeat, report.HandOverTo));

        var fact = report.AcceptHandOver(Camat, Now).Fact();
        Assert.Equal((Camat.Officer, "camat", null), (report.Lead, report.LeadSeat, report.HandOverTo));
        Assert.Equal((ReportStatus.InProgress, "kapolsek"), (report.Status, fact.Detail));
    }

    [Fact]
    public void Only_the_one_who_was_asked_accepts_a_hand_over_and_only_once()
    {
        var report = In(ReportStatus.Accepted);
        report.AcceptHandOver(Camat, Now).Refused<Refusal.Stale>();
        report.ProposeHandOver(Kapolsek, Officer(2), "camat", Now).Fact();

        report.AcceptHandOver(Danramil, Now).Refused<Refusal.Stale>();
        report.AcceptHandOver(Camat, Now).Fact();
        report.AcceptHandOver(Camat, Now).Refused<Refusal.Stale>();
    }

    [Fact]
    public void Only_the_lead_proposes_a_hand_over()
    {
        In(ReportStatus.Accepted).ProposeHandOver(Camat, Officer(3), "danramil", Now).Refused<Refusal.NotYours>();
    }

    [Fact]
    public void A_take_over_ends_a_hand_over_that_was_proposed()
    {
        var report = In(ReportStatus.Accepted);
        report.ProposeHandOver(Kapolsek, Officer(2), "camat", Now).Fact();
        report.TakeOver(Danramil, Now).Fact();

        report.AcceptHandOver(Camat, Now).Refused<Refusal.Stale>();
    }

    [Theory]
    [InlineData(ReportStatus.Accepted)]
    [InlineData(ReportStatus.InProgress)]
    public void Releasing_puts_the_report_back_on_offer_one_level_higher(ReportStatus status)
    {
        var report = In(status);
        report.Escalate(2);

        report.Release(Kapolsek, Now.AddHours(1)).Fact();

        Assert.Equal((ReportStatus.Offered, 3, Now.AddHours(1)), (report.Status, report.EscalationLevel, report.OfferedAt));
        Assert.Null(report.Lead);
        Assert.Null(report.LeadSeat);
        Assert.Null(report.AcceptedAt);
        report.Accept(Camat, Now.AddHours(2)).Fact();
        Assert.Equal(Now.AddHours(2), report.AcceptedAt);
    }

    [Fact]
    public void The_system_releases_what_was_accepted_without_progress_and_no_other_seat_does()
    {
        In(ReportStatus.Accepted).Release(Camat, Now).Refused<Refusal.NotYours>();
        In(ReportStatus.Accepted).Release(Actor.System, Now).Fact();
    }

    [Fact]
    public void The_level_ends_at_four_and_never_sinks_by_escalating()
    {
        var report = In(ReportStatus.Accepted);
        report.Escalate(4);
        report.Escalate(1);
        report.Release(Kapolsek, Now).Fact();

        Assert.Equal(4, report.EscalationLevel);
    }

    [Fact]
    public void Wrong_area_gives_the_neighbours_a_fresh_accept_clock_while_the_total_clock_goes_on()
    {
        var report = In(ReportStatus.Offered);
        report.Escalate(2);

        var fact = report.PassOn(Camat, NextDoor, Now.AddMinutes(5)).Fact();

        Assert.Equal((NextDoor.Kecamatan, NextDoor.Desa), (report.Kecamatan, report.Desa));
        Assert.Equal((Now.AddMinutes(5), 0, 1), (report.OfferedAt, report.EscalationLevel, report.Transfers));
        Assert.Equal((Now, "33.20.08", ReportStatus.Offered), (report.ReceivedAt, fact.Detail, report.Status));
    }

    [Fact]
    public void The_third_transfer_is_not_for_the_seats_to_make()
    {
        var report = In(ReportStatus.Offered);
        report.PassOn(Camat, NextDoor, Now).Fact();
        report.PassOn(Camat, Here, Now).Fact();

        report.PassOn(Camat, NextDoor, Now).Refused<Refusal.NotYours>();
        report.Screen("pindah-wilayah", Now).Fact();
        report.Offer(Koordinator, NextDoor, Now).Fact();
        report.PassOn(Camat, Here, Now).Refused<Refusal.NotYours>(); // the coordinator's word binds

        Assert.Equal((NextDoor.Kecamatan, Report.MaximumTransfers), (report.Kecamatan, report.Transfers));
    }

    [Fact]
    public void Who_accepted_does_not_pass_on_any_more()
    {
        In(ReportStatus.Accepted).PassOn(Kapolsek, NextDoor, Now).Refused<Refusal.OutOfTurn>();
    }

    [Fact]
    public void Declining_leaves_the_offer_to_the_others()
    {
        var report = In(ReportStatus.Offered);

        report.Decline(Camat, Now).Fact();

        Assert.Equal(ReportStatus.Offered, report.Status);
        report.Accept(Kapolsek, Now).Fact();
    }

    [Fact]
    public void An_offer_without_a_place_keeps_the_place_that_is_known()
    {
        var report = In(ReportStatus.Screening);
        report.Offer(Koordinator, null, Now).Fact();

        Assert.Equal((Here.Kecamatan, Here.Desa), (report.Kecamatan, report.Desa));
    }

    [Fact]
    public void A_referral_says_to_whom_stays_open_and_keeps_its_lead()
    {
        var report = In(ReportStatus.InProgress);

        var fact = report.Refer(Kapolsek, "bawaslu", Now).Fact();

        Assert.Equal((ReportStatus.Referred, "bawaslu", true, Kapolsek.Officer), (report.Status, fact.Detail, report.IsOpen, report.Lead));
        report.Refer(Camat, "bawaslu", Now).Refused<Refusal.NotYours>();
    }

    [Fact]
    public void A_merged_report_is_over_and_only_the_coordinator_merges()
    {
        In(ReportStatus.Screening).Merge(Camat, Sealed, Now).Refused<Refusal.NotYours>();
        Assert.False(In(ReportStatus.Merged).IsOpen);
    }
}
