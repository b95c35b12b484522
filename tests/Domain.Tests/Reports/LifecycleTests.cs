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
        Received, Call: Lead Seat Agency Coordinator → Received
        Received, Withdraw: Reporter → Closed

        Screening, Offer: System Coordinator → Offered
        Screening, Quarantine: Coordinator → Quarantined
        Screening, Merge: Coordinator → Merged
        Screening, Dismiss: Coordinator → Closed
        Screening, Refer: Lead Coordinator → Referred
        Screening, Call: Lead Seat Agency Coordinator → Screening
        Screening, Withdraw: Reporter → Closed

        Offered, Offer: System → Offered
        Offered, Screen: System → Screening
        Offered, Accept: Seat Agency Coordinator → Accepted
        Offered, PassOn: Seat Agency Coordinator → Offered
        Offered, Decline: Seat Agency → Offered
        Offered, Refer: Lead Coordinator → Referred
        Offered, Call: Lead Seat Agency Coordinator → Offered
        Offered, Withdraw: Reporter → Closed

        Accepted, StillWorking: Lead → Accepted
        Accepted, TakeOver: Seat Agency Coordinator → Accepted
        Accepted, Note: Lead → InProgress
        Accepted, Note: Seat Agency Coordinator → Accepted
        Accepted, StartWork: Lead → InProgress
        Accepted, Wait: Lead Coordinator → Waiting
        Accepted, Release: System Lead → Offered
        Accepted, ProposeHandOver: Lead → Accepted
        Accepted, AcceptHandOver: Seat Agency → Accepted
        Accepted, Refer: Lead Coordinator → Referred
        Accepted, Call: Lead Seat Agency Coordinator → Accepted
        Accepted, Withdraw: Reporter → Closed
        Accepted, Succeed: System → Accepted

        InProgress, StillWorking: Lead → InProgress
        InProgress, TakeOver: Seat Agency Coordinator → InProgress
        InProgress, Note: Lead Seat Agency Coordinator → InProgress
        InProgress, StartWork: Lead → InProgress
        InProgress, Wait: Lead Coordinator → Waiting
        InProgress, Release: System Lead → Offered
        InProgress, ProposeHandOver: Lead → InProgress
        InProgress, AcceptHandOver: Seat Agency → InProgress
        InProgress, Refer: Lead Coordinator → Referred
        InProgress, Call: Lead Seat Agency Coordinator → InProgress
        InProgress, ProposeResolution: Lead → ResolutionProposed
        InProgress, Withdraw: Reporter → Closed
        InProgress, Succeed: System → InProgress

        Waiting, StillWorking: Lead → Waiting
        Waiting, TakeOver: Seat Agency Coordinator → Waiting
        Waiting, Note: Lead Seat Agency Coordinator → Waiting
        Waiting, Wait: Coordinator → Waiting
        Waiting, Resume: System Lead → InProgress
        Waiting, ProposeHandOver: Lead → Waiting
        Waiting, AcceptHandOver: Seat Agency → Waiting
        Waiting, Refer: Lead Coordinator → Referred
        Waiting, Call: Lead Seat Agency Coordinator → Waiting
        Waiting, Withdraw: Reporter → Closed
        Waiting, Release: System → Offered
        Waiting, Succeed: System → Waiting

        ResolutionProposed, Verify: Seat Agency Coordinator → Closed
        ResolutionProposed, CloseUnverified: System → Closed
        ResolutionProposed, SendBack: Seat Agency Coordinator Reporter → InProgress
        ResolutionProposed, Confirm: Reporter → ResolutionProposed
        ResolutionProposed, Refer: Lead Coordinator → Referred
        ResolutionProposed, Call: Lead Seat Agency Coordinator → ResolutionProposed
        ResolutionProposed, Withdraw: Reporter → Closed
        ResolutionProposed, Release: System → Offered
        ResolutionProposed, Succeed: System → ResolutionProposed

        Referred, StillWorking: Lead → Referred
        Referred, TakeOver: Seat Agency Coordinator → Referred
        Referred, Note: Lead Seat Agency Coordinator → Referred
        Referred, Refer: Lead Coordinator → Referred
        Referred, Call: Lead Seat Agency Coordinator → Referred
        Referred, RecordReceipt: Lead Coordinator → Referred
        Referred, ProposeResolution: Lead → ResolutionProposed
        Referred, Withdraw: Reporter → Closed
        Referred, Release: System → Offered
        Referred, Succeed: System → Referred

        Closed, Reopen: Reporter Coordinator → Offered

        Quarantined, Offer: System Coordinator → Offered
        Quarantined, Screen: Coordinator → Screening

        Received, Raise: System → Received
        Screening, Raise: System → Screening
        Offered, Raise: System → Offered
        Accepted, Raise: System → Accepted
        InProgress, Raise: System → InProgress
        Waiting, Raise: System → Waiting
        Referred, Raise: System → Referred
        Quarantined, Raise: System → Quarantined
        Screening, CountCasualties: Lead Seat Agency Coordinator → Screening
        Screening, CheckWatch: Lead Seat Agency Coordinator → Screening
        Screening, WarnPublic: Coordinator → Screening
        Offered, CountCasualties: Lead Seat Agency Coordinator → Offered
        Offered, CheckWatch: Lead Seat Agency Coordinator → Offered
        Offered, WarnPublic: Coordinator → Offered
        Accepted, CountCasualties: Lead Seat Agency Coordinator → Accepted
        Accepted, CheckWatch: Lead Seat Agency Coordinator → Accepted
        Accepted, WarnPublic: Coordinator → Accepted
        InProgress, CountCasualties: Lead Seat Agency Coordinator → InProgress
        InProgress, CheckWatch: Lead Seat Agency Coordinator → InProgress
        InProgress, WarnPublic: Coordinator → InProgress
        Waiting, CountCasualties: Lead Seat Agency Coordinator → Waiting
        Waiting, CheckWatch: Lead Seat Agency Coordinator → Waiting
        Waiting, WarnPublic: Coordinator → Waiting
        Referred, CountCasualties: Lead Seat Agency Coordinator → Referred
        Referred, CheckWatch: Lead Seat Agency Coordinator → Referred
        Referred, WarnPublic: Coordinator → Referred
        ResolutionProposed, CountCasualties: Lead Seat Agency Coordinator → ResolutionProposed
        ResolutionProposed, CheckWatch: Lead Seat Agency Coordinator → ResolutionProposed
        ResolutionProposed, WarnPublic: Coordinator → ResolutionProposed
        Closed, CountCasualties: Lead Seat Agency Coordinator → Closed
        Closed, CheckWatch: Lead Seat Agency Coordinator → Closed
        Closed, WarnPublic: Coordinator → Closed
        Offered, Merge: Seat Agency Coordinator → Merged
        Accepted, Merge: Lead Coordinator → Merged
        InProgress, Merge: Lead Coordinator → Merged
        Merged, Unmerge: System Lead Seat Agency Coordinator → Merged
        Closed, ReviewAfterwards: Lead → Closed
        Received, TellOfVictims: Reporter → Received
        Screening, TellOfVictims: Reporter → Screening
        Offered, TellOfVictims: Reporter → Offered
        Accepted, TellOfVictims: Reporter → Accepted
        InProgress, TellOfVictims: Reporter → InProgress
        Waiting, TellOfVictims: Reporter → Waiting
        ResolutionProposed, TellOfVictims: Reporter → ResolutionProposed
        Referred, TellOfVictims: Reporter → Referred
        Quarantined, TellOfVictims: Reporter → Quarantined
        """;

    // One action of one state may lead to two places: the lead's first note begins the work, a supporter's does not.
    private static readonly Dictionary<(ReportStatus, ReportAction), Dictionary<Role, ReportStatus>> Expected =
        Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split([',', ':', '→'], StringSplitOptions.TrimEntries))
            .GroupBy(cells => (Enum.Parse<ReportStatus>(cells[0]), Enum.Parse<ReportAction>(cells[1])))
            .ToDictionary(
                same => same.Key,
                same => same.SelectMany(cells => cells[2].Split(' ').Select(role => (Role: Enum.Parse<Role>(role), Next: Enum.Parse<ReportStatus>(cells[3]))))
                    .ToDictionary(pair => pair.Role, pair => pair.Next));

    public static TheoryData<ReportStatus, ReportAction> Cells { get; } =
    [
        .. from status in Enum.GetValues<ReportStatus>() from action in Enum.GetValues<ReportAction>() select (status, action),
    ];

    [Fact]
    public void The_table_speaks_of_eleven_states_thirty_five_actions_and_eight_roles()
    {
        Assert.Equal(11, Enum.GetValues<ReportStatus>().Length);
        Assert.Equal(35, Enum.GetValues<ReportAction>().Length);
        Assert.Equal(8, Enum.GetValues<Role>().Length);
        Assert.Equal(125, Expected.Count);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_role_gets_the_answer_of_the_table(ReportStatus from, ReportAction action)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Outcome<ReportStatus> expected = !Expected.TryGetValue((from, action), out var cell) ? new Refusal.OutOfTurn(from, action)
                : cell.TryGetValue(role, out var next) ? next
                : new Refusal.NotYours(action, role);

            Assert.Equal(expected, Lifecycle.Next(from, action, role));
        }
    }

    [Fact]
    public void Auditor_and_operator_change_nothing()
    {
        Assert.DoesNotContain(Expected.Values, cell => cell.ContainsKey(Role.Auditor) || cell.ContainsKey(Role.Operator));
    }

    [Fact]
    public void A_report_is_open_until_it_is_closed_merged_or_quarantined()
    {
        Assert.Equal(
            [ReportStatus.Closed, ReportStatus.Merged, ReportStatus.Quarantined],
            Enum.GetValues<ReportStatus>().Where(status => !Lifecycle.IsOpen(status)));
    }

    [Fact]
    public void Every_state_can_be_reached_and_left()
    {
        Assert.Equal(
            Enum.GetValues<ReportStatus>().Where(status => status != ReportStatus.Received).Order(),
            Expected.SelectMany(cell => cell.Value.Values.Where(next => next != cell.Key.Item1)).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<ReportStatus>().Order(),
            Expected.Keys.Select(cell => cell.Item1).Distinct().Order());
    }
}
