using System.Text.RegularExpressions;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Web;

/// <summary>The case page does all that a card does: referring, calling, counting victims, second tellings, opening again (policy 2, 5.2, 5.5).</summary>
public sealed class CaseDeedsTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_case_is_referred_to_a_body_and_its_receipt_is_kept(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        var kapolsek = await office.SignInAsync("kapolsek");

        var page = await DoAsync(office, kapolsek, id, ("tindakan", "Refer"), ("lembaga", "satpol-pp"), ("hari", "7"));

        Assert.Equal((ReportStatus.Referred, "satpol-pp"), ((await office.Desk.ReportAsync(id)).Status, (await office.Desk.ReportAsync(id)).ReferredTo));
        Assert.Contains("Dirujuk ke</dt><dd>Satpol PP", page.Words, StringComparison.Ordinal);
        Assert.Contains("belum ada tanda terima", page.Words, StringComparison.Ordinal);
        page = await DoAsync(office, kapolsek, id, ("tindakan", "RecordReceipt"), ("teks", "B/17/IX/2026"));
        Assert.Contains("tanda terima ada", page.Words, StringComparison.Ordinal);
        Assert.Contains("B/17/IX/2026", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"RecordReceipt\"", page.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_coordinator_who_refers_what_nobody_leads_leads_it_and_has_its_card(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await office.Desk.FileAsync(Priority.P1);

        await DoAsync(office, await office.SignInAsync("koordinator"), id, ("tindakan", "Refer"), ("lembaga", "dpmd"), ("hari", "3"));

        Assert.Equal((ReportStatus.Referred, office.Desk["koordinator"]), ((await office.Desk.ReportAsync(id)).Status, (await office.Desk.ReportAsync(id)).Lead));
        Assert.NotNull((await office.Desk.CardAsync(id, "koordinator"))?.OfferedAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_call_to_somebody_who_has_not_answered_is_logged_with_its_result(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await office.Desk.FileAsync(Priority.P1);
        var page = await DoAsync(office, await office.SignInAsync("koordinator"), id, ("tindakan", "Call"), ("petugas", office.Desk["camat"].Value.ToString()), ("telepon", "NoAnswer"));

        Assert.Equal("camat NoAnswer", (await office.Desk.FactsAsync(id)).Single(fact => fact.Action == ReportAction.Call).Detail);
        Assert.Contains("Camat: tidak diangkat", page.Words, StringComparison.Ordinal);
        Assert.Equal(409, (await SendAsync(office, await office.SignInAsync("kapolsek"), id, ("tindakan", "Call"), ("petugas", office.Desk["camat/02"].Value.ToString()), ("telepon", "Reached"))).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Victims_are_counted_with_the_history_and_the_place_of_supply(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await office.Desk.FileAsync(Desk.Filing("miras.korban_oplosan") with { Supply = Jepara.InKedung });
        Desk.Done(await office.Desk.AcceptAsync("kapolsek", id));
        var kapolsek = await office.SignInAsync("kapolsek");

        await DoAsync(office, kapolsek, id, ("tindakan", "CountCasualties"), ("meninggal", "0"), ("dirawat", "2"), ("luka", "1"));
        var page = await DoAsync(office, kapolsek, id, ("tindakan", "CountCasualties"), ("meninggal", "1"), ("dirawat", "1"), ("luka", "1"));

        Assert.Contains("1 meninggal, 1 dirawat, 1 luka atau sakit", page.Words, StringComparison.Ordinal);
        Assert.Contains("0 meninggal, 2 dirawat, 1 luka atau sakit", page.Words, StringComparison.Ordinal);
        Assert.Contains("Asal barang", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("PERINGATAN KESEHATAN", page.Words, StringComparison.Ordinal);
        var warned = await DoAsync(office, await office.SignInAsync("koordinator"), id, ("tindakan", "WarnPublic"));
        Assert.Contains("segera ke IGD rumah sakit", warned.Words, StringComparison.Ordinal);
        office.Desk.Clock.Now += TimeSpan.FromHours(13);
        Assert.Contains("12 jam belum dilakukan", (await (await office.SignInAsync("kapolsek")).GetAsync($"/kasus/{warnedNumber(warned)}")).Words, StringComparison.Ordinal);

        static string warnedNumber(Answer page) => Regex.Match(page.Text, "/kasus/([A-Z0-9]{3}-[A-Z0-9]{3})").Groups[1].Value;
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_tellings_are_marked_merged_and_separated_again(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await office.Desk.FileAsync(Desk.Filing("miras.konsumsi", story: "Di warung pojok pasar tiap malam."));
        var other = await office.Desk.FileAsync(Desk.Filing("miras.konsumsi", story: "Pemuda berkumpul dekat jembatan lama.", place: new(Jepara.Kedung, null)));
        var (number, otherNumber) = ((await office.Desk.ReportAsync(id)).CaseNumber, (await office.Desk.ReportAsync(other)).CaseNumber);
        var coordinator = await office.SignInAsync("koordinator");

        Assert.Equal(302, (await coordinator.SendAsync("/papan", $"/kasus/{number}/serupa", ("kasus", otherNumber))).Status);
        Assert.Contains($"name=\"serupa\" value=\"{otherNumber}\"", (await coordinator.GetAsync($"/kasus/{number}")).Text, StringComparison.Ordinal);
        await DoAsync(office, coordinator, id, ("tindakan", "Merge"), ("serupa", otherNumber));
        Assert.Equal(ReportStatus.Offered, (await office.Desk.ReportAsync(id)).Status);
        Assert.Equal(ReportStatus.Merged, (await office.Desk.ReportAsync(other)).Status);
        Assert.Contains($"Digabung ke {number}", (await coordinator.GetAsync($"/kasus/{otherNumber}")).Words, StringComparison.Ordinal);
        await DoAsync(office, coordinator, id, ("tindakan", "Unmerge"), ("serupa", otherNumber));

        Assert.Equal(ReportStatus.Offered, (await office.Desk.ReportAsync(other)).Status);
        Assert.Contains($"koordinator Acted {number} MarkAlike {otherNumber}", await office.AuditAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_report_that_accuses_cannot_be_tied_to_one_that_does_not(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var number = (await office.Desk.ReportAsync(await office.Desk.FileAsync())).CaseNumber;
        var accusing = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Polsek)))).CaseNumber;
        var coordinator = await office.SignInAsync("koordinator");

        Assert.Equal(409, (await coordinator.SendAsync("/papan", $"/kasus/{number}/serupa", ("kasus", accusing))).Status);
        Assert.Equal(409, (await coordinator.SendAsync("/papan", $"/kasus/{number}/serupa", ("kasus", "222-222"))).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_coordinator_opens_a_closed_case_again_one_priority_higher_and_its_seats_hear_of_it(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.Closed);
        var before = await office.Desk.ReportAsync(id);

        Assert.Equal(409, (await SendAsync(office, await office.SignInAsync("camat"), id, ("tindakan", "Reopen"), ("teks", "Masih berjualan."))).Status);
        await DoAsync(office, await office.SignInAsync("koordinator"), id, ("tindakan", "Reopen"), ("teks", "Masih berjualan."));

        var after = await office.Desk.ReportAsync(id);
        Assert.Equal((ReportStatus.Offered, Urgency.Raised(before.Priority), null), (after.Status, after.Priority, after.Lead));
        Assert.Contains(await office.Desk.HeardAsync<Triage.Outbox.Notice.Reopened>(), heard => heard.To == "kapolsek");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_timeline_holds_everything_and_can_be_narrowed(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;
        var kapolsek = await office.SignInAsync("kapolsek");
        await DoAsync(office, kapolsek, id, ("tindakan", "Note"), ("teks", "Dijaga dua orang."));
        await kapolsek.SendAsync("/papan", $"/kasus/{number}/tanya", ("teks", "Di sebelah mana?"));

        var (all, talk, notes) = (await kapolsek.GetAsync($"/kasus/{number}"), await kapolsek.GetAsync($"/kasus/{number}?jejak=percakapan"), await kapolsek.GetAsync($"/kasus/{number}?jejak=catatan"));

        Assert.Matches("(?s)class=\"fact note\".*Dijaga dua orang.*class=\"said ours\".*Di sebelah mana", all.Words);
        Assert.Contains("Di sebelah mana?", talk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dijaga dua orang", talk.Words, StringComparison.Ordinal);
        Assert.Contains("Dijaga dua orang", notes.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Di sebelah mana?", notes.Words, StringComparison.Ordinal);
    }

    private static async Task<Answer> DoAsync(Office office, Visitor visitor, Domain.ReportId id, params (string, string)[] fields)
    {
        var answer = await SendAsync(office, visitor, id, fields);
        Assert.True(answer.Status == 302, answer.Words);
        return await visitor.GetAsync(answer.To!);
    }

    private static async Task<Answer> SendAsync(Office office, Visitor visitor, Domain.ReportId id, params (string, string)[] fields)
    {
        var report = await office.Desk.ReportAsync(id);
        return await visitor.SendAsync("/papan", $"/kasus/{report.CaseNumber}", [("versi", $"{report.Version}"), .. fields]);
    }
}
