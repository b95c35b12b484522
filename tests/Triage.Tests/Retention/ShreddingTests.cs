using System.Text;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Backups;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Retention;

public sealed class ShreddingTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Theory]
    [MemberData(nameof(Installation.BothStores), MemberType = typeof(Installation))]
    public async Task A_year_after_closing_only_numbers_are_left(StoreProvider provider)
    {
        await using var here = await Installation.NewAsync(provider);
        var process = await here.StartAsync();
        var gone = await process.FileAndCloseAsync();
        var open = await process.FileAsync();
        var before = await process.LeftAsync(gone);

        here.Clock.Now += Year;
        var shredded = await process.ShredAsync();

        Assert.Equal((1, 1, 1, 1, 2), before);
        Assert.Equal(1, shredded);
        Assert.Equal((0, 0, 0, 0, 2), await process.LeftAsync(gone));
        Assert.Null(await process.EvidenceAsync(gone));
        Assert.Equal(Process.Story, await process.StoryAsync(open));
        Assert.Equal(0, await process.ShredAsync());
    }

    [Fact]
    public async Task A_minute_less_than_a_year_keeps_everything()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var closed = await process.FileAndCloseAsync();

        here.Clock.Now += Year - TimeSpan.FromMinutes(1);

        Assert.Equal(0, await process.ShredAsync());
        Assert.Equal(Process.Story, await process.StoryAsync(closed));
        Assert.Equal(Process.File, Encoding.UTF8.GetString((await process.EvidenceAsync(closed))!));
    }

    [Fact]
    public async Task What_was_quarantined_goes_a_year_after_the_last_thing_that_happened_to_it()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var one = await process.FileAsync();
        here.Clock.Now += TimeSpan.FromDays(10);
        await process.CommitAsync(async unit =>
        {
            var report = await unit.Db.Reports.SingleAsync(row => row.Id == one.Report);
            await process.Get<Triage.Reports.CaseWork>().KeepAsync(
                unit, report, report.Quarantine(new Actor(Role.Coordinator, null, null), process.Get<ReportVault>().SealText(one.Report, "x")!, unit.Now));
        });

        here.Clock.Now += Year - TimeSpan.FromDays(1);
        var early = await process.ShredAsync();
        here.Clock.Now += TimeSpan.FromDays(1);
        var late = await process.ShredAsync();

        Assert.Equal((0, 1), (early, late));
    }

    [Fact]
    public async Task An_older_backup_with_the_live_keys_gives_nothing_back()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var gone = await process.FileAndCloseAsync();
        var elsewhere = Path.Combine(here.Home, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        File.Copy(await process.Get<StoreBackup>().TakeAsync(null, CancellationToken.None), Path.Combine(elsewhere, "kentongan.db"));
        var evidence = Path.Combine(elsewhere, "evidence");
        Directory.CreateDirectory(evidence);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(here.Data, "evidence")))
        {
            File.Copy(file, Path.Combine(evidence, Path.GetFileName(file)));
        }

        var restoredBefore = await here.StartAsync(elsewhere);
        var storyBefore = await restoredBefore.StoryAsync(gone);
        here.Clock.Now += Year;
        await process.ShredAsync();
        var restored = await here.StartAsync(elsewhere);
        var sealedContent = await restored.SealedAsync(gone);

        Assert.Equal(Process.Story, storyBefore); // the backup was good
        Assert.NotNull(sealedContent);
        Assert.Null(restored.Get<ReportVault>().OpenContent(gone.Report, sealedContent));
        Assert.Null((await restored.CardAsync(gone))!.Story);
        Assert.Empty((await restored.CardAsync(gone))!.Evidence); // and with it the only copy of the evidence's key
        Assert.Empty((await restored.FollowAsync(gone))!.Messages);
        Assert.Equal(1, await restored.ShredAsync()); // the restored store tidies up after itself
        Assert.Empty(Directory.EnumerateFiles(evidence));
    }

    [Fact]
    public async Task No_file_holds_the_key_or_a_word_afterwards()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var cases = new List<Case>();
        for (var i = 0; i < 70; i++) // more than one batch of keys
        {
            cases.Add(await process.FileAndCloseAsync());
        }

        await process.Get<StoreBackup>().TakeAsync(null, CancellationToken.None);
        var keys = cases.ConvertAll(one => here.WrappedKey(one.Report.Value));
        var sealedBefore = await process.SealedAsync(cases[0]);
        var seen = keys.TrueForAll(key => here.FilesWith(key).SequenceEqual(["keys/report-keys.db"]));
        here.Clock.Now += Year;
        Assert.Equal(cases.Count, await process.ShredAsync());

        Assert.True(seen); // the search finds what is there
        Assert.NotEmpty(here.FilesWith(sealedBefore!)); // the backup still has the sealed content …
        Assert.All(keys, key => Assert.Empty(here.FilesWith(key[17..49]))); // … and nothing has its key, not even a part
        Assert.All<string>([Process.Story, Process.Addition, Process.Reason, Process.File], word => Assert.Empty(here.FilesWith(Encoding.UTF8.GetBytes(word))));
    }

    /// <summary>Unreadable they are already: but neither may the sealed bytes stay in pages that were freed, or in the log.</summary>
    [Fact]
    public async Task Nor_does_what_was_sealed_lie_in_freed_pages_or_in_the_log()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var (gone, kept) = (await process.FileAndCloseAsync(), await process.FileAsync());
        var (sealedOfGone, sealedOfKept) = (await process.SealedAsync(gone), await process.SealedAsync(kept));
        Assert.NotEmpty(here.FilesWith(sealedOfGone![..64]));
        here.Clock.Now += Year;
        Assert.Equal(1, await process.ShredAsync());

        await ActivatorUtilities.CreateInstance<EmptyLog>(process.Services).RunAsync(CancellationToken.None);

        Assert.Empty(here.FilesWith(sealedOfGone[..64]));
        Assert.Empty(here.FilesWith(sealedOfGone[^64..]));
        Assert.Equal(["data/kentongan.db"], here.FilesWith(sealedOfKept![..64])); // the search finds what is there, and the log is empty
    }

    [Fact]
    public async Task Whoever_looks_at_a_shredded_report_sees_that_it_is_empty()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var gone = await process.FileAndCloseAsync();
        here.Clock.Now += Year;
        await process.ShredAsync();

        var card = await process.CardAsync(gone);
        var view = await process.FollowAsync(gone);

        Assert.Equal((null, null), (card!.Story, card.Resolution));
        Assert.Empty(card.Conversation);
        Assert.Empty(card.Evidence);
        Assert.Equal(ResidentWord.TidakDapatDitindaklanjuti, view!.Word);
        Assert.Null(view.Resolution);
        Assert.Empty(view.Messages);
        Assert.Null(process.Get<ReportVault>().SealText(gone.Report, "late"));
    }

    [Fact]
    public async Task Cards_in_officers_chats_are_drawn_anew()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var gone = await process.FileAndCloseAsync();
        await process.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());
        here.Clock.Now += Year;

        await process.ShredAsync();

        Assert.Equal([gone.Card], await process.ReadAsync(db => db.Outbox.Where(row => row.Kind == OutboxKind.Card).Select(row => row.Card!.Value).ToListAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_run_finishes_what_a_crash_left(bool filesWereGone)
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var gone = await process.FileAndCloseAsync();
        here.Clock.Now += Year;
        process.Get<ReportKeys>().Destroy(gone.Report);
        if (filesWereGone)
        {
            process.Get<EvidenceStore>().Delete(gone.Evidence.Id);
        }

        var after = await here.StartAsync(); // does not take it for a lost key
        var read = await after.StoryAsync(gone);
        var shredded = await after.ShredAsync();

        Assert.Null(read);
        Assert.Equal(1, shredded);
        Assert.Equal((0, 0, 0, 0, 2), await after.LeftAsync(gone));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(here.Data, "evidence")));
    }

    [Fact]
    public async Task A_store_that_refuses_leaves_the_report_due_and_the_others_shredded()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var (stuck, other) = (await process.FileAndCloseAsync(), await process.FileAndCloseAsync());
        here.Clock.Now += Year;
        var id = stuck.Report.Value.ToString("D").ToUpperInvariant();
        var trigger = "CREATE TRIGGER stuck BEFORE DELETE ON report_contents WHEN upper(OLD.report) = '#' BEGIN SELECT RAISE(ABORT, 'stuck'); END".Replace("#", id, StringComparison.Ordinal);
        await process.ReadAsync(db => db.Database.ExecuteSqlRawAsync(trigger));

        var first = await process.ShredAsync();
        var between = (await process.LeftAsync(stuck), await process.LeftAsync(other), await process.StoryAsync(stuck));
        await process.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER stuck"));
        var second = await process.ShredAsync();

        Assert.Equal((1, 1), (first, second));
        Assert.Equal(((1, 1, 1, 1, 2), (0, 0, 0, 0, 2), null), between);
        Assert.Equal((0, 0, 0, 0, 2), await process.LeftAsync(stuck));
    }

    [Fact]
    public async Task A_dry_run_names_cases_and_counts_and_changes_nothing()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var due = await process.FileAndCloseAsync();
        here.Clock.Now += Year;
        var closedAt = here.Clock.Now - Year;
        await process.FileAndCloseAsync();

        var listed = await process.Get<ShredEvidence>().DueAsync(100, CancellationToken.None);

        var number = await process.ReadAsync(db => db.Reports.Where(row => row.Id == due.Report).Select(row => row.CaseNumber).SingleAsync());
        Assert.Equal([new EndedReport(due.Report, number, ReportStatus.Closed, closedAt, 1, 1)], listed);
        Assert.Equal((1, 1, 1, 1, 2), await process.LeftAsync(due));
        Assert.Equal(Process.Story, await process.StoryAsync(due));
    }
}
