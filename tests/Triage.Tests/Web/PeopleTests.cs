using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.People;
using Kentongan.Triage.Web.Phrases;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>What the command line can do to people and operations, a coordinator can do in the back office.</summary>
public sealed class PeopleTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_invitation_is_revoked_and_renewed_and_only_the_newest_link_works(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, "camat koordinator");
        var coordinator = await office.SignInAsync("koordinator");
        var first = TokenIn(await coordinator.SendAsync("/petugas", "/petugas/undang", ("nama", "Danramil Kedung"), ("kursi", "danramil"), ("kecamatan", Jepara.Kedung.Value)));
        var id = await office.Desk.ReadAsync(db => db.Officers.Where(row => row.Name == "Danramil Kedung").Select(row => row.Id).SingleAsync());

        Assert.Equal(302, (await coordinator.SendAsync("/petugas", $"/petugas/{id.Value:N}/cabut")).Status);
        Assert.Contains("undangan tidak berlaku lagi", (await coordinator.GetAsync("/petugas")).Words, StringComparison.Ordinal);
        Assert.IsType<Refusal.Stale>(Desk.Refused(await UseAsync(office, first)));
        var second = TokenIn(await coordinator.SendAsync("/petugas", $"/petugas/{id.Value:N}/undangan"));
        var third = TokenIn(await coordinator.SendAsync("/petugas", $"/petugas/{id.Value:N}/undangan"));
        Assert.IsType<Refusal.Stale>(Desk.Refused(await UseAsync(office, second)));
        Assert.IsType<Outcome<PostingRow>.Done>(await UseAsync(office, third));

        Assert.Equal(400, (await coordinator.SendAsync("/petugas", $"/petugas/{id.Value:N}/undangan")).Status); // bound by now
        Assert.Contains($"koordinator Administered renew {id.Value:N}", await office.AuditAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_seat_gets_a_deputy_duty_times_and_a_last_day_and_ends(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, "camat kapolsek koordinator");
        var coordinator = await office.SignInAsync("koordinator");
        var camat = $"/petugas/{office.Desk["camat"].Value:N}";
        var posting = await PostingAsync(office, "camat", "camat");

        Assert.Equal(302, (await coordinator.SendAsync(camat, $"{camat}/jabatan/{posting:N}", ("wakil", "ya"), ("jam", "1-5 07:00-16:00"), ("sampai", "2026-09-30"))).Status);
        Assert.Equal(400, (await coordinator.SendAsync(camat, $"{camat}/jabatan/{posting:N}", ("jam", "sembarang"))).Status);
        Assert.Equal(400, (await coordinator.SendAsync(camat, $"{camat}/jabatan/{posting:N}", ("sampai", "2026-09-01"))).Status); // has passed
        var row = await office.Desk.ReadAsync(db => db.Postings.AsNoTracking().SingleAsync(one => one.Id == posting));
        Assert.Equal((true, "1-5 07:00-16:00", Jepara.At("00:00") + TimeSpan.FromDays(15)), (row.IsDeputy, row.Duty, row.To));
        Assert.Contains("30-09-2026", (await coordinator.GetAsync("/petugas")).Words, StringComparison.Ordinal);

        Assert.Equal(302, (await coordinator.SendAsync(camat, $"{camat}/jabatan", ("kursi", "satpol-pp"))).Status);
        Assert.Equal(400, (await coordinator.SendAsync(camat, $"{camat}/jabatan", ("kursi", "satpol-pp"))).Status); // has it
        Assert.Equal(400, (await coordinator.SendAsync(camat, $"{camat}/jabatan", ("kursi", "konselor"))).Status); // policy 5.7
        Assert.Equal(302, (await coordinator.SendAsync(camat, $"{camat}/jabatan/{posting:N}/akhiri")).Status);
        Assert.Equal(["satpol-pp"], (await office.ViewerAsync("camat")).Posts.Select(post => post.Seat.Code));
        var own = await PostingAsync(office, "koordinator", "koordinator");
        Assert.Equal(400, (await coordinator.SendAsync(camat, $"/petugas/{office.Desk["koordinator"].Value:N}/jabatan/{own:N}/akhiri")).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Leave_is_entered_by_oneself_or_by_the_coordinator_and_ended(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (camat, coordinator) = (await office.SignInAsync("camat"), await office.SignInAsync("koordinator"));
        var id = await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran"));
        Desk.Done(await office.Desk.AcceptAsync("camat", id));

        Assert.Equal("/cuti?selesai", (await camat.SendAsync("/cuti", "/saya/cuti", ("dari", "2026-09-17"), ("hari", "3"), ("pengganti", office.Desk["camat~"].Value.ToString()))).To);
        Assert.Equal("/cuti?salah", (await camat.SendAsync("/cuti", "/saya/cuti", ("dari", "2026-09-01"), ("hari", "3"))).To);
        Assert.Equal("/cuti?salah", (await camat.SendAsync("/cuti", "/saya/cuti", ("dari", "2026-09-17"), ("hari", "3"), ("pengganti", office.Desk["kapolsek"].Value.ToString()))).To);
        Assert.Contains("17-09-2026", (await camat.GetAsync("/cuti")).Words, StringComparison.Ordinal);
        Assert.Equal(office.Desk["camat~"], (await office.Desk.ReportAsync(id)).HandOverTo);
        var page = $"/petugas/{office.Desk["camat"].Value:N}";
        Assert.Equal(302, (await coordinator.SendAsync(page, page + "/kembali")).Status);
        Assert.Equal(302, (await coordinator.SendAsync(page, page + "/cuti", ("dari", "2026-09-16"), ("hari", "1"))).Status);

        Assert.Contains("cuti</span>", (await coordinator.GetAsync("/petugas")).Words, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Units_and_operations_are_switched_and_audited(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var coordinator = await office.SignInAsync("koordinator");

        (string, string)[] area = [("kursi", "kapolsek"), ("dari", Jepara.Kedung.Value), ("ke", Jepara.Pecangaan.Value)];
        Assert.Equal("/petugas/wilayah?selesai", (await coordinator.SendAsync("/petugas/wilayah", "/petugas/wilayah", [.. area, ("tindakan", "cakup")])).To);
        Assert.Contains("Kapolsek Kedung juga melayani Pecangaan", (await coordinator.GetAsync("/petugas/wilayah")).Words, StringComparison.Ordinal);
        Assert.Equal("/petugas/wilayah?salah", (await coordinator.SendAsync("/petugas/wilayah", "/petugas/wilayah", [.. area, ("tindakan", "cakup")])).To);
        Assert.Equal("/petugas/wilayah?selesai", (await coordinator.SendAsync("/petugas/wilayah", "/petugas/wilayah", [.. area, ("tindakan", "lepas")])).To);
        Assert.Equal(302, (await coordinator.SendAsync("/operasi", "/operasi", ("program", "cipta-kondisi-ramadhan"), ("tindakan", "mulai"))).Status);
        Assert.Equal(404, (await coordinator.SendAsync("/operasi", "/operasi", ("program", "tidak-ada"), ("tindakan", "mulai"))).Status);

        Assert.Contains("diatur Name of koordinator", (await coordinator.GetAsync("/operasi")).Words, StringComparison.Ordinal);
        Assert.Contains("koordinator Administered start cipta-kondisi-ramadhan", await office.AuditAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_will_be_shredded_is_listed_without_what_the_reader_may_not_know(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Desk.Usual + " auditor");
        var plain = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.Closed);
        var accusing = await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kabupaten));
        Desk.Done(await office.Desk.TapAsync("auditor", accusing, (unit, by) => office.Desk.Get<Triage.Reports.ScreenReport>().DismissAsync(unit, by, ReportOutcome.Unfounded, "Tidak terbukti sama sekali.")));
        office.Desk.Clock.Now += TimeSpan.FromDays(400);
        var (coordinator, auditor) = (await (await office.SignInAsync("koordinator")).GetAsync("/retensi"), await (await office.SignInAsync("auditor")).GetAsync("/retensi"));

        var (number, hidden) = ((await office.Desk.ReportAsync(plain)).CaseNumber, (await office.Desk.ReportAsync(accusing)).CaseNumber);
        Assert.Contains(number, coordinator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, coordinator.Text, StringComparison.Ordinal);
        Assert.Contains(hidden, auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_be_shredded_is_listed_in_pages_and_counted_as_a_whole()
    {
        await using var office = await Office.OpenAsync(settings: new() { ["Storm:Threshold"] = "0" });
        for (var i = 0; i < 103; i++)
        {
            await office.Desk.FileAsync(Desk.Filing(story: $"Cerita nomor {i}, lain dari yang lain."));
        }

        var closed = office.Desk.Clock.Now;
        await office.Desk.CommitAsync(unit => unit.Db.Reports.ExecuteUpdateAsync(row => row.SetProperty(one => one.Status, ReportStatus.Closed).SetProperty(one => one.ClosedAt, closed)));
        office.Desk.Clock.Now += TimeSpan.FromDays(400);
        var coordinator = await office.SignInAsync("koordinator");

        var (first, second, beyond) = (await coordinator.GetAsync("/retensi"), await coordinator.GetAsync("/retensi?hal=2"), await coordinator.GetAsync("/retensi?hal=99"));

        Assert.Contains("103 laporan menunggu", first.Words, StringComparison.Ordinal);
        Assert.Equal((100, 3), (Cases(first).Count, Cases(second).Count));
        Assert.Equal(103, Cases(first).Concat(Cases(second)).Distinct().Count());
        Assert.Equal(Cases(second), Cases(beyond));

        static List<string> Cases(Answer page) => [.. System.Text.RegularExpressions.Regex.Matches(page.Text, "href=\"/kasus/([A-Z0-9-]{7})\"").Select(found => found.Groups[1].Value)];
    }

    [Fact]
    public async Task A_counsellor_is_nobody_here()
    {
        await using var office = await Office.OpenAsync(crew: "camat koordinator konselor");
        var coordinator = await office.SignInAsync("koordinator");
        var counsellor = $"/petugas/{office.Desk["konselor"].Value:N}";

        Assert.DoesNotContain("Name of konselor", (await coordinator.GetAsync("/petugas")).Words, StringComparison.Ordinal);
        Assert.Equal(404, (await coordinator.GetAsync(counsellor)).Status);
        Assert.Equal(404, (await coordinator.SendAsync("/petugas", counsellor + "/cuti", ("dari", "2026-09-17"), ("hari", "3"))).Status);
        Assert.Equal(400, (await coordinator.SendAsync("/petugas", "/petugas/undang", ("nama", "Name of konselor"), ("kursi", "satpol-pp"))).Status);
    }

    [Fact]
    public void Every_job_has_its_words_in_both_languages()
    {
        foreach (var words in new[] { OfficeWords.Indonesian, OfficeWords.English })
        {
            Assert.Equal(JobSchedule.All.Count, JobSchedule.All.Select(job => words.JobOf(job.Name)).Except([words.JobOf("")]).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("https://t.me/kentongan_jepara_bot?start=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 37, "036a6ced0b331a25")]
    public void A_link_is_drawn_as_the_code_that_a_reader_was_seen_to_read(string text, int size, string hash)
    {
        var dark = QrCode.Of(text);

        Assert.Equal(size, dark.GetLength(0));
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData([.. dark.Cast<bool>().Select(one => (byte)(one ? 1 : 0))]))[..16]);
    }

    private static Task<Outcome<PostingRow>> UseAsync(Office office, string token) =>
        office.Desk.CommitAsync(unit => office.Desk.Get<Invitations>().UseAsync(unit, token, 7_777));

    private static Task<Guid> PostingAsync(Office office, string officer, string seat)
    {
        var id = office.Desk[officer];
        return office.Desk.ReadAsync(db => db.Postings.Where(row => row.Officer == id && row.Seat == seat).Select(row => row.Id).SingleAsync());
    }

    private static string TokenIn(Answer page) => Regex.Match(page.Text, "/start ([A-Za-z0-9_-]{20,})<").Groups[1].Value;
}
