#if HANGFIRE
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Binds the job list to Hangfire; compiled with <c>-p:JobEngine=Hangfire</c>. In memory on one machine, in a schema of its own on PostgreSQL.
/// Nothing durable lives in the queue: a job's only argument is its name, and it asks our own tables what is due. Hangfire counts in minutes at
/// the finest, so jobs that run more often are knocked on in between by a timer of ours, in each process that has the role <c>jobs</c>.
/// </summary>
public static class HangfireEngine
{
    /// <summary>A knock is of no interest once it was heard, and there are several a second.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddHangfireEngine(this IServiceCollection services, StoreOptions options)
    {
        services.AddHangfire(hangfire =>
        {
            if (options.Provider == StoreProvider.Postgres)
            {
                hangfire.UsePostgreSqlStorage(
                    store => store.UseNpgsqlConnection(options.ConnectionString!),
                    new PostgreSqlStorageOptions { SchemaName = "hangfire", QueuePollInterval = TimeSpan.FromSeconds(1) }).WithJobExpirationTimeout(Kept);
            }
            else
            {
                hangfire.UseInMemoryStorage().WithJobExpirationTimeout(Kept);
            }
        });
        services.AddHangfireServer(server => server.WorkerCount = JobSchedule.All.Count);
        services.AddSingleton<Tick>();
        return services.AddHostedService<Schedule>();
    }

    /// <summary>
    /// The dashboard, for coordinators who are signed in, to look at and not to act: jobs are run again by command. Where another process has
    /// the role <c>jobs</c>, there is none here.
    /// </summary>
    public static void MapHangfire(this WebApplication app)
    {
        if (app.Services.GetService<IGlobalConfiguration>() is not null)
        {
            app.MapHangfireDashboard(
                "/hangfire",
                new DashboardOptions
                {
                    AsyncAuthorization = [new CoordinatorsAlone()],
                    IsReadOnlyFunc = _ => true,
                    DisplayStorageConnectionString = false,
                });
        }
    }

    /// <summary>What Hangfire calls: looks the job up by its name and hands it to the runner.</summary>
    public sealed class Tick(JobRunner runner)
    {
        [AutomaticRetry(Attempts = 0)] // the next turn is the retry, and the runner keeps the wait before it
        public Task RunAsync(string job, CancellationToken ct) =>
            runner.RunAsync(JobSchedule.All.First(scheduled => scheduled.Name == job).Job, ct);
    }

    private sealed class CoordinatorsAlone : IDashboardAsyncAuthorizationFilter
    {
        public Task<bool> AuthorizeAsync(DashboardContext context) =>
            Task.FromResult(context.GetHttpContext() is { User.Identity.IsAuthenticated: true } http && http.Viewer().IsCoordinator);
    }

    private sealed class Schedule(IRecurringJobManager recurring, IBackgroundJobClient jobs, TimeProvider time) : BackgroundService
    {
        private static readonly TimeSpan Finest = TimeSpan.FromMinutes(1);

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            foreach (var scheduled in JobSchedule.All)
            {
                recurring.AddOrUpdate<Tick>(scheduled.Name, tick => tick.RunAsync(scheduled.Name, CancellationToken.None), CronOf(scheduled.Every));
            }

            return Task.WhenAll(JobSchedule.All.Where(scheduled => scheduled.Every < Finest).Select(scheduled => KnockAsync(scheduled, stoppingToken)));
        }

        /// <summary>Each minute, each so many minutes, or hourly: what the list of jobs has.</summary>
        private static string CronOf(TimeSpan every) => every <= Finest ? Cron.Minutely() : every < TimeSpan.FromHours(1) ? $"*/{(int)every.TotalMinutes} * * * *" : Cron.Hourly();

        private async Task KnockAsync(ScheduledJob scheduled, CancellationToken ct)
        {
            using var timer = new PeriodicTimer(scheduled.Every, time);
            while (await timer.WaitForNextTickAsync(ct))
            {
                jobs.Enqueue<Tick>(tick => tick.RunAsync(scheduled.Name, CancellationToken.None));
            }
        }
    }
}
#endif
