using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Kentongan.Triage.Tests.Jobs;

/// <summary>A machine that slept has missed thousands of runs. None is made up for: the next asks for all that is due (design 7).</summary>
public sealed class MissedRunTests
{
    [Fact]
    public async Task Every_job_of_the_list_runs_at_its_spacing_and_drops_what_it_missed()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var services = new ServiceCollection().AddLogging().AddQuartzEngine(new StoreOptions()).BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);

        foreach (var job in JobSchedule.All)
        {
            var trigger = Assert.IsAssignableFrom<ISimpleTrigger>(Assert.Single(await scheduler.GetTriggersOfJob(new JobKey(job.Name), ct)));
            Assert.Equal(
                (job.Every, -1, SimpleTriggerMisfireInstruction.NextWithRemainingCount),
                (trigger.RepeatInterval, trigger.RepeatCount, trigger.MisfireInstruction));
        }

        Assert.Equal(JobSchedule.All.Count, (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), ct)).Count);
        await scheduler.Shutdown(waitForJobsToComplete: false, ct);
    }
}
