using FsCheck.Fluent;
using Kentongan.Domain.Reports;
using static Kentongan.Domain.Tests.Reports.Given;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>What holds after any deeds whatever, tried by anybody in any order (policy 1.2, 1.3, 1.8).</summary>
public sealed class DeedTests
{
    private static readonly ReportStatus[] Led =
        [ReportStatus.Accepted, ReportStatus.InProgress, ReportStatus.Waiting, ReportStatus.ResolutionProposed];

    private static readonly FsCheck.Gen<Deed> AnyDeed =
        from action in Sentence.AnyOf<ReportAction>()
        from actor in Gen.Elements(Deed.Everybody.AsEnumerable())
        from hours in Gen.Choose(0, 100)
        select new Deed(action, actor, hours);

    /// <summary>Half of the deeds are such that the table allows, so that the stories go far.</summary>
    private static readonly FsCheck.Gen<Story> Stories =
        from priority in Sentence.AnyOf<Priority>()
        from deeds in Gen.ListOf(AnyDeed, 100)
        from picks in Gen.ListOf(Gen.Choose(0, 1000), 100)
        select new Story(priority, [.. deeds], [.. picks]);

    public static TheoryData<ReportStatus, Priority> Standings { get; } =
    [
        .. from status in Enum.GetValues<ReportStatus>()
        from priority in Enum.GetValues<Priority>()
        where (status, priority) != (ReportStatus.Waiting, Priority.P0) // never at P0
        select (status, priority),
    ];

    [Theory]
    [MemberData(nameof(Standings))]
    public void A_refusal_changes_nothing(ReportStatus status, Priority priority)
    {
        foreach (var deed in Deed.All)
        {
            var report = In(status, priority);
            var before = report.Seen();

            if (deed.Try(report, Now) is Outcome<ReportFact>.Refused)
            {
                Assert.Equal(before, report.Seen());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Standings))]
    public void What_the_table_forbids_is_refused(ReportStatus status, Priority priority)
    {
        foreach (var deed in Deed.All)
        {
            var report = In(status, priority);
            var role = deed.Action switch
            {
                ReportAction.Screen or ReportAction.CloseUnverified or ReportAction.Succeed => Role.System,
                ReportAction.Confirm or ReportAction.Withdraw or ReportAction.TellOfVictims => Role.Reporter,
                _ => report.As(deed.By).Role,
            };

            if (Lifecycle.Next(status, deed.Action, role) is Outcome<ReportStatus>.Refused
                && Lifecycle.Next(status, deed.Action, deed.By.Role) is Outcome<ReportStatus>.Refused)
            {
                Assert.IsType<Outcome<ReportFact>.Refused>(deed.Try(report, Now));
            }
        }
    }

    [Fact]
    public void Each_deed_leaves_one_fact_or_nothing_and_the_facts_tell_the_state() => Sentence.Holds(Stories, story =>
    {
        var report = New(story.Priority);
        List<ReportFact> facts = [];
        foreach (var (deed, now) in story.Told(report))
        {
            var (before, from, lead) = (report.Seen(), report.Status, report.Lead);
            if (deed.Try(report, now) is Outcome<ReportFact>.Done(var fact))
            {
                facts.Add(fact);
                Assert.Equal((facts.Count, facts.Count), (fact.Sequence, report.Version));
                Assert.Equal((deed.Action, report.Status, now, report.Id), (fact.Action, fact.Status, fact.At, fact.Report));
                Assert.Equal(
                    new Outcome<ReportStatus>.Done(fact.Action == ReportAction.Unmerge ? ReportStatus.Merged : report.Status), // restores what was
                    Lifecycle.Next(from, fact.Action, fact.By));
                Assert.False(fact.Action is ReportAction.Verify && fact.Officer == lead);
            }
            else
            {
                Assert.Equal(before, report.Seen());
            }

            Assert.True(Enum.IsDefined(report.Status));
            Assert.True(report.Lead is not null || !Led.Contains(report.Status), $"{report.Status} without a lead");
            Assert.True(report.Lead is null || report.Status is not ReportStatus.Offered, "offered and led at once");
            Assert.Equal(report.Lead is null, report.LeadSeat is null);
            Assert.Equal(report.Status == ReportStatus.Closed, report.ClosedAt is not null);
            Assert.True(report.Outcome is not null || report.Status is not (ReportStatus.Closed or ReportStatus.ResolutionProposed));
            Assert.InRange(report.EscalationLevel, 0, 4);
            Assert.InRange(report.Transfers, 0, Report.MaximumTransfers);
        }

        Assert.Equal(report.Status, facts.Count == 0 ? ReportStatus.Received : facts[^1].Status);
    });

    [Fact]
    public void The_stories_come_to_every_state()
    {
        var seen = new HashSet<ReportStatus>();
        foreach (var story in Stories.Sample(150))
        {
            var report = New(story.Priority);
            foreach (var (deed, now) in story.Told(report))
            {
                deed.Try(report, now);
                seen.Add(report.Status);
            }
        }

        Assert.Equal(Enum.GetValues<ReportStatus>().Order(), seen.Order());
    }

    private sealed record Story(Priority Priority, Deed[] Deeds, int[] Picks)
    {
        /// <summary>The deeds one after the other; each second one is exchanged for one that the table allows at that moment.</summary>
        public IEnumerable<(Deed Deed, DateTimeOffset Now)> Told(Report report)
        {
            var now = Now;
            for (var i = 0; i < Deeds.Length; i++)
            {
                now += TimeSpan.FromMinutes(7);
                var allowed = i % 2 == 0 ? [] : Deed.All.Where(deed => Allows(report, deed, nearTheEnd: i > 75)).ToList();
                yield return (allowed.Count == 0 ? Deeds[i] : allowed[Picks[i] % allowed.Count] with { Hours = Deeds[i].Hours }, now);
            }
        }

        private static bool Allows(Report report, Deed deed, bool nearTheEnd) =>
            (nearTheEnd || deed.Action is not (ReportAction.Withdraw or ReportAction.Merge)) // which would end most stories early
            && Lifecycle.Next(report.Status, deed.Action, report.As(deed.By).Role) is Outcome<ReportStatus>.Done;
    }
}
