using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Store;

public sealed class CommitterTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Units_that_wait_together_share_a_transaction(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var transactions = new HashSet<Guid>();
        var gate = await HoldAsync(desk);

        var others = Enumerable.Range(0, 50).Select(number => desk.CommitAsync(unit =>
        {
            transactions.Add(unit.Db.Database.CurrentTransaction!.TransactionId);
            return AddAsync(unit, $"s{number}");
        })).ToList();
        gate.SetResult();
        await Task.WhenAll(others);

        Assert.Single(transactions);
        Assert.Equal(50, await desk.ReadAsync(db => db.Settings.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_that_fails_harms_nobody_and_hears_why(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var effects = new List<string>();
        var gate = await HoldAsync(desk);

        var good = Enumerable.Range(0, 10).Select(number => desk.CommitAsync(unit =>
        {
            unit.AfterCommit(() => effects.Add($"s{number}"));
            return AddAsync(unit, $"s{number}");
        })).ToList();
        var thrown = desk.CommitAsync(async unit =>
        {
            unit.AfterCommit(() => effects.Add("thrown"));
            await AddAsync(unit, "thrown");
            throw new InvalidOperationException("mine");
        });
        var refused = desk.CommitAsync(async unit =>
        {
            unit.AfterCommit(() => effects.Add("refused"));
            await unit.Db.Database.ExecuteSqlRawAsync("INSERT INTO no_such_table VALUES (1)");
        });
        gate.SetResult();
        await Task.WhenAll(good);

        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => thrown)).Message);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => refused);
        Assert.Equal(10, await desk.ReadAsync(db => db.Settings.CountAsync()));
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"s{number}"), effects);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_goes_on_finds_their_work_on_another_connection(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var seenByEffect = -1;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            await desk.CommitAsync(unit => AddAsync(unit, $"s{number}"));
            Assert.True(await desk.ReadAsync(db => db.Settings.AnyAsync(row => row.Name == $"s{number}")));
        }));
        await desk.CommitAsync(unit =>
        {
            unit.AfterCommit(() => seenByEffect = desk.ReadAsync(db => db.Settings.CountAsync()).GetAwaiter().GetResult());
            return AddAsync(unit, "last");
        });

        Assert.Equal(41, seenByEffect);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Units_run_one_after_the_other(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (running, most, order) = (0, 0, new List<int>());

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => desk.CommitAsync(async unit =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            await unit.Db.Settings.CountAsync();
            order.Add(number);
            Interlocked.Decrement(ref running);
        })));

        Assert.Equal(1, most);
        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_number_that_falls_twice_is_drawn_anew(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await desk.CommitAsync(unit => AddAsync(unit, "s1"));
        var draws = new Queue<string>(["s1", "s1", "s2"]);

        await desk.CommitAsync(unit => AddAsync(unit, draws.Dequeue()));

        Assert.Equal(["s1", "s2"], await desk.ReadAsync(db => db.Settings.Select(row => row.Name).Where(name => name == "s1" || name == "s2").Order().ToListAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_lost_race_is_run_again_with_what_the_winner_left(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat");
        var id = await desk.FileAsync();
        var attempts = 0;

        await desk.CommitAsync(async unit =>
        {
            var report = await unit.Db.Reports.SingleAsync(row => row.Id == id);
            if (attempts++ < 2)
            {
                await unit.Db.Database.ExecuteSqlRawAsync("UPDATE reports SET version = version + 1");
            }

            report.AddEvidence(1);
        });

        Assert.Equal(3, attempts);
        Assert.Equal(1, (await desk.ReportAsync(id)).EvidenceCount);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_race_that_is_always_lost_ends(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat");
        var id = await desk.FileAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => desk.CommitAsync(async unit =>
        {
            var report = await unit.Db.Reports.SingleAsync(row => row.Id == id);
            await unit.Db.Database.ExecuteSqlRawAsync("UPDATE reports SET version = version + 1");
            report.AddEvidence(1);
        }));
        await desk.CommitAsync(unit => AddAsync(unit, "after"));

        Assert.Equal(1, (await desk.ReportAsync(id)).Version); // all of it was taken back
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_call_cancelled_before_the_queue_does_nothing(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            desk.Committer.CommitAsync(unit => AddAsync(unit, "never"), new CancellationToken(canceled: true)));

        Assert.Equal(0, await desk.ReadAsync(db => db.Settings.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_queued_at_the_end_is_still_written(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var process = desk.Process();
        var committer = (Committer)process.GetService(typeof(Committer))!;

        var work = Enumerable.Range(0, 30).Select(number => committer.CommitAsync(unit => AddAsync(unit, $"s{number}"), CancellationToken.None)).ToList();
        await committer.DisposeAsync();
        await Task.WhenAll(work);

        Assert.Equal(30, await desk.ReadAsync(db => db.Settings.CountAsync()));
    }

    /// <summary>Keeps the writer busy with a unit of its own until the gate is opened.</summary>
    private static async Task<TaskCompletionSource> HoldAsync(Desk desk)
    {
        var (entered, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        _ = desk.CommitAsync(_ =>
        {
            entered.TrySetResult();
            return gate.Task;
        });
        await entered.Task;
        return gate;
    }

    private static Task AddAsync(Unit unit, string name)
    {
        unit.Db.Settings.Add(new SettingRow { Name = name, Value = "x" });
        return Task.CompletedTask;
    }
}
