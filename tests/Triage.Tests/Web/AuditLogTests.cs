using Kentongan.Triage.Audit;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Nobody changes, drops or slips in a row of the audit log unnoticed (threat-model 4, row 18).</summary>
public sealed class AuditLogTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_untouched_chain_holds(StoreProvider provider)
    {
        await using var desk = await FilledAsync(provider);

        Assert.Null(await BrokenAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_changed_row_is_found(StoreProvider provider)
    {
        await using var desk = await FilledAsync(provider);

        await desk.CommitAsync(unit => unit.Db.AuditLog.Where(row => row.Sequence == 3).ExecuteUpdateAsync(row => row.SetProperty(r => r.Subject, "K9Z-222")));

        Assert.Equal(3, await BrokenAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_changed_person_time_or_deed_is_found(StoreProvider provider)
    {
        await using var desk = await FilledAsync(provider);

        await desk.CommitAsync(unit => unit.Db.AuditLog.Where(row => row.Sequence == 5).ExecuteUpdateAsync(row => row.SetProperty(r => r.Officer, (Domain.OfficerId?)null)));
        Assert.Equal(5, await BrokenAsync(desk));
        await desk.CommitAsync(unit => unit.Db.AuditLog.Where(row => row.Sequence == 4).ExecuteUpdateAsync(row => row.SetProperty(r => r.At, desk.Clock.Now.AddSeconds(1))));
        Assert.Equal(4, await BrokenAsync(desk));
        await desk.CommitAsync(unit => unit.Db.AuditLog.Where(row => row.Sequence == 2).ExecuteUpdateAsync(row => row.SetProperty(r => r.Deed, AuditedDeed.Exported)));
        Assert.Equal(2, await BrokenAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_dropped_row_is_found(StoreProvider provider)
    {
        await using var desk = await FilledAsync(provider);

        await desk.CommitAsync(unit => unit.Db.AuditLog.Where(row => row.Sequence == 3).ExecuteDeleteAsync());

        Assert.Equal(3, await BrokenAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_row_slipped_in_by_somebody_without_the_key_is_found(StoreProvider provider)
    {
        await using var desk = await FilledAsync(provider);

        await desk.CommitAsync(unit =>
        {
            unit.Db.AuditLog.Add(new AuditRow { Sequence = 7, At = unit.Now, Deed = AuditedDeed.CaseViewed, Subject = "K7Q-4ZM", Link = new byte[32] });
            return Task.CompletedTask;
        });

        Assert.Equal(7, await BrokenAsync(desk));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_processes_that_write_at_once_keep_one_chain(StoreProvider provider)
    {
        await using var desk = await FilledAsync(provider);
        var other = desk.Process();
        var writers = new[] { desk.Services, other }.SelectMany(process => Enumerable.Range(0, 10).Select(_ =>
        {
            var committer = (Committer)process.GetService(typeof(Committer))!;
            var log = (AuditLog)process.GetService(typeof(AuditLog))!;
            return committer.CommitAsync(unit => log.AppendAsync(unit, null, AuditedDeed.NotFound, "case"), CancellationToken.None);
        }));

        await Task.WhenAll(writers);

        Assert.Equal(26, await desk.ReadAsync(db => db.AuditLog.CountAsync()));
        Assert.Null(await BrokenAsync(desk));
    }

    private static async Task<Desk> FilledAsync(StoreProvider provider)
    {
        var desk = await Desk.OpenAsync(provider, "camat");
        for (var i = 0; i < 6; i++)
        {
            await desk.CommitAsync(unit => desk.Get<AuditLog>().AppendAsync(unit, desk["camat"], AuditedDeed.CaseViewed, "K7Q-4ZM"));
            desk.Clock.Now += TimeSpan.FromSeconds(7);
        }

        return desk;
    }

    private static Task<long?> BrokenAsync(Desk desk) => desk.ReadAsync(db => desk.Get<AuditLog>().FirstBrokenAsync(db, CancellationToken.None));
}
