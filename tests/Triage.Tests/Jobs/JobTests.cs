using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Jobs;

public sealed class JobTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_crash_left_unrouted_is_routed_by_the_sweep(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await desk.CommitAsync(unit => desk.Get<FileReport>().HandleAsync(unit, Desk.Filing())); // nobody heard the signal

        Assert.Equal(1, await desk.RunAsync<MeetDeadlines>());
        Assert.Equal(0, await desk.RunAsync<MeetDeadlines>());

        var report = await desk.ReadAsync(db => db.Reports.AsNoTracking().SingleAsync());
        Assert.Equal((ReportStatus.Offered, 1), (report.Status, report.Version));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_signal_comes_after_the_commit_and_only_then(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat", settings: new() { ["Privacy:OfferDelay"] = "00:10:00" });
        var heard = new List<ReportId>();
        desk.Get<RouteSignal>().Listen(heard.Add);

        await desk.CommitAsync(unit => desk.Get<FileReport>().HandleAsync(unit, Desk.Filing(Desk.KindOf(Priority.P1))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.CommitAsync(async unit =>
        {
            await desk.Get<FileReport>().HandleAsync(unit, Desk.Filing(Desk.KindOf(Priority.P1)));
            throw new InvalidOperationException();
        }));
        await desk.CommitAsync(unit => desk.Get<FileReport>().HandleAsync(unit, Desk.Filing(Desk.KindOf(Priority.P2))));

        Assert.Equal(2, heard.Count);
        Assert.All(await desk.ReadAsync(db => db.Deadlines.AsNoTracking().ToListAsync()), row => Assert.Equal(desk.Clock.Now, row.DueAt));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_bad_deadline_holds_up_no_other(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (bad, good) = (await desk.FileAsync(Priority.P1), await desk.FileAsync(Priority.P1));
        await desk.CommitAsync(unit => unit.Db.Database.ExecuteSqlInterpolatedAsync($"UPDATE reports SET timers = 'broken' WHERE id = {bad.Value}"));
        desk.Clock.Now += TimeSpan.FromMinutes(7);

        Assert.Equal(1, await desk.RunAsync<MeetDeadlines>());

        Assert.Contains("+7 reminder 1 → camat danramil kapolsek", await desk.ToldAsync(Jepara.At("10:00"), good));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Traces_that_have_had_their_day_are_swept(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var now = desk.Clock.Now;
        var number = desk.Get<DayKeys>().Today.Number;
        var evidence = await desk.Get<EvidenceStore>().KeepAsync(new CleaningResult.Cleaned(default, "image/jpeg", "jpg", [1, 2, 3]), CancellationToken.None);
        var claimed = await desk.Get<EvidenceStore>().KeepAsync(new CleaningResult.Cleaned(default, "image/jpeg", "jpg", [4, 5, 6]), CancellationToken.None);
        await desk.CommitAsync(unit => desk.Get<FileReport>().HandleAsync(unit, Desk.Filing() with { Evidence = [claimed] }));
        await desk.CommitAsync(unit =>
        {
            unit.Db.Conversations.Add(new ConversationRow { Pseudonym = [1], Sealed = [1], ExpiresAt = now.AddHours(24).ToUnixTimeMilliseconds() });
            unit.Db.SeenUpdates.Add(new SeenUpdateRow { Id = 1, At = now.ToUnixTimeMilliseconds() });
            return Task.CompletedTask;
        });

        desk.Clock.Now = now.AddHours(23.9);
        Assert.Equal(0, await desk.RunAsync<SweepTraces>());
        desk.Clock.Now = now.AddHours(24);
        Assert.Equal(1, await desk.RunAsync<SweepTraces>()); // the conversation
        desk.Clock.Now = now.AddHours(26);
        Assert.Equal(1, await desk.RunAsync<SweepTraces>()); // the evidence of no report
        Assert.Null(await desk.Get<EvidenceStore>().ReadAsync(evidence, CancellationToken.None));
        Assert.Equal([4, 5, 6], await desk.Get<EvidenceStore>().ReadAsync(claimed, CancellationToken.None));
        desk.Clock.Now = now.AddHours(48);
        Assert.Equal(2, await desk.RunAsync<SweepTraces>()); // the update's number and the key of the day
        Assert.Null(desk.Get<DayKeys>().ByNumber(number));
        Assert.Equal(0, await desk.RunAsync<SweepTraces>());
    }

    /// <summary>What a kill leaves between file and row is a row, which the sweep finds; a file that nothing names would lie there for ever.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task No_file_of_evidence_lies_there_that_the_store_does_not_know_of(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (store, photo) = (desk.Get<EvidenceStore>(), new CleaningResult.Cleaned(default, "image/jpeg", "jpg", [1, 2, 3]));
        await store.KeepAsync(photo, CancellationToken.None);
        var folder = Path.Combine(desk.Data, "evidence");
        Assert.Single(Directory.EnumerateFiles(folder));
        await desk.CommitAsync(unit => unit.Db.Database.ExecuteSqlRawAsync("ALTER TABLE evidence RENAME TO gone"));

        await Assert.ThrowsAnyAsync<Exception>(() => store.KeepAsync(photo, CancellationToken.None)); // nothing can be written down

        Assert.Single(Directory.EnumerateFiles(folder));
        await desk.CommitAsync(unit => unit.Db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO evidence"));
        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "in the way");
        await Assert.ThrowsAnyAsync<IOException>(() => store.KeepAsync(photo, CancellationToken.None)); // the row is there, the file is not
        desk.Clock.Now += TimeSpan.FromHours(27);
        Assert.Equal(2, await desk.RunAsync<SweepTraces>());
        Assert.Empty(await desk.ReadAsync(db => db.Evidence.ToListAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_runner_records_how_a_job_went_and_outlives_its_failure(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        await desk.FileAsync(Priority.P1);
        desk.Clock.Now += TimeSpan.FromMinutes(7);

        await desk.Get<JobRunner>().RunAsync(typeof(MeetDeadlines), CancellationToken.None);
        await desk.Get<JobRunner>().RunAsync(typeof(NotRegistered), CancellationToken.None);
        await desk.Get<JobRunner>().RunAsync(typeof(NotRegistered), CancellationToken.None); // too soon: waits
        desk.Clock.Now += TimeSpan.FromSeconds(2);
        await desk.Get<JobRunner>().RunAsync(typeof(NotRegistered), CancellationToken.None);

        var runs = await desk.ReadAsync(db => db.JobRuns.AsNoTracking().ToDictionaryAsync(run => run.Name));
        Assert.Equal((1, 0, null, desk.Clock.Now.AddSeconds(-2)), (runs["MeetDeadlines"].LastCount, runs["MeetDeadlines"].FailuresInARow, runs["MeetDeadlines"].LastError, runs["MeetDeadlines"].LastSuccess));
        Assert.Equal((2, "InvalidOperationException", null), (runs["NotRegistered"].FailuresInARow, runs["NotRegistered"].LastError, runs["NotRegistered"].LastSuccess));
    }

    private sealed class NotRegistered : IJob
    {
        public Task<int> RunAsync(CancellationToken ct) => Task.FromResult(0);
    }
}
