using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Tests.Jobs;

/// <summary>A job that fails is tried again, less and less often, and does not fail in silence (design 7, 8).</summary>
public sealed class FailingJobTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory]
    [InlineData(1, "0:00:02 0:00:04 0:00:08 0:00:16 0:00:32 0:01:00 0:01:00")]
    [InlineData(300, "0:00:02 0:00:04 0:00:08 0:00:16 0:00:32 0:01:04 0:02:08 0:04:16 0:05:00 0:05:00")]
    [InlineData(3600, "0:00:02 0:00:04 0:00:08 0:00:16 0:00:32 0:01:04 0:02:08 0:04:16 0:08:32 0:10:00 0:10:00")]
    public void It_is_tried_again_soon_then_seldom_but_always(int seconds, string waits) =>
        Assert.Equal(waits, string.Join(' ', Enumerable.Range(1, waits.Split(' ').Length).Select(failures => Retries.After(failures, TimeSpan.FromSeconds(seconds)).ToString("g", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory, MemberData(nameof(Both))]
    public async Task Its_usual_turns_are_left_out_until_it_is_due_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (runner, job, _) = Failing(desk);

        await runner.RunAsync(typeof(Breaks), CancellationToken.None);
        await runner.RunAsync(typeof(Breaks), CancellationToken.None);
        Assert.Equal(1, job.Runs);
        Assert.Empty(runner.DueAgain);

        desk.Clock.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(1, await new RetryJobs(runner).RunAsync(CancellationToken.None));
        Assert.Equal(2, job.Runs);
        var run = await RunAsync(desk);
        Assert.Equal((2, "InvalidOperationException", desk.Clock.Now.AddSeconds(4)), (run.FailuresInARow, run.LastError, run.RetryAt));

        await runner.RunAsync(typeof(Breaks), CancellationToken.None, asked: true); // a person need not wait
        Assert.Equal(3, job.Runs);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_coordinators_hear_of_it_once_and_once_more_when_it_works_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (runner, job, log) = Failing(desk);

        for (var i = 0; i < 12; i++)
        {
            await runner.RunAsync(typeof(Breaks), CancellationToken.None);
            Assert.Equal(i == JobIncidents.Patience - 1 ? ["koordinator"] : [], (await desk.HeardAsync<Notice.JobFails>()).Select(one => one.To));
            desk.Clock.Now += TimeSpan.FromMinutes(10);
        }

        job.IsMended = true;
        await runner.RunAsync(typeof(Breaks), CancellationToken.None);
        Assert.Equal(["koordinator"], (await desk.HeardAsync<Notice.JobWorks>()).Select(one => one.To));
        await runner.RunAsync(typeof(Breaks), CancellationToken.None);
        Assert.Empty(await desk.HeardAsync<Notice>());
        var run = await RunAsync(desk);
        Assert.Equal((0, null, null, null), (run.FailuresInARow, run.LastError, run.RetryAt, run.ToldAt));
        Assert.Equal(12, log.Errors.Count);
        Assert.All(log.Errors, line => Assert.DoesNotContain("of what went wrong", line, StringComparison.Ordinal));
    }

    /// <summary>More of them than are looked at together, each older than what can be met (policy 1.3, 1.5).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Deadlines_that_can_never_be_met_do_not_hold_up_the_others(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (broken, sound) = (await desk.FileAsync(Desk.Filing(story: "Sesuatu yang lain sama sekali.")), await desk.FileAsync(Desk.Filing(Desk.KindOf(Domain.Reports.Priority.P1))));
        await desk.CommitAsync(async unit =>
        {
            await unit.Db.Reports.Where(report => report.Id == broken).ExecuteUpdateAsync(row => row
                .SetProperty(report => report.Category, "gone.gone").SetProperty(report => report.Status, Domain.Reports.ReportStatus.Received));
            unit.Db.Deadlines.AddRange(Enumerable.Range(0, 450).Select(_ => new DeadlineRow { Report = broken, Kind = Domain.Deadlines.DeadlineKind.Route, DueAt = unit.Now }));
        });
        desk.Clock.Now += TimeSpan.FromMinutes(16);

        for (var run = 0; run < 4; run++)
        {
            await desk.RunAsync<MeetDeadlines>();
            desk.Clock.Now += TimeSpan.FromSeconds(0.3);
        }

        Assert.Equal(1, (await desk.ReportAsync(sound)).EscalationLevel);
        desk.Clock.Now += TimeSpan.FromMinutes(1); // tried again all the same: the programme may have come back
        await desk.CommitAsync(unit => unit.Db.Reports.Where(report => report.Id == broken).ExecuteUpdateAsync(row => row.SetProperty(report => report.Category, Desk.KindOf(Domain.Reports.Priority.P2))));
        Assert.NotEqual(0, await desk.RunAsync<MeetDeadlines>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_slip_is_nobodys_business(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (runner, job, _) = Failing(desk);
        await runner.RunAsync(typeof(Breaks), CancellationToken.None);
        desk.Clock.Now += TimeSpan.FromSeconds(2);
        job.IsMended = true;

        await runner.RunAsync(typeof(Breaks), CancellationToken.None);

        Assert.Empty(await desk.HeardAsync<Notice>());
        Assert.Equal(0, (await RunAsync(desk)).FailuresInARow);
    }

    private static Task<JobRunRow> RunAsync(Desk desk) => desk.ReadAsync(db => db.JobRuns.AsNoTracking().SingleAsync(run => run.Name == nameof(Breaks)));

    private static (JobRunner Runner, Breaks Job, Heard Log) Failing(Desk desk)
    {
        var (job, log) = (new Breaks(), new Heard());
        var services = new ServiceCollection().AddSingleton(job).BuildServiceProvider();
        return (new JobRunner(services, desk.Committer, desk.Get<JobIncidents>(), desk.Clock, log), job, log);
    }

    private sealed class Breaks : IJob
    {
        public bool IsMended { get; set; }

        public int Runs { get; private set; }

        public Task<int> RunAsync(CancellationToken ct)
        {
            Runs++;
            return IsMended ? Task.FromResult(0) : throw new InvalidOperationException("The content of what went wrong.");
        }
    }

    private sealed class Heard : ILogger<JobRunner>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
            {
                Errors.Add(formatter(state, exception) + exception);
            }
        }
    }
}
