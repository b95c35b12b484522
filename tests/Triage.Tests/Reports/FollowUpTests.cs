using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>What the resident can do with a receipt (policy 2, 5.8; threat-model 3).</summary>
public sealed class FollowUpTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_answer_settles_the_question_and_reaches_the_lead_alone(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync();
        await desk.CommitAsync(unit => desk.Get<FollowUp>().AddAsync(unit, id, "Warungnya pindah.", []));
        Desk.Done(await desk.AcceptAsync("camat", id));
        await desk.TapAsync("camat", id, (unit, by) => desk.Get<AskReporter>().HandleAsync(unit, by, "Sebelah mana?"));

        desk.Clock.Now = Jepara.At("10:30");
        await desk.CommitAsync(unit => desk.Get<FollowUp>().AddAsync(unit, id, "Dekat jembatan.", []));

        var view = await ReadAsync(desk, receipt);
        Assert.Equal([(false, false, "Warungnya pindah."), (true, false, "Sebelah mana?"), (false, false, "Dekat jembatan.")], view.Messages);
        var told = await desk.ToldAsync(Jepara.At("10:00"));
        Assert.Contains("+0 ReporterWrote → camat danramil kapolsek", told); // nobody led yet
        Assert.Contains("+30 ReporterWrote → camat", told);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Belum_sends_a_proposed_resolution_back_to_work(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync();
        Desk.Done(await desk.AcceptAsync("camat", id));
        Desk.Done(await desk.ResolveAsync("camat", id));
        Assert.StartsWith("Sudah didatangi", (await ReadAsync(desk, receipt)).Resolution, StringComparison.Ordinal);

        Desk.Done(await desk.CommitAsync(unit => desk.Get<FollowUp>().ObjectAsync(unit, id, "Masih buka.")));

        var report = await desk.ReportAsync(id);
        Assert.Equal((ReportStatus.InProgress, desk["camat"], null), (report.Status, report.Lead!.Value, report.Outcome));
        Assert.Contains("+0 SentBack → camat", await desk.ToldAsync(Jepara.At("10:00")));
        Assert.Null((await ReadAsync(desk, receipt)).Resolution);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Sudah_sesuai_is_kept_and_closes_nothing(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync();
        Desk.Done(await desk.AcceptAsync("camat", id));
        Desk.Done(await desk.ResolveAsync("camat", id));

        Desk.Done(await desk.CommitAsync(unit => desk.Get<FollowUp>().ConfirmAsync(unit, id)));

        Assert.Equal((ReportStatus.ResolutionProposed, true), ((await desk.ReportAsync(id)).Status, (await desk.ReportAsync(id)).ReporterConfirmed));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_closed_report_is_reopened_once_and_one_priority_higher(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync();
        await desk.CloseAsync(id);
        Assert.True((await ReadAsync(desk, receipt)).CanReopen);

        Desk.Done(await ObjectAsync(desk, id));
        var report = await desk.ReportAsync(id);
        Assert.Equal((ReportStatus.Offered, Priority.P1, null, true), (report.Status, report.Priority, report.Lead, report.ReopenedByReporter));
        Assert.Equal(Domain.Deadlines.Timers.For(Priority.P1).Level1, report.Timers.Level1);
        await desk.CloseAsync(id);

        Assert.False((await ReadAsync(desk, receipt)).CanReopen);
        Assert.IsType<Refusal.ReopeningUsedUp>(Desk.Refused(await ObjectAsync(desk, id)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_thirty_days_it_stays_closed(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync();
        await desk.CloseAsync(id);

        desk.Clock.Now += TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1);

        Assert.False((await ReadAsync(desk, receipt)).CanReopen);
        Assert.IsType<Refusal.ReopeningUsedUp>(Desk.Refused(await ObjectAsync(desk, id)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_closed_at_the_desk_goes_back_to_the_desk(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Desk.Filing(nowhere: true));
        Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().DismissAsync(unit, by, ReportOutcome.InsufficientInformation, "Di mana?")));

        Desk.Done(await ObjectAsync(desk, id));

        Assert.Equal(ReportStatus.Screening, (await desk.ReportAsync(id)).Status);
        Assert.Equal(Router.NoPlace, (await desk.FactsAsync(id))[^1].Detail);
        Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().OfferAsync(unit, by, Jepara.Kedung)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_resident_may_take_back_what_is_no_emergency(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync();
        var emergency = await desk.FileAsync(Priority.P0);

        Desk.Done(await desk.CommitAsync(unit => desk.Get<FollowUp>().WithdrawAsync(unit, id)));

        var view = await ReadAsync(desk, receipt);
        Assert.Equal((ResidentWord.Selesai, ReportOutcome.Withdrawn, false, false), (view.Word, view.Outcome, view.CanReopen, view.CanWithdraw));
        Assert.IsType<Refusal.NeverAtEmergency>(Desk.Refused(await desk.CommitAsync(unit => desk.Get<FollowUp>().WithdrawAsync(unit, emergency))));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_foreign_receipt_opens_nothing_and_no_seat_is_named(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync();
        await desk.CloseAsync(id);

        Assert.Null(await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, Receipt.New(Randomness.Secure))));
        var view = await ReadAsync(desk, receipt);
        Assert.Equal(
            [ReportAction.Offer, ReportAction.Accept, ReportAction.StartWork, ReportAction.ProposeResolution, ReportAction.Verify],
            view.Happened.Select(happened => happened.Action));
        Assert.DoesNotContain("camat", System.Text.Json.JsonSerializer.Serialize(view), StringComparison.OrdinalIgnoreCase);
    }

    private static Task<Outcome<ReporterDeed>> ObjectAsync(Desk desk, ReportId id) =>
        desk.CommitAsync(unit => desk.Get<FollowUp>().ObjectAsync(unit, id, "Masih ada."));

    private static async Task<ReporterView> ReadAsync(Desk desk, Receipt receipt) =>
        Assert.IsType<ReporterView>(await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt)));
}
