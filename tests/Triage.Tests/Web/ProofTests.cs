using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Evidence.Corpus;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>A resolution from the case page carries proof as one from Telegram does: cleaned, encrypted, or refused kindly (policy 2; threat-model 4, row 8).</summary>
public sealed class ProofTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Proof_comes_with_the_resolution_clean_and_encrypted_and_is_seen_on_the_page(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        var kapolsek = await office.SignInAsync("kapolsek");

        var answer = await ResolveAsync(office, kapolsek, id, JpegFactory.Betraying(), JpegFactory.Photo(seed: 2));

        Assert.True(answer.Status == 302, answer.Words);
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;
        Assert.Equal(ReportStatus.ResolutionProposed, (await office.Desk.ReportAsync(id)).Status);
        Assert.Contains($"kapolsek Acted {number} ProposeResolution 2", await office.AuditAsync());
        Assert.All(await office.Desk.ReadAsync(db => db.Evidence.AsNoTracking().ToListAsync()), row => Assert.Equal(id, row.Report));
        var coordinator = await office.SignInAsync("koordinator");
        Assert.Contains("Lihat bukti penyelesaian (2)", (await coordinator.GetAsync($"/kasus/{number}")).Words, StringComparison.Ordinal);
        Assert.Equal("image/jpeg", (await coordinator.GetAsync($"/kasus/{number}/bukti/1")).Header("Content-Type"));
        foreach (var file in Directory.EnumerateFiles(office.Desk.Directory, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(await ReadAsync(file)), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_kind_that_asks_for_evidence_is_not_resolved_without_it_and_what_was_written_is_not_lost(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        var kapolsek = await office.SignInAsync("kapolsek");

        var answer = await ResolveAsync(office, kapolsek, id);

        Assert.Equal(409, answer.Status);
        Assert.Contains("perlu bukti", answer.Words, StringComparison.Ordinal);
        Assert.Contains($">{Desk.Told}</textarea>", answer.Words, StringComparison.Ordinal);
        Assert.Matches("<option value=\"Prevented\" selected", answer.Text);
        Assert.Matches("name=\"bukti\" type=\"file\" multiple required", answer.Text);
        Assert.Equal(ReportStatus.InProgress, (await office.Desk.ReportAsync(id)).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_cannot_be_made_clean_is_refused_with_a_reason_and_nothing_of_the_form_is_kept(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        var kapolsek = await office.SignInAsync("kapolsek");

        var answer = await ResolveAsync(office, kapolsek, id, JpegFactory.Photo(), "MZ not a picture at all"u8.ToArray());

        Assert.Equal(422, answer.Status);
        Assert.Contains("Jenis berkas itu tidak bisa kami terima", answer.Words, StringComparison.Ordinal);
        Assert.Contains($">{Desk.Told}</textarea>", answer.Words, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.InProgress, (await office.Desk.ReportAsync(id)).Status);
        Assert.Empty(await office.Desk.ReadAsync(db => db.Evidence.AsNoTracking().ToListAsync()));
    }

    [Fact]
    public async Task Whoever_may_not_resolve_has_no_file_kept()
    {
        await using var office = await Office.OpenAsync();
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);

        Assert.Equal(409, (await ResolveAsync(office, await office.SignInAsync("camat"), id, JpegFactory.Photo())).Status);
        Assert.Equal(404, (await ResolveAsync(office, await office.SignInAsync("kapolsek/02"), id, JpegFactory.Photo())).Status);

        Assert.Empty(await office.Desk.ReadAsync(db => db.Evidence.AsNoTracking().ToListAsync()));
        Assert.False(Directory.Exists(Path.Combine(office.Desk.Data, "evidence")));
    }

    [Fact]
    public async Task Files_that_are_too_large_or_too_many_are_refused_on_the_page_they_came_from()
    {
        await using var office = await Office.OpenAsync(settings: new() { ["Evidence:MaxBytes"] = "20000" });
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        var kapolsek = await office.SignInAsync("kapolsek");
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;

        var large = await ResolveAsync(office, kapolsek, id, new byte[30_000]);
        var huge = await ResolveAsync(office, kapolsek, id, new byte[2_000_000]);
        var many = await ResolveAsync(office, kapolsek, id, [.. Enumerable.Range(1, 6).Select(seed => JpegFactory.Photo(seed: seed))]);

        Assert.Equal((422, 422), (large.Status, many.Status));
        Assert.Equal((302, $"/kasus/{number}?terlalu-besar"), (huge.Status, huge.To));
        Assert.All(new[] { large, many, await kapolsek.GetAsync(huge.To!) }, answer => Assert.Contains("terlalu besar atau terlalu banyak", answer.Words, StringComparison.Ordinal));
        Assert.Equal(ReportStatus.InProgress, (await office.Desk.ReportAsync(id)).Status);
    }

    [Fact]
    public async Task A_forged_form_with_a_file_does_nothing()
    {
        await using var office = await Office.OpenAsync();
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress);
        var report = await office.Desk.ReportAsync(id);
        var kapolsek = await office.SignInAsync("kapolsek");

        var answer = await kapolsek.PostFilesAsync($"/kasus/{report.CaseNumber}", "bukti", [JpegFactory.Photo()], Fields(report));

        Assert.Equal(404, answer.Status);
        Assert.Empty(await office.Desk.ReadAsync(db => db.Evidence.AsNoTracking().ToListAsync()));
    }

    private static async Task<Answer> ResolveAsync(Office office, Visitor visitor, ReportId id, params byte[][] files)
    {
        var report = await office.Desk.ReportAsync(id);
        var token = Visitor.TokenIn((await visitor.GetAsync("/papan")).Text);
        return await visitor.PostFilesAsync($"/kasus/{report.CaseNumber}", "bukti", files, [("__RequestVerificationToken", token), .. Fields(report)]);
    }

    private static (string, string)[] Fields(Report report) =>
        [("tindakan", "ProposeResolution"), ("versi", $"{report.Version}"), ("hasil", "Prevented"), ("teks", Desk.Told)];

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new MemoryStream();
        await open.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
