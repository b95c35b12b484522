using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Clusters;

/// <summary>Staff merge and take apart (policy 5.2).</summary>
public sealed class MergingTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_number_of_a_report_that_accuses_is_as_unknown_to_the_coordinator_as_one_that_nobody_has(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual + " auditor");
        var open = await desk.FileAsync(Desk.Filing(nowhere: true));
        var hidden = (await desk.ReportAsync(await desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kabupaten)))).CaseNumber;

        foreach (var number in (string[])[hidden, "ZZZ-ZZZ"])
        {
            Assert.IsType<Refusal.NotFound>(await desk.TapAsync("koordinator", open, (unit, by) => Triage.Clusters.MergeReports.MarkAsync(unit, by, number)));
        }

        Assert.Equal(0, await desk.ReadAsync(db => db.Likes.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_lead_merges_the_resident_reads_the_survivor_and_unmerging_restores_everything(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (kept, _) = await desk.FileWithReceiptAsync();
        var (other, receipt) = await desk.FileWithReceiptAsync();
        Desk.Done(await desk.AcceptAsync("camat", kept));
        Assert.Equal(other, Assert.Single(await desk.AlikeAsync("camat", kept)).Report.Id);
        Assert.Empty(await desk.AlikeAsync("kapolsek", kept)); // does not answer for it
        var before = await desk.ReadAsync(db => db.Deadlines.AsNoTracking().Where(row => row.Report == other).Select(row => new { row.Kind, row.Step }).ToListAsync());

        Desk.Done(await desk.MergeAsync("camat", kept, other));

        var merged = await desk.ReportAsync(other);
        Assert.Equal((ReportStatus.Merged, kept, ReportStatus.Offered), (merged.Status, merged.MergedInto!.Value, merged.BeforeMerge!.Value));
        Assert.Equal(0, await desk.ReadAsync(db => db.Deadlines.CountAsync(row => row.Report == other)));
        Assert.Equal(ResidentWord.Ditangani, (await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt)))!.Word);
        Assert.IsType<Refusal.OutOfTurn>(Desk.Refused(await desk.AcceptAsync("kapolsek", other)));

        desk.Clock.Now += TimeSpan.FromHours(1);
        Desk.Done(await desk.UnmergeAsync("camat", kept, other));

        var restored = await desk.ReportAsync(other);
        Assert.Equal((ReportStatus.Offered, null, null), (restored.Status, restored.MergedInto, restored.BeforeMerge));
        var after = await desk.ReadAsync(db => db.Deadlines.AsNoTracking().Where(row => row.Report == other).ToListAsync());
        Assert.Equal(before.OrderBy(row => row.Kind), after.Select(row => new { row.Kind, row.Step }).OrderBy(row => row.Kind));
        Assert.All(after, row => Assert.True(row.DueAt > desk.Clock.Now));
        Assert.Equal([ReportAction.Offer, ReportAction.Merge, ReportAction.Unmerge], (await desk.FactsAsync(other)).Select(fact => fact.Action));
        Assert.Equal(ResidentWord.Diterima, (await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt)))!.Word);
        Desk.Done(await desk.AcceptAsync("kapolsek", other));
    }

    /// <summary>Who takes the own report back takes back nobody else's (policy 1.3).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task What_told_the_same_goes_its_own_way_again_where_the_survivor_is_withdrawn(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (kept, (other, receipt)) = (await desk.FileAsync(), await desk.FileWithReceiptAsync());
        Desk.Done(await desk.AcceptAsync("camat", kept));
        Desk.Done(await desk.MergeAsync("camat", kept, other));

        Desk.Done(await desk.CommitAsync(unit => desk.Get<FollowUp>().WithdrawAsync(unit, kept)));

        var restored = await desk.ReportAsync(other);
        Assert.Equal((ReportStatus.Offered, null), (restored.Status, restored.MergedInto));
        Assert.NotEqual(0, await desk.ReadAsync(db => db.Deadlines.CountAsync(row => row.Report == other && row.DueAt > desk.Clock.Now)));
        Assert.Equal(ResidentWord.Diterima, (await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt)))!.Word);
        Assert.Equal(0, await desk.RunAsync<Triage.Jobs.AuditOpenReports>());
        Desk.Done(await desk.AcceptAsync("kapolsek", other));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_with_a_lead_has_its_lead_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (kept, other) = (await desk.FileAsync(), await desk.FileAsync());
        Desk.Done(await desk.AcceptAsync("camat", kept));
        Desk.Done(await desk.AcceptAsync("camat", other));
        Desk.Done(await desk.TapAsync("camat", other, (unit, by) => desk.Get<WorkOnReport>().StartAsync(unit, by)));

        Desk.Done(await desk.MergeAsync("camat", kept, other));
        Desk.Done(await desk.UnmergeAsync("camat", kept, other));

        var restored = await desk.ReportAsync(other);
        Assert.Equal((ReportStatus.InProgress, desk["camat"]), (restored.Status, restored.Lead!.Value));
        Assert.Contains(await desk.ReadAsync(db => db.Deadlines.Where(row => row.Report == other).ToListAsync()), row => row.Kind == DeadlineKind.ResolveDue);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_somebody_else_leads_or_what_is_more_urgent_is_not_merged_away(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (kept, other) = (await desk.FileAsync(), await desk.FileAsync());
        var urgent = await desk.FileAsync(Desk.Filing("miras.penjualan", story: "Ada yang perlu dilihat, dijual ke anak sekolah.")); // raised by its words
        Desk.Done(await desk.AcceptAsync("camat", kept));
        Desk.Done(await desk.AcceptAsync("kapolsek", other));

        Assert.IsType<Refusal.NotYours>(Desk.Refused(await desk.MergeAsync("camat", kept, other)));
        Assert.Equal(Priority.P1, (await desk.ReportAsync(urgent)).Priority);
        Assert.IsType<Refusal.MoreUrgent>(Desk.Refused(await desk.MergeAsync("camat", kept, urgent)));
        Assert.Equal((ReportStatus.Accepted, ReportStatus.Offered), ((await desk.ReportAsync(other)).Status, (await desk.ReportAsync(urgent)).Status));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Emergencies_never_merge_by_themselves(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var ids = new List<ReportId>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add((await desk.FileFromAsync(900 + i, Desk.Filing(Desk.KindOf(Priority.P0))))!.Value);
        }

        await desk.PassAsync(TimeSpan.FromHours(3));

        foreach (var id in ids)
        {
            Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(id)).Status);
        }
    }
}
