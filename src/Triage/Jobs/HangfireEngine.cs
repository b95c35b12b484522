#if HANGFIRE
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Binds the job list to Hangfire; compiled with <c>-p:JobEngine=Hangfire</c>. In memory, since nothing durable lives in the queue: a
/// job's only argument is its name, and it asks the store what is due. Hangfire counts in minutes at the finest, so jobs that run
/// more often are knocked on in between by a timer of ours.
/// </summary>
public static class HangfireEngine
{
    public static IServiceCollection AddHangfireEngine(this IServiceCollection services)
    {
        services.AddHangfire(hangfire => hangfire.UseInMemoryStorage());
        services.AddHangfireServer(server => server.WorkerCount = JobSchedule.All.Count);
        services.AddSingleton<Tick>();
        return services.AddHostedService<Schedule>();
    }

    /// <summary>What Hangfire calls: looks the job up by its name and hands it to the runner.</summary>
    public sealed class Tick(JobRunner runner)
    {
        [AutomaticRetry(Attempts = 0)] // the next turn is the retry
        public Task RunAsync(string job, CancellationToken ct) =>
            runner.RunAsync(JobSchedule.All.First(scheduled => scheduled.Name == job).Job, ct);
    }

    private sealed class Schedule(IRecurringJobManager recurring, IBackgroundJobClient jobs, TimeProvider time) : BackgroundService
    {
        private static readonly TimeSpan Finest = TimeSpan.FromMinutes(1);

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            foreach (var scheduled in JobSchedule.All)
            {
                recurring.AddOrUpdate<Tick>(scheduled.Name, tick => tick.RunAsync(scheduled.Name, CancellationToken.None), Cron.Minutely());
            }

            return Task.WhenAll(JobSchedule.All.Where(scheduled => scheduled.Every < Finest).Select(scheduled => KnockAsync(scheduled, stoppingToken)));
        }

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
