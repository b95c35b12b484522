using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Binds the job list to Quartz, in memory. Nothing durable lives in it: every job asks the store what is due, so a missed or
/// doubled firing changes nothing, and a firing that was missed is dropped (the next comes soon enough).
/// </summary>
public static class QuartzEngine
{
    private const string JobName = "job";

    public static IServiceCollection AddQuartzEngine(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore(_ => { });
            foreach (var scheduled in JobSchedule.All)
            {
                quartz.ScheduleJob<Tick>(
                    trigger => trigger
                        .WithIdentity(scheduled.Name)
                        .StartNow()
                        .WithSimpleSchedule(schedule => schedule
                            .WithInterval(scheduled.Every)
                            .RepeatForever()
                            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)),
                    job => job.WithIdentity(scheduled.Name).UsingJobData(JobName, scheduled.Name));
            }
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>What Quartz fires: looks the job up by its name and hands it to the runner.</summary>
    private sealed class Tick(JobRunner runner) : Quartz.IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var name = context.MergedJobDataMap.GetString(JobName);
            var scheduled = JobSchedule.All.First(job => job.Name == name);
            await runner.RunAsync(scheduled.Job, cancellationToken);
        }
    }
}
