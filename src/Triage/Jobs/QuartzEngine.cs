using Kentongan.Triage.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Binds the job list to Quartz: in memory on SQLite, its clustered store on PostgreSQL, so that each schedule fires once among all
/// processes. Nothing durable lives in it: every job asks our own tables what is due, so a missed or doubled firing changes nothing,
/// and a firing that was missed is dropped (the next comes soon enough).
/// </summary>
public static class QuartzEngine
{
    private const string JobName = "job";

    public static IServiceCollection AddQuartzEngine(this IServiceCollection services, StoreOptions options)
    {
        services.AddQuartz(quartz =>
        {
            if (options.Provider == StoreProvider.Postgres)
            {
                quartz.ConfigureScheduler(scheduler =>
                {
                    scheduler.InstanceName = "kentongan";
                    scheduler.GenerateInstanceId = true;
                });
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(NpgsqlFactory.Instance, options.ConnectionString!);
                    store.UseClustering(_ => { });
                    store.ProvisionSchema();
                });
            }
            else
            {
                quartz.UseInMemoryStore(_ => { });
            }

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
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
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
