using System.IO.Compression;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Exports;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>What the pages beside board and case show and do, to whom.</summary>
public sealed class PagesTests
{
    private const string Crew = Desk.Usual + " auditor";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_page_opens_for_the_coordinator_and_the_auditor_in_both_languages(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew, new() { ["Regions:Directory"] = Path.Combine(Jepara.Root, "regions") });
        var number = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1))).CaseNumber;
        foreach (var officer in new[] { "koordinator", "auditor" })
        {
            var visitor = await office.SignInAsync(officer);
            foreach (var language in new[] { "id", "en" })
            {
                visitor.SetCookie("bahasa", language);
                foreach (var path in Everywhere(number).Concat(["/sistem", "/petugas", "/pekerjaan", "/audit?periksa=ya", "/program", "/kalender", "/operasi", "/retensi", "/petugas/wilayah", $"/petugas/{office.Desk["camat"].Value:N}", "/cuti"]))
                {
                    var page = await visitor.GetAsync(path);
                    Assert.Equal((officer, path, 200), (officer, path, page.Status));
                    Assert.Contains($"<html lang=\"{language}\"", page.Text, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_officer_opens_the_pages_of_their_work_and_none_of_the_office(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var number = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1))).CaseNumber;
        var kapolsek = await office.SignInAsync("kapolsek");
        foreach (var path in Everywhere(number).Where(path => !path.EndsWith("danramil", StringComparison.Ordinal)))
        {
            Assert.Equal((path, 200), (path, (await kapolsek.GetAsync(path)).Status));
        }

        foreach (var path in new[] { "/sistem", "/petugas", "/pekerjaan", "/audit", "/program", "/kalender", $"/kasus/{number}/sebagai/danramil", $"/kasus/{number}/sebagai/koordinator" })
        {
            Assert.Equal((path, 404), (path, (await kapolsek.GetAsync(path)).Status));
        }

        foreach (var path in new[] { "/petugas/undang", "/petugas/lepas", "/pekerjaan", "/daftar/banyak", "/daftar/banyak/lakukan" })
        {
            Assert.Equal((path, 404), (path, (await kapolsek.SendAsync("/papan", path, ("tindakan", "Quarantine"), ("nama", "X"), ("kursi", "koordinator"))).Status));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_auditor_reads_the_office_and_changes_nothing_of_it(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var auditor = await office.SignInAsync("auditor");
        foreach (var path in new[] { "/petugas/undang", "/petugas/lepas", "/pekerjaan", "/daftar/banyak", "/daftar/banyak/lakukan" })
        {
            var answer = await auditor.SendAsync("/papan", path, ("nama", "X"), ("kursi", "koordinator"), ("pekerjaan", "BackUp"), ("tindakan", "Quarantine"));
            Assert.Equal((path, 404), (path, answer.Status));
        }
    }

    [Fact]
    public async Task An_invitation_is_shown_once_binds_and_is_audited_and_a_removal_ends_it_all()
    {
        await using var office = await Office.OpenAsync(crew: "camat koordinator");
        var coordinator = await office.SignInAsync("koordinator");

        var page = await coordinator.SendAsync("/petugas", "/petugas/undang", ("nama", "Danramil Kedung"), ("kursi", "danramil"), ("kecamatan", Jepara.Kedung.Value));
        var token = System.Text.RegularExpressions.Regex.Match(page.Text, "/start ([A-Za-z0-9_-]{20,})<").Groups[1].Value;

        Assert.IsType<Outcome<Triage.Store.PostingRow>.Done>(await office.Desk.CommitAsync(unit => office.Desk.Get<Invitations>().UseAsync(unit, token, 7_777)));
        Assert.DoesNotContain(token, (await coordinator.GetAsync("/petugas")).Text, StringComparison.Ordinal);
        Assert.Equal(400, (await coordinator.SendAsync("/petugas", "/petugas/undang", ("nama", "X"), ("kursi", "camat"))).Status); // no kecamatan
        Assert.Equal(302, (await coordinator.SendAsync("/petugas", "/petugas/lepas", ("id", office.Desk["camat"].Value.ToString()))).Status);
        Assert.Equal(404, (await coordinator.SendAsync("/petugas", "/petugas/lepas", ("id", office.Desk["koordinator"].Value.ToString()))).Status); // oneself
        Assert.NotNull(await office.Desk.ReadAsync(db => db.Officers.Where(row => row.Id == office.Desk["camat"]).Select(row => row.RemovedAt).SingleAsync()));
        Assert.Contains("koordinator Administered invite danramil", await office.AuditAsync());
    }

    [Fact]
    public async Task A_job_runs_when_the_coordinator_says_so()
    {
        await using var office = await Office.OpenAsync();
        var coordinator = await office.SignInAsync("koordinator");

        Assert.Equal(302, (await coordinator.SendAsync("/pekerjaan", "/pekerjaan", ("pekerjaan", "AuditOpenReports"))).Status);
        Assert.Equal(404, (await coordinator.SendAsync("/pekerjaan", "/pekerjaan", ("pekerjaan", "Nothing"))).Status);

        Assert.NotNull(await office.Desk.ReadAsync(db => db.JobRuns.Where(run => run.Name == "AuditOpenReports").Select(run => run.LastSuccess).SingleAsync()));
        Assert.Contains("koordinator Administered run AuditOpenReports", await office.AuditAsync());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    public void What_a_spreadsheet_would_run_is_only_shown(string cell) => Assert.Equal("'" + cell, TableExport.Safe(cell));

    [Fact]
    public void Quotes_and_lines_stay_inside_their_cell()
    {
        var csv = System.Text.Encoding.UTF8.GetString(TableExport.Csv([["a\"b", "c\r\nd"], ["e", "biasa - saja"]]));

        Assert.Equal("\ufeff\"a\"\"b\",\"c\r\nd\"\r\n\"e\",\"biasa - saja\"\r\n", csv);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_export_holds_what_the_list_shows_and_is_audited(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var seen = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1))).CaseNumber;
        var accusing = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Polsek)))).CaseNumber;
        var kapolsek = await office.SignInAsync("kapolsek");

        var csv = await kapolsek.GetAsync("/daftar.csv");
        var xlsx = await kapolsek.GetAsync("/daftar.xlsx");

        Assert.Contains(seen, csv.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(accusing, csv.Text, StringComparison.Ordinal);
        Assert.StartsWith("attachment", csv.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(200, xlsx.Status);
        Assert.Equal(["kapolsek Exported csv 1", "kapolsek Exported xlsx 1"], (await office.AuditAsync())[^2..]);
    }

    [Fact]
    public async Task A_workbook_is_a_zip_of_well_formed_parts()
    {
        using var zip = new ZipArchive(new MemoryStream(TableExport.Xlsx([["Nomor", "=1+1"], ["K7Q-4ZM", "a < b & c"]])));

        var sheet = System.Xml.Linq.XDocument.Load(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["Nomor", "'=1+1", "K7Q-4ZM", "a < b & c"], sheet.Descendants().Where(one => one.Name.LocalName == "t").Select(one => one.Value));
        foreach (var entry in zip.Entries)
        {
            System.Xml.Linq.XDocument.Load(await entry.OpenAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(5, zip.Entries.Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_filter_gets_a_name_and_is_its_owners_alone(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (camat, kapolsek) = (await office.SignInAsync("camat"), await office.SignInAsync("kapolsek"));

        await camat.SendAsync("/daftar?jenis=miras", "/saringan", ("nama", "Miras saja"), ("saringan", "?jenis=miras&kursi=camat&q=belakang&x=<script>"));

        Assert.Contains("href=\"/daftar?jenis=miras&kursi=camat\">Miras saja", (await camat.GetAsync("/daftar")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Miras saja", (await kapolsek.GetAsync("/daftar")).Words, StringComparison.Ordinal);
        var id = await office.Desk.ReadAsync(db => db.SavedViews.Select(row => row.Id).SingleAsync());
        await kapolsek.SendAsync("/daftar", "/saringan/hapus", ("id", id.ToString()));
        Assert.Equal(1, await office.Desk.ReadAsync(db => db.SavedViews.CountAsync()));
        await camat.SendAsync("/daftar", "/saringan/hapus", ("id", id.ToString()));
        Assert.Equal(0, await office.Desk.ReadAsync(db => db.SavedViews.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Several_cases_are_quarantined_after_a_look_and_taken_back(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var screened = new[] { await office.Desk.FileAsync(Desk.Filing(nowhere: true)), await office.Desk.FileAsync(Desk.Filing(nowhere: true)) };
        var offered = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));
        var reports = new List<Report> { await office.Desk.ReportAsync(screened[0]), await office.Desk.ReportAsync(screened[1]) };
        var coordinator = await office.SignInAsync("koordinator");
        (string, string)[] chosen = [.. reports.Append(offered).Select(report => ("kasus", report.CaseNumber)), ("tindakan", "Quarantine")];

        var preview = await coordinator.SendAsync("/daftar", "/daftar/banyak", chosen);
        Assert.Contains("2 dari 3 bisa", preview.Words, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Screening, (await office.Desk.ReportAsync(screened[0])).Status);

        (string, string)[] confirmed = [.. reports.Select(report => ("kasus", $"{report.CaseNumber}:{report.Version}")), ("tindakan", "Quarantine"), ("teks", "Isinya sama.")];
        var done = await coordinator.SendAsync("/daftar", "/daftar/banyak/lakukan", confirmed);
        Assert.Contains("2 dari 2 sudah dilakukan", done.Words, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Quarantined, (await office.Desk.ReportAsync(screened[1])).Status);
        Assert.Contains("Batalkan", done.Words, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_done_to_several_is_taken_back_for_all_of_them_and_for_nothing_else(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var reports = new List<ReportId>();
        for (var i = 0; i < 3; i++)
        {
            reports.Add(await office.Desk.FileAsync(Desk.Filing("miras.produksi", nowhere: true, story: $"Kabar nomor {i}.")));
        }

        var coordinator = await office.SignInAsync("koordinator");
        var numbers = await office.Desk.ReadAsync(db => db.Reports.Where(report => reports.Contains(report.Id)).Select(report => report.CaseNumber).ToListAsync());
        var preview = await coordinator.SendAsync("/daftar", "/daftar/banyak", [("tindakan", "Quarantine"), .. numbers.Select(number => ("kasus", number))]);
        Assert.All(await StatusesAsync(), status => Assert.Equal(ReportStatus.Screening, status)); // a preview changes nothing

        var done = await coordinator.SendAsync("/daftar", "/daftar/banyak/lakukan", [("tindakan", "Quarantine"), ("teks", "Isinya sama berulang."), .. Chosen(preview)]);
        Assert.All(await StatusesAsync(), status => Assert.Equal(ReportStatus.Quarantined, status));
        var moved = await office.Desk.ReportAsync(reports[0]); // one goes on meanwhile: it is left alone
        Desk.Done(await office.Get<Triage.Web.Cases.CaseDesk>().DoAsync(
            await office.ViewerAsync("koordinator"), moved.CaseNumber, new(ReportAction.Offer, moved.Version, Kecamatan: Jepara.Kedung), CancellationToken.None));
        var version = (await office.Desk.ReportAsync(reports[0])).Version;
        await coordinator.SendAsync("/daftar", "/daftar/banyak/lakukan", [("tindakan", "Screen"), .. Chosen(done)]);

        Assert.All(await StatusesAsync(), status => Assert.NotEqual(ReportStatus.Quarantined, status));
        Assert.Equal(version, (await office.Desk.ReportAsync(reports[0])).Version);

        Task<List<ReportStatus>> StatusesAsync() => office.Desk.ReadAsync(db => db.Reports.Where(report => reports.Contains(report.Id)).Select(report => report.Status).ToListAsync());

        static IEnumerable<(string, string)> Chosen(Answer page) => System.Text.RegularExpressions.Regex.Matches(page.Text, "name=\"kasus\" value=\"([^\"]+)\"").Select(found => ("kasus", found.Groups[1].Value));
    }

    private static string[] Everywhere(string number) =>
    [
        "/papan", "/daftar", "/daftar?antrean=terlambat&jenis=miras&status=Offered&dari=2026-09-01&sampai=2026-09-30&kursi=camat&tahap=diterima&peta=desa", "/peta", "/peta?kec=33.20.01&bulan=2026-08",
        "/angka", "/angka?jenis=miras", "/cari", "/pintasan", "/sesi", $"/kasus/{number}", $"/kasus/{number}?bukti=1", $"/kasus/{number}/sebagai/pelapor", $"/kasus/{number}/sebagai/danramil",
    ];
}
