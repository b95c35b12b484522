using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Cases;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Who sees which report in the back office (policy 2, roles; 5.4; domain.md 3): what is not for a viewer does not exist for them.</summary>
public sealed class VisibleReportsTests
{
    private const string Crew = Desk.Usual + " satresnarkoba auditor inspektorat sipropam";

    // officer: the reports they see of: harmless, drugs, polsek, kecamatan, koramil, kabupaten
    private const string Matrix = """
        koordinator: harmless drugs polsek kecamatan koramil
        auditor: harmless drugs polsek kecamatan koramil kabupaten
        camat: harmless
        kapolsek: harmless drugs
        danramil: harmless
        camat~: nothing
        kapolsek~: nothing
        danramil~: nothing
        camat/02: nothing
        kapolsek/02: nothing
        satresnarkoba: drugs
        inspektorat: kecamatan kabupaten
        sipropam: polsek
        """;

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_role_sees_what_the_matrix_says_and_counts_nothing_else(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var reports = await FileAllAsync(office.Desk);
        var (board, cases) = (office.Get<BoardQueries>(), office.Get<CaseQueries>());
        foreach (var line in Matrix.ReplaceLineEndings("\n").Split('\n'))
        {
            var (officer, seen) = (line.Split(": ")[0], line.Split(": ")[1].Split(' '));
            var viewer = await office.ViewerAsync(officer);
            var expected = reports.Where(report => seen.Contains(report.Key)).Select(report => report.Value).Order(StringComparer.Ordinal).ToList();

            var list = await board.ListAsync(viewer, new CaseFilter(), 1, CancellationToken.None);
            Assert.Equal((officer, string.Join(' ', expected)), (officer, string.Join(' ', list.Cases.Select(one => one.Number).Order(StringComparer.Ordinal))));
            Assert.Equal((officer, expected.Count), (officer, list.Total));

            var next = await board.NextAsync(viewer, expected.FirstOrDefault() ?? "ZZZ-ZZZ", CancellationToken.None);
            Assert.Equal((officer, expected.Count > 1), (officer, next is not null));
            Assert.True(next is null || expected.Contains(next), officer);

            var view = await board.ReadAsync(viewer, new CaseFilter(), CancellationToken.None);
            Assert.Equal((officer, expected.Count), (officer, view.EmergencyTotal + view.Columns.Sum(column => column.Total)));
            var screened = seen.Count(name => name is "polsek" or "kecamatan" or "koramil" or "kabupaten");
            Assert.Equal((officer, screened), (officer, view.Queues[Queues.ToDecide]));
            Assert.Equal((officer, 2 * expected.Count > 0), (officer, await office.Desk.ReadAsync(db => BoardChanges.CountAsync(db, viewer, Jepara.At("09:00"), CancellationToken.None)) > 0));
            Assert.Equal(
                (officer, await office.Desk.ReadAsync(db => CountFactsAsync(db, expected))),
                (officer, await office.Desk.ReadAsync(db => BoardChanges.CountAsync(db, viewer, Jepara.At("09:00"), CancellationToken.None))));
            foreach (var (name, number) in reports)
            {
                Assert.Equal((officer, name, seen.Contains(name)), (officer, name, await cases.FindAsync(viewer, number, CancellationToken.None) is not null));
            }
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_deputy_sees_the_report_once_it_is_their_turn(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Desk.FileAsync(Priority.P1);

        await office.Desk.PassAsync(TimeSpan.FromMinutes(16)); // level 1

        var list = await office.Get<BoardQueries>().ListAsync(await office.ViewerAsync("kapolsek~"), new CaseFilter(), 1, CancellationToken.None);
        Assert.Equal(1, list.Total);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_sits_in_the_accused_office_as_well_sees_nothing_in_the_other_seat(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, "kapolsek koordinator");
        await office.Desk.BindAsync("koordinator~", 5_000); // the kapolsek stands in for the coordinator
        await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Polsek));

        var list = await office.Get<BoardQueries>().ListAsync(await office.ViewerAsync("koordinator~"), new CaseFilter(), 1, CancellationToken.None);

        Assert.Equal(0, list.Total);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_page_of_a_report_that_is_not_for_the_viewer_is_the_page_of_one_that_is_not_there(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kecamatan));
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;
        var camat = await office.SignInAsync("camat");

        var (hidden, nothing) = (await camat.GetAsync($"/kasus/{number}"), await camat.GetAsync("/kasus/ZZZ-ZZZ"));

        Assert.Equal((404, 404), (hidden.Status, nothing.Status));
        Assert.Equal(Plain(nothing, "ZZZ-ZZZ"), Plain(hidden, number));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_support_seat_reads_neither_story_nor_talk_nor_evidence(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await office.Desk.FileAsync(Desk.Filing("miras.produksi", story: "Pabriknya di rumah belakang pasar."));
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;

        var support = await (await office.SignInAsync("camat")).GetAsync($"/kasus/{number}");
        var lead = await (await office.SignInAsync("kapolsek")).GetAsync($"/kasus/{number}");

        Assert.Contains("belakang pasar", lead.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("belakang pasar", support.Words, StringComparison.Ordinal);
        Assert.Equal(200, support.Status);
    }

    private static string Plain(Answer page, string number) =>
        System.Text.RegularExpressions.Regex.Replace(page.Text, "value=\"[^\"]{60,}\"", "").Replace(number, "", StringComparison.Ordinal);

    private static Task<int> CountFactsAsync(Triage.Store.TriageDb db, List<string> numbers) => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(
        from fact in db.Facts
        join report in db.Reports on fact.Report equals report.Id
        where numbers.Contains(report.CaseNumber)
        select fact);

    private static async Task<Dictionary<string, string>> FileAllAsync(Desk desk)
    {
        var filings = new Dictionary<string, (string Kind, AccusedOffice Accused)>
        {
            ["harmless"] = ("trantibum.tawuran", AccusedOffice.None),
            ["drugs"] = ("narkoba.peredaran", AccusedOffice.None),
            ["polsek"] = ("miras.konsumsi", AccusedOffice.Polsek),
            ["kecamatan"] = ("miras.konsumsi", AccusedOffice.Kecamatan),
            ["koramil"] = ("miras.konsumsi", AccusedOffice.Koramil),
            ["kabupaten"] = ("miras.konsumsi", AccusedOffice.Kabupaten),
        };
        var numbers = new Dictionary<string, string>();
        foreach (var (name, (kind, accused)) in filings)
        {
            numbers[name] = (await desk.ReportAsync(await desk.FileAsync(Desk.Filing(kind, accused)))).CaseNumber;
        }

        return numbers;
    }
}
