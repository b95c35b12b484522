using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Search;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Words in what people wrote, found without an index of words (threat-model 4, row 3).</summary>
public sealed class SearchTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Words_are_found_in_what_the_viewer_may_read_and_are_not_kept(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var number = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing("miras.produksi", story: "Pabriknya di rumah belakang pasar.")))).CaseNumber;
        var (lead, support) = (await office.SignInAsync("kapolsek"), await office.SignInAsync("camat"));

        Assert.Contains(number, (await lead.SendAsync("/cari", "/cari", ("q", "BELAKANG pasar"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/kasus/{number}", (await support.SendAsync("/cari", "/cari", ("q", "belakang pasar"))).Text, StringComparison.Ordinal);
        Assert.Contains($"/kasus/{number}", (await support.SendAsync("/cari", "/cari", ("q", number))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await office.AuditAsync(), line => line.Contains("elakang", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("kapolsek Searched 1", await office.AuditAsync());
    }

    /// <summary>The board has had every text read before; what is written afterwards counts all the same.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task What_is_written_after_the_board_was_opened_is_found(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var before = await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing("miras.produksi", story: "Pabriknya di rumah belakang pasar.")));
        var coordinator = await office.SignInAsync("koordinator");
        await coordinator.GetAsync("/papan");
        Assert.Contains($"/kasus/{before.CaseNumber}", await FindAsync(coordinator, "belakang pasar"), StringComparison.Ordinal);

        var after = await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing(story: "Ribut di lapangan voli.")));
        Desk.Done(await office.Desk.AcceptAsync("kapolsek", before.Id));
        await (await office.SignInAsync("kapolsek")).SendAsync(
            $"/kasus/{before.CaseNumber}", $"/kasus/{before.CaseNumber}", ("tindakan", "Note"), ("versi", $"{(await office.Desk.ReportAsync(before.Id)).Version}"), ("teks", "Jerigen biru ditemukan."));

        Assert.Contains($"/kasus/{after.CaseNumber}", await FindAsync(coordinator, "lapangan voli"), StringComparison.Ordinal);
        Assert.Contains($"/kasus/{before.CaseNumber}", await FindAsync(coordinator, "jerigen biru"), StringComparison.Ordinal);
        Assert.Contains($"/kasus/{before.CaseNumber}", await FindAsync(coordinator, "belakang pasar"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_shredded_is_found_no_more_though_its_marks_are_still_there(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing("miras.produksi", story: "Pabriknya di rumah belakang pasar.")));
        var coordinator = await office.SignInAsync("koordinator");
        Assert.Contains($"/kasus/{report.CaseNumber}", await FindAsync(coordinator, "belakang pasar"), StringComparison.Ordinal);

        office.Get<ReportKeys>().Destroy(report.Id);

        Assert.DoesNotContain($"/kasus/{report.CaseNumber}", await FindAsync(coordinator, "belakang pasar"), StringComparison.Ordinal);
    }

    /// <summary>Three letters leave the same marks however they are written; words that are not there hardly ever do.</summary>
    [Fact]
    public void Marks_hold_what_is_in_a_text_in_large_letters_or_small()
    {
        var marks = new TextMarks();
        var bits = marks.Of(["Pabriknya di rumah belakang pasar.", "Jerigen biru"]);

        Assert.All(new[] { "belakang PASAR", "jerigen", "abr" }, words => Assert.True(TextMarks.MayHold(bits, marks.Question(words)), words));
        Assert.False(TextMarks.MayHold(bits, marks.Question("lapangan voli")));
    }

    private static async Task<string> FindAsync(Visitor visitor, string words) => (await visitor.SendAsync("/cari", "/cari", ("q", words))).Text;
}
