using Kentongan.Bot.Commands;
using Kentongan.Bot.Telegram;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>What whoever watches over the process hears of it (policy 1.3).</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_job_that_keeps_failing_is_named_but_does_not_stop_the_bot()
    {
        await using var office = await OpenAsync();
        await FailAsync(office, nameof(SendDigests), JobIncidents.Patience - 1);
        Assert.Equal((true, "ready"), await AskAsync(office));

        await FailAsync(office, nameof(SendDigests), JobIncidents.Patience);
        await FailAsync(office, nameof(BackUp), JobIncidents.Patience);
        Assert.Equal((true, "ready, but failing: BackUp, SendDigests"), await AskAsync(office));

        await FailAsync(office, nameof(SendDigests), 0);
        await FailAsync(office, nameof(BackUp), 0);
        Assert.Equal((true, "ready"), await AskAsync(office));
    }

    [Fact]
    public async Task A_silent_auditor_is_not_ready_whatever_else_runs()
    {
        await using var office = await OpenAsync();
        office.Clock.Now += TimeSpan.FromMinutes(4);

        Assert.Equal((false, "no sign of the auditor for three minutes"), await AskAsync(office));
    }

    [Fact]
    public async Task Where_updates_are_asked_for_silence_is_not_ready()
    {
        await using var office = await OpenAsync();
        office.Get<BotReadiness>().Polled(office.Clock.Now - TimeSpan.FromMinutes(4));

        Assert.Equal((false, "no updates for three minutes"), await AskAsync(office, polls: true));
        Assert.Equal((true, "ready"), await AskAsync(office));
    }

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync();
        office.Get<Heartbeat>(); // its patience counts from the start
        return office;
    }

    private static Task<(bool IsReady, string Word)> AskAsync(Office office, bool polls = false) => new Readiness(
        office.Get<Heartbeat>(), office.Get<IDbContextFactory<TriageDb>>(), office.Get<TimeProvider>(), office.Get<BotReadiness>()).AskAsync(polls, CancellationToken.None);

    private static Task<bool> FailAsync(Office office, string job, int times) => office.CommitAsync(async unit =>
    {
        if (await unit.Db.JobRuns.SingleOrDefaultAsync(run => run.Name == job) is not { } run)
        {
            unit.Db.JobRuns.Add(run = new JobRunRow { Name = job });
        }

        (run.FailuresInARow, run.LastStart) = (times, unit.Now);
        return true;
    });
}
