using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>The table of policy 2, written a second time by hand: whoever changes the one must change the other.</summary>
public sealed class LifecycleTests
{
    // state, action: roles that may → state that follows. What is not here follows from nothing.
    private const string Table = """
        Received, Offer: System Coordinator → Offered
        Received, Screen: System → Screening
        Received, Refer: Lead Coordinator → Referred
        Received, Withdraw: Reporter → Closed

        Screening, Offer: System Coordinator → Offered
        Screening, Quarantine: Coordinator → Quarantined
        Screening, Merge: Coordinator → Merged
        Screening, Dismiss: Coordinator → Closed
        Screening, Refer: Lead Coordinator → Referred
        Screening, Withdraw: Reporter → Closed

        Offered, Screen: System → Screening
        Offered, Accept: Seat Agency Coordinator → Accepted
        Offered, PassOn: Seat Agency Coordinator → Offered
        Offered, Decline: Seat Agency → Offered
        Offered, Refer: Lead Coordinator → Referred
        Offered, Withdraw: Reporter → Closed

        Accepted, TakeOver: Seat Agency Coordinator → Accepted
        Accepted, Note: Lead Seat Agency Coordinator → Accepted
        Accepted, StartWork: Lead → InProgress
        Accepted, Wait: Lead Coordinator → Waiting
        Accepted, Release: System Lead → Offered
        Accepted, ProposeHandOver: Lead → Accepted
        Accepted, AcceptHandOver: Seat Agency → Accepted
        Accepted, Refer: Lead Coordinator → Referred
        Accepted, Withdraw: Reporter → Closed

        InProgress, TakeOver: Seat Agency Coordinator → InProgress
        InProgress, Note: Lead Seat Agency Coordinator → InProgress
        InProgress, StartWork: Lead → InProgress
        InProgress, Wait: Lead Coordinator → Waiting
        InProgress, Release: System Lead → Offered
        InProgress, ProposeHandOver: Lead → InProgress
        InProgress, AcceptHandOver: Seat Agency → InProgress
        InProgress, Refer: Lead Coordinator → Referred
        InProgress, ProposeResolution: Lead → ResolutionProposed
        InProgress, Withdraw: Reporter → Closed

        Waiting, TakeOver: Seat Agency Coordinator → Waiting
        Waiting, Note: Lead Seat Agency Coordinator → Waiting
        Waiting, Resume: System Lead → InProgress
        Waiting, ProposeHandOver: Lead → Waiting
        Waiting, AcceptHandOver: Seat Agency → Waiting
        Waiting, Refer: Lead Coordinator → Referred
        Waiting, Withdraw: Reporter → Closed

        ResolutionProposed, Verify: Seat Agency Coordinator → Closed
        ResolutionProposed, CloseUnverified: System → Closed
        ResolutionProposed, SendBack: Seat Agency Coordinator Reporter → InProgress
        ResolutionProposed, Confirm: Reporter → ResolutionProposed
        ResolutionProposed, Refer: Lead Coordinator → Referred
        ResolutionProposed, Withdraw: Reporter → Closed

        Referred, TakeOver: Seat Agency Coordinator → Referred
        Referred, Note: Lead Seat Agency Coordinator → Referred
        Referred, Refer: Lead Coordinator → Referred
        Referred, ProposeResolution: Lead → ResolutionProposed
        Referred, Withdraw: Reporter → Closed

        Closed, Reopen: Reporter Coordinator → Offered

        Quarantined, Offer: System Coordinator → Offered
        """;

    private static readonly Dictionary<(ReportStatus, ReportAction), (HashSet<Role> May, ReportStatus Next)> Expected =
        Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split([',', ':', '→'], StringSplitOptions.TrimEntries))
            .ToDictionary(
                cells => (Enum.Parse<ReportStatus>(cells[0]), Enum.Parse<ReportAction>(cells[1])),
                cells => (cells[2].Split(' ').Select(Enum.Parse<Role>).ToHashSet(), Enum.Parse<ReportStatus>(cells[3])));

    public static TheoryData<ReportStatus, ReportAction> Cells { get; } =
    [
        .. from status in Enum.GetValues<ReportStatus>() from action in Enum.GetValues<ReportAction>() select (status, action),
    ];

    [Fact]
    public void The_table_speaks_of_eleven_states_twenty_four_actions_and_eight_roles()
    {
        Assert.Equal(11, Enum.GetValues<ReportStatus>().Length);
        Assert.Equal(24, Enum.GetValues<ReportAction>().Length);
        Assert.Equal(8, Enum.GetValues<Role>().Length);
        Assert.Equal(55, Expected.Count);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_role_gets_the_answer_of_the_table(ReportStatus from, ReportAction action)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Outcome<ReportStatus> expected = !Expected.TryGetValue((from, action), out var cell) ? new Refusal.OutOfTurn(from, action)
                : cell.May.Contains(role) ? cell.Next
                : new Refusal.NotYours(action, role);

            Assert.Equal(expected, Lifecycle.Next(from, action, role));
        }
    }

    [Fact]
    public void Auditor_and_operator_change_nothing()
    {
        Assert.DoesNotContain(Expected.Values, cell => cell.May.Contains(Role.Auditor) || cell.May.Contains(Role.Operator));
    }

    [Fact]
    public void A_report_is_open_until_it_is_closed_merged_or_quarantined()
    {
        Assert.Equal(
            [ReportStatus.Closed, ReportStatus.Merged, ReportStatus.Quarantined],
            Enum.GetValues<ReportStatus>().Where(status => !Lifecycle.IsOpen(status)));
    }

    [Fact]
    public void Every_state_can_be_reached_and_only_a_merged_report_rests_for_good()
    {
        Assert.Equal(
            Enum.GetValues<ReportStatus>().Where(status => status != ReportStatus.Received).Order(),
            Expected.Values.Select(cell => cell.Next).Distinct().Order());
        Assert.Equal(
            [ReportStatus.Merged],
            Enum.GetValues<ReportStatus>().Where(status => !Expected.Keys.Any(cell => cell.Item1 == status)));
    }
}
