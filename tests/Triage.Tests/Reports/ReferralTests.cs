using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reports;

/// <summary>Out of the triad and back, and what an election report owes besides (policy 2, Referred; policy 5.6).</summary>
public sealed class ReferralTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_referral_is_reminded_of_every_day_until_its_receipt_number_is_entered(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, filed) = (await desk.FileAsync(Priority.P2), desk.Clock.Now);
        Desk.Done(await desk.AcceptAsync("camat", id));
        Assert.IsType<Refusal.NotYours>(Desk.Refused(await ReferAsync(desk, "kapolsek", id, "bksda", 14)));
        Desk.Done(await ReferAsync(desk, "camat", id, "bksda", 14));

        await desk.PassAsync(TimeSpan.FromDays(2));
        var told = await desk.ToldAsync(filed, id);
        Assert.Contains("+1440 ReceiptPlease → camat koordinator", told);
        Assert.Contains("+2880 ReceiptPlease → camat koordinator", told);
        Assert.Equal(1, (await DutiesAsync(desk)).WithoutReceipt);

        Desk.Done(await desk.TapAsync("camat", id, (unit, by) => desk.Get<ReferReport>().RecordReceiptAsync(unit, by, " 012/BKSDA/2026 ")));
        Assert.Equal(0, (await DutiesAsync(desk)).WithoutReceipt);
        Assert.Equal(filed.AddDays(14), await desk.ReadAsync(db => db.Deadlines.Where(row => row.Kind == DeadlineKind.ReferralDue).Select(row => row.DueAt).SingleAsync()));
        var fact = (await desk.FactsAsync(id)).Single(one => one.Action == ReportAction.RecordReceipt);
        Assert.Equal("012/BKSDA/2026", desk.Get<Triage.Keys.ReportVault>().OpenText(id, fact.SealedText!)); // sealed, and nowhere else
        await desk.PassAsync(TimeSpan.FromDays(12));
        Assert.Contains($"+{14 * 1440} AnswerDue → camat koordinator", await desk.ToldAsync(filed, id));

        Desk.Done(await desk.ResolveAsync("camat", id));
        Assert.Equal(ReportStatus.ResolutionProposed, (await desk.ReportAsync(id)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_coordinator_who_refers_what_nobody_leads_answers_for_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual + " bawaslu");
        var id = await desk.FileAsync(Desk.Filing(nowhere: true));

        Desk.Done(await ReferAsync(desk, "koordinator", id, "panwascam", 7)); // not there now: Bawaslu stands in

        var report = await desk.ReportAsync(id);
        Assert.Equal((ReportStatus.Referred, desk["koordinator"], "bawaslu"), (report.Status, report.Lead!.Value, report.ReferredTo));
        Assert.NotNull((await desk.CardAsync(id, "bawaslu"))!.OfferedAt);
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_body_that_is_accused_is_no_place_to_refer_to(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual + " inspektorat");
        var id = await desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kabupaten));

        Assert.IsType<Refusal.NotFound>(Desk.Refused(await ReferAsync(desk, "inspektorat", id, "bkpsdm", 7)));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await ReferAsync(desk, "inspektorat", id, "tidak-ada", 7)));
    }

    /// <summary>The lead is told when these clocks strike: struck from the minute of the report, they would tell it a day later (threat-model 4, row 13).</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task What_is_due_after_the_arrival_is_due_after_its_part_of_the_day_unless_somebody_may_be_in_danger(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var due = new List<string>();
        foreach (var kind in new[] { "pemilu.perusakan_apk", "pemilu.intimidasi" })
        {
            foreach (var time in new[] { "10:07", "10:41" })
            {
                desk.Clock.Now = Jepara.At(time);
                var id = await desk.FileAsync(Desk.Filing(kind) with { Regime = ElectionRegime.Pilkada });
                due.Add(string.Join(' ', (await desk.ReadAsync(db => db.Deadlines.Where(row => row.Report == id && (row.Kind == DeadlineKind.ForwardDue || row.Kind == DeadlineKind.LegalDeadline)).ToListAsync()))
                    .OrderBy(row => row.Kind).Select(row => Jepara.Jurisdiction.Local.At(row.DueAt).ToString("dd HH:mm"))));
            }
        }

        Assert.Equal(["22 05:00 17 05:00", "22 05:00 17 05:00", "22 10:07 17 10:07", "22 10:41 17 10:41"], due);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_election_report_counts_seven_days_and_is_to_be_forwarded_within_one(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var filed = desk.Clock.Now;
        var id = await desk.FileAsync(Desk.Filing("pemilu.politik_uang") with { Regime = ElectionRegime.Pilkada });
        var report = await desk.ReportAsync(id);
        Assert.Equal((ElectionRegime.Pilkada, filed.AddDays(7)), (report.Regime!.Value, report.LegalDueAt!.Value));

        await desk.PassAsync(TimeSpan.FromDays(1));
        Assert.Contains("+1440 ForwardPlease → koordinator", await desk.ToldAsync(filed, id));
        Assert.Equal(1, (await DutiesAsync(desk)).NotForwarded);
        Desk.Done(await desk.AcceptAsync("koordinator", id));
        Desk.Done(await ReferAsync(desk, "koordinator", id, "panwascam", 7));
        await desk.PassAsync(TimeSpan.FromDays(6));

        var told = await desk.ToldAsync(filed, id);
        Assert.DoesNotContain("+2880 ForwardPlease → koordinator", told);
        Assert.Contains(told, line => line.StartsWith("+8640 LegalLimit → koordinator", StringComparison.Ordinal)); // a day before
        Assert.Contains(told, line => line.StartsWith("+10080 LegalLimit → koordinator", StringComparison.Ordinal)); // and when it is over
        Assert.Equal(0, (await DutiesAsync(desk)).NotForwarded);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Near_a_border_both_triads_are_asked_and_the_pin_is_not_kept(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (here, there) = (Jepara.Jurisdiction.Regions.Find(Jepara.Kedung)!.Centre, Jepara.Jurisdiction.Regions.Find(Jepara.Pecangaan)!.Centre);
        var between = new Coordinates(((here.Latitude * 51) + (there.Latitude * 49)) / 100, ((here.Longitude * 51) + (there.Longitude * 49)) / 100);
        var id = await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P1), place: new Place(Jepara.Kedung, null)) with { Pin = between });

        Assert.Equal(Jepara.Pecangaan, (await desk.ReportAsync(id)).BorderKecamatan);
        Assert.NotNull((await desk.CardAsync(id, "kapolsek"))!.OfferedAt);
        Desk.Done(await desk.AcceptAsync("kapolsek/02", id));
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
        Assert.Null((await desk.ReadAsync(db => desk.Get<Triage.Keys.ReportVault>().ReadContentAsync(db, id, CancellationToken.None)))!.Pin);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_transfer_starts_the_accept_clock_anew_while_the_total_clock_goes_on(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (id, filed) = (await desk.FileAsync(Priority.P1), desk.Clock.Now);
        await desk.PassAsync(TimeSpan.FromMinutes(10));
        Desk.Done(await desk.PassOnAsync("kapolsek", id, Jepara.Pecangaan));

        var due = await desk.ReadAsync(db => db.Deadlines.AsNoTracking().ToDictionaryAsync(row => row.Kind, row => row.DueAt));

        Assert.Equal(filed.AddMinutes(10 + 15), due[DeadlineKind.Level1]); // fresh
        Assert.Equal(filed.AddMinutes(30), due[DeadlineKind.Level2]); // as if it had never been passed on
        Assert.Equal(filed.AddMinutes(60), due[DeadlineKind.Level3]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_operation_raises_what_comes_while_it_is_in_force_and_nothing_else(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var before = await desk.FileAsync(Priority.P2);
        Assert.IsType<Refusal.NotFound>(Desk.Refused(await SwitchAsync("kita-aman", on: true))); // has no operation
        Assert.IsType<Outcome<bool>.Done>(await SwitchAsync("cipta-kondisi-ramadhan", on: true));

        var during = await desk.FileAsync(Priority.P2);
        var other = await desk.FileAsync(Priority.P3); // of another programme
        Assert.IsType<Outcome<bool>.Done>(await SwitchAsync("cipta-kondisi-ramadhan", on: false));
        var after = await desk.FileAsync(Priority.P2);

        Assert.Equal(Priority.P2, (await desk.ReportAsync(before)).Priority);
        var raised = await desk.ReportAsync(during);
        Assert.Equal((Priority.P1, "cipta-kondisi-ramadhan"), (raised.Priority, raised.Operation));
        Assert.Equal((TimeSpan.FromMinutes(7.5), TimeSpan.FromMinutes(15)), (raised.Timers.Level1, raised.Timers.Level2));
        Assert.Equal((Priority.P3, null), ((await desk.ReportAsync(other)).Priority, (await desk.ReportAsync(other)).Operation));
        Assert.Equal(Priority.P2, (await desk.ReportAsync(after)).Priority);
        Assert.Equal(0, await desk.ReadAsync(db => db.Operations.CountAsync())); // the calendar speaks again

        Task<Outcome<bool>> SwitchAsync(string code, bool on) => desk.CommitAsync(unit => desk.Get<OperationsInForce>().SwitchAsync(unit, code, on, desk["koordinator"]));
    }

    private static Task<Outcome<ReportFact>> ReferAsync(Desk desk, string officer, ReportId id, string body, int days) =>
        desk.TapAsync(officer, id, (unit, by) => desk.Get<ReferReport>().ReferAsync(unit, by, body, days));

    private static async Task<DutyFigures> DutiesAsync(Desk desk) =>
        (await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, null, desk.Clock.Now.AddMinutes(1), CancellationToken.None))).Duties!;
}
