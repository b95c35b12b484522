using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Deadlines;

/// <summary>What a lead owes after accepting, and what happens when it is not given (policy 2, 3).</summary>
public sealed class DutyTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Accepted_and_nothing_done_the_lead_is_reminded_and_then_it_is_released(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, filed) = (await desk.FileAsync(Priority.P1), desk.Clock.Now);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));

        await desk.PassAsync(TimeSpan.FromHours(2));

        var told = await desk.ToldAsync(filed, id);
        Assert.Contains("+60 FirstActionPlease → kapolsek", told);
        Assert.Contains("+120 Released → camat camat~ danramil danramil~ kapolsek kapolsek~", told);
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(id)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Masih_ditangani_renews_the_release_clock_once_and_the_resident_sees_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync(Desk.Filing(Desk.KindOf(Priority.P1)));
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        await desk.PassAsync(TimeSpan.FromMinutes(119));

        Desk.Done(await RenewAsync(desk, id));
        await desk.PassAsync(TimeSpan.FromMinutes(119));
        Assert.Equal(ReportStatus.Accepted, (await desk.ReportAsync(id)).Status);
        Assert.IsType<Refusal.NeedsNote>(Desk.Refused(await RenewAsync(desk, id)));
        Assert.Contains(ReportAction.StillWorking, (await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt)))!.Happened.Select(fact => fact.Action));

        await desk.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(id)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_first_note_of_the_lead_is_work_begun_and_a_note_of_a_supporter_is_not(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, receipt) = await desk.FileWithReceiptAsync(Desk.Filing(Desk.KindOf(Priority.P1)));
        Desk.Done(await desk.AcceptAsync("kapolsek", id));

        Desk.Done(await NoteAsync("camat"));
        Assert.Equal(ReportStatus.Accepted, (await desk.ReportAsync(id)).Status);
        Desk.Done(await NoteAsync("kapolsek"));

        Assert.Equal(ReportStatus.InProgress, (await desk.ReportAsync(id)).Status);
        Assert.Equal([DeadlineKind.ResolveDue, DeadlineKind.WordDue], await KindsAsync(desk));
        Assert.Contains(ReportAction.StartWork, (await desk.CommitAsync(unit => desk.Get<FollowUp>().ReadAsync(unit, receipt)))!.Happened.Select(fact => fact.Action));

        Task<Outcome<ReportFact>> NoteAsync(string officer) => desk.TapAsync(officer, id, (unit, by) => desk.Get<WorkOnReport>().NoteAsync(unit, by, "Berangkat bersama."));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_resident_without_a_word_lead_then_coordinator_then_back_on_offer(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, filed) = (await desk.FileAsync(Priority.P0), desk.Clock.Now);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Desk.Done(await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().StartAsync(unit, by)));

        await desk.PassAsync(TimeSpan.FromHours(6));

        var told = await desk.ToldAsync(filed, id);
        Assert.Contains("+120 WordPlease → kapolsek", told);
        Assert.DoesNotContain(told, line => line.StartsWith("+120 WordMissed", StringComparison.Ordinal));
        Assert.Contains("+240 WordPlease → kapolsek", told);
        Assert.Contains("+240 WordMissed → koordinator", told);
        Assert.Equal(ReportStatus.Offered, (await desk.ReportAsync(id)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_question_is_a_word_to_the_resident_and_leaves_the_target_alone(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Desk.Done(await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().StartAsync(unit, by)));
        var target = await DueAsync(desk, DeadlineKind.ResolveDue);
        await desk.PassAsync(TimeSpan.FromHours(11));

        await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<AskReporter>().HandleAsync(unit, by, "Jam berapa biasanya?"));

        Assert.Equal(desk.Clock.Now.AddHours(12), await DueAsync(desk, DeadlineKind.WordDue));
        Assert.Equal(target, await DueAsync(desk, DeadlineKind.ResolveDue));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_kind_that_asks_for_evidence_is_not_resolved_without_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Desk.Filing("miras.produksi"));
        Desk.Done(await desk.AcceptAsync("kapolsek", id));

        var bare = await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().ProposeResolutionAsync(unit, by, ReportOutcome.ActedUpon, Desk.Told));
        Assert.IsType<Refusal.NeedsEvidence>(Desk.Refused(bare));
        Assert.Equal(ReportStatus.Accepted, (await desk.ReportAsync(id)).Status);

        await desk.CommitAsync(unit =>
        {
            unit.Db.Evidence.Add(new EvidenceRow { Id = Desk.Photo(1).Id, StoredAt = unit.Now });
            return Task.CompletedTask;
        });
        Desk.Done(await desk.ResolveAsync("kapolsek", id));

        var content = await desk.ReadAsync(db => desk.Get<Triage.Keys.ReportVault>().ReadContentAsync(db, id, CancellationToken.None));
        Assert.Equal(Desk.Photo(1).Id, Assert.Single(content!.Proof).Id);
        Assert.Empty(content.Evidence); // the officer's is not the resident's
        Assert.Equal(id, await desk.ReadAsync(db => db.Evidence.Select(row => row.Report).SingleAsync()));
        var card = (await desk.CardAsync(id, "camat"))!;
        Assert.Single((await desk.ReadAsync(db => desk.Get<CardQueries>().ReadAsync(db, card.Id, CancellationToken.None)))!.Proof); // a short card verifies too
    }

    /// <summary>What is told each day is one message a day, however long nobody looks at it.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task A_coordinator_who_is_told_again_is_not_sent_the_card_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        Desk.Done(await desk.ResolveAsync("kapolsek", id));
        var proposed = desk.Clock.Now;

        await desk.PassAsync(TimeSpan.FromDays(3));

        var told = (await desk.ToldAsync(proposed, id)).Where(line => line.EndsWith(" koordinator", StringComparison.Ordinal));
        Assert.Equal(["+1440 VerifyPlease → koordinator", "+1440 card → koordinator", "+2880 VerifyPlease → koordinator", "+4320 VerifyPlease → koordinator"], told);
        Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Longer_than_72_hours_the_coordinator_decides(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, filed) = (await desk.FileAsync(Priority.P2), desk.Clock.Now);
        Desk.Done(await desk.AcceptAsync("camat", id));

        Assert.IsType<Refusal.NeedsCoordinator>(Desk.Refused(await WaitAsync("camat")));
        Assert.Contains("+0 WaitAsked → koordinator", await desk.ToldAsync(filed, id));
        Desk.Done(await WaitAsync("koordinator"));

        var report = await desk.ReportAsync(id);
        Assert.Equal((ReportStatus.Waiting, desk["camat"]), (report.Status, report.Lead!.Value));
        Assert.Equal(filed.AddDays(7), await DueAsync(desk, DeadlineKind.WaitEnds));

        Task<Outcome<ReportFact>> WaitAsync(string officer) => desk.TapAsync(officer, id, (unit, by) => desk.Get<WorkOnReport>().WaitAsync(unit, by, TimeSpan.FromDays(7)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Level_three_asks_for_phone_calls_by_name_and_keeps_how_they_ended(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual + " polres pimpinan");
        var (id, filed) = (await desk.FileAsync(Priority.P1), desk.Clock.Now);
        await desk.TapAsync("camat", id, (_, by) => Task.FromResult(by.Card.Id)); // has opened it: need not be called
        await desk.PassAsync(TimeSpan.FromMinutes(60));

        var told = await desk.ToldAsync(filed, id);
        Assert.Contains("+30 level 2 → koordinator polres", told);
        Assert.Contains("+60 CallPlease → koordinator polres", told);
        Assert.Contains(told, line => line.StartsWith("+60 level 3", StringComparison.Ordinal) && line.Contains("pimpinan", StringComparison.Ordinal));
        var calls = await desk.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Officer == desk["koordinator"] && row.Body != null && row.Card != null).ToListAsync());
        var asked = calls.Select(row => (Row: row, Notice: Notice.FromJson(row.Body!) as Notice.CallPlease)).Where(call => call.Notice is not null).ToList();
        Assert.Equal(["danramil", "kapolsek", "polres"], asked.Select(call => call.Notice!.Seat).Order());

        var called = asked.Single(call => call.Notice!.Seat == "kapolsek").Row.Card!.Value;
        Desk.Done(await desk.CommitAsync(unit => desk.Get<LogCall>().HandleAsync(unit, desk["koordinator"], called, CallResult.NoAnswer)));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await desk.CommitAsync(unit => desk.Get<LogCall>().HandleAsync(unit, desk["camat/02"], called, CallResult.Reached))));

        Assert.Equal("kapolsek NoAnswer", (await desk.FactsAsync(id)).Single(fact => fact.Action == ReportAction.Call).Detail);
        await desk.PassAsync(TimeSpan.FromMinutes(30));
        Assert.DoesNotContain(await desk.ToldAsync(filed, id), line => line.StartsWith("+90 CallPlease", StringComparison.Ordinal)); // one logged call is enough
    }

    private static Task<Outcome<ReportFact>> RenewAsync(Desk desk, ReportId id) =>
        desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().KeepWorkingAsync(unit, by));

    private static Task<List<DeadlineKind>> KindsAsync(Desk desk) => desk.ReadAsync(db => db.Deadlines.Select(row => row.Kind).ToListAsync());

    private static Task<DateTimeOffset> DueAsync(Desk desk, DeadlineKind kind) =>
        desk.ReadAsync(db => db.Deadlines.Where(row => row.Kind == kind).Select(row => row.DueAt).SingleAsync());
}
