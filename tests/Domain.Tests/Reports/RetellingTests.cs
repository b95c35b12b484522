using FsCheck.Fluent;
using Kentongan.Domain.Reports;
using static Kentongan.Domain.Tests.Reports.Given;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>Whatever anybody does at whatever time, the facts are the whole story, in order and without a gap.</summary>
public sealed class RetellingTests
{
    /// <summary>Seconds, hours, or weeks later.</summary>
    private static readonly FsCheck.Gen<TimeSpan> Pauses = Gen.OneOf(
        Gen.Choose(0, 90).Select(seconds => TimeSpan.FromSeconds(seconds)),
        Gen.Choose(1, 60 * 48).Select(minutes => TimeSpan.FromMinutes(minutes)),
        Gen.Choose(1, 40).Select(days => TimeSpan.FromDays(days)));

    private static readonly FsCheck.Gen<(Deed Deed, int Pick, TimeSpan Pause)> Steps =
        from action in Sentence.AnyOf<ReportAction>()
        from actor in Gen.Elements(Deed.Everybody.AsEnumerable())
        from hours in Gen.Choose(0, 100)
        from pick in Gen.Choose(0, 2000)
        from pause in Pauses
        select (new Deed(action, actor, hours), pick, pause);

    private static readonly FsCheck.Gen<(Priority Priority, (Deed Deed, int Pick, TimeSpan Pause)[] Steps)> Lives =
        from priority in Sentence.AnyOf<Priority>()
        from steps in Gen.ArrayOf(Steps, 80)
        select (priority, steps);

    [Fact]
    public void The_facts_told_again_give_the_same_report() => Sentence.Holds(Lives, life =>
    {
        var (report, facts) = Lived(life.Priority, life.Steps);

        Assert.Equal(Retold.Of(report), Retold.From(New(life.Priority), facts));
    }, 500);

    [Fact]
    public void The_version_counts_the_facts_and_time_never_goes_back() => Sentence.Holds(Lives, life =>
    {
        var (report, facts) = Lived(life.Priority, life.Steps);

        Assert.Equal(Enumerable.Range(1, report.Version), facts.Select(fact => fact.Sequence));
        Assert.Equal(facts.Select(fact => fact.At).Order(), facts.Select(fact => fact.At));
    });

    [Fact]
    public void No_step_leads_to_a_state_that_the_table_does_not_know() => Sentence.Holds(Lives, life =>
    {
        var from = ReportStatus.Received;
        foreach (var fact in Lived(life.Priority, life.Steps).Facts)
        {
            Assert.True(
                fact.Action == ReportAction.Unmerge || Lifecycle.Next(from, fact.Action, fact.By) == new Outcome<ReportStatus>.Done(fact.Status),
                $"{from} to {fact.Status} by {fact.Action} of {fact.By}");
            from = fact.Status;
        }
    });

    [Fact]
    public void The_lives_are_long_and_come_far()
    {
        var lives = Lives.Sample(100).Select(life => Lived(life.Priority, life.Steps).Facts).ToList();

        Assert.True(lives.Average(facts => facts.Count) > 15);
        Assert.Equal(Enum.GetValues<ReportAction>().Order(), lives.SelectMany(facts => facts.Select(fact => fact.Action)).Distinct().Order());
    }

    /// <summary>Two deeds of three are such as the table allows at that moment, or most would be refused.</summary>
    private static (Report Report, List<ReportFact> Facts) Lived(Priority priority, (Deed Deed, int Pick, TimeSpan Pause)[] steps)
    {
        var (report, now) = (New(priority), Now);
        List<ReportFact> facts = [];
        for (var i = 0; i < steps.Length; i++)
        {
            var (deed, pick, pause) = steps[i];
            now += pause;
            var allowed = i % 3 == 0 ? [] : Deed.All.Where(other => !Ends(other, i) && Lifecycle.Next(report.Status, other.Action, report.As(other.By).Role) is Outcome<ReportStatus>.Done).ToList();
            if ((allowed.Count == 0 ? deed : allowed[pick % allowed.Count] with { Hours = deed.Hours }).Try(report, now) is Outcome<ReportFact>.Done(var fact))
            {
                facts.Add(fact);
            }
        }

        return (report, facts);
    }

    private static bool Ends(Deed deed, int step) => step < 50 && deed.Action is ReportAction.Withdraw or ReportAction.Merge or ReportAction.Dismiss;
}
