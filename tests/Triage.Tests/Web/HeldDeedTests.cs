using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Bulk;
using Kentongan.Triage.Web.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Web;

/// <summary>What nothing brings back once it is done waits for two minutes in the store, and is taken back as long, as if it had never been ordered.</summary>
public sealed partial class HeldDeedTests
{
    private const string Reason = "Sudah dilihat, tidak ada yang bisa ditindaklanjuti.";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    /// <summary>Action, where the case stands, where it stands after it.</summary>
    public static TheoryData<StoreProvider, string, ReportStatus, ReportStatus> Deeds
    {
        get
        {
            var rows = new TheoryData<StoreProvider, string, ReportStatus, ReportStatus>();
            foreach (var provider in TestDatabases.Both.Select(row => row.Data))
            {
                rows.Add(provider, "Offer", ReportStatus.Screening, ReportStatus.Offered);
                rows.Add(provider, "Dismiss", ReportStatus.Screening, ReportStatus.Closed);
                rows.Add(provider, "Verify", ReportStatus.ResolutionProposed, ReportStatus.Closed);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Deeds))]
    public async Task What_cannot_be_brought_back_takes_effect_only_after_the_window(StoreProvider provider, string action, ReportStatus state, ReportStatus after)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await BringToAsync(office, state);
        var (before, outbox) = ((await office.Desk.ReportAsync(id)).Version, await OutboxAsync(office));
        var coordinator = await office.SignInAsync("koordinator");

        var preview = await PreviewAsync(office, coordinator, action, id);
        var ordered = await coordinator.SendAsync("/daftar", "/daftar/banyak/lakukan", [("tindakan", action), ("teks", Reason), .. Chosen(preview)]);
        var held = (await coordinator.GetAsync(ordered.To!)).Words;
        office.Desk.Clock.Now += HeldDeeds.Window - TimeSpan.FromSeconds(1);
        await office.Desk.RunAsync<DoHeldDeeds>();
        var (within, outboxWithin) = (await office.Desk.ReportAsync(id), await OutboxAsync(office));
        office.Desk.Clock.Now += TimeSpan.FromSeconds(1);
        var done = await office.Desk.RunAsync<DoHeldDeeds>() + await office.Desk.RunAsync<DoHeldDeeds>();

