using Kentongan.Domain.Reports;
using static Kentongan.Domain.Tests.Reports.Given;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>Waiting, resolving and verifying (policy 1.8, 2, 5.3).</summary>
public sealed class ResolvingTests
{
    public static TheoryData<Priority> BelowP0 { get; } = [Priority.P1, Priority.P2, Priority.P3];

    public static TheoryData<Priority> AboveP3 { get; } = [Priority.P0, Priority.P1, Priority.P2];

    public static TheoryData<Priority> Priorities { get; } = [.. Enum.GetValues<Priority>()];

    [Fact]
    public void An_emergency_never_waits()
    {
        In(ReportStatus.Accepted, Priority.P0).Wait(Kapolsek, Now.AddMinutes(1), "saksi", Now).Refused<Refusal.NeverAtEmergency>();
        In(ReportStatus.Accepted, Priority.P0).Wait(Koordinator, Now.AddMinutes(1), "saksi", Now).Refused<Refusal.NeverAtEmergency>();
    }

    [Theory]
    [MemberData(nameof(BelowP0))]
    public void Waiting_over_72_hours_needs_the_coordinator(Priority priority)
    {
        var (limit, over) = (Now.AddHours(72), Now.AddHours(72).AddTicks(1));

        In(ReportStatus.InProgress, priority).Wait(Kapolsek, limit, "saksi", Now).Fact();
        var why = In(ReportStatus.InProgress, priority).Wait(Kapolsek, over, "saksi", Now).Refused<Refusal.NeedsCoordinator>();
        var fact = In(ReportStatus.InProgress, priority).Wait(Koordinator, over, "saksi", Now).Fact();

        Assert.Equal(TimeSpan.FromHours(72), why.Limit);
        Assert.Equal((ReportStatus.Waiting, "saksi"), (fact.Status, fact.Detail));
    }

    [Fact]
    public void Only_the_lead_waits_and_only_lead_or_system_resumes()
    {
        In(ReportStatus.Accepted).Wait(Camat, Now.AddHours(1), "saksi", Now).Refused<Refusal.NotYours>();
        In(ReportStatus.Waiting).Resume(Camat, Now).Refused<Refusal.NotYours>();
        In(ReportStatus.Waiting).Resume(Kapolsek, Now).Fact();
        In(ReportStatus.Waiting).Resume(Actor.System, Now).Fact();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("123456789 123456789 123456789 123456789", false)]
    [InlineData("   123456789 123456789 123456789 123456789   ", false)]
    [InlineData("123456789 123456789 123456789 123456789 ", false)]
    [InlineData("123456789 123456789 123456789 1234567890", true)]
    public void A_resolution_is_told_in_forty_characters_or_more(string text, bool enough)
    {
        var moved = In(ReportStatus.InProgress).ProposeResolution(Kapolsek, ReportOutcome.ActedUpon, text, Sealed, Now);

        if (enough)
        {
            Assert.Equal(Sealed, moved.Fact().SealedText);
        }
        else
        {
            Assert.Equal(40, moved.Refused<Refusal.TooShort>().Minimum);
        }
    }

    [Theory]
    [MemberData(nameof(Priorities))]
    public void Whoever_resolves_does_not_verify(Priority priority)
    {
        var report = In(ReportStatus.ResolutionProposed, priority);

        report.Verify(Kapolsek, Now).Refused<Refusal.NotYours>();
        report.SendBack(Kapolsek, Sealed, Now).Refused<Refusal.NotYours>();
        report.Verify(Camat, Now).Fact();

        Assert.Equal((ReportStatus.Closed, Now, ReportOutcome.ActedUpon), (report.Status, report.ClosedAt, report.Outcome));
    }

    [Fact]
    public void A_coordinator_or_an_agency_that_leads_does_not_verify_either()
    {
        foreach (var lead in new[] { Koordinator, SatpolPp })
        {
            var report = In(ReportStatus.Offered);
            report.Accept(lead, Now).Fact();
            report.StartWork(lead, Now).Fact();
            report.ProposeResolution(lead, ReportOutcome.ActedUpon, LongEnough, Sealed, Now).Fact();

            report.Verify(lead, Now).Refused<Refusal.NotYours>();
        }
    }

    [Fact]
    public void Reporter_auditor_and_system_do_not_verify()
    {
        var report = In(ReportStatus.ResolutionProposed);

        foreach (var actor in new[] { Actor.Reporter, Auditor, Actor.System })
        {
            report.Verify(actor, Now).Refused<Refusal.NotYours>();
        }
    }

    [Fact]
    public void P3_closes_by_itself() =>
        Assert.Equal(ReportStatus.Closed, In(ReportStatus.ResolutionProposed, Priority.P3).CloseUnverified(Now).Fact().Status);

    [Theory]
    [MemberData(nameof(AboveP3))]
    public void Nothing_above_P3_closes_by_itself(Priority priority)
    {
        In(ReportStatus.ResolutionProposed, priority).CloseUnverified(Now).Refused<Refusal.NotYours>();
    }

    [Fact]
    public void Policy_5_3_a_hoax_takes_two_people()
    {
        In(ReportStatus.ResolutionProposed, Priority.P3, ReportOutcome.Hoax).CloseUnverified(Now).Refused<Refusal.NotYours>();
        In(ReportStatus.Screening).Dismiss(Koordinator, ReportOutcome.Hoax, Sealed, Now).Refused<Refusal.NotYours>();
        Assert.Equal(ReportOutcome.Hoax, In(ReportStatus.Closed, outcome: ReportOutcome.Hoax).Outcome);
    }

    [Fact]
    public void Nobody_in_office_withdraws_in_the_name_of_the_resident()
    {
        In(ReportStatus.InProgress)
            .ProposeResolution(Kapolsek, ReportOutcome.Withdrawn, LongEnough, Sealed, Now)
            .Refused<Refusal.NotYours>();
        In(ReportStatus.Screening).Dismiss(Koordinator, ReportOutcome.Withdrawn, Sealed, Now).Refused<Refusal.NotYours>();
    }

    [Fact]
    public void Sent_back_it_is_in_progress_again_and_has_no_outcome()
    {
        foreach (var actor in new[] { Camat, Koordinator, Actor.Reporter })
        {
            var report = In(ReportStatus.ResolutionProposed);
            report.SendBack(actor, Sealed, Now).Fact();

            Assert.Equal((ReportStatus.InProgress, null, Kapolsek.Officer), (report.Status, report.Outcome, report.Lead));
        }
    }

    [Fact]
    public void The_resident_confirms_and_somebody_in_office_closes()
    {
        var report = In(ReportStatus.ResolutionProposed);
        report.Confirm(Now).Fact();
        Assert.Equal((ReportStatus.ResolutionProposed, true), (report.Status, report.ReporterConfirmed));

        report.SendBack(Camat, null, Now).Fact();
        report.ProposeResolution(Kapolsek, ReportOutcome.Prevented, LongEnough, Sealed, Now).Fact();
        Assert.False(report.ReporterConfirmed); // that was for the earlier proposal
    }

    [Fact]
    public void A_referred_report_has_no_outcome_left_over()
    {
        var report = In(ReportStatus.ResolutionProposed);
        report.Refer(Koordinator, "bawaslu", Now).Fact();

        Assert.Null(report.Outcome);
    }
}
