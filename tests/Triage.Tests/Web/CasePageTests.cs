using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Phrases;

namespace Kentongan.Triage.Tests.Web;

/// <summary>The case page: notes, other eyes, covered evidence, who writes, and on to the next.</summary>
public sealed class CasePageTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_note_is_read_by_officers_and_never_by_the_reporter(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (id, receipt) = await office.Desk.FileWithReceiptAsync(Desk.Filing("miras.produksi"));
        Desk.Done(await office.Desk.AcceptAsync("kapolsek", id));
        var report = await office.Desk.ReportAsync(id);
        var kapolsek = await office.SignInAsync("kapolsek");

        var sent = await kapolsek.SendAsync($"/kasus/{report.CaseNumber}", $"/kasus/{report.CaseNumber}", ("tindakan", "Note"), ("versi", $"{report.Version}"), ("teks", "Rencana razia malam Minggu."));

        Assert.Equal(302, sent.Status);
        Assert.Equal(ReportStatus.InProgress, (await office.Desk.ReportAsync(id)).Status); // a lead's first note is a first action
        Assert.Contains("Rencana razia", (await kapolsek.GetAsync($"/kasus/{report.CaseNumber}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Rencana razia", (await kapolsek.GetAsync($"/kasus/{report.CaseNumber}/sebagai/pelapor")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Rencana razia", (await (await office.SignInAsync("camat")).GetAsync($"/kasus/{report.CaseNumber}")).Words, StringComparison.Ordinal);
        var view = await office.Desk.CommitAsync(unit => office.Desk.Get<FollowUp>().ReadAsync(unit, receipt));
        Assert.DoesNotContain(view!.Happened, happened => happened.Action == ReportAction.Note);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Looking_as_the_reporter_or_as_a_seat_shows_their_view_and_is_audited(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await office.Desk.FileAsync(Desk.Filing("miras.produksi", story: "Pabriknya di rumah belakang pasar."));
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;
        var coordinator = await office.SignInAsync("koordinator");

        var (reporter, camat, kapolsek, danramil) = (await coordinator.GetAsync($"/kasus/{number}/sebagai/pelapor"), await coordinator.GetAsync($"/kasus/{number}/sebagai/camat"),
            await coordinator.GetAsync($"/kasus/{number}/sebagai/kapolsek"), await coordinator.GetAsync($"/kasus/{number}/sebagai/danramil"));

        Assert.Contains("Keadaan: Diterima", reporter.Words, StringComparison.Ordinal);
        Assert.Contains("belakang pasar", kapolsek.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("belakang pasar", camat.Words, StringComparison.Ordinal);
        Assert.Contains("hanya melihat ringkasannya", camat.Words, StringComparison.Ordinal);
        Assert.Equal(200, danramil.Status);
        Assert.Equal([$"koordinator ViewedAs {number} pelapor", $"koordinator ViewedAs {number} camat", $"koordinator ViewedAs {number} kapolsek", $"koordinator ViewedAs {number} danramil"], (await office.AuditAsync())[^4..]);
        Assert.DoesNotContain("<button name=\"tindakan\"", camat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_resident_tapped_about_victims_stands_with_the_victims_and_among_what_happened()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.Desk.FileAsync(Desk.Filing("miras.korban_oplosan"));
        Desk.Done(await office.Desk.CommitAsync(unit => office.Desk.Get<TellOfVictims>().HandleAsync(unit, id, new VictimsTold(VictimsTold.Many, VictimState.Unconscious, VictimPlace.Home))));

        var page = await (await office.SignInAsync("koordinator")).GetAsync($"/kasus/{(await office.Desk.ReportAsync(id)).CaseNumber}");

        Assert.Contains("Kata pelapor: lebih dari 5 korban · ada yang tidak sadar · di rumah", page.Words, StringComparison.Ordinal);
        Assert.Contains("Kata pelapor tentang korban", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Perubahan lain", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everything_that_can_happen_to_a_case_has_words_of_its_own(bool english)
    {
        OfficeWords words = english ? new EnglishOffice() : new IndonesianOffice();

        Assert.Equal(Enum.GetValues<ReportAction>().Length, Enum.GetValues<ReportAction>().Select(words.FactOf).Distinct().Count());
        Assert.DoesNotContain(words.FactOf((ReportAction)999), Enum.GetValues<ReportAction>().Select(words.FactOf));
    }

    [Fact]
    public async Task A_card_of_a_case_that_is_over_holds_no_story_and_nobody_is_told_that_it_was_deleted()
    {
        await using var office = await Office.OpenAsync();
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.Closed);
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;
        var coordinator = await office.SignInAsync("koordinator");

        var seen = (await coordinator.GetAsync($"/kasus/{number}/sebagai/kapolsek")).Words;

        Assert.Contains("Kasus sudah selesai: kartu petugas tidak memuat ceritanya lagi", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("masa simpan", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_is_covered_until_asked_for_and_each_look_is_audited()
    {
        await using var office = await Office.OpenAsync();
        var piece = await office.Desk.Get<EvidenceStore>().KeepAsync(new CleaningResult.Cleaned(EvidenceKind.Photo, "image/png", ".png", [1, 2, 3]), CancellationToken.None);
        var id = await office.Desk.FileAsync(Desk.Filing("miras.produksi") with { Evidence = [piece] });
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;
        var (lead, support) = (await office.SignInAsync("kapolsek"), await office.SignInAsync("camat"));

        var covered = await lead.GetAsync($"/kasus/{number}");
        var shown = await lead.GetAsync($"/kasus/{number}?bukti=1");
        var file = await lead.GetAsync($"/kasus/{number}/bukti/1");

        Assert.DoesNotContain("<img", covered.Text, StringComparison.Ordinal);
        Assert.Contains($"<img src=\"/kasus/{number}/bukti/1\"", shown.Text, StringComparison.Ordinal);
        Assert.Equal(("image/png", "\u0001\u0002\u0003"), (file.Header("Content-Type"), file.Text));
        Assert.Equal($"kapolsek EvidenceViewed {number}", (await office.AuditAsync())[^1]);
        Assert.Equal(404, (await support.GetAsync($"/kasus/{number}/bukti/1")).Status);
        Assert.Equal(404, (await lead.GetAsync($"/kasus/{number}/bukti/2")).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Colleagues_see_who_is_writing_for_a_minute(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var number = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1))).CaseNumber;
        var (camat, kapolsek) = (await office.SignInAsync("camat"), await office.SignInAsync("kapolsek"));

        Assert.Equal("", (await camat.SendAsync("/papan", $"/kasus/{number}/menulis")).Text);
        Assert.Contains("Name of camat sedang menulis", (await kapolsek.SendAsync("/papan", $"/kasus/{number}/menulis")).Text, StringComparison.Ordinal);
        Assert.Contains("Name of kapolsek sedang menulis", (await camat.GetAsync($"/kasus/{number}")).Words, StringComparison.Ordinal);

        office.Desk.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.DoesNotContain("sedang menulis", (await camat.GetAsync($"/kasus/{number}")).Words, StringComparison.Ordinal);
        Assert.Equal(404, (await (await office.SignInAsync("camat/02")).SendAsync("/papan", $"/kasus/{number}/menulis")).Status);
    }

    [Fact]
    public async Task Finishing_one_case_leads_on_to_the_most_urgent_other()
    {
        await using var office = await Office.OpenAsync();
        var calm = await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing("trantibum.antarwarga")));
        var urgent = await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran")));
        var done = await office.Desk.ReportAsync(await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.ResolutionProposed));
        var camat = await office.SignInAsync("camat");

        var answer = await camat.SendAsync($"/kasus/{done.CaseNumber}", $"/kasus/{done.CaseNumber}?lanjut", ("tindakan", "Verify"), ("versi", $"{done.Version}"));

        Assert.Equal($"/kasus/{urgent.CaseNumber}?selesai", answer.To);
        Assert.NotEqual(calm.CaseNumber, urgent.CaseNumber);
    }
}