        Assert.Contains("Bisa dibatalkan selama 2 menit", preview.Words, StringComparison.Ordinal);
        Assert.Contains("berlaku pukul", held, StringComparison.Ordinal);
        Assert.Equal((state, before, outbox), (within.Status, within.Version, outboxWithin)); // nobody has heard of it
        Assert.Equal((1, after), (done, (await office.Desk.ReportAsync(id)).Status));
        Assert.Contains("sudah dilakukan", (await coordinator.GetAsync("/daftar/tertunda")).Words, StringComparison.Ordinal);
        Assert.True(await OutboxAsync(office) > outbox || action == "Dismiss"); // of a dismissal nobody in office is told
    }

    [Theory, MemberData(nameof(Deeds))]
    public async Task Taken_back_within_the_window_it_never_happens(StoreProvider provider, string action, ReportStatus state, ReportStatus after)
    {
        await using var office = await Office.OpenAsync(provider);
        var ids = new[] { await BringToAsync(office, state), await BringToAsync(office, state) };
        var coordinator = await office.SignInAsync("koordinator");
        var before = await FactsAsync(office);

        await OrderAsync(office, coordinator, action, ids);
        office.Desk.Clock.Now += TimeSpan.FromSeconds(90);
        var all = Button().Matches((await coordinator.GetAsync("/daftar/tertunda")).Text)[^1].Groups[1].Value;
        await coordinator.SendAsync("/daftar/tertunda", "/daftar/tertunda", ("id", all));
        office.Desk.Clock.Now += TimeSpan.FromMinutes(10);
        await office.Desk.RunAsync<DoHeldDeeds>();

        Assert.NotEqual(state, after);
        Assert.Equal(before, await FactsAsync(office));
        foreach (var id in ids)
        {
            Assert.Equal(state, (await office.Desk.ReportAsync(id)).Status);
        }

        Assert.Equal(2, Regex.Count((await coordinator.GetAsync("/daftar/tertunda")).Words, "dibatalkan, tidak ada yang berubah"));
        Assert.Equal(2, (await office.AuditAsync()).Count(line => line.EndsWith($" TakeBack {action}", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_restart_within_the_window_forgets_nothing_and_two_processes_do_it_once(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await BringToAsync(office, ReportStatus.Screening);
        await OrderAsync(office, await office.SignInAsync("koordinator"), "Offer", id);
        office.Desk.Clock.Now += HeldDeeds.Window;
        var (first, second) = (office.Desk.Process(), office.Desk.Process());

        var done = await Task.WhenAll(
            ActivatorUtilities.GetServiceOrCreateInstance<DoHeldDeeds>(first).RunAsync(CancellationToken.None),
            ActivatorUtilities.GetServiceOrCreateInstance<DoHeldDeeds>(second).RunAsync(CancellationToken.None));

        Assert.Equal(1, done.Sum());
        Assert.Equal(1, await office.Desk.ReadAsync(db => db.Facts.CountAsync(fact => fact.Report == id && fact.Action == ReportAction.Offer)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_case_that_somebody_moved_meanwhile_is_left_alone_and_the_coordinator_reads_so(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await BringToAsync(office, ReportStatus.ResolutionProposed);
        var coordinator = await office.SignInAsync("koordinator");
        await OrderAsync(office, coordinator, "Verify", id);
        var report = await office.Desk.ReportAsync(id);
        Desk.Done(await office.Get<CaseDesk>().DoAsync(
            await office.ViewerAsync("camat"), report.CaseNumber, new CaseCommand(ReportAction.SendBack, report.Version), CancellationToken.None));

        office.Desk.Clock.Now += HeldDeeds.Window;
        Assert.Equal(0, await office.Desk.RunAsync<DoHeldDeeds>());

        Assert.Equal(ReportStatus.InProgress, (await office.Desk.ReportAsync(id)).Status);
        Assert.Contains("tidak dilakukan", (await coordinator.GetAsync("/daftar/tertunda")).Words, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_is_no_coordinator_any_more_when_it_is_due_does_nothing(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await BringToAsync(office, ReportStatus.Screening);
        await OrderAsync(office, await office.SignInAsync("koordinator"), "Offer", id);
        var (officer, now) = (office.Desk["koordinator"], office.Desk.Clock.Now);
        await office.Desk.CommitAsync(unit => unit.Db.Postings.Where(row => row.Officer == officer).ExecuteUpdateAsync(row => row.SetProperty(p => p.To, now)));

        office.Desk.Clock.Now += HeldDeeds.Window;
        await office.Desk.RunAsync<DoHeldDeeds>();

        Assert.Equal(ReportStatus.Screening, (await office.Desk.ReportAsync(id)).Status);
        Assert.Equal(HeldDeedState.NotDone, await office.Desk.ReadAsync(db => db.HeldDeeds.Select(row => row.State).SingleAsync()));
    }

    [Theory]
    [InlineData(Priority.P0, false)]
    [InlineData(Priority.P1, false)]
    [InlineData(Priority.P2, true)]
    [InlineData(Priority.P3, true)]
    public void An_offer_of_what_is_urgent_does_not_wait_and_closing_always_does(Priority priority, bool waits)
    {
        Assert.Equal(waits, HeldDeeds.IsHeld(ReportAction.Offer, priority));
        Assert.True(HeldDeeds.IsHeld(ReportAction.Verify, priority));
        Assert.True(HeldDeeds.IsHeld(ReportAction.Dismiss, priority));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_urgent_is_offered_at_once_and_the_preview_says_so(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await ScreenedAsync(office, Priority.P1);
        var coordinator = await office.SignInAsync("koordinator");

        var preview = await PreviewAsync(office, coordinator, "Offer", id);
        var other = await PreviewAsync(office, coordinator, "Dismiss", id);
        await OrderAsync(office, coordinator, "Offer", id);

        Assert.Contains("bisa, langsung tanpa menunggu", preview.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("langsung tanpa menunggu", other.Words, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Offered, (await office.Desk.ReportAsync(id)).Status);
        Assert.Contains("sudah dilakukan", (await coordinator.GetAsync("/daftar/tertunda")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_is_sealed_while_it_waits_and_gone_afterwards_and_what_became_of_it_is_swept_after_a_day()
    {
        await using var office = await Office.OpenAsync();
        var id = await BringToAsync(office, ReportStatus.Screening);
        await OrderAsync(office, await office.SignInAsync("koordinator"), "Dismiss", id);
        var waiting = (await office.Desk.ReadAsync(db => db.HeldDeeds.AsNoTracking().SingleAsync())).SealedReason!;

        office.Desk.Clock.Now += HeldDeeds.Window;
        await office.Desk.RunAsync<DoHeldDeeds>();
        var after = (await office.Desk.ReadAsync(db => db.HeldDeeds.AsNoTracking().SingleAsync())).SealedReason;
        office.Desk.Clock.Now += HeldQueries.Kept;
        await office.Desk.RunAsync<SweepTraces>();

        Assert.Equal(-1, waiting.AsSpan().IndexOf("Sudah dilihat"u8));
        Assert.Null(after);
        Assert.Equal(0, await office.Desk.ReadAsync(db => db.HeldDeeds.CountAsync()));
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_has_ordered_and_only_coordinators_see_the_page()
    {
        await using var office = await Office.OpenAsync(crew: Desk.Usual + " auditor");
        var id = await BringToAsync(office, ReportStatus.Screening);
        await OrderAsync(office, await office.SignInAsync("koordinator"), "Offer", id);
        var row = await office.Desk.ReadAsync(db => db.HeldDeeds.AsNoTracking().SingleAsync());

        var stranger = await office.ViewerAsync("kapolsek");
        Assert.Equal(0, await office.Get<HeldDeeds>().TakeBackAsync(stranger, row.Batch, CancellationToken.None));

        foreach (var role in new[] { "auditor", "kapolsek" })
        {
            Assert.Equal(404, (await (await office.SignInAsync(role)).GetAsync("/daftar/tertunda")).Status);
        }
    }

    [Fact]
    public async Task The_page_of_a_case_says_what_waits_for_it_and_it_cannot_be_ordered_twice()
    {
        await using var office = await Office.OpenAsync();
        var id = await BringToAsync(office, ReportStatus.Screening);
        var coordinator = await office.SignInAsync("koordinator");
        await OrderAsync(office, coordinator, "Offer", id);
        var again = await coordinator.SendAsync("/daftar", "/daftar/banyak/lakukan", [("tindakan", "Dismiss"), ("teks", Reason), .. Chosen(await PreviewAsync(office, coordinator, "Dismiss", id))]);

        Assert.Equal("/daftar/tertunda?salah", again.To);
        Assert.Contains("Ditunda:", (await coordinator.GetAsync($"/kasus/{(await office.Desk.ReportAsync(id)).CaseNumber}")).Words, StringComparison.Ordinal);
    }

    /// <summary>In screening: not urgent, with a place, so that nothing but the coordinator's word is missing.</summary>
    private static Task<ReportId> BringToAsync(Office office, ReportStatus state) => state == ReportStatus.Screening
        ? ScreenedAsync(office, Priority.P2)
        : CaseDeskTests.BringToAsync(office.Desk, state);

    private static Task<ReportId> ScreenedAsync(Office office, Priority priority) =>
        office.Desk.FileAsync(Desk.Filing(Desk.KindOf(priority), accused: AccusedOffice.Desa));

    private static async Task OrderAsync(Office office, Visitor visitor, string action, params ReportId[] ids)
    {
        var preview = await PreviewAsync(office, visitor, action, ids);
        var ordered = await visitor.SendAsync("/daftar", "/daftar/banyak/lakukan", [("tindakan", action), ("teks", Reason), .. Chosen(preview)]);
        Assert.Equal("/daftar/tertunda?selesai", ordered.To);
    }

    private static async Task<Answer> PreviewAsync(Office office, Visitor visitor, string action, params ReportId[] ids)
    {
        var fields = new List<(string, string)> { ("tindakan", action) };
        foreach (var id in ids)
        {
            fields.Add(("kasus", (await office.Desk.ReportAsync(id)).CaseNumber));
        }

        return await visitor.SendAsync("/daftar", "/daftar/banyak", [.. fields]);
    }

    private static Task<int> OutboxAsync(Office office) => office.Desk.ReadAsync(db => db.Outbox.CountAsync());

    private static Task<int> FactsAsync(Office office) => office.Desk.ReadAsync(db => db.Facts.CountAsync());

    private static IEnumerable<(string, string)> Chosen(Answer page) => Case().Matches(page.Text).Select(found => ("kasus", found.Groups[1].Value));

    [GeneratedRegex("name=\"kasus\" value=\"([^\"]+)\"")]
    private static partial Regex Case();

    [GeneratedRegex("name=\"id\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Button();
}
